// A device at the far end of a session, as plain as a test wants it.

import type { DeviceKind } from '@comanda/db/access'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { ClientId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Cmd, Hello, UpFrame } from '@comanda/shared/protocol/up'
import type { Written } from '../access/staff-sessions.ts'
import type { Asking } from '../restaurant/waiting.ts'
import { Session } from '../sync/session.ts'
import type { TestRestaurant } from './memory-restaurant.ts'
import { type RecordedWire, recordedWire } from './recorded-wire.ts'

export type TestDevice = {
  readonly wire: RecordedWire
  readonly session: Session
  readonly clientId: ClientId
  say: (frame: UpFrame) => void
  raw: (text: string) => void
  hello: (more?: Partial<Hello>) => void
  send: (cseq: number, type: string, args: Record<string, unknown>, more?: Partial<Cmd>) => void
}

export type DeviceOptions = {
  readonly name: string
  readonly kind?: DeviceKind
  readonly staffId?: string
  readonly asking?: (written: Written) => Asking | Promise<Asking>
}

export function testDevice(on: TestRestaurant, { name, kind = 'tablet', staffId, asking }: DeviceOptions): TestDevice {
  const wire = recordedWire()
  const deviceId = name as DeviceId
  const clientId = `client-${name}` as ClientId
  const sid = `session-${name}` as SessionId
  const nobody: Asking = { kind: 'device', deviceId, problem: { code: 'not-signed-in' } }
  const somebody: Asking = { kind: 'staff', staffId: staffId as StaffId, deviceId, sid }
  const session = new Session({
    restaurant: on.restaurant,
    wire,
    identity: { deviceId, kind, ...(staffId === undefined ? {} : { staff: { sid, staffId: staffId as StaffId } }) },
    clock: on.time.clock,
    timers: on.time.timers,
    asking: asking ?? (() => (staffId === undefined ? nobody : somebody)),
    watch: { refused: () => {}, failed: (cause) => on.bugs.push(cause) },
  })
  const say = (frame: UpFrame): void => session.receive(JSON.stringify(frame))
  return {
    wire,
    session,
    clientId,
    say,
    raw: (text) => session.receive(text),
    hello: (more = {}) =>
      say({ t: 'hello', proto: 1, build: 'test', domain: domainHash, clientId, room: 'floor', ...more }),
    send: (cseq, type, args, more = {}) =>
      say({
        t: 'cmd',
        cseq,
        id: `${name}-${cseq}` as Cmd['id'],
        type,
        args,
        seenSeq: 0,
        writtenAt: on.time.clock.now(),
        ...more,
      }),
  }
}
