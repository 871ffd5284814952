-- Who may sign in from where. Hashes only; beside the log, never in it. These rows change, so no chain covers them: each
-- keeps a digest of its own cells, which row_digest() of the opening program makes and `verify` compares.

CREATE TABLE pins (
  restaurant_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  restaurant_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- JSON array.
  station_ids TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  paired_at INTEGER NOT NULL,
  revoked_at INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX devices_by_token ON devices (restaurant_id, token_hash);

CREATE TABLE pairings (
  restaurant_id TEXT NOT NULL,
  claim_hash TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  -- JSON of what a manager said yes to.
  approved TEXT,
  collected_at INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, claim_hash)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX pairings_by_code ON pairings (restaurant_id, code_hash);

CREATE TABLE sessions (
  restaurant_id TEXT NOT NULL,
  sid TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  revoked_at INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, sid)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_staff ON sessions (restaurant_id, staff_id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_device ON sessions (restaurant_id, device_id) WHERE revoked_at IS NULL;

CREATE TABLE tries (
  restaurant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  failed INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE approvals (
  restaurant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pins_digest_insert AFTER INSERT ON pins BEGIN
  UPDATE pins SET digest = row_digest(NEW.restaurant_id, NEW.staff_id, NEW.hash)
  WHERE restaurant_id = NEW.restaurant_id AND staff_id = NEW.staff_id;
END;
CREATE TRIGGER pins_digest_update AFTER UPDATE OF restaurant_id, staff_id, hash ON pins BEGIN
  UPDATE pins SET digest = row_digest(NEW.restaurant_id, NEW.staff_id, NEW.hash)
  WHERE restaurant_id = NEW.restaurant_id AND staff_id = NEW.staff_id;
END;
CREATE TRIGGER devices_digest_insert AFTER INSERT ON devices BEGIN
  UPDATE devices SET digest = row_digest(
    NEW.restaurant_id, NEW.device_id, NEW.name, NEW.kind, NEW.station_ids, NEW.token_hash, NEW.paired_at,
    NEW.revoked_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND device_id = NEW.device_id;
END;
CREATE TRIGGER devices_digest_update
AFTER UPDATE OF restaurant_id, device_id, name, kind, station_ids, token_hash, paired_at, revoked_at
ON devices BEGIN
  UPDATE devices SET digest = row_digest(
    NEW.restaurant_id, NEW.device_id, NEW.name, NEW.kind, NEW.station_ids, NEW.token_hash, NEW.paired_at,
    NEW.revoked_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND device_id = NEW.device_id;
END;
CREATE TRIGGER pairings_digest_insert AFTER INSERT ON pairings BEGIN
  UPDATE pairings SET digest = row_digest(
    NEW.restaurant_id, NEW.claim_hash, NEW.code_hash, NEW.name, NEW.expires_at, NEW.approved, NEW.collected_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND claim_hash = NEW.claim_hash;
END;
CREATE TRIGGER pairings_digest_update
AFTER UPDATE OF restaurant_id, claim_hash, code_hash, name, expires_at, approved, collected_at
ON pairings BEGIN
  UPDATE pairings SET digest = row_digest(
    NEW.restaurant_id, NEW.claim_hash, NEW.code_hash, NEW.name, NEW.expires_at, NEW.approved, NEW.collected_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND claim_hash = NEW.claim_hash;
END;
CREATE TRIGGER sessions_digest_insert AFTER INSERT ON sessions BEGIN
  UPDATE sessions SET digest = row_digest(
    NEW.restaurant_id, NEW.sid, NEW.staff_id, NEW.device_id, NEW.started_at, NEW.ended_at, NEW.revoked_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND sid = NEW.sid;
END;
CREATE TRIGGER sessions_digest_update
AFTER UPDATE OF restaurant_id, sid, staff_id, device_id, started_at, ended_at, revoked_at
ON sessions BEGIN
  UPDATE sessions SET digest = row_digest(
    NEW.restaurant_id, NEW.sid, NEW.staff_id, NEW.device_id, NEW.started_at, NEW.ended_at, NEW.revoked_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND sid = NEW.sid;
END;
CREATE TRIGGER tries_digest_insert AFTER INSERT ON tries BEGIN
  UPDATE tries SET digest = row_digest(NEW.restaurant_id, NEW.key, NEW.failed, NEW.last_at)
  WHERE restaurant_id = NEW.restaurant_id AND key = NEW.key;
END;
CREATE TRIGGER tries_digest_update AFTER UPDATE OF restaurant_id, key, failed, last_at ON tries BEGIN
  UPDATE tries SET digest = row_digest(NEW.restaurant_id, NEW.key, NEW.failed, NEW.last_at)
  WHERE restaurant_id = NEW.restaurant_id AND key = NEW.key;
END;
CREATE TRIGGER approvals_digest_insert AFTER INSERT ON approvals BEGIN
  UPDATE approvals SET digest = row_digest(
    NEW.restaurant_id, NEW.id, NEW.command_id, NEW.approved_by, NEW.expires_at, NEW.used_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND id = NEW.id;
END;
CREATE TRIGGER approvals_digest_update
AFTER UPDATE OF restaurant_id, id, command_id, approved_by, expires_at, used_at
ON approvals BEGIN
  UPDATE approvals SET digest = row_digest(
    NEW.restaurant_id, NEW.id, NEW.command_id, NEW.approved_by, NEW.expires_at, NEW.used_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND id = NEW.id;
END;
