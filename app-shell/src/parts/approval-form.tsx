// Somebody else's yes, asked for where the work stopped (ADM-6): a PIN or a badge in place, or a request to the managers'
// own devices. Closing it leaves everything as it was.
import type { ApprovalId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Spinner } from '@comanda/ui-kit/components/spinner'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../api.ts'
import type { ApprovalWish, Approved, Refused, RequestState } from '../approvals.ts'
import { approversOf } from '../approvers.ts'
import { minutesLeft } from '../minutes-left.ts'
import type { AppSession, StaffMember } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { useBadge } from '../use-badge.ts'
import { PersonPin } from './person-pin.tsx'

export type ApprovalFormProps = {
  session: AppSession
  wish: ApprovalWish
  /** What is asked for, in the words of the screen: "Void 1 Soup (started)". */
  what: string
  onApproved: (approvalId: ApprovalId) => void
  onClose: () => void
}

type Asked = { readonly requestId: string; readonly expiresAt: number; readonly state: RequestState }

export function ApprovalForm({ session, wish, what, onApproved, onClose }: ApprovalFormProps) {
  const words = useShellTexts().approval
  const [person, choose] = useState<StaffMember>()
  const [asked, setAsked] = useState<Asked>()
  const [problem, setProblem] = useState<Problem>()
  const isOffline = session.signals.status.value.link !== 'live'
  const waits = asked?.state === 'open'

  const take = (answer: Approved | Refused): Problem | undefined => {
    if (answer.kind === 'approved') onApproved(answer.approvalId)
    return answer.kind === 'problem' ? answer.problem : undefined
  }
  useBadge(async (badge) => setProblem(take(await session.approvals.withBadge(wish, badge))))
  const ask = async () => {
    const answer = await session.approvals.ask(wish)
    setProblem(answer.kind === 'problem' ? answer.problem : undefined)
    if (answer.kind === 'asked') setAsked({ ...answer, state: 'open' })
  }
  const requestId = asked?.requestId
  useEffect(() => {
    if (requestId === undefined) return
    return session.approvals.follow(requestId, (state, approvalId) => {
      if (approvalId !== undefined) onApproved(approvalId)
      else setAsked((before) => before && { ...before, state })
    })
  }, [requestId])

  return (
    <Dialog
      title={words.title}
      detail={words.what(what)}
      onClose={onClose}
      actions={<Button label={words.cancel} tone="quiet" onPress={onClose} />}
    >
      <div class="k-stack">
        {isOffline && <EmptyState glyph="offline" title={words.offline} />}
        {problem && <p role="alert">{`${problem.message} ${problem.next}`}</p>}
        {asked?.state === 'refused' && <p role="alert">{words.refused}</p>}
        {asked?.state === 'over' && <p role="alert">{words.over}</p>}
        {waits && (
          <p class="k-row" role="status">
            <Spinner label={words.title} />
            {words.asked(minutesLeft(asked.expiresAt - session.now.value))}
          </p>
        )}
        {person === undefined ? (
          <>
            <p class="k-muted">{words.who}</p>
            <ul class="a-people" aria-label={words.who}>
              {approversOf(session, wish.action).map((one) => (
                <li key={one.id}>
                  <Button label={one.name} size="l" wide onPress={() => choose(one)} />
                </li>
              ))}
            </ul>
            {!waits && <Button label={words.ask} icon="bell" wide size="l" onPress={ask} />}
          </>
        ) : (
          <PersonPin
            person={person}
            onBack={() => choose(undefined)}
            tryPin={async (pin) => take(await session.approvals.withPin(wish, person.id, pin))}
          />
        )}
      </div>
    </Dialog>
  )
}
