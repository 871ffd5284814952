// The Top list of the shift that runs, kept on the device. Frozen when the first menu of a shift is seen; what is sold goes
// on being tallied for the next one.
import type { State } from '@comanda/shared/domain/state'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { frozenFor, remembered, shiftOf, type TopMemory } from './top-dishes.ts'

export type TopShelf = Pick<Storage, 'getItem' | 'setItem'>

export type TopList = { itemIds: ReadonlySignal<readonly ItemId[]>; dispose: Cancel }

const shelfName = 'comanda.waiter.top'
const tallyEvery = 10 * 60_000

/** What a shelf holds may be of another program: what is odd counts as nothing. */
function readMemory(shelf: TopShelf): TopMemory {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(shelfName) ?? 'null')
    const { sold } = Object(kept) as { sold?: unknown }
    return typeof sold === 'object' && sold !== null ? (kept as TopMemory) : { sold: {} }
  } catch {
    return { sold: {} }
  }
}

function keep(shelf: TopShelf, memory: TopMemory): void {
  try {
    shelf.setItem(shelfName, JSON.stringify(memory))
  } catch {
    // the list is worked out again at the next start
  }
}

export function createTopList(
  confirmed: ReadonlySignal<State | undefined>,
  now: ReadonlySignal<number>,
  shelf: TopShelf,
): TopList {
  const memory = signal(readMemory(shelf))
  const tick = computed(() => Math.floor(now.value / tallyEvery))
  const loaded = computed(() => confirmed.value !== undefined)
  const date = computed(() => confirmed.value?.day.date ?? undefined)
  const dispose = effect(() => {
    tick.value
    const day = date.value
    if (!loaded.value) return
    const state = confirmed.peek()
    if (state === undefined) return
    const at = now.peek()
    const before = memory.peek()
    const shift = shiftOf(day ?? '', at, state.catalog.settings.zone)
    const next = before.frozen?.shift === shift ? remembered(before, state) : frozenFor(before, state, day ?? '', at)
    memory.value = next
    keep(shelf, next)
  })
  return { itemIds: computed(() => memory.value.frozen?.itemIds ?? []), dispose }
}
