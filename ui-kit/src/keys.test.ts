import { expect, test } from 'vitest'
import { type Action, bound } from './action.ts'
import { bindKeys, type KeyMap, type KeyOptions, keyName, keysOf, learned } from './keys.ts'

type Rail = { open: number; bumped: string[] }

const bump: Action<Rail, string> = {
  name: 'bump',
  label: (_, slot) => `Bump ${slot}`,
  key: ['Enter', 'ControlLeft'],
  enabled: ({ open }) => open > 0 || 'The rail is empty',
  run: (rail, slot) => {
    rail.bumped.push(slot)
  },
}

const recall: Action<Rail> = {
  name: 'recall',
  label: () => 'Recall',
  key: 'Backspace',
  enabled: () => true,
  run: (rail) => {
    rail.bumped.pop()
  },
}

class Key extends Event {
  readonly code: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly altKey = false
  readonly metaKey = false
  constructor(code: string, held: { repeat?: boolean; ctrlKey?: boolean } = {}) {
    super('keydown', { cancelable: true })
    this.code = code
    this.repeat = held.repeat ?? false
    this.ctrlKey = held.ctrlKey ?? false
  }
}

/** Something focused, as far as keys ask about it. */
class Focused extends EventTarget {
  readonly ownerDocument: { querySelector(selector: string): unknown }
  readonly #matches: (selector: string) => boolean
  constructor(matches: (selector: string) => boolean = () => false, dialog = false) {
    super()
    this.#matches = matches
    this.ownerDocument = { querySelector: () => (dialog ? {} : null) }
  }
  closest(selector: string): unknown {
    return this.#matches(selector) ? this : null
  }
}

function kitchen(options: Partial<KeyOptions> = {}, target: EventTarget = new Focused(), open = 2) {
  const rail: Rail = { open, bumped: [] }
  const actions = () => [bound(bump, rail, 'T8'), bound(recall, rail, undefined)]
  const stop = bindKeys(actions, { target: target as KeyOptions['target'], ...options })
  const press = (code: string, held?: { repeat?: boolean; ctrlKey?: boolean }) => {
    const key = new Key(code, held)
    target.dispatchEvent(key)
    return key
  }
  return { rail, press, stop }
}

test('each of its keys does what the button does, and the page does nothing with it', () => {
  const { rail, press } = kitchen()
  expect(press('Enter').defaultPrevented).toBe(true)
  press('ControlLeft', { ctrlKey: true })
  expect(rail.bumped).toEqual(['T8', 'T8'])
  press('Backspace')
  expect(rail.bumped).toEqual(['T8'])
  expect(press('KeyX').defaultPrevented).toBe(false)
})

test('a key that is held down acts once, and a chord is left to the browser', () => {
  const { rail, press } = kitchen()
  press('Enter')
  press('Enter', { repeat: true })
  press('Backspace', { ctrlKey: true })
  expect(rail.bumped).toEqual(['T8'])
})

test('nothing happens while somebody types', () => {
  const { rail, press } = kitchen({}, new Focused((selector) => selector.includes('textarea')))
  expect(press('Backspace').defaultPrevented).toBe(false)
  press('ControlLeft')
  expect(rail.bumped).toEqual([])
})

test('a focused button keeps Enter for itself and leaves the other keys', () => {
  const { rail, press } = kitchen({}, new Focused((selector) => selector.startsWith('button')))
  expect(press('Enter').defaultPrevented).toBe(false)
  expect(rail.bumped).toEqual([])
  press('ControlLeft')
  expect(rail.bumped).toEqual(['T8'])
})

test('behind an open dialog keys do nothing', () => {
  const { rail, press } = kitchen({}, new Focused(() => false, true))
  press('Enter')
  expect(rail.bumped).toEqual([])
})

test('keys can be mapped anew, taken away and switched off', () => {
  let remap: KeyMap = { bump: ['KeyB'] }
  let on = true
  const { rail, press } = kitchen({ remap: () => remap, on: () => on })
  press('Enter')
  expect(rail.bumped).toEqual([])
  press('KeyB')
  expect(rail.bumped).toEqual(['T8'])
  remap = { bump: [] }
  press('KeyB')
  press('Enter')
  expect(rail.bumped).toEqual(['T8'])
  remap = {}
  on = false
  press('Enter')
  expect(rail.bumped).toEqual(['T8'])
})

test('what is refused says why', () => {
  const refused: string[] = []
  const { rail, press } = kitchen({ onRefused: ({ name }, why) => refused.push(`${name}: ${why}`) }, undefined, 0)
  press('Enter')
  expect(rail.bumped).toEqual([])
  expect(refused).toEqual(['bump: The rail is empty'])
})

test('of two actions with one key, the one that may act does', () => {
  const { rail, press } = kitchen({ remap: () => ({ recall: ['Enter'] }) }, undefined, 0)
  rail.bumped.push('T3')
  press('Enter')
  expect(rail.bumped).toEqual([])
})

test('after it is stopped nothing is heard', () => {
  const { rail, press, stop } = kitchen()
  stop()
  press('Enter')
  expect(rail.bumped).toEqual([])
})

test('a learned key is taken from whoever had it', () => {
  const rail: Rail = { open: 1, bumped: [] }
  const actions = [bound(bump, rail, 'T8'), bound(recall, rail, undefined)]
  const remap = learned(actions, {}, 'recall', 'Enter')
  expect(remap).toEqual({ bump: ['ControlLeft'], recall: ['Enter'] })
  expect(actions.map((action) => keysOf(action, remap))).toEqual([['ControlLeft'], ['Enter']])
  expect(learned(actions, remap, 'bump', 'Enter')).toEqual({ bump: ['Enter'], recall: [] })
})

test.each([
  ['KeyA', 'A'],
  ['Digit1', '1'],
  ['Numpad7', 'Num 7'],
  ['NumpadEnter', 'Num Enter'],
  ['NumpadAdd', 'Num +'],
  ['ArrowLeft', '←'],
  ['ControlLeft', 'Ctrl'],
  ['F1', 'F1'],
])('%s is called %s', (code, name) => {
  expect(keyName(code)).toBe(name)
})
