// What finds commands and orders again, compared with the log as far as it was filed.
import type { Origin } from './log.ts'
import { createSeqCursor } from './seq-cursor.ts'
import type { Report } from './verify-beside.ts'
import type { LogRows } from './verify-rows.ts'

type Answered = { readonly lastSeq: number; readonly origin: Origin }

const check = (
  table: string,
  { wanted, found, row }: { wanted: readonly string[]; found: readonly string[]; row: string },
  report: Report,
): void => {
  if (wanted.join() !== found.join())
    report(table, row, `has (${found.join()}) where the answer has (${wanted.join()})`)
}

/** Follows the answers in their order. */
export const createFiledWalk = ({ filed, head }: LogRows, report: Report) => {
  if (filed === undefined) return { step: () => {}, end: () => {}, close: () => {} }
  const commands = createSeqCursor(filed.commands(), ({ seq }) => seq)
  const numbers = createSeqCursor(filed.numbers(), ({ seq }) => seq)
  return {
    step: ({ lastSeq, origin }: Answered): void => {
      if (lastSeq > filed.upTo) return
      const row = `seq ${lastSeq}`
      const ids = commands.take(lastSeq).map(({ commandId }) => commandId)
      check('filed_commands', { row, wanted: origin.again === true ? [] : [origin.commandId], found: ids }, report)
      const { client } = origin
      const places = numbers.take(lastSeq).map(({ clientId, cseq }) => `${clientId} ${cseq}`)
      const wanted = client === undefined ? [] : [`${client.clientId} ${client.cseq}`]
      check('filed_numbers', { row, wanted, found: places }, report)
    },
    end: (): void => {
      for (const [table, cursor] of [
        ['filed_commands', commands],
        ['filed_numbers', numbers],
      ] as const) {
        const stray = cursor.stray()
        if (stray !== undefined) report(table, `seq ${stray.seq}`, 'belongs to no answer')
      }
      if (filed.upTo > head.head) report('filed', 'seq', `says ${filed.upTo}, the log ends at ${head.head}`)
    },
    close: (): void => {
      commands.close()
      numbers.close()
    },
  }
}
