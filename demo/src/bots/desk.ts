// How a bot comes to its device: over HTTP like anybody. It takes a demo device's place, signs in with a PIN, and asks
// whoever stands beside it for an approval.
import { ApprovalId, type CommandId, DeviceId, SessionId, StaffId, type StationId } from '@comanda/shared/model/ids'
import { Role } from '@comanda/shared/model/staff'
import type { Author } from '@comanda/sync-client/outbox-store'

export type DeviceKind = 'tablet' | 'kitchen' | 'front' | 'office'

export type Place = {
  readonly name: string
  readonly kind: DeviceKind
  readonly stations: readonly StationId[]
  readonly staffId: StaffId
}

/** Each person's PIN by the person's id. */
export type Pins = Readonly<Record<string, string>>

/** The command that a yes is asked for. */
export type Approvable = { readonly type: string; readonly args: unknown }

export type Desk = {
  readonly author: Author
  /** With which a socket is opened: whose device it is, and from which page. */
  readonly headers: Readonly<Record<string, string>>
  readonly approve: (commandId: CommandId, command: Approvable, by: StaffId) => Promise<ApprovalId | undefined>
  /** Reads a page as the person who is signed in here. */
  readonly read: (path: string) => Promise<Response>
}

export class DeskRefused extends Error {
  constructor(what: string, status: number, told: unknown) {
    super(`${what} was refused with ${status}: ${JSON.stringify(told)}`)
    this.name = 'DeskRefused'
  }
}

/** The cookies of one device, as a browser keeps them. */
class Jar {
  readonly #cookies = new Map<string, string>()

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, pair.slice(at + 1))
    }
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

export async function takePlace(url: string, place: Place, pins: Pins): Promise<Desk> {
  const jar = new Jar()
  const headers = (): Record<string, string> => ({ origin: url, cookie: jar.header })
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    jar.take(response)
    const told: unknown = response.status === 204 ? {} : await response.json()
    if (!response.ok) throw new DeskRefused(path, response.status, told)
    return told as Record<string, unknown>
  }
  const { name, kind, stations, staffId } = place
  const device = await post('/api/demo/device', { kind, name, stationIds: stations })
  const signedIn = await post('/api/sign-in', { staffId, pin: pins[staffId] })
  return {
    author: {
      deviceId: DeviceId.parse(device.deviceId),
      staffId: StaffId.parse(signedIn.staffId),
      roles: Role.array().parse(signedIn.roles),
      sid: SessionId.parse(signedIn.sid),
    },
    headers: headers(),
    approve: async (commandId, { type, args }, by) => {
      const told = await post('/api/approvals', { commandId, command: { type, args }, staffId: by, pin: pins[by] })
      return ApprovalId.parse(told.approvalId)
    },
    read: (path) => fetch(`${url}${path}`, { headers: headers() }),
  }
}
