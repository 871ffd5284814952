// A device that was never updated says word for word what it said when its release was new. It is answered as it was then:
// where it stands in the log, and when, are all that may differ.
import { readFileSync } from 'node:fs'
import type { Listening } from '@comanda/server/testing/http-client'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { DownFrame, Res, Welcome } from '@comanda/shared/protocol/down'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCasaLola, type Restaurant, type Signed } from '../faults/harness/open-restaurant.ts'
import { realTime, waitUntil } from '../faults/harness/real-time.ts'
import { answersIn, eventsIn, type Recorded } from './transcript.ts'

const recorded = readFileSync(new URL('./fixtures/protocol-1.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)
const names = [...new Set(recorded.map(({ device }) => device))]
const saidTo = (name: string) =>
  recorded.filter(({ device, from }) => device === name && from === 'server').map(({ frame }) => frame)

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

type Old = { signed: Signed; socket: Listening; shift: number }

const isWelcome = (frame: DownFrame): frame is Welcome => frame.t === 'welcome'

async function opened({ kind, staffId, frame }: Recorded, domain: string, head: number): Promise<Old> {
  const signed = await house.signIn(kind, staffId)
  const socket = signed.http.listen()
  socket.say({ ...frame, domain })
  const welcome = await socket.until(isWelcome)
  return { signed, socket, shift: welcome.head - head }
}

/** What belongs to that evening is put into this one: who is signed in, where the log stands, what time it is. */
function today({ frame }: Recorded, { signed, shift }: Old): unknown {
  const moved = (value: unknown) => (typeof value === 'number' ? value + shift : value)
  if (frame.t === 'seen') return { ...frame, cursor: moved(frame.cursor) }
  if (frame.t !== 'cmd') return frame
  const now = realTime.now()
  const args = typeof frame.args === 'object' ? { ...frame.args } : {}
  if ('queuedSince' in args) Object.assign(args, { queuedSince: now })
  return { ...frame, args, sid: signed.sid, seenSeq: moved(frame.seenSeq), writtenAt: now }
}

async function replay(domain: string): Promise<ReadonlyMap<string, Old>> {
  const devices = new Map<string, Old>()
  for (const [index, line] of recorded.entries()) {
    const device = devices.get(line.device)
    if (line.from === 'device' && line.frame.t === 'hello') {
      const answer = recorded.slice(index).find(({ device, frame }) => device === line.device && frame.t === 'welcome')
      devices.set(line.device, await opened(line, domain, Number(answer?.frame.head)))
    } else if (device === undefined) throw new Error(`${line.device} speaks before its hello`)
    else if (line.from === 'device') device.socket.say(today(line, device))
    else if (line.frame.t === 'res') {
      const { cseq } = line.frame
      await device.socket.until((frame): frame is Res => frame.t === 'res' && frame.cseq === cseq)
    }
  }
  return devices
}

const framesOf = (devices: ReadonlyMap<string, Old>, name: string) => [...(devices.get(name)?.socket.frames ?? [])]

test('[P-12] a client of protocol 1 with these rules is answered and told as it was when it was recorded', async () => {
  const devices = await replay(domainHash)
  for (const name of names) {
    const before = { answers: answersIn(saidTo(name)), events: eventsIn(saidTo(name)) }
    await waitUntil(`every event on ${name}`, () => eventsIn(framesOf(devices, name)).length >= before.events.length)
    expect(answersIn(framesOf(devices, name)), name).toMatchObject(before.answers)
    expect(eventsIn(framesOf(devices, name)), name).toMatchObject(before.events)
  }
  expect(recorded.filter(({ frame }) => frame.t === 'cmd').length).toBeGreaterThan(10)
})

test('[P-12] one with older rules empties its outbox and has every answer, and is told to update', async () => {
  const devices = await replay('rules-of-the-release-before')
  for (const name of names) {
    const frames = framesOf(devices, name)
    expect(frames.find(isWelcome)).toMatchObject({ mode: 'drain' })
    expect(answersIn(frames), name).toMatchObject(answersIn(saidTo(name)))
    expect(eventsIn(frames), name).toEqual([])
  }
})
