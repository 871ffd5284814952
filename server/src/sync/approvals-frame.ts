// What waits for a yes, as those hear of it whose yes may count.

import type { State } from '@comanda/shared/domain/state'
import type { StaffId } from '@comanda/shared/model/ids'
import type { Approvals } from '@comanda/shared/protocol/down'
import { framedText } from './shared-frame.ts'

export const approvalsFrame = (open: Approvals['open']): Buffer => framedText(JSON.stringify({ t: 'approvals', open }))

export function hearsApprovals({ catalog }: State, staffId: StaffId | undefined): boolean {
  const roles = staffId === undefined ? undefined : catalog.people[staffId]?.roles
  return roles?.some((role) => role === 'manager' || role === 'owner') === true
}
