// An icon never speaks: the words beside it, or the label of what it stands in, do.
import { fills, type IconName, strokes } from './paths.ts'

export type { IconName } from './paths.ts'

export type IconProps = { name: IconName; size?: 's' | 'm' | 'l' | 'xl' | 'em' }

const isStroke = (name: IconName): name is keyof typeof strokes => name in strokes

export function Icon({ name, size = 'm' }: IconProps) {
  return (
    <svg class={`k-icon k-icon-${size}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {isStroke(name) ? (
        <path
          d={strokes[name]}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ) : (
        <path d={fills[name]} fill="currentColor" fill-rule="evenodd" />
      )}
    </svg>
  )
}
