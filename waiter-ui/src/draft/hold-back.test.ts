import type { CommandId } from '@comanda/shared/model/ids'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createHoldBack, secondsHeld } from './hold-back.ts'

const id = 'd' as CommandId

function heldBack() {
  const now = signal(1_000_000)
  const me = signal<object | undefined>({ sid: 'ana' })
  const page = { visibilityState: 'visible', listeners: [] as (() => void)[] }
  const sent: string[] = []
  const holdBack = createHoldBack({
    session: { me, now, client: { serverNow: () => now.peek() } } as never,
    on: signal(true),
    page: {
      get visibilityState() {
        return page.visibilityState
      },
      addEventListener: (_: string, run: () => void) => page.listeners.push(run),
    } as never,
  })
  const wait = (seconds: number) => {
    now.value += seconds * 1000
  }
  const hide = () => {
    page.visibilityState = 'hidden'
    for (const listener of page.listeners) listener()
  }
  return { holdBack, me, now, sent, wait, hide, send: () => holdBack.hold(id, () => sent.push('round')) }
}

describe('a Send that is held back', () => {
  test('goes when its five seconds are over, once', () => {
    const { holdBack, now, send, sent, wait } = heldBack()
    send()
    wait(2)
    const held = holdBack.held.value.get(id)
    expect([sent, held === undefined ? 0 : secondsHeld(held, now.value)]).toEqual([[], 3])
    wait(3)
    wait(9)
    expect([sent, holdBack.held.value.size]).toEqual([['round'], 0])
  })

  test('does not go once it is undone, nor in the name of who comes next', () => {
    const { holdBack, me, send, sent, wait } = heldBack()
    send()
    holdBack.undo(id)
    wait(9)
    send()
    me.value = { sid: 'boris' }
    wait(9)
    expect(sent).toEqual([])
  })

  test('goes at once when the page is put away', () => {
    const { hide, send, sent } = heldBack()
    send()
    hide()
    expect(sent).toEqual(['round'])
  })
})
