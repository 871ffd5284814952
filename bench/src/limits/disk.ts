// What the disk and SQLite give by themselves: one flush, one order a transaction, fifty orders a transaction.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '../clock.ts'
import { type Quantiles, quantiles } from '../figures/figures.ts'
import { openDurableFile } from '../launch/durable-file.ts'
import { makeOrder, orderKey, orderText } from '../order/order.ts'

export interface DiskLimits {
  readonly flushesPerSecond: number
  readonly flush: Quantiles
  readonly ordersPerSecondSingly: number
  readonly ordersPerSecondByFifty: number
}

const body = Buffer.from(orderText(makeOrder(orderKey(1), 0)))

export function measureDisk(parent: string, forMs: number): DiskLimits {
  const folder = mkdtempSync(join(parent, 'disk-'))
  try {
    const flush = flushTimes(join(folder, 'flushes'), forMs)
    return {
      flushesPerSecond: (flush.length * 1_000) / flush.reduce((sum, took) => sum + took, 0),
      flush: quantiles(flush),
      ordersPerSecondSingly: insertRate(join(folder, 'singly.db'), 1, forMs),
      ordersPerSecondByFifty: insertRate(join(folder, 'fifty.db'), 50, forMs),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function flushTimes(file: string, forMs: number): number[] {
  const descriptor = openSync(file, 'w')
  const times: number[] = []
  const endsAt = now() + forMs
  while (now() < endsAt) {
    const from = now()
    writeSync(descriptor, body)
    fdatasyncSync(descriptor)
    times.push(now() - from)
  }
  closeSync(descriptor)
  return times
}

function insertRate(file: string, ordersPerTransaction: number, forMs: number): number {
  const database = openDurableFile(file)
  const insert = database.prepare('INSERT INTO orders (body) VALUES (?)')
  const store = database.transaction(() => {
    for (let count = 0; count < ordersPerTransaction; count += 1) insert.run(body)
  })
  const from = now()
  let stored = 0
  while (now() - from < forMs) {
    store.immediate()
    stored += ordersPerTransaction
  }
  const rate = (stored * 1_000) / (now() - from)
  database.close()
  return rate
}
