-- What the converter made of a document (docx, odt, doc, rtf): its text as JSON, a PDF to look at beside it, and its pictures as they were in it. The office takes
-- the text over; a picture becomes an upload of the item with it, and only then goes the way of pictures. None of these is ever delivered to readers.
CREATE TABLE core_file_part (
  file_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'text | preview | picture',
  number INT UNSIGNED NOT NULL COMMENT 'of a picture, from 1; 0 for the others',
  blob_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (file_id, kind, number),
  KEY core_file_part_blob (blob_id),
  CONSTRAINT core_file_part_file FOREIGN KEY (file_id) REFERENCES core_file (id),
  CONSTRAINT core_file_part_made FOREIGN KEY (blob_id) REFERENCES core_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file_part'
