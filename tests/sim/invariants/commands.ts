// What people meant came to pass once: every acknowledged command is in the log, none is there twice, none that its device
// never had on its disk is there at all, and a refusal is shown until somebody has read it (P-1, P-2).

import { systemCommandTypes } from '@comanda/shared/domain/command-kinds'
import type { EventOf } from '@comanda/shared/domain/events'
import { sentLineIds } from '@comanda/shared/domain/sent-round'
import type { CommandId } from '@comanda/shared/model/ids'
import { deviceIdOf } from '../world/device.ts'
import type { Tap } from '../world/ledger.ts'
import type { World } from '../world/world.ts'

type Result = { readonly commandId: CommandId; readonly type: string; readonly ok: boolean; readonly seq: number }

const ofServer = new Set<string>([...systemCommandTypes, 'catalog.publish'])

function resultsOf(world: World): Map<CommandId, Result> {
  const results = new Map<CommandId, Result>()
  for (const { origin, answer } of world.stored.rows.results) {
    if (origin.again === true) continue
    const { ok, seq } = JSON.parse(answer) as { ok: boolean; seq: number }
    const { commandId, commandType: type } = origin
    if (results.has(commandId)) world.witness.violated('P-2', `${type} ${commandId} is in the log twice`)
    results.set(commandId, { commandId, type, ok, seq })
    if (!ofServer.has(type) && !world.ledger.taps.has(commandId)) {
      world.witness.violated('P-2', `${type} ${commandId} is in the log, but nobody asked for it`)
    }
  }
  return results
}

function checkTap(world: World, tap: Tap, result: Result | undefined): void {
  const { witness } = world
  const what = `${tap.type} ${tap.id} of device ${tap.device}`
  if (result !== undefined && !tap.durable) witness.violated('P-2', `${what} was sent before its device had stored it`)
  const mustCome = tap.durable && !tap.storageLost && !world.isCutOff(tap.device)
  if (result === undefined && mustCome) witness.violated('P-2', `${what} is lost`)
  const { told } = tap
  if (told === undefined) return
  if (told.kind === 'unsaved') {
    if (result !== undefined && !tap.durable) witness.violated('P-2', `${what} was given back, yet it is in the log`)
    return
  }
  if (result === undefined) witness.violated('P-1', `${what} was acknowledged and is not in the log`)
  else if (told.kind === 'done' && (!result.ok || result.seq !== told.seq)) {
    witness.violated('P-1', `${what} was told ${told.seq}, the log says ${JSON.stringify(result)}`)
  } else if (told.kind === 'refused' && result.ok) witness.violated('P-2', `${what} was refused, the log took it`)
}

/** A refusal stays before its person's eyes until they put it away, whatever died meanwhile. */
function checkShown(world: World, tap: Tap, result: Result | undefined): void {
  if (result === undefined || result.ok || tap.storageLost || world.ledger.dismissed.has(tap.id)) return
  if (world.isCutOff(tap.device)) return
  const shown = world.devices[tap.device]?.client?.command(tap.id)
  if (shown?.state === 'refused') return
  world.witness.violated('P-2', `${tap.type} ${tap.id} was refused, and device ${tap.device} shows ${shown?.state}`)
}

function checkRounds(world: World): void {
  const sent = new Map<string, EventOf<'round.sent'>>()
  const refused = new Set<string>()
  const lines = new Set<string>()
  for (const { event } of world.stored.events) {
    if (event.type === 'round.refused') {
      if (refused.has(event.refused.id)) world.witness.violated('P-2', `round ${event.refused.id} was refused twice`)
      refused.add(event.refused.id)
    }
    if (event.type !== 'round.sent') continue
    if (sent.has(event.round.id)) world.witness.violated('P-2', `round ${event.round.id} was sent twice`)
    sent.set(event.round.id, event)
    for (const id of sentLineIds(event)) {
      if (lines.has(id)) world.witness.violated('P-2', `line ${id} was sent twice`)
      lines.add(id)
    }
  }
  for (const tap of world.ledger.taps.values()) {
    if (tap.type !== 'round.send' || !tap.durable || tap.storageLost || world.isCutOff(tap.device)) continue
    const id = `${tap.id}.r`
    const event = sent.get(id)
    if ((event === undefined) === !refused.has(id)) {
      world.witness.violated('P-2', `round ${id}: ${event === undefined ? 'neither sent nor' : 'sent and'} refused`)
    }
    if (event === undefined) continue
    world.witness.count('round came through')
    const drafted = (tap.args as { lines: readonly unknown[] }).lines.length
    if (event.lines.length + (event.returned?.length ?? 0) !== drafted) {
      world.witness.violated('P-2', `round ${id}: ${drafted} lines were drafted, ${event.lines.length} arrived`)
    }
  }
}

/** Nothing that a revoked device or session asked for was taken after the revocation (P-15). */
function checkRevoked(world: World): void {
  const revoked = new Map<string, number>()
  for (const { seq, event } of world.stored.events) {
    if (event.type !== 'access.revoked') continue
    for (const id of [event.deviceId, event.sid]) if (id !== undefined && !revoked.has(id)) revoked.set(id, seq)
  }
  for (const { origin, answer, firstSeq } of world.stored.rows.results) {
    const since = Math.min(revoked.get(origin.deviceId ?? '') ?? Infinity, revoked.get(origin.sid ?? '') ?? Infinity)
    if (firstSeq <= since || origin.again === true) continue
    const { ok } = JSON.parse(answer) as { ok: boolean }
    if (ok) world.witness.violated('P-15', `${origin.commandType} ${origin.commandId} was taken after ${since}`)
    else world.witness.count('asked after a revocation')
  }
  for (const [index, { client }] of world.devices.entries()) {
    if (!world.isCutOff(index)) continue
    world.witness.count('device cut off')
    // a device whose session alone was revoked may look on, with nobody signed in
    if (revoked.has(deviceIdOf(index)) && client?.status().link === 'live')
      world.witness.violated('P-15', `device ${index} is revoked and still hears`)
  }
}

export function checkCommands(world: World): void {
  const results = resultsOf(world)
  for (const tap of world.ledger.taps.values()) {
    const result = results.get(tap.id)
    checkTap(world, tap, result)
    checkShown(world, tap, result)
  }
  checkRounds(world)
  checkRevoked(world)
}
