// How many rows a text takes: words go onto a row until the next one does not fit, as a browser does it.

/** The width of a text in the screen's font. */
export type MeasureText = (text: string, sizePx: number, bold: boolean) => number

export const textRows = (
  text: string,
  widthPx: number,
  sizePx: number,
  bold: boolean,
  measure: MeasureText,
): number => {
  let rows = 1
  let used = 0
  const space = measure(' ', sizePx, bold)
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const width = measure(word, sizePx, bold)
    const wanted = used === 0 ? width : used + space + width
    if (wanted <= widthPx || used === 0) {
      // a word wider than the row is broken inside
      rows += Math.max(0, Math.ceil(wanted / widthPx) - 1)
      used = wanted <= widthPx ? wanted : wanted % widthPx
    } else {
      rows += 1 + Math.max(0, Math.ceil(width / widthPx) - 1)
      used = width <= widthPx ? width : width % widthPx
    }
  }
  return rows
}
