-- A person's badge: a random token that only the badge shows. One for a person; a new one makes the old one worthless.

CREATE TABLE badges (
  restaurant_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (restaurant_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX badges_by_hash ON badges (restaurant_id, hash);

CREATE TRIGGER badges_digest_insert AFTER INSERT ON badges BEGIN
  UPDATE badges SET digest = row_digest(NEW.restaurant_id, NEW.staff_id, NEW.hash)
  WHERE restaurant_id = NEW.restaurant_id AND staff_id = NEW.staff_id;
END;
CREATE TRIGGER badges_digest_update AFTER UPDATE OF restaurant_id, staff_id, hash ON badges BEGIN
  UPDATE badges SET digest = row_digest(NEW.restaurant_id, NEW.staff_id, NEW.hash)
  WHERE restaurant_id = NEW.restaurant_id AND staff_id = NEW.staff_id;
END;
