// Decides what waits, one command after the other, each against the state that the ones before it made.
// Invariant: pure but for what the tails and what is under way remember; nothing here is true before the log has it.

import type { Answer, Entry, Origin } from '@comanda/db/log'
import { decide } from '@comanda/shared/domain/decide'
import type { Asker } from '@comanda/shared/domain/decision'
import { type DomainError, error } from '@comanda/shared/domain/errors'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import type { State } from '@comanda/shared/domain/state'
import type { ClientId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Millis } from '@comanda/shared/ports/time'
import { type ClientTails, type Place, placeOfStored } from './client-tails.ts'
import { refusalOf } from './refusal.ts'
import type { UnderWay } from './under-way.ts'
import { type Asking, type Outcome, typeOf, type Waiting } from './waiting.ts'

export type Decided = { readonly waiting: Waiting; readonly entry: Entry }

export type Batch = {
  readonly decided: readonly Decided[]
  readonly state: State
  /** Already answered, or unanswerable: told without a word in the log. */
  readonly told: readonly { readonly waiting: Waiting; readonly outcome: Outcome }[]
  /** Depends on something that is not durable yet: waits for that. */
  readonly later: readonly Waiting[]
}

export type Deciding = {
  readonly now: Millis
  readonly tails: ClientTails
  /** What was decided before and is not durable yet; what this batch decides is added to it. */
  readonly underWay: UnderWay
  readonly businessDate: (state: State, now: Millis) => BusinessDate
  /** A rule threw: a bug in this program, refused as 'internal' so that it blocks nobody. */
  readonly onBug: (waiting: Waiting, cause: unknown) => void
}

export function decideBatch(start: State, waiting: readonly Waiting[], deciding: Deciding): Batch {
  const decided: Decided[] = []
  const told: { waiting: Waiting; outcome: Outcome }[] = []
  const later: Waiting[] = []
  const held = new Set<ClientId>()
  let state = start
  for (const one of waiting) {
    const clientId = one.client?.clientId
    const place = placeOf(one, deciding)
    const depends = deciding.underWay.dependsOn(one) || (clientId !== undefined && held.has(clientId))
    if (depends || place.kind === 'unknown' || place.kind === 'old') {
      if (clientId !== undefined) held.add(clientId)
      later.push(one)
      continue
    }
    if (place.kind !== 'next') {
      told.push({ waiting: one, outcome: place })
      continue
    }
    const next = decideOne(state, one, deciding)
    deciding.underWay.add(one)
    decided.push({ waiting: one, entry: next.entry })
    state = next.state
  }
  return { decided, state, told, later }
}

/** Like the tails' own answer, with what is under way on top. */
function placeOf({ client, id, prepared }: Waiting, { tails, underWay }: Deciding): Place {
  if (client === undefined) return { kind: 'next' }
  const { clientId, cseq } = client
  const placed = underWay.lastCseq(clientId)
  if (placed !== undefined) {
    if (cseq === placed + 1) return { kind: 'next' }
    if (cseq > placed) return { kind: 'gap', lastCseq: placed }
    if (cseq > (tails.lastCseq(clientId) ?? 0)) return { kind: 'old' }
  }
  const place = tails.place(clientId, cseq, id)
  return place.kind === 'old' && prepared.stored !== undefined ? placeOfStored(prepared.stored, id) : place
}

type One = { readonly entry: Entry; readonly state: State }

function decideOne(state: State, waiting: Waiting, deciding: Deciding): One {
  const businessDate = deciding.businessDate(state, deciding.now)
  const record = (events: readonly DomainEvent[]): { recorded: Recorded[]; state: State } => {
    let grown = state
    const recorded = events.map((event, index) => {
      const one: Recorded = { seq: state.seq + 1 + index, at: deciding.now, businessDate, event }
      grown = evolve(grown, one)
      return one
    })
    return { recorded, state: grown }
  }
  const { again } = waiting.prepared
  if (again !== undefined) {
    const made = record([{ type: 'nothing.changed', commandId: waiting.id, commandType: typeOf(waiting) }])
    return {
      state: made.state,
      entry: { origin: { ...originOf(waiting), again: true }, recorded: made.recorded, answer: again },
    }
  }
  const refuse = (problem: DomainError): One => {
    const made = record([refusalOf(waiting, problem, deciding.now)])
    const answer: Answer = {
      ok: false,
      seq: made.state.seq,
      code: problem.code,
      ...(problem.details === undefined ? {} : { details: problem.details }),
    }
    return { state: made.state, entry: { origin: originOf(waiting), recorded: made.recorded, answer } }
  }
  try {
    const decision = askDomain(state, waiting, deciding.now, businessDate)
    if (!decision.ok) return refuse(decision.error)
    const changed = decision.value.length > 0
    const nothing: DomainEvent = { type: 'nothing.changed', commandId: waiting.id, commandType: typeOf(waiting) }
    const made = record(changed ? decision.value : [nothing])
    const answer: Answer = { ok: true, seq: made.state.seq, ...returnedBy(decision.value) }
    return { state: made.state, entry: { origin: originOf(waiting), recorded: made.recorded, answer } }
  } catch (cause) {
    deciding.onBug(waiting, cause)
    return refuse(error('internal'))
  }
}

function askDomain(state: State, waiting: Waiting, now: Millis, businessDate: BusinessDate): ReturnType<typeof decide> {
  const { asked, prepared } = waiting
  if (asked.kind === 'unread') return { ok: false, error: asked.problem }
  const asker = askerOf(state, waiting.asking)
  if ('code' in asker) return { ok: false, error: asker }
  if (prepared.approval === 'invalid') return { ok: false, error: error('approval-invalid') }
  return decide(state, asked.command, {
    now,
    asker,
    writtenAt: waiting.writtenAt,
    businessDate,
    ...(prepared.approval === undefined ? {} : { approvedBy: prepared.approval.by }),
    ...(prepared.archived === undefined ? {} : { archived: prepared.archived }),
    ...(prepared.day === undefined ? {} : { day: prepared.day }),
  })
}

/** P-15: looked up in the state this very command is decided against, so nothing passes after a revocation. Whether the
 * person may act is decide()'s own first question. */
function askerOf(state: State, asking: Asking): Asker | DomainError {
  if (asking.kind === 'system' || asking.kind === 'guest') return asking
  const { devices, sessions } = state.revoked
  if (devices.includes(asking.deviceId)) return error('access-revoked', { deviceId: asking.deviceId })
  if (asking.sid !== undefined && sessions.includes(asking.sid)) return error('access-revoked', { sid: asking.sid })
  if (asking.kind === 'device') return asking.problem
  return { ...asking, roles: state.catalog.people[asking.staffId]?.roles ?? [] }
}

/** What only the server could know: lines that ran out on the way come back in the answer itself. */
function returnedBy(events: readonly DomainEvent[]): { returned?: unknown } {
  const sent = events.find((event) => event.type === 'round.sent')
  return sent?.returned === undefined ? {} : { returned: sent.returned }
}

function originOf(waiting: Waiting): Origin {
  const { asking, client } = waiting
  return {
    commandId: waiting.id,
    commandType: typeOf(waiting),
    ...(client === undefined ? {} : { client }),
    ...('deviceId' in asking ? { deviceId: asking.deviceId } : {}),
    ...(asking.kind === 'staff' ? { staffId: asking.staffId } : {}),
    ...('sid' in asking && asking.sid !== undefined ? { sid: asking.sid } : {}),
    writtenAt: waiting.writtenAt,
  }
}
