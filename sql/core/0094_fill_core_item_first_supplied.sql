-- Items of before: the last supply, or the posting where that is earlier (what was supplied after it was a later version).
UPDATE core_item SET first_supplied_at = LEAST(supplied_at, COALESCE(published_at, supplied_at)) WHERE first_supplied_at IS NULL AND supplied_at IS NOT NULL;
-- verify: SELECT COUNT(*) = 0 FROM core_item WHERE first_supplied_at IS NULL AND supplied_at IS NOT NULL
