// Rows of the pass are of several heights: as many as find room hang on a page, in order, and one at least.

/** Where each page begins. */
export const pageStarts = (heights: readonly number[], roomPx: number, gapPx: number): number[] => {
  const starts = [0]
  let used = 0
  for (const [index, height] of heights.entries()) {
    if (index > 0 && used + height > roomPx) {
      starts.push(index)
      used = 0
    }
    used += height + gapPx
  }
  return starts
}
