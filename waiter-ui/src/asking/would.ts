// What the rules would say to a command here and now: a button asks them, and never has rules of its own.
import type { Wish } from '@comanda/app-shell/wish'
import type { Numbered } from '@comanda/shared/domain/commands'
import type { Context, Decision } from '@comanda/shared/domain/decision'
import type { ErrorCode } from '@comanda/shared/domain/errors'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'

export type Would =
  | { readonly kind: 'yes' }
  /** Yes, once somebody with the right role agrees to this action. */
  | { readonly kind: 'approval'; readonly action: string }
  | { readonly kind: 'no'; readonly code: ErrorCode; readonly details?: Readonly<Record<string, unknown>> }

/** The rules, which come in a load of their own. */
export type Decide = (state: State, command: Numbered, context: Context) => Decision

export type Trial = {
  readonly decide: Decide
  readonly state: State
  readonly now: number
  readonly staffId: StaffId
  readonly roles: readonly Role[]
  readonly deviceId: DeviceId
  readonly sid?: SessionId
}

const nobodysId = 'would' as CommandId

export function would({ decide, state, now, staffId, roles, deviceId, sid }: Trial, wish: Wish): Would {
  // the types say it: a wish is a command without its number
  const command = { ...wish, id: nobodysId } as Numbered
  const decision = decide(state, command, {
    now,
    writtenAt: now,
    businessDate: state.day.date ?? '1970-01-01',
    asker: { kind: 'staff', staffId, roles, deviceId, ...(sid === undefined ? {} : { sid }) },
  })
  if (decision.ok) return { kind: 'yes' }
  const { code, details } = decision.error
  if (code === 'needs-approval') return { kind: 'approval', action: String(details?.action ?? wish.type) }
  return { kind: 'no', code, ...(details === undefined ? {} : { details }) }
}
