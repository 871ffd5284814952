// Rings once for each thing that is new: a sound and a touch, each with its twin on the glass. What was there when the
// screen was opened does not ring, and neither does what somebody goes for already.
import type { Sound } from '@comanda/ui-kit/sound'
import { type Alert, isQuiet } from './alert-list.ts'

const sounds: Readonly<Record<Alert['kind'], Sound>> = {
  ready: 'ready',
  call: 'call',
  'kitchen-asks': 'changed',
  unconfirmed: 'late',
  held: 'changed',
  'refused-round': 'late',
  bill: 'changed',
  printer: 'late',
  'bill-print': 'late',
  'sold-out': 'changed',
  uncalled: 'late',
}

const patterns: Readonly<Record<Alert['kind'], number[]>> = {
  ready: [120, 80, 120],
  call: [250, 100, 250],
  'kitchen-asks': [90, 60, 90, 60, 90],
  unconfirmed: [400, 120, 400],
  held: [90],
  'refused-round': [400],
  bill: [90, 60, 90],
  printer: [400],
  'bill-print': [400],
  'sold-out': [90, 60, 90, 60, 90],
  uncalled: [400, 120, 400],
}

/** The most pressing first. */
export const pressing: readonly Alert['kind'][] = [
  'unconfirmed',
  'call',
  'uncalled',
  'ready',
  'bill-print',
  'bill',
  'kitchen-asks',
  'sold-out',
  'refused-round',
  'printer',
  'held',
]

/** An escalation is new to whom it reaches: the alert was not there before. */
const ringKey = (alert: Alert): string => alert.key

export type Ring = { readonly sound: Sound; readonly pattern: number[] }

/** What has to ring now, at most once for all that came together: the most pressing of them. */
export function ringFor(known: ReadonlySet<string>, alerts: readonly Alert[]): Ring | undefined {
  const fresh = alerts.filter((alert) => alert.takenBy === undefined && !isQuiet(alert) && !known.has(ringKey(alert)))
  const [first] = [...fresh].sort((a, b) => pressing.indexOf(a.kind) - pressing.indexOf(b.kind))
  return first === undefined ? undefined : { sound: sounds[first.kind], pattern: patterns[first.kind] }
}

export const knownAfter = (alerts: readonly Alert[]): ReadonlySet<string> => new Set(alerts.map(ringKey))
