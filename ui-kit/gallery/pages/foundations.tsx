import { Icon } from '../../src/icons/icon.tsx'
import { fills, type IconName, strokes } from '../../src/icons/paths.ts'
import { Line, Section } from '../section.tsx'

const grounds = ['bg', 'surface', 'sunken', 'ink', 'primary', 'primary-soft']
const meanings = ['ok', 'ok-soft', 'warn', 'late', 'held', 'allergy']
const inks = ['muted', 'done', 'ok', 'warn', 'late', 'held', 'allergy']
const sizes = ['table', 'title', 'item', 'body', 'small', 'tag']
const isIcon = (name: string): name is IconName => name in strokes || name in fills
const icons = [...Object.keys(strokes), ...Object.keys(fills)].filter(isIcon)

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <div class="g-swatches">
      {names.map((name) => (
        <div key={name} class={`g-swatch g-${name}`}>
          {name}
        </div>
      ))}
    </div>
  )
}

export function Foundations() {
  return (
    <Section id="foundations" title="Foundations">
      <Line name="Grounds" tall>
        <Swatches names={grounds} />
      </Line>
      <Line name="Meanings" tall>
        <Swatches names={meanings} />
      </Line>
      <Line name="Text">
        {inks.map((name) => (
          <strong key={name} class={`g-${name}-text`}>
            {name}
          </strong>
        ))}
      </Line>
      <Line name="Type" tall>
        <div class="g-type">
          {sizes.map((size) => (
            <span key={size} class={`g-t-${size}`}>
              Table 12, 0:48, 111.50 · {size}
            </span>
          ))}
        </div>
      </Line>
      <Line name="Icons" tall>
        <ul class="g-icons">
          {icons.map((name) => (
            <li key={name} class="g-icon">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Line>
    </Section>
  )
}
