-- A second factor asked of this account by the network administrator: until it is set up, the account's roles rest.
ALTER TABLE core_account ADD COLUMN IF NOT EXISTS totp_required TINYINT NOT NULL DEFAULT 0;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_account' AND column_name = 'totp_required'
