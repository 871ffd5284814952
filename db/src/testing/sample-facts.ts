// A projector for the tests of the log: two tables, several rows an event, a value of every kind.
import { sentLines } from '@comanda/shared/domain/sent-round'
import type { FactProjector, FactRow, Facts, FactTable } from '../facts-port.ts'

const soldLines: FactTable = {
  name: 'sample_lines',
  columns: ['order_id', 'line_id', 'item_id', 'quantity', 'amount', 'note', 'staff_id'],
}
const happenings: FactTable = { name: 'sample_events', columns: ['type', 'business_date', 'command_id'] }

const project: FactProjector = ({ event, businessDate }, origin) => {
  const happening: FactRow = { table: happenings, values: [event.type, businessDate, origin.commandId] }
  if (event.type !== 'round.sent') return [happening]
  return [
    happening,
    ...sentLines(event).map((line) => ({
      table: soldLines,
      values: [
        event.orderId,
        line.id,
        line.itemId,
        line.quantity,
        line.unitPrice ?? null,
        line.note ?? null,
        origin.staffId ?? null,
      ],
    })),
  ]
}

export const sampleFacts: Facts = { tables: [soldLines, happenings], project }

export const sampleFactsSql = `
CREATE TABLE sample_lines (
  restaurant_id TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
  order_id TEXT NOT NULL, line_id TEXT NOT NULL, item_id TEXT NOT NULL, quantity INTEGER NOT NULL,
  amount INTEGER, note TEXT, staff_id TEXT,
  PRIMARY KEY (restaurant_id, seq, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_events (
  restaurant_id TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
  type TEXT NOT NULL, business_date TEXT NOT NULL, command_id TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, seq, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sample_lines_keep_update BEFORE UPDATE ON sample_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER sample_lines_keep_delete BEFORE DELETE ON sample_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
`
