// KDS-16: how large letters must be follows from the screen's diagonal and the distance it is read from. 20 minutes of arc
// for a capital letter, which ISO 9241-303 prefers; a dish's name is set in that size and everything else follows from it.

export type Glass = {
  /** Of the window, in CSS pixels: a kiosk keeps one of them to one of the screen's. */
  readonly widthPx: number
  readonly heightPx: number
}

export type Viewing = {
  readonly diagonalInches: number
  readonly distanceMm: number
}

const perMillimetre = 0.00813
const smallest = 16
const largest = 160

export const pixelsPerMm = (glass: Glass, viewing: Viewing): number =>
  Math.hypot(glass.widthPx, glass.heightPx) / (viewing.diagonalInches * 25.4)

export const itemSize = (glass: Glass, viewing: Viewing): number => {
  const exact = viewing.distanceMm * pixelsPerMm(glass, viewing) * perMillimetre
  return Math.round(Math.min(largest, Math.max(smallest, exact)))
}
