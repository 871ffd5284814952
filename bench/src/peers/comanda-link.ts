// One device of ours: says hello with the cursor it has, follows its room without a gap, and says what it took in and
// painted when a real device would. Frames are searched for what counts and not parsed, as for every other system.

import { randomBytes } from 'node:crypto'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { UpFrame } from '@comanda/shared/protocol/up'
import { protocolVersion, subprotocol } from '@comanda/shared/protocol/version'
import { newClientId } from '@comanda/sync-client/random-id'
import { Receipts } from '@comanda/sync-client/receipts'
import { openSocketLink, type SocketLink } from './socket-link.ts'

export interface DeviceOptions {
  readonly port: number
  readonly cookie: string
  readonly room: 'kitchen' | 'floor'
  readonly stations: readonly string[]
  /** Otherwise it says rules that nobody has, as an outdated tablet does: it may empty its outbox and hears its answers alone. */
  readonly listens: boolean
  /** A frame with events or a part of a snapshot. */
  took(frame: Buffer): void
  answered(frame: Buffer): void
  /** Welcomed again: what is unanswered goes out again. */
  welcomed(lastCseq: number, send: (text: string) => void): void
}

const timers = {
  after: (delay: number, run: () => void) => {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
}

const otherRules = 'other rules'
const headLength = 160
const numberIn = (head: string, name: string): number => {
  const at = head.indexOf(`"${name}":`)
  if (at === -1) throw new Error(`no ${name} in ${head}`)
  return Number.parseInt(head.slice(at + name.length + 3), 10)
}

export async function openDevice(options: DeviceOptions): Promise<SocketLink> {
  const clientId = newClientId(randomBytes)
  const { room, stations, port, cookie, listens } = options
  let logId: string | undefined
  let cursor = -1
  let liveFrom = 0
  let say = (_frame: UpFrame): void => undefined
  const receipts = new Receipts(timers, (frame) => say(frame))

  const follow = (head: string, frame: Buffer): void => {
    const from = numberIn(head, 'from')
    if (from !== cursor + 1) throw new Error(`events from ${from} after ${cursor}`)
    tookUpTo(numberIn(head, 'to'))
    options.took(frame)
  }
  const tookUpTo = (seq: number): void => {
    cursor = seq
    receipts.took(seq)
    if (room === 'kitchen') receipts.painted(seq)
  }
  const takeSnapshot = (head: string, frame: Buffer): void => {
    options.took(frame)
    if (numberIn(head, 'part') === numberIn(head, 'of')) tookUpTo(numberIn(head, 'seq'))
  }
  const welcome = (frame: Buffer, send: (text: string) => void): void => {
    const said = JSON.parse(frame.toString())
    const expected = listens ? said.mode === 'resume' || said.mode === 'snapshot' : said.mode === 'drain'
    if (!expected) throw new Error(`welcomed to ${said.mode}`)
    if (said.mode === 'snapshot') cursor = -1
    logId = said.logId
    liveFrom = said.head
    say = (up) => send(JSON.stringify(up))
    receipts.connected()
    options.welcomed(said.lastCseq, send)
  }
  const hear = (frame: Buffer, send: (text: string) => void): void => {
    const head = frame.toString('latin1', 0, headLength)
    if (head.startsWith('{"t":"ev"')) follow(head, frame)
    else if (head.startsWith('{"t":"res"')) options.answered(frame)
    else if (head.startsWith('{"t":"snap"')) takeSnapshot(head, frame)
    else if (head.startsWith('{"t":"welcome"')) welcome(frame, send)
    else if (!head.startsWith('{"t":"hb"') && !head.startsWith('{"t":"presence"')) throw new Error(frame.toString())
  }

  return await openSocketLink(port, {
    path: '/ws',
    headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}`, 'Sec-WebSocket-Protocol': subprotocol },
    first: () => {
      const resume = logId === undefined || cursor < 0 ? {} : { logId, cursor }
      const domain = listens ? domainHash : otherRules
      const hello = { t: 'hello', proto: protocolVersion, build: 'bench', domain, clientId, room }
      return JSON.stringify({ ...hello, ...(stations.length === 0 ? {} : { stations }), ...resume })
    },
    greet: (frame, send) => {
      hear(frame, send)
      return logId !== undefined && (!listens || cursor >= liveFrom)
    },
    received: hear,
    lost: () => {
      receipts.disconnected()
      liveFrom = Number.POSITIVE_INFINITY
    },
  })
}
