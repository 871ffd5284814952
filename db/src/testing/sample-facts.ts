// A projector for the tests of the log: two tables, several rows an event, a value of every kind.
import { sentLines } from '@comanda/shared/domain/sent-round'
import type { FactProjector, FactRow, Facts, FactTable } from '../facts-port.ts'

const soldLines: FactTable = {
  name: 'sample_lines',
  columns: ['order_id', 'line_id', 'item_id', 'quantity', 'amount', 'note'],
}
const happenings: FactTable = { name: 'sample_events', columns: ['type', 'business_date'] }

const project: FactProjector = ({ event, businessDate }) => {
  const happening: FactRow = { table: happenings, values: [event.type, businessDate] }
  if (event.type !== 'round.sent') return [happening]
  return [
    happening,
    ...sentLines(event).map((line) => ({
      table: soldLines,
      values: [event.orderId, line.id, line.itemId, line.quantity, line.unitPrice ?? null, line.note ?? null],
    })),
  ]
}

export const sampleFacts: Facts = { version: 'sample', tables: [soldLines, happenings], project }

const schema = `
CREATE TABLE made (by TEXT NOT NULL) STRICT;
CREATE TABLE reached (
  restaurant_id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_lines (
  restaurant_id TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
  order_id TEXT NOT NULL, line_id TEXT NOT NULL, item_id TEXT NOT NULL, quantity INTEGER NOT NULL,
  amount INTEGER, note TEXT,
  PRIMARY KEY (restaurant_id, seq, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_events (
  restaurant_id TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
  type TEXT NOT NULL, business_date TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, seq, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sample_lines_keep_update BEFORE UPDATE ON sample_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER sample_lines_keep_delete BEFORE DELETE ON sample_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
`

/** What whoever opens the facts of a file wants to know of them. */
export const sample = { facts: sampleFacts, schema }
