-- The log: one list of events per restaurant, the answer to every command, and what lies beside them.
-- restaurant_id leads every key. Rows of events, results and order_events are never changed or removed.

CREATE TABLE heads (
  restaurant_id TEXT NOT NULL PRIMARY KEY,
  log_id TEXT NOT NULL,
  -- Digest of the two above, written when they are.
  life_digest TEXT NOT NULL,
  head INTEGER NOT NULL,
  chain_head TEXT NOT NULL,
  backed_up_seq INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A body of a few kilobytes would burden the branches of a tree without rowids, so the key is an index of its own.
CREATE TABLE events (
  restaurant_id TEXT NOT NULL REFERENCES heads (restaurant_id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, seq)
) STRICT;

-- One row a command: who asked, which events came of it, what was answered.
CREATE TABLE results (
  restaurant_id TEXT NOT NULL REFERENCES heads (restaurant_id),
  last_seq INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  command_id TEXT NOT NULL,
  command_type TEXT NOT NULL,
  client_id TEXT,
  cseq INTEGER,
  -- 1: another clientId's repeat of a command that is stored already.
  again INTEGER NOT NULL,
  device_id TEXT,
  staff_id TEXT,
  sid TEXT,
  written_at INTEGER,
  answer TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, last_seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX results_by_command ON results (restaurant_id, command_id) WHERE again = 0;
CREATE UNIQUE INDEX results_by_client ON results (restaurant_id, client_id, cseq) WHERE client_id IS NOT NULL;

-- Which events an order belongs to.
CREATE TABLE order_events (
  restaurant_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, order_id, seq)
) STRICT, WITHOUT ROWID;

-- Names and notes. The event's body holds the digest in their place; an erased row keeps the digest alone.
CREATE TABLE texts (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  digest TEXT NOT NULL,
  salt TEXT,
  text TEXT,
  PRIMARY KEY (restaurant_id, seq, digest)
) STRICT, WITHOUT ROWID;

-- The state at a seq, so that a start need not read the whole log. Made again from the events when lost.
CREATE TABLE snapshots (
  restaurant_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  domain TEXT NOT NULL,
  body TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (restaurant_id, seq)
) STRICT;

-- Written and removed again to learn whether the disk takes writes.
CREATE TABLE probes (
  id INTEGER PRIMARY KEY,
  filler BLOB NOT NULL
) STRICT;

CREATE TRIGGER events_keep_update BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER events_keep_delete BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER results_keep_update BEFORE UPDATE ON results BEGIN
  SELECT RAISE(ABORT, 'results are append-only');
END;
CREATE TRIGGER results_keep_delete BEFORE DELETE ON results BEGIN
  SELECT RAISE(ABORT, 'results are append-only');
END;
CREATE TRIGGER order_events_keep_update BEFORE UPDATE ON order_events BEGIN
  SELECT RAISE(ABORT, 'order_events are append-only');
END;
CREATE TRIGGER order_events_keep_delete BEFORE DELETE ON order_events BEGIN
  SELECT RAISE(ABORT, 'order_events are append-only');
END;
CREATE TRIGGER texts_only_erase BEFORE UPDATE ON texts
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.restaurant_id <> OLD.restaurant_id
  OR NEW.seq <> OLD.seq OR NEW.digest <> OLD.digest
BEGIN
  SELECT RAISE(ABORT, 'texts can only be erased');
END;
CREATE TRIGGER texts_keep_delete BEFORE DELETE ON texts BEGIN
  SELECT RAISE(ABORT, 'texts can only be erased');
END;
CREATE TRIGGER heads_only_forward BEFORE UPDATE OF head ON heads WHEN NEW.head < OLD.head BEGIN
  SELECT RAISE(ABORT, 'a head only goes forward');
END;
CREATE TRIGGER heads_keep_delete BEFORE DELETE ON heads BEGIN
  SELECT RAISE(ABORT, 'a log is never removed');
END;
