// Every SQL statement of the file store's rows, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::files {

inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};

// A blob's row, whoever brought the same bytes before. The row is locked until the transaction ends: no sweep passes it.
inline constexpr db::Sql kAddFile{
    "INSERT INTO core_file (sha256, bytes, format, state, created_at) VALUES (?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), created_at = VALUES(created_at)"};
// A PDF that came before they were looked into (D9.1c): given out, and nobody knows what it is.
#define PORTAL_UNSEEN_PDF \
  "(core_file.format = 'pdf' AND core_file.state = 'ready' AND NOT EXISTS (SELECT 1 FROM core_file_pdf d WHERE d.file_id = core_file.id))"
// What was made by the converter, or refused before, and is now received goes the way of everything that is received; so does an unseen PDF.
inline constexpr db::Sql kQuarantine{
    "UPDATE core_file SET state = 'quarantine', reason = '' WHERE id = ? AND (state IN ('refused', 'made') OR " PORTAL_UNSEEN_PDF ")"};
inline constexpr db::Sql kFileState{"SELECT state FROM core_file WHERE id = ?"};
inline constexpr db::Sql kAddUse{"INSERT INTO core_item_file (item_id, file_id, kind, name, person_id, created_at) VALUES (?, ?, ?, ?, ?, ?)"};

#define PORTAL_USE                                                                                                                       \
  "SELECT u.id, u.item_id, u.kind, u.name, u.created_at, f.id, f.sha256, f.bytes, f.format, f.state, f.reason, f.width, f.height, "       \
  "COALESCE(d.pages, 0), COALESCE(d.flags, '') FROM core_item_file u JOIN core_file f ON f.id = u.file_id LEFT JOIN core_file_pdf d ON d.file_id = f.id "
inline constexpr db::Sql kUsesOfItem{PORTAL_USE "WHERE u.item_id = ? ORDER BY u.id"};
inline constexpr db::Sql kUse{PORTAL_USE "WHERE u.id = ? AND u.item_id = ?"};
#undef PORTAL_USE
// Other items with the same bytes; the code of what is hidden is not named.
inline constexpr db::Sql kUsedElsewhere{
    "SELECT DISTINCT m.file_id, i.code FROM core_item_file m JOIN core_item_file o ON o.file_id = m.file_id AND o.item_id <> m.item_id "
    "JOIN core_item i ON i.id = o.item_id WHERE m.item_id = ? AND COALESCE(i.secrecy, '') = '' ORDER BY i.code LIMIT 200"};

inline constexpr db::Sql kPictures{
    "SELECT p.width, p.height, p.format, b.sha256, b.bytes FROM core_file_picture p JOIN core_file b ON b.id = p.blob_id WHERE p.file_id = ? "
    "ORDER BY p.width, p.format"};

// The converter.
inline constexpr db::Sql kFileToConvert{
    "SELECT sha256, bytes, format, state = 'ready' FROM core_file WHERE id = ? AND (state = 'quarantine' OR " PORTAL_UNSEEN_PDF ")"};
inline constexpr db::Sql kUnseen{"SELECT id FROM core_file WHERE " PORTAL_UNSEEN_PDF " ORDER BY id DESC LIMIT 100"};
inline constexpr db::Sql kDropPictures{"DELETE FROM core_file_picture WHERE file_id = ?"};
inline constexpr db::Sql kAddPicture{"INSERT INTO core_file_picture (file_id, width, format, height, blob_id) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kParts{
    "SELECT p.kind, p.number, b.format, b.sha256, b.bytes FROM core_file_part p JOIN core_file b ON b.id = p.blob_id WHERE p.file_id = ? ORDER BY p.kind, p.number"};
inline constexpr db::Sql kDropParts{"DELETE FROM core_file_part WHERE file_id = ?"};
inline constexpr db::Sql kAddPart{"INSERT INTO core_file_part (file_id, kind, number, blob_id) VALUES (?, ?, ?, ?)"};
inline constexpr db::Sql kPutPdf{
    "INSERT INTO core_file_pdf (file_id, pages, flags, looked_at) VALUES (?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE pages = VALUES(pages), flags = VALUES(flags), looked_at = VALUES(looked_at)"};
inline constexpr db::Sql kMakeReady{
    "UPDATE core_file SET state = 'ready', reason = '', width = ?, height = ?, checked_at = ? WHERE id = ? AND state = 'quarantine'"};
inline constexpr db::Sql kRefuse{
    "UPDATE core_file SET state = 'refused', reason = ?, checked_at = ? WHERE id = ? AND (state = 'quarantine' OR " PORTAL_UNSEEN_PDF ")"};
