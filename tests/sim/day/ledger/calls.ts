// Guests' calls: when each came, when somebody answered, and which ended with the table.
import type { Book } from './book.ts'

export function openCall(
  book: Book,
  { id, at }: { id: string; at: number },
  { tableId, kind }: { tableId: string; kind: string },
): void {
  book.calls.set(`${id}.c`, { tableId, kind, at, answeredAt: undefined, open: true, cancelled: false })
}

export function answerCall(book: Book, at: number, callId: string, ended: boolean): void {
  const call = book.calls.get(callId)
  if (call === undefined) throw new Error(`nobody called ${callId}`)
  if (!call.open) return
  call.answeredAt ??= at
  if (ended) call.open = false
}

/** Who called is gone. */
export function forgetCalls(book: Book, tableId: string): void {
  for (const call of book.calls.values()) {
    if (call.tableId !== tableId || !call.open) continue
    call.open = false
    call.cancelled = true
  }
}
