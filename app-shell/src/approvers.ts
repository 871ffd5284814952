// Who may say yes to an action here and now, by the rules that the server asks too.

import { type Action, actions, mayApprove } from '@comanda/shared/domain/permissions'
import type { AppSession, StaffMember } from './session.ts'

const isAction = (name: string): name is Action => actions.some((one) => one === name)

export function approversOf(session: AppSession, action: string): readonly StaffMember[] {
  const state = session.signals.confirmed.value
  if (state === undefined || !isAction(action)) return []
  return session.people.value.filter(({ id, mayEnter }) => mayEnter && mayApprove(state, id, action))
}
