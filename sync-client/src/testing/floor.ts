// One device, one scripted server, one clock: what most tests of the client begin with.
import type { EventOf } from '@comanda/shared/domain/events'
import type { StaffId } from '@comanda/shared/model/ids'
import { beforeEach } from 'vitest'
import type { Sent } from '../client-types.ts'
import { Device } from './device.ts'
import { ScriptedServer } from './scripted-server.ts'
import { ana, commandId, leo, table } from './small-rules.ts'
import { VirtualTime } from './virtual-time.ts'

export const assigned = (name: string, staffId: StaffId = leo): EventOf<'section.assigned'> => ({
  type: 'section.assigned',
  tableIds: [table(name)],
  staffId,
  by: ana,
})

export class Floor {
  time = new VirtualTime()
  server = new ScriptedServer(this.time)
  device = new Device({ time: this.time, server: this.server })

  #devices = 1

  constructor() {
    this.server.keepBeating()
  }

  /** Another program on the same storage. */
  newDevice(): Device {
    this.#devices += 1
    const { time, server, device } = this
    return new Device({ time, server, outbox: device.stored, seed: this.#devices })
  }

  get client() {
    return this.device.client
  }

  async online(): Promise<void> {
    await this.client.start()
    await this.time.advance(1_000)
  }

  assign(name: string | number, staffId: StaffId = ana, id = commandId(name)): Sent {
    return this.client.send('section.assign', { tableIds: [table(name)], staffId }, { id })
  }

  holderOf(name: string | number): StaffId | null | undefined {
    return this.client.state()?.sections[table(name)]
  }

  /** Frames of one kind that came over the socket that is open now. */
  frames(kind: string) {
    return (this.server.open[0]?.frames ?? []).filter(({ t }) => t === kind)
  }
}

/** A new one before each test. */
export function freshFloor(): () => Floor {
  let floor = new Floor()
  beforeEach(() => {
    floor = new Floor()
  })
  return () => floor
}
