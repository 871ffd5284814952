// Keys do what buttons do. A key acts once however long it is held, never while somebody types, never behind an open
// dialog, never in place of the focused control's own key; every key can be mapped anew or switched off.
import type { BoundAction } from './action.ts'

/** Keys by action name, where they differ from those shipped; an empty list takes an action's keys away. */
export type KeyMap = Readonly<Record<string, readonly string[]>>

export type KeyOptions = {
  /** Where keys are heard; the window, usually. */
  readonly target: {
    addEventListener(type: 'keydown', heard: (event: KeyboardEvent) => void): void
    removeEventListener(type: 'keydown', heard: (event: KeyboardEvent) => void): void
  }
  readonly remap?: () => KeyMap
  readonly on?: () => boolean
  /** Told when a key asked for something that is refused now. */
  readonly onRefused?: (action: BoundAction, why: string) => void
}

const typing = 'input:not([type=button],[type=checkbox],[type=radio],[type=range]),textarea,select,[contenteditable]'
const pressable = 'button,a[href],summary,input,[role=button],[role=menuitem],[role=option],[role=tab]'
const ownKeys: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'Space'])

export const keysOf = (action: BoundAction, remap: KeyMap = {}): readonly string[] => remap[action.name] ?? action.keys

const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target

const focusedOn = ({ target }: KeyboardEvent, selector: string): boolean =>
  isElement(target) && target.closest(selector) !== null

const chorded = ({ altKey, metaKey, ctrlKey, code }: KeyboardEvent): boolean =>
  altKey || metaKey || (ctrlKey && !code.startsWith('Control'))

const behindDialog = ({ target }: KeyboardEvent): boolean =>
  isElement(target) && target.ownerDocument.querySelector('dialog[open]') !== null

function meantElsewhere(event: KeyboardEvent): boolean {
  return (
    event.repeat ||
    event.defaultPrevented ||
    chorded(event) ||
    focusedOn(event, typing) ||
    (ownKeys.has(event.code) && focusedOn(event, pressable)) ||
    behindDialog(event)
  )
}

/** Listens until the returned function is called. Of several actions with one key, the first that may act does. */
export function bindKeys(actions: () => readonly BoundAction[], options: KeyOptions): () => void {
  const heard = (event: KeyboardEvent) => {
    if (options.on?.() === false || meantElsewhere(event)) return
    const remap = options.remap?.()
    const asked = actions().filter((action) => keysOf(action, remap).includes(event.code))
    const [first] = asked
    if (!first) return
    event.preventDefault()
    const able = asked.find(({ enabled }) => enabled === true)
    if (able) able.run()
    else if (first.enabled !== true) options.onRefused?.(first, first.enabled)
  }
  options.target.addEventListener('keydown', heard)
  return () => options.target.removeEventListener('keydown', heard)
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ControlLeft: 'Ctrl',
  ControlRight: 'Ctrl →',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  NumpadMultiply: 'Num ×',
  NumpadDivide: 'Num ÷',
  NumpadDecimal: 'Num .',
  NumpadEnter: 'Num Enter',
}

/** A key's name for people, from its `event.code`. */
export const keyName = (code: string): string =>
  names[code] ?? code.replace(/^(?:Key|Digit)(?=.$)/, '').replace(/^Numpad/, 'Num ')

/** The map after `name` has been given `code`, which everybody else gives up. */
export function learned(actions: readonly BoundAction[], remap: KeyMap, name: string, code: string): KeyMap {
  const next: Record<string, readonly string[]> = { ...remap }
  for (const action of actions) {
    const keys = keysOf(action, remap)
    if (action.name === name) next[name] = [code]
    else if (keys.includes(code)) next[action.name] = keys.filter((key) => key !== code)
  }
  return next
}
