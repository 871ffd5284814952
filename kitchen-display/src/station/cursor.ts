// Where the keys point on a ticket: at its allergies while they are unseen, then at its lines in order.
import type { LineId } from '@comanda/shared/model/ids'
import type { SlipView } from '../slip/slip-view.ts'

export type Stop =
  | { readonly kind: 'allergies' }
  | { readonly kind: 'line'; readonly lineId: LineId; readonly isVoid: boolean }

export const stopsOf = (view: SlipView): Stop[] => [
  ...(view.allergySeen || view.allergies.length === 0 ? [] : [{ kind: 'allergies' as const }]),
  ...view.groups.flatMap(({ lines }) =>
    lines.map(({ lineId, voided }) => ({ kind: 'line' as const, lineId, isVoid: voided !== undefined })),
  ),
]

export const keyOf = (stop: Stop): string => (stop.kind === 'allergies' ? 'allergies' : stop.lineId)

/** What a bump has to wait for: an unseen allergy first, then a void without its verdict. */
export const blockerOf = (view: SlipView): Stop | undefined => {
  const stops = stopsOf(view)
  return stops.find(({ kind }) => kind === 'allergies') ?? stops.find((stop) => stop.kind === 'line' && stop.isVoid)
}

/** One further or one back; before the first move, the first that is not done. */
export const moved = (view: SlipView, at: string | undefined, by: 1 | -1): string | undefined => {
  const stops = stopsOf(view)
  const index = stops.findIndex((stop) => keyOf(stop) === at)
  if (index < 0) {
    const undone = view.groups.flatMap(({ lines }) => lines).find(({ done }) => !done)
    const first = stops[0]?.kind === 'allergies' ? stops[0] : stops.find((stop) => keyOf(stop) === undone?.lineId)
    const chosen = first ?? stops[0]
    return chosen && keyOf(chosen)
  }
  const next = stops[Math.max(0, Math.min(stops.length - 1, index + by))]
  return next && keyOf(next)
}
