// What others ask of the manager who holds this device: who, what, how long it still lasts, and one tap (ADM-6).
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { toast } from '@comanda/ui-kit/toasts'
import { useState } from 'preact/hooks'
import { minutesLeft } from '../minutes-left.ts'
import type { AppSession } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'

export type ApprovalRequestsProps = {
  session: AppSession
  /** The action in the words of the screen. */
  nameOf: (action: string) => string
}

export function ApprovalRequests({ session, nameOf }: ApprovalRequestsProps) {
  const words = useShellTexts().approval
  const [answered, setAnswered] = useState<readonly string[]>([])
  const mine = session.me.value?.staffId
  const open = session.signals.approvals.value.filter(
    ({ requestId, by, expiresAt }) => by !== mine && !answered.includes(requestId) && expiresAt > session.now.value,
  )
  const answer = async (requestId: string, approve: boolean) => {
    setAnswered((before) => [...before, requestId])
    const told = await session.approvals.answer(requestId, approve)
    if (told.ok) return
    if (told.problem.code === 'unreachable') setAnswered((before) => before.filter((one) => one !== requestId))
    toast(told.problem.code === 'not-found' ? words.gone : told.problem.message, { tone: 'warn' })
  }
  const nameOfPerson = (id: string): string => session.people.value.find((one) => one.id === id)?.name ?? id
  return (
    <>
      {open.map(({ requestId, by, commandType, note, expiresAt }) => (
        <Banner
          key={requestId}
          tone="warn"
          glyph="bell"
          urgent
          title={words.wants(nameOfPerson(by), nameOf(commandType))}
          actions={
            <>
              <Button label={words.no} onPress={() => void answer(requestId, false)} />
              <Button label={words.yes} tone="primary" icon="check" onPress={() => void answer(requestId, true)} />
            </>
          }
        >
          {note === undefined ? '' : `${note} · `}
          {minutesLeft(expiresAt - session.now.value)}
        </Banner>
      ))}
    </>
  )
}
