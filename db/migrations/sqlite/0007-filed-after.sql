-- What finds a command or an order again is filed after the answer, many commands at a time: a commit writes the log alone.
-- `filed` says up to which seq; what is younger is found by reading the log itself.

DROP INDEX results_by_command;
DROP INDEX results_by_client;

CREATE TABLE filed (
  restaurant_id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- seq: of the answer's last event. Repeats under another clientId are not here.
CREATE TABLE filed_commands (
  restaurant_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, command_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE filed_numbers (
  restaurant_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  cseq INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, client_id, cseq)
) STRICT, WITHOUT ROWID;

INSERT INTO filed (restaurant_id, seq) SELECT restaurant_id, head FROM heads;

INSERT INTO filed_commands (restaurant_id, command_id, seq)
SELECT restaurant_id, command_id, last_seq FROM results WHERE again = 0 ORDER BY restaurant_id, command_id;

INSERT INTO filed_numbers (restaurant_id, client_id, cseq, seq)
SELECT restaurant_id, client_id, cseq, last_seq FROM results
WHERE client_id IS NOT NULL ORDER BY restaurant_id, client_id, cseq;

CREATE TRIGGER filed_only_forward BEFORE UPDATE ON filed WHEN NEW.seq < OLD.seq BEGIN
  SELECT RAISE(ABORT, 'filing only goes forward');
END;
CREATE TRIGGER filed_commands_keep_update BEFORE UPDATE ON filed_commands BEGIN
  SELECT RAISE(ABORT, 'filed_commands are append-only');
END;
CREATE TRIGGER filed_commands_keep_delete BEFORE DELETE ON filed_commands BEGIN
  SELECT RAISE(ABORT, 'filed_commands are append-only');
END;
CREATE TRIGGER filed_numbers_keep_update BEFORE UPDATE ON filed_numbers BEGIN
  SELECT RAISE(ABORT, 'filed_numbers are append-only');
END;
CREATE TRIGGER filed_numbers_keep_delete BEFORE DELETE ON filed_numbers BEGIN
  SELECT RAISE(ABORT, 'filed_numbers are append-only');
END;
