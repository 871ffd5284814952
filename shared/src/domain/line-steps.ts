// Where a line may go from where it is: one table, total over statuses and steps. Absent means refused.
import type { LineStatus } from '../model/order.ts'

export const lineSteps = [
  'fire',
  'tell',
  'lay',
  'hold',
  'start',
  'finish',
  'undo',
  'serve',
  'void',
  'take-back',
  'drop',
  'exchange',
] as const
/** tell: the kitchen was told by voice. lay: it needs no ticket and is with the guests at once. finish / undo: every station is done / one took it back. drop: its waiter let it go. exchange: another dish took its place, made elsewhere. */
export type LineStep = (typeof lineSteps)[number]

type Row = Readonly<Partial<Record<LineStep, LineStatus>>>

export const lineTable: { readonly [From in LineStatus]: Row } = {
  asking: { fire: 'fired', hold: 'held', lay: 'served', void: 'voided', 'take-back': 'taken-back', drop: 'taken-back' },
  held: { fire: 'fired', tell: 'started', lay: 'served', void: 'voided', 'take-back': 'taken-back' },
  fired: {
    hold: 'held',
    start: 'started',
    finish: 'ready',
    serve: 'served',
    void: 'voided',
    'take-back': 'taken-back',
  },
  started: { exchange: 'fired', finish: 'ready', serve: 'served', void: 'voided' },
  ready: { undo: 'started', serve: 'served', void: 'voided' },
  served: { void: 'voided' },
  voided: {},
  'taken-back': {},
}

export const lineAfter = (status: LineStatus, step: LineStep): LineStatus | undefined => lineTable[status][step]

/** Still asked for: neither voided nor taken back. */
export const isLive = (status: LineStatus): boolean => status !== 'voided' && status !== 'taken-back'

/** Fired, and not yet ready: somebody is making it or about to. */
export const isCooking = (status: LineStatus): boolean => status === 'fired' || status === 'started'
