-- A yes counts for what the approver was shown: for one command, with that content. Approvals live a minute; those of the
-- moment of the update are asked for again.

DROP TRIGGER approvals_digest_insert;
DROP TRIGGER approvals_digest_update;
DELETE FROM approvals;
ALTER TABLE approvals ADD COLUMN covers TEXT NOT NULL DEFAULT '';

CREATE TRIGGER approvals_digest_insert AFTER INSERT ON approvals BEGIN
  UPDATE approvals SET digest = row_digest(
    NEW.restaurant_id, NEW.id, NEW.command_id, NEW.covers, NEW.approved_by, NEW.expires_at, NEW.used_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND id = NEW.id;
END;
CREATE TRIGGER approvals_digest_update
AFTER UPDATE OF restaurant_id, id, command_id, covers, approved_by, expires_at, used_at
ON approvals BEGIN
  UPDATE approvals SET digest = row_digest(
    NEW.restaurant_id, NEW.id, NEW.command_id, NEW.covers, NEW.approved_by, NEW.expires_at, NEW.used_at
  )
  WHERE restaurant_id = NEW.restaurant_id AND id = NEW.id;
END;
