// What people meant, written down beside the program: each tap under the id that it made, whether the device had it on its
// disk, and what the device told its person. The end of a run is held against this.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'

export type Tap = {
  readonly id: CommandId
  readonly device: number
  readonly type: DeviceCommandType
  readonly args: Readonly<Record<string, unknown>>
  readonly at: Millis
  /** Its device had it on its disk. */
  durable: boolean
  /** The device's storage went away or back, and this with it. */
  storageLost: boolean
  /** What the person was told by this or an earlier life of the device. */
  told: Outcome | undefined
}

export class Ledger {
  readonly taps = new Map<CommandId, Tap>()
  /** Refusals that a person has read and put away. */
  readonly dismissed = new Set<CommandId>()

  tapped(tap: Pick<Tap, 'id' | 'device' | 'type' | 'args' | 'at'>): Tap {
    const known = this.taps.get(tap.id)
    if (known !== undefined) return known
    const made: Tap = { ...tap, durable: false, storageLost: false, told: undefined }
    this.taps.set(tap.id, made)
    return made
  }

  durable(ids: readonly CommandId[]): void {
    for (const id of ids) {
      const tap = this.taps.get(id)
      if (tap !== undefined) tap.durable = true
    }
  }

  storageLost(ids: readonly CommandId[]): void {
    for (const id of ids) {
      const tap = this.taps.get(id)
      if (tap !== undefined) tap.storageLost = true
    }
  }

  /** Taps of a device that no disk has: its person, seeing the draft still there, taps again. */
  unsavedOf(device: number): Tap[] {
    return [...this.taps.values()].filter((tap) => tap.device === device && !tap.durable && tap.told === undefined)
  }
}
