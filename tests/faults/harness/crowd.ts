// Many sockets of few programs: each a proper opening and hello, then either a reader that only counts what it is given
// or one that takes nothing out of its socket any more. Nothing is parsed, so that a thousand fit beside the server.
import { type DeviceKind, helloOf, type Restaurant, type Signed } from './open-restaurant.ts'
import { openRawWebSocket, type RawConnection } from './raw-websocket.ts'

/** More than the log will ever hold: the server takes the smaller of this and what it has sent. */
const allOfIt = 1_000_000_000

const opening = Buffer.from('{"t":"ev","from":')

export type Listener = {
  readonly connection: RawConnection
  /** Bytes taken out of the socket. */
  readonly bytes: () => number
  /** The seq up to which everything came, without a hole, since the hello. */
  readonly upTo: () => number
  readonly holes: () => number
  /** Says that everything is taken in, whether it is or not. */
  readonly saySeen: () => void
}

export async function listener(
  house: Restaurant,
  signed: Signed,
  clientId: string,
  at: { room: string; cursor?: { logId: string; cursor: number } },
): Promise<Listener> {
  const connection = await openRawWebSocket({
    host: house.server.host,
    port: house.server.port,
    protocol: 'comanda.v1',
    headers: { Origin: house.server.url, Cookie: signed.cookie },
  })
  let bytes = 0
  let holes = 0
  let upTo = at.cursor?.cursor ?? -1
  let rest = Buffer.alloc(0)
  connection.socket.removeAllListeners('data')
  connection.socket.on('data', (piece: Buffer) => {
    bytes += piece.length
    const text = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let end = 0
    for (let found = text.indexOf(opening); found !== -1; found = text.indexOf(opening, end)) {
      const head = /^(\d+),"to":(\d+),/.exec(text.subarray(found + opening.length, found + 64).toString('latin1'))
      if (head === null) break
      const [from, to] = [Number(head[1]), Number(head[2])]
      if (upTo !== -1 && from !== upTo + 1) holes += 1
      upTo = to
      end = found + opening.length
    }
    rest = Buffer.from(text.subarray(Math.max(end, text.length - 64)))
  })
  connection.sendText(JSON.stringify(helloOf(clientId, at.room, at.cursor)))
  return {
    connection,
    bytes: () => bytes,
    upTo: () => upTo,
    holes: () => holes,
    saySeen: () => connection.sendText(JSON.stringify({ t: 'seen', cursor: allOfIt })),
  }
}

/** Below what one device may have open at a time. */
const socketsOfOne = 50

/** Enough devices for so many sockets: which of them is the one of a socket. */
export async function devicesFor(
  house: Restaurant,
  kind: DeviceKind,
  staffId: string,
  sockets: number,
): Promise<(socket: number) => Signed> {
  const devices: Signed[] = []
  while (devices.length * socketsOfOne < sockets) devices.push(await house.signIn(kind, staffId))
  return (socket) => {
    const device = devices[Math.floor(socket / socketsOfOne)]
    if (device === undefined) throw new Error(`there is no device for socket ${socket}`)
    return device
  }
}

/** In groups, so that a thousand openings do not all wait for the first one. */
export async function gather<One>(count: number, open: (index: number) => Promise<One>, atOnce = 25): Promise<One[]> {
  const all: One[] = []
  while (all.length < count) {
    const group = Array.from({ length: Math.min(atOnce, count - all.length) }, (_, index) => open(all.length + index))
    all.push(...(await Promise.all(group)))
  }
  return all
}

/** One figure of /metrics; labels are part of the name. */
export async function metric(house: Restaurant, name: string): Promise<number> {
  const text = await (await house.server.get('/metrics')).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? 0 : Number(line.slice(name.length + 1))
}
