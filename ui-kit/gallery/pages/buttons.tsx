import type { Tone } from '../../src/action.ts'
import { Button } from '../../src/components/button.tsx'
import { toast } from '../../src/toasts.ts'
import { Line, Section } from '../section.tsx'

const tones: readonly { tone: Tone; label: string }[] = [
  { tone: 'primary', label: 'Send' },
  { tone: 'plain', label: 'Seat a party' },
  { tone: 'danger', label: 'Void' },
  { tone: 'quiet', label: 'Map' },
]

const press = () => {
  toast('Pressed')
}

export function Buttons() {
  return (
    <Section id="buttons" title="Buttons">
      {tones.map(({ tone, label }) => (
        <Line key={tone} name={tone}>
          <Button label={label} tone={tone} onPress={press} />
          <Button label={label} tone={tone} icon="send" badge={4} onPress={press} />
          <Button label={label} tone={tone} disabled why="Nothing to send" onPress={press} />
          <Button label={label} tone={tone} busy onPress={press} />
        </Line>
      ))}
      <Line name="states of a real one">
        <Button label="At rest" class="g-rest" onPress={press} />
        <Button label="Hovered" class="g-hover" onPress={press} />
        <Button label="Held down" class="g-active" onPress={press} />
        <Button label="Focused" class="g-focus" onPress={press} />
        <Button label="Focused" tone="primary" class="g-focus" onPress={press} />
        <Button label="Focused" tone="danger" class="g-focus" onPress={press} />
      </Line>
      <Line name="sizes">
        <Button label="Medium" onPress={press} />
        <Button label="Large" size="l" onPress={press} />
        <Button label="Extra large" size="xl" onPress={press} />
      </Line>
      <Line name="two lines, an end">
        <Button label="Send 4" detail="2 to Bar now, 2 held" tone="primary" size="xl" onPress={press} />
        <Button label="Done" tone="primary" size="l" onPress={press}>
          30.00
        </Button>
        <Button label="Drinks again" icon="again" size="xl" onPress={press} />
      </Line>
      <Line name="toggles">
        <Button label="By seat" pressed onPress={press} />
        <Button label="By item" pressed={false} onPress={press} />
        <Button label="Ready" icon="check" badge={3} pressed onPress={press} />
      </Line>
      <Line name="icon alone">
        <Button label="Find" icon="search" iconOnly onPress={press} />
        <Button label="More" icon="dots" iconOnly tone="quiet" onPress={press} />
        <Button label="Sound is off" icon="mute" iconOnly pressed onPress={press} />
        <Button label="Take away" icon="minus" iconOnly disabled why="There is none" onPress={press} />
        <Button label="Next" icon="right" iconOnly size="l" tone="primary" onPress={press} />
      </Line>
      <Line name="wide" tall>
        <div class="g-column k-stack">
          <Button label="Take" tone="primary" wide onPress={press} />
          <Button label="Pay the rest" wide onPress={press}>
            80.84
          </Button>
        </div>
      </Line>
    </Section>
  )
}
