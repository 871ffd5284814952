// Who is at which table with a draft, and which tablets are silent. Kept nowhere but here; gone with the program.

import type { DeviceId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Presence } from '@comanda/shared/protocol/down'

const gathering: Millis = 250
/** Told again at least this often, so that a screen can count for how long a tablet was silent. */
const refresh: Millis = 10_000
const forgottenAfter: Millis = 12 * 3600 * 1000

export type Person = Presence['people'][number]
type Said = { staffId?: StaffId; tableId?: TableId; draftLines: number; unsent: number }

export type PresencePorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly tell: (people: readonly Person[]) => void
}

export class PresenceBook {
  readonly #ports: PresencePorts
  readonly #people = new Map<DeviceId, Said & { heardAt: Millis }>()
  #gathers = false
  readonly #stop: Cancel

  constructor(ports: PresencePorts) {
    this.#ports = ports
    let cancel: Cancel = () => {}
    const again = (): void => {
      cancel = ports.timers.after(refresh, () => {
        if (this.#people.size > 0) this.#tell()
        again()
      })
    }
    again()
    this.#stop = () => cancel()
  }

  /** Cheap on purpose: every frame of a device comes by here. */
  heard(deviceId: DeviceId): void {
    const person = this.#people.get(deviceId)
    if (person !== undefined) person.heardAt = this.#ports.clock.now()
  }

  said(deviceId: DeviceId, said: Said): void {
    this.#people.set(deviceId, { ...said, heardAt: this.#ports.clock.now() })
    this.#soon()
  }

  /** A tablet that went away stays in the list as silent: its unsent work is still somewhere. */
  left(deviceId: DeviceId): void {
    if (this.#people.has(deviceId)) this.#soon()
  }

  people(): readonly Person[] {
    const oldest = this.#ports.clock.now() - forgottenAfter
    for (const [deviceId, { heardAt }] of this.#people) if (heardAt < oldest) this.#people.delete(deviceId)
    return [...this.#people].map(([deviceId, person]) => ({ deviceId, ...person }))
  }

  stop(): void {
    this.#stop()
  }

  #soon(): void {
    if (this.#gathers) return
    this.#gathers = true
    this.#ports.timers.after(gathering, () => {
      this.#gathers = false
      this.#tell()
    })
  }

  #tell(): void {
    this.#ports.tell(this.people())
  }
}