#undef PORTAL_UNSEEN_PDF
// The items that have a blob, each with where its trail ends.
inline constexpr db::Sql kUsersOf{
    "SELECT DISTINCT u.item_id, u.name, f.sha256, a.to_state, a.version FROM core_item_file u JOIN core_file f ON f.id = u.file_id "
    "JOIN core_audit a ON a.chain = CONCAT('item:', u.item_id) AND a.seq = (SELECT MAX(b.seq) FROM core_audit b WHERE b.chain = CONCAT('item:', u.item_id)) "
    "WHERE u.file_id = ? ORDER BY u.item_id"};
inline constexpr db::Sql kWaits{"UPDATE core_file SET reason = ? WHERE id = ? AND state = 'quarantine'"};

// Signatures of a PDF (judgement.h). The certificates that are trusted on a day, given twice.
inline constexpr db::Sql kTrusted{
    "SELECT fingerprint, pem FROM core_trust_anchor WHERE removed_at IS NULL AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY fingerprint, id"};
inline constexpr db::Sql kJudgement{"SELECT judged_at, anchors, anchor_count, is_verified, reasons FROM core_file_judgement WHERE file_id = ?"};
inline constexpr db::Sql kSignatures{
    "SELECT kind, verdict, reasons, signer, organisation, issuer, serial, valid_from, valid_to, claimed_at, proved_at, covers_all, is_intact, "
    "is_chain_trusted, is_not_revoked FROM core_file_signature WHERE file_id = ? ORDER BY number"};
inline constexpr db::Sql kPutJudgement{
    "INSERT INTO core_file_judgement (file_id, judged_at, anchors, anchor_count, signatures, is_verified, reasons) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE judged_at = VALUES(judged_at), anchors = VALUES(anchors), anchor_count = VALUES(anchor_count), "
    "signatures = VALUES(signatures), is_verified = VALUES(is_verified), reasons = VALUES(reasons)"};
inline constexpr db::Sql kDropSignatures{"DELETE FROM core_file_signature WHERE file_id = ?"};
inline constexpr db::Sql kAddSignature{
    "INSERT INTO core_file_signature (file_id, number, kind, verdict, reasons, signer, organisation, issuer, serial, valid_from, valid_to, claimed_at, "
    "proved_at, covers_all, is_intact, is_chain_trusted, is_not_revoked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kToJudge{
    "SELECT j.file_id, f.sha256 FROM core_file_judgement j JOIN core_file f ON f.id = j.file_id WHERE j.signatures > 0 AND j.anchors <> ? "
    "ORDER BY j.judged_at LIMIT 20"};

// Sweeping. Nothing uses a blob that neither an item, nor a picture or part of another one, nor a thing of the intake register names.
#define PORTAL_UNUSED                                                                                       \
  "NOT EXISTS (SELECT 1 FROM core_item_file u WHERE u.file_id = core_file.id) "                             \
  "AND NOT EXISTS (SELECT 1 FROM core_file_picture p WHERE p.blob_id = core_file.id) "                      \
  "AND NOT EXISTS (SELECT 1 FROM core_file_part r WHERE r.blob_id = core_file.id) "                         \
  "AND NOT EXISTS (SELECT 1 FROM core_intake_file n WHERE n.file_id = core_file.id)"
inline constexpr db::Sql kUnused{"SELECT id, sha256 FROM core_file WHERE created_at < ? AND " PORTAL_UNUSED " ORDER BY created_at LIMIT 500"};
inline constexpr db::Sql kLockUnused{"SELECT sha256 FROM core_file WHERE id = ? AND created_at < ? AND " PORTAL_UNUSED " FOR UPDATE"};
#undef PORTAL_UNUSED
inline constexpr db::Sql kDropFile{"DELETE FROM core_file WHERE id = ?"};
inline constexpr db::Sql kHasFile{"SELECT 1 FROM core_file WHERE sha256 = ?"};
// Holds the place of a blob without a row while its file is taken away; rolled back.
inline constexpr db::Sql kHoldDigest{"INSERT INTO core_file (sha256, bytes, format, state, created_at) VALUES (?, 0, '', 'made', ?)"};

// `portal check`: rows against files, in blocks.
inline constexpr db::Sql kFilesAfter{"SELECT id, sha256, bytes FROM core_file WHERE id > ? ORDER BY id LIMIT 1000"};

inline constexpr std::array kAllQueries{kSetting, kAddFile,       kQuarantine, kFileState,  kAddUse,    kUsesOfItem, kUsedElsewhere, kUse,
                                        kPictures, kFileToConvert, kUnseen, kDropPictures, kAddPicture, kParts,       kDropParts,   kAddPart,     kPutPdf,
                                        kMakeReady, kRefuse,     kWaits,      kUsersOf,
                                        kTrusted, kJudgement,     kSignatures, kPutJudgement, kDropSignatures, kAddSignature, kToJudge,
                                        kUnused,  kLockUnused,    kDropFile,   kHasFile,    kHoldDigest, kFilesAfter};

}  // namespace portal::files
