// Commands that wait for somebody in charge to say yes from another device (ADM-6). One tap, dead after two minutes, kept
// nowhere but here.

import type { Action } from '@comanda/shared/domain/permissions'
import type { CommandId, DeviceId, StaffId } from '@comanda/shared/model/ids'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Approvals } from '@comanda/shared/protocol/down'

const requestLasts: Millis = 2 * 60_000
/** Whoever asked may hear the answer a little longer. */
const answerLasts: Millis = 60_000
const mostOpen = 100

export type Asked = {
  readonly commandId: CommandId
  readonly commandType: Action
  /** A digest of what is to be approved. */
  readonly covers: string
  readonly by: StaffId
  readonly deviceId: DeviceId
  readonly note?: string
}

type Told =
  | { readonly state: 'open' }
  | { readonly state: 'approved'; readonly approvalId: string }
  | { readonly state: 'refused' }
type Kept = { readonly asked: Asked; readonly expiresAt: Millis; told: Told }

export type DeskPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly newId: () => string
  readonly tell: (open: Approvals['open']) => void
}

export class ApprovalDesk {
  readonly #ports: DeskPorts
  readonly #requests = new Map<string, Kept>()

  constructor(ports: DeskPorts) {
    this.#ports = ports
  }

  /** undefined: so many are waiting that nobody will look. */
  ask(asked: Asked): { requestId: string; expiresAt: Millis } | undefined {
    if (this.open().length >= mostOpen) return undefined
    const requestId = this.#ports.newId()
    const expiresAt = this.#ports.clock.now() + requestLasts
    this.#requests.set(requestId, { asked, expiresAt, told: { state: 'open' } })
    this.#ports.timers.after(requestLasts, () => this.#tell())
    this.#ports.timers.after(requestLasts + answerLasts, () => this.#requests.delete(requestId))
    this.#tell()
    return { requestId, expiresAt }
  }

  /** What is asked, while it may still be answered. */
  find(requestId: string): Asked | undefined {
    const kept = this.#requests.get(requestId)
    return kept !== undefined && this.#isOpen(kept) ? kept.asked : undefined
  }

  answer(requestId: string, told: Exclude<Told, { state: 'open' }>): void {
    const kept = this.#requests.get(requestId)
    if (kept === undefined) return
    kept.told = told
    this.#tell()
  }

  /** For the device that asked, and no other. */
  stateFor(requestId: string, deviceId: DeviceId): Told | { readonly state: 'over' } {
    const kept = this.#requests.get(requestId)
    if (kept === undefined || kept.asked.deviceId !== deviceId) return { state: 'over' }
    return kept.told.state === 'open' && !this.#isOpen(kept) ? { state: 'over' } : kept.told
  }

  open(): Approvals['open'] {
    return [...this.#requests]
      .filter(([, kept]) => this.#isOpen(kept))
      .map(
        ([
          requestId,
          {
            asked: { covers: _covers, ...asked },
            expiresAt,
          },
        ]) => ({ requestId, ...asked, expiresAt }),
      )
  }

  #isOpen({ told, expiresAt }: Kept): boolean {
    return told.state === 'open' && expiresAt > this.#ports.clock.now()
  }

  #tell(): void {
    this.#ports.tell(this.open())
  }
}
