// Which marks of a ticket find room over its head: none is ever cut or left out. First the time goes, which the age beneath
// says as well; then words go from the last mark to the second, and their glyphs stay.
import type { MeasureText } from '../layout/text-rows.ts'

export type FlagText = { readonly word: string; readonly time?: string }
export type FlagFit = 'whole' | 'timeless' | 'glyph'

/** What the style sheet says of them, in their own size. */
const glyphEm = 1.3
const gapEm = 0.35

const widthOf = ({ word, time }: FlagText, fit: FlagFit, px: number, measure: MeasureText): number => {
  if (fit === 'glyph') return px * glyphEm
  const words = measure(word, px, true) + word.length * px * 0.03
  return (
    px * (glyphEm + gapEm) + words + (fit === 'whole' && time !== undefined ? measure(time, px, true) + px * gapEm : 0)
  )
}

export const fitFlags = (flags: readonly FlagText[], roomPx: number, px: number, measure: MeasureText): FlagFit[] => {
  const fits: FlagFit[] = flags.map(() => 'whole')
  const isTooWide = () =>
    flags.reduce((sum, flag, at) => sum + widthOf(flag, fits[at] ?? 'whole', px, measure) + px * gapEm, 0) > roomPx
  if (isTooWide()) fits.fill('timeless')
  for (let at = flags.length - 1; at > 0 && isTooWide(); at--) fits[at] = 'glyph'
  return fits
}
