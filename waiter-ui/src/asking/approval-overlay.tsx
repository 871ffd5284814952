// Where a manager's yes is asked for, and where a manager who waits tables gives it (ADM-6).
import { ApprovalDialog } from '@comanda/app-shell/parts/approval-dialog'
import { ApprovalRequests } from '@comanda/app-shell/parts/approval-requests'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../waiter.ts'
import { actionWords } from './action-words.ts'

export function ApprovalOverlay(): VNode {
  const { session, desk } = useWaiter()
  const texts = useTexts()
  const waiting = desk.awaitsYes.value
  const nameOf = (action: string): string => actionWords(action, texts)
  return (
    <>
      <ApprovalRequests session={session} nameOf={nameOf} />
      {waiting !== undefined && (
        <ApprovalDialog
          key={waiting.id}
          session={session}
          wish={{
            commandId: waiting.id,
            command: { type: waiting.wish.type, args: waiting.wish.args },
            action: waiting.action,
            ...(waiting.note === undefined ? {} : { note: waiting.note }),
          }}
          what={[nameOf(waiting.action), waiting.note].filter((word) => word !== undefined).join(': ')}
          onApproved={desk.approved}
          onClose={desk.notApproved}
        />
      )}
    </>
  )
}
