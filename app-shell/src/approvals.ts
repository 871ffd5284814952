// Somebody else's yes to one command (ADM-6): with a PIN or a badge in place, or from a manager's own device.

import type { ApprovalId, CommandId, StaffId } from '@comanda/shared/model/ids'
import type { Cancel, Millis } from '@comanda/shared/ports/time'
import { type Answer, type Api, isFields, type Problem } from './api.ts'

/** What needs the yes: a command under the id that it will be sent with, and the action that the refusal named. */
export type ApprovalWish = {
  readonly commandId: CommandId
  /** The command itself: the yes counts for nothing else. */
  readonly command: { readonly type: string; readonly args: unknown }
  readonly action: string
  readonly note?: string
}

export type Approved = { readonly kind: 'approved'; readonly approvalId: ApprovalId; readonly by?: StaffId }
export type Refused = { readonly kind: 'problem'; readonly problem: Problem }

export type RequestState = 'open' | 'approved' | 'refused' | 'over'

export type Requested = { readonly kind: 'asked'; readonly requestId: string; readonly expiresAt: Millis } | Refused

export type Approvals = {
  withPin(wish: ApprovalWish, staffId: StaffId, pin: string): Promise<Approved | Refused>
  withBadge(wish: ApprovalWish, badge: string): Promise<Approved | Refused>
  /** Shows on every device that a manager is signed in on, for two minutes. */
  ask(wish: ApprovalWish): Promise<Requested>
  /** Looks every two seconds until it is no longer open. */
  follow(requestId: string, hear: (state: RequestState, approvalId?: ApprovalId) => void): Cancel
  /** A manager's own answer to somebody's request. */
  answer(requestId: string, approve: boolean): Promise<Answer>
}

const lookAgain: Millis = 2_000

const approvedIn = (answer: Answer): Approved | Refused => {
  if (!answer.ok) return { kind: 'problem', problem: answer.problem }
  const body = isFields(answer.body) ? answer.body : {}
  const by = typeof body.by === 'string' ? { by: body.by as StaffId } : {}
  return { kind: 'approved', approvalId: String(body.approvalId) as ApprovalId, ...by }
}

export type ApprovalParts = {
  readonly api: Api
  readonly after: (delay: Millis, run: () => void) => Cancel
}

export function createApprovals({ api, after }: ApprovalParts): Approvals {
  const named = ({ commandId, command, action }: ApprovalWish) => ({ commandId, command, commandType: action })

  async function stateOf(requestId: string): Promise<{ state: RequestState; approvalId?: ApprovalId }> {
    const answer = await api.get(`/api/approval-requests/${requestId}`)
    // What cannot be reached just now is still open: the server alone knows better.
    if (!answer.ok) return { state: answer.problem.code === 'unreachable' ? 'open' : 'over' }
    const { state, approvalId } = isFields(answer.body) ? answer.body : {}
    if (state === 'approved' && typeof approvalId === 'string') return { state, approvalId: approvalId as ApprovalId }
    return { state: state === 'open' || state === 'refused' ? state : 'over' }
  }

  return {
    withPin: async (wish, staffId, pin) =>
      approvedIn(await api.post('/api/approvals', { ...named(wish), staffId, pin })),
    withBadge: async (wish, badge) => approvedIn(await api.post('/api/approvals', { ...named(wish), badge })),
    async ask(wish) {
      const note = wish.note === undefined ? {} : { note: wish.note }
      const answer = await api.post('/api/approval-requests', { ...named(wish), ...note })
      if (!answer.ok) return { kind: 'problem', problem: answer.problem }
      const body = isFields(answer.body) ? answer.body : {}
      return { kind: 'asked', requestId: String(body.requestId), expiresAt: Number(body.expiresAt) }
    },
    follow(requestId, hear) {
      let stopped = false
      let cancel: Cancel = () => {}
      const look = (): void => {
        void stateOf(requestId).then(({ state, approvalId }) => {
          if (stopped) return
          hear(state, approvalId)
          if (state === 'open') cancel = after(lookAgain, look)
        })
      }
      look()
      return () => {
        stopped = true
        cancel()
      }
    },
    answer: (requestId, approve) => api.post(`/api/approval-requests/${requestId}`, { approve }),
  }
}
