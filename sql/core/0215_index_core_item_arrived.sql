-- The intake register lists items by when they first reached the board, newest first, beside what came by mail and forms (D7, D9.1a): in the index's own order at any depth.
ALTER TABLE core_item
  ADD KEY IF NOT EXISTS core_item_arrived (first_supplied_at, id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_arrived' AND seq_in_index = 2
