// Fills a data folder with a past, as the system itself would have written it.
import { join } from 'node:path'
import { writeHistory } from '../comanda/write-history.ts'
import { makeOrder, orderKey, orderText } from '../order/order.ts'
import { openDurableFile } from './durable-file.ts'
import { assertNever, type Kind } from './kinds.ts'

const linesPerOrder = 6
const ordersPerTransaction = 10_000

export async function seedHistory(kind: Kind, folder: string, lines: number): Promise<void> {
  switch (kind) {
    case 'floor':
    case 'naive':
      seedOrdersFile(folder, Math.ceil(lines / linesPerOrder))
      return
    case 'bare':
    case 'bare-each':
      return
    case 'comanda':
      await writeHistory(folder, lines)
      return
    default:
      assertNever(kind)
  }
}

function seedOrdersFile(folder: string, orders: number): void {
  const database = openDurableFile(join(folder, 'orders.db'))
  const insert = database.prepare('INSERT INTO orders (body) VALUES (?)')
  const insertFrom = database.transaction((from: number, until: number) => {
    for (let count = from; count < until; count += 1) {
      insert.run(Buffer.from(orderText(makeOrder(orderKey(count), count % 100))))
    }
  })
  for (let from = 0; from < orders; from += ordersPerTransaction) {
    insertFrom(from, Math.min(orders, from + ordersPerTransaction))
  }
  database.close()
}
