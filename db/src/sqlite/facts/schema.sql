-- What reports read: rows that one projector derives from events, in a file of their own that can be thrown away at any
-- time. Append-only: they are made anew as a whole or not at all. A key begins with what reports look for, a day, a line
-- or an order, so that few need an index besides; (seq, position) is the event and the row's place in it.

-- Which projector and which tables these facts are of.
CREATE TABLE made (
  by TEXT NOT NULL
) STRICT;

-- How far they reach: the last event that they hold, by its seq and by its hash in the log's chain.
CREATE TABLE reached (
  restaurant_id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A line as it was sold. A piece that was cut from a line names it in piece_of and has nothing else of its own.
CREATE TABLE fact_lines (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  piece_of TEXT,
  order_id TEXT NOT NULL,
  item_id TEXT,
  item_name_en TEXT,
  item_name_ru TEXT,
  category_id TEXT,
  category_name_en TEXT,
  category_name_ru TEXT,
  area_id TEXT,
  seller_id TEXT,
  tax_rate INTEGER,
  -- 1: the price includes the tax.
  tax_included INTEGER,
  unit_cost INTEGER,
  remake_of TEXT,
  PRIMARY KEY (restaurant_id, line_id, seq, position)
) STRICT, WITHOUT ROWID;

-- One step of a line's worth. Sums of these are the sales: net = gross - discounts - comps - voids.
CREATE TABLE fact_sales (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  comps INTEGER NOT NULL,
  voids INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_sales_by_line ON fact_sales (restaurant_id, line_id, business_date);

-- What made a bill smaller, or its service charge different, with who and why.
CREATE TABLE fact_changes (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  line_id TEXT,
  kind TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT,
  staff_id TEXT NOT NULL,
  approved_by TEXT,
  after_bill INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_changes_by_line ON fact_changes (restaurant_id, line_id, kind) WHERE kind = 'void';

-- What the kitchen said of a void, and what was sent back: what was cooked for nothing.
CREATE TABLE fact_waste (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  -- 'not-started' or 'made'.
  verdict TEXT NOT NULL,
  assumed INTEGER NOT NULL,
  quantity INTEGER,
  cost INTEGER NOT NULL,
  reason TEXT,
  staff_id TEXT,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_waste_by_line ON fact_waste (restaurant_id, line_id, cause);

-- Money as it was recorded: payments, corrections (what was, less; what is, more) and refunds.
CREATE TABLE fact_payments (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  payment_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  method TEXT NOT NULL,
  amount INTEGER NOT NULL,
  tip INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  approved_by TEXT,
  reason TEXT,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_orders (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  type TEXT NOT NULL,
  table_id TEXT,
  staff_id TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, order_id, seq, position)
) STRICT, WITHOUT ROWID;

-- An order that ended, or with minus signs one that was opened again.
CREATE TABLE fact_closings (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  orders INTEGER NOT NULL,
  covers INTEGER NOT NULL,
  net INTEGER NOT NULL,
  service INTEGER NOT NULL,
  total INTEGER NOT NULL,
  unpaid INTEGER NOT NULL,
  walked_out INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  approved_by TEXT,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_closings_by_order ON fact_closings (restaurant_id, order_id, seq);

-- The service charge's own taxes, counted with its closing. A sale's tax is worked out from what its line comes to.
CREATE TABLE fact_service_taxes (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  rate INTEGER NOT NULL,
  included INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;

-- A ticket that was bumped.
CREATE TABLE fact_tickets (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  ticket_id TEXT NOT NULL,
  station_id TEXT NOT NULL,
  fired_at INTEGER NOT NULL,
  target_seconds INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;

-- A guest's call, step by step: raised, taken, resolved, cancelled.
CREATE TABLE fact_calls (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  call_id TEXT NOT NULL,
  step TEXT NOT NULL,
  kind TEXT,
  table_id TEXT,
  staff_id TEXT,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_calls_by_call ON fact_calls (restaurant_id, call_id, step);

-- What guests wanted and could not have.
CREATE TABLE fact_refused (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, business_date, seq, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fact_lines_keep_update BEFORE UPDATE ON fact_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_lines_keep_delete BEFORE DELETE ON fact_lines BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_sales_keep_update BEFORE UPDATE ON fact_sales BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_sales_keep_delete BEFORE DELETE ON fact_sales BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_changes_keep_update BEFORE UPDATE ON fact_changes BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_changes_keep_delete BEFORE DELETE ON fact_changes BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_waste_keep_update BEFORE UPDATE ON fact_waste BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_waste_keep_delete BEFORE DELETE ON fact_waste BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_payments_keep_update BEFORE UPDATE ON fact_payments BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_payments_keep_delete BEFORE DELETE ON fact_payments BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_orders_keep_update BEFORE UPDATE ON fact_orders BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_orders_keep_delete BEFORE DELETE ON fact_orders BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_closings_keep_update BEFORE UPDATE ON fact_closings BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_closings_keep_delete BEFORE DELETE ON fact_closings BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_service_taxes_keep_update BEFORE UPDATE ON fact_service_taxes BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_service_taxes_keep_delete BEFORE DELETE ON fact_service_taxes BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_tickets_keep_update BEFORE UPDATE ON fact_tickets BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_tickets_keep_delete BEFORE DELETE ON fact_tickets BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_calls_keep_update BEFORE UPDATE ON fact_calls BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_calls_keep_delete BEFORE DELETE ON fact_calls BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_refused_keep_update BEFORE UPDATE ON fact_refused BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
CREATE TRIGGER fact_refused_keep_delete BEFORE DELETE ON fact_refused BEGIN
  SELECT RAISE(ABORT, 'facts are append-only');
END;
