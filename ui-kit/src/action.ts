// What a person can do, said once: buttons, menus and keys all read the same declaration, so none of them can
// offer what another refuses.
import type { IconName } from './icons/paths.ts'

export type Tone = 'primary' | 'plain' | 'danger' | 'quiet'

export type Action<State, Input = void> = {
  readonly name: string
  readonly label: (state: State, input: Input) => string
  readonly icon?: IconName
  readonly tone?: Tone
  /** `event.code` of its keys as shipped; a person may map others. */
  readonly key?: string | readonly string[]
  /** True, or in words why not. */
  enabled(state: State, input: Input): true | string
  run(state: State, input: Input): void
}

/** An action together with what it acts on: what buttons, menus and keys take. */
export type BoundAction = {
  readonly name: string
  readonly label: string
  readonly icon?: IconName
  readonly tone?: Tone
  readonly keys: readonly string[]
  readonly enabled: true | string
  readonly run: () => void
}

export function bound<State, Input>(action: Action<State, Input>, state: State, input: Input): BoundAction {
  const { name, icon, tone, key } = action
  const enabled = action.enabled(state, input)
  return {
    name,
    label: action.label(state, input),
    ...(icon && { icon }),
    ...(tone && { tone }),
    keys: key === undefined ? [] : typeof key === 'string' ? [key] : key,
    enabled,
    run: () => {
      if (action.enabled(state, input) === true) action.run(state, input)
    },
  }
}
