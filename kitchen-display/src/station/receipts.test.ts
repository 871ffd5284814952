import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { type PagePorts, watchReceipts } from './receipts.ts'
import type { Shown, Station } from './station.ts'

const shownOf = (id: string, version: number) => ({ view: { ticket: { id, version } } }) as unknown as Shown

/** A page whose frames, visibility and drawn slips the test decides. */
function pageOf() {
  let frame: (() => void) | undefined
  let visible: (() => void) | undefined
  const told: number[] = []
  const drawn = new Map<string, number>()
  const page = { isVisible: true }
  const ports: PagePorts = {
    afterPaint: (run) => {
      frame = run
      return () => {
        if (frame === run) frame = undefined
      }
    },
    isVisible: () => page.isVisible,
    onVisible: (run) => {
      visible = run
      return () => {}
    },
    drawn: () => drawn,
  }
  const shown = signal<readonly Shown[]>([])
  const confirmed = signal<{ seq: number } | undefined>(undefined)
  const station = { shown, beyond: signal(undefined), session: { signals: { confirmed } } } as unknown as Station
  watchReceipts(station, { painted: (seq: number) => told.push(seq) } as never, ports)
  return {
    page,
    told,
    drawn,
    shown,
    confirmed,
    paint: () => frame?.(),
    comeBack: () => {
      page.isVisible = true
      visible?.()
    },
  }
}

test('[KDS-13] a version is confirmed once it was drawn, and not before', () => {
  const { shown, confirmed, drawn, told, paint } = pageOf()
  shown.value = [shownOf('t1', 7)]
  confirmed.value = { seq: 7 }
  expect(told).toEqual([])
  drawn.set('t1', 7)
  paint()
  expect(told).toEqual([7])
})

test('[KDS-13] a slip that is missing, or drawn as it was before, confirms nothing', () => {
  const { shown, confirmed, drawn, told, paint } = pageOf()
  shown.value = [shownOf('t1', 7), shownOf('t2', 9)]
  confirmed.value = { seq: 9 }
  drawn.set('t1', 7)
  paint()
  drawn.set('t2', 8)
  paint()
  expect(told).toEqual([])
  drawn.set('t2', 9)
  paint()
  expect(told).toEqual([9])
})

test('[KDS-13] a hidden page confirms nothing until it is looked at', () => {
  const { page, shown, confirmed, drawn, told, paint, comeBack } = pageOf()
  page.isVisible = false
  drawn.set('t1', 7)
  shown.value = [shownOf('t1', 7)]
  confirmed.value = { seq: 7 }
  paint()
  expect(told).toEqual([])
  comeBack()
  paint()
  expect(told).toEqual([7])
})
