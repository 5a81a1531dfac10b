-- What the counter writes down besides (D9.1a): on what it came and who brought it; and what the form's sender says of it: when it took place, that it is true and theirs to give.
ALTER TABLE core_intake
  ADD COLUMN IF NOT EXISTS medium VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the counter: usb | disc | paper | other' AFTER channel,
  ADD COLUMN IF NOT EXISTS brought_by VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of the counter: who, when it was not the sender' AFTER sender_position,
  ADD COLUMN IF NOT EXISTS event_at DATETIME(6) NULL AFTER received_at,
  ADD COLUMN IF NOT EXISTS declared_at DATETIME(6) NULL COMMENT 'when the sender declared it true and theirs to give' AFTER event_at;
-- verify: SELECT COUNT(*) = 4 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_intake' AND column_name IN ('medium', 'brought_by', 'event_at', 'declared_at')
