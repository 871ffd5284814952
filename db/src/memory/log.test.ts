import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { LogOutcomeUnknown, LogUnavailable } from '../log.ts'
import { batchAfter, clientId, noted } from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { sampleFacts } from '../testing/sample-facts.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { backUpDisk, createMemoryDisk, type MemoryDisk, restoreDisk } from './disk.ts'
import { type MemoryFaults, openMemoryLog } from './log.ts'
import { verifyMemoryDisk } from './verify.ts'

const openOn = (disk: MemoryDisk, faults?: MemoryFaults) =>
  openMemoryLog({
    disk,
    project: sampleFacts.project,
    random: seededRandom(1),
    upcast: currentUpcast,
    ...(faults === undefined ? {} : { faults }),
  })

const said = (head: number, command = `c${head}`) =>
  batchAfter(head, [
    { command, client: { clientId: clientId('tab'), cseq: head + 1 }, events: [noted('o1', `note of ${command}`)] },
  ])

const diskWithLog = async (): Promise<MemoryDisk> => {
  const disk = createMemoryDisk()
  await openOn(disk).create(casa, LogId.parse('log-1'))
  return disk
}

/** Resolves to 'silent' when nothing else is heard in a turn of the event loop. */
const heardOf = (promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    promise.then(
      () => 'answered',
      (error: unknown) => error,
    ),
    new Promise((resolve) => setImmediate(resolve, 'silent')),
  ])

describe('the memory log, when things go wrong', () => {
  test('[P-2] a crash before the write loses it, and nobody hears of it', async () => {
    const disk = await diskWithLog()
    const log = openOn(disk, {
      pause: async (stage) => {
        if (stage === 'before-write') log.crash()
      },
    })
    expect(await heardOf(log.append(casa, said(0), 0))).toBe('silent')
    expect(await heardOf(log.load(casa))).toBe('silent')
    expect((await openOn(disk).load(casa))?.head).toBe(0)
  })

  test('[P-2] a crash between the write and its answer keeps it, and nobody hears of it', async () => {
    const disk = await diskWithLog()
    const log = openOn(disk, {
      pause: async (stage) => {
        if (stage === 'before-answer') log.crash()
      },
    })
    expect(await heardOf(log.append(casa, said(0), 0))).toBe('silent')
    const next = openOn(disk)
    expect((await next.load(casa))?.head).toBe(1)
    expect(await next.append(casa, said(1, 'c0'), 1)).toEqual({ kind: 'duplicate', commandIds: ['c0'] })
  })

  test('[P-9] unavailable is told, writes nothing and passes', async () => {
    const disk = await diskWithLog()
    let full = true
    const log = openOn(disk, {
      onAppend: () => (full ? { kind: 'unavailable', reason: 'full' } : undefined),
      onProbe: () => (full ? 'full' : undefined),
    })
    await expect(log.append(casa, said(0), 0)).rejects.toBeInstanceOf(LogUnavailable)
    await expect(log.probe()).rejects.toMatchObject({ reason: 'full' })
    expect((await log.load(casa))?.head).toBe(0)
    full = false
    await log.probe()
    expect((await log.append(casa, said(0), 0)).kind).toBe('committed')
  })

  test.each([true, false])(
    '[P-3] an unknown outcome ends the log; that it was written (%s) shows after',
    async (written) => {
      const disk = await diskWithLog()
      const log = openOn(disk, { onAppend: () => ({ kind: 'unknown', written }) })
      await expect(log.append(casa, said(0), 0)).rejects.toBeInstanceOf(LogOutcomeUnknown)
      await expect(log.append(casa, said(0), 0)).rejects.toBeInstanceOf(LogOutcomeUnknown)
      await expect(log.load(casa)).rejects.toBeInstanceOf(LogOutcomeUnknown)
      await log.close()
      expect((await openOn(disk).load(casa))?.head).toBe(written ? 1 : 0)
    },
  )

  test('[P-4] another node that writes first makes a conflict, and hints tell it', async () => {
    const disk = await diskWithLog()
    const otherNode = openOn(disk)
    const log = openOn(disk, {
      pause: async (stage) => {
        if (stage === 'before-write') await otherNode.append(casa, said(0, 'theirs'), 0)
      },
    })
    const heard: number[] = []
    log.onAdvance((_, head) => heard.push(head))
    expect(await log.append(casa, said(0, 'ours'), 0)).toEqual({ kind: 'conflict', head: 1 })
    expect(heard).toEqual([1])
  })

  test('[P-13] a restored backup is another life with an older end, and shares nothing with the first', async () => {
    const disk = await diskWithLog()
    const log = openOn(disk)
    await log.append(casa, said(0), 0)
    const backup = backUpDisk(disk)
    await log.append(casa, said(1), 1)
    expect(await log.backedUpSeq(casa)).toBe(1)
    const restored = restoreDisk(backup, () => LogId.parse('log-2'))
    const after = openOn(restored)
    expect(await after.load(casa)).toMatchObject({ logId: 'log-2', head: 1 })
    await after.append(casa, said(1, 'other'), 1)
    expect((await log.readAfter(casa, 1, 1))[0]?.event).toMatchObject({ note: 'note of c1' })
    for (const each of [disk, restored]) {
      expect(verifyMemoryDisk(each, { facts: sampleFacts, upcast: currentUpcast })).toEqual([])
    }
  })

  test('[P-14] what was changed on the disk is found', async () => {
    const disk = await diskWithLog()
    await openOn(disk).append(casa, said(0), 0)
    const stored = disk.restaurants.get(casa)
    stored?.facts.get('sample_events')?.splice(0, 1)
    expect(verifyMemoryDisk(disk, { facts: sampleFacts, upcast: currentUpcast })).toEqual([
      { restaurantId: casa, table: 'sample_events', row: 'seq 1, position 0', says: 'differs from a rebuild' },
    ])
  })
})
