-- Who may sign in from where. Hashes only; beside the log, never in it.

CREATE TABLE pins (
  restaurant_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  hash TEXT NOT NULL,
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
  PRIMARY KEY (restaurant_id, sid)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_staff ON sessions (restaurant_id, staff_id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_device ON sessions (restaurant_id, device_id) WHERE revoked_at IS NULL;

CREATE TABLE tries (
  restaurant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  failed INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE approvals (
  restaurant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (restaurant_id, id)
) STRICT, WITHOUT ROWID;
