// Rows in seq order, handed out seq by seq in one pass. What is asked past is stray.

export type SeqCursor<Row> = {
  /** The rows of this seq. Seqs are asked in rising order. */
  take(seq: number): readonly Row[]
  /** The first row that no seq asked for, once everything was taken. */
  stray(): Row | undefined
  /** Lets go of the rows not read. */
  close(): void
}

export const createSeqCursor = <Row>(rows: Iterable<Row>, seqOf: (row: Row) => number): SeqCursor<Row> => {
  const iterator = rows[Symbol.iterator]()
  let next = iterator.next()
  let stray: Row | undefined
  return {
    take: (seq) => {
      const taken: Row[] = []
      while (next.done !== true && seqOf(next.value) <= seq) {
        if (seqOf(next.value) === seq) taken.push(next.value)
        else stray ??= next.value
        next = iterator.next()
      }
      return taken
    },
    stray: () => {
      if (next.done !== true) stray ??= next.value
      while (next.done !== true) next = iterator.next()
      return stray
    },
    close: () => void iterator.return?.(),
  }
}
