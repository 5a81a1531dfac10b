// Every SQL statement of the outgoing mail, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::mail {

inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};
inline constexpr db::Sql kQueue{
    "INSERT INTO core_mail (kind, person_id, address, notice_id, letter_id, item_id, intake_id, digest_day, message_id, available_at, since, created_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
// About a thing of the intake register each kind is sent once, whatever the thing goes through afterwards.
inline constexpr db::Sql kQueueOnce{
    "INSERT INTO core_mail (kind, person_id, address, notice_id, letter_id, item_id, intake_id, digest_day, message_id, available_at, since, created_at) "
    "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM core_mail o WHERE o.intake_id = ? AND o.kind = ?)"};

// Who is looked for without a lock, so that acts that write messages are never waited for; taking one by its row is the claim.
inline constexpr db::Sql kNext{
    "SELECT id FROM core_mail FORCE INDEX (core_mail_next) WHERE state = 'ready' AND available_at <= ? ORDER BY available_at, id LIMIT 10"};
inline constexpr db::Sql kTake{
    "UPDATE core_mail SET state = 'sending', claimed_by = ?, claimed_at = ?, attempts = attempts + 1 WHERE id = ? AND state = 'ready'"};
inline constexpr db::Sql kTaken{
    "SELECT m.kind, m.person_id, COALESCE(p.full_name, ''), m.address, m.notice_id, m.letter_id, m.item_id, m.message_id, m.attempts, m.resends, m.since, m.created_at, "
    "COALESCE(w.mode, 'at_once'), m.intake_id FROM core_mail m LEFT JOIN core_person p ON p.id = m.person_id LEFT JOIN core_mail_preference w ON w.person_id = m.person_id "
    "WHERE m.id = ?"};
inline constexpr db::Sql kClaimedSince{"SELECT COUNT(*) FROM core_mail WHERE claimed_at > ?"};
inline constexpr db::Sql kHolders{"SELECT DISTINCT claimed_by FROM core_mail FORCE INDEX (core_mail_state) WHERE state = 'sending' AND claimed_by LIKE ?"};
inline constexpr db::Sql kFreeHolder{"UPDATE core_mail SET state = 'ready' WHERE state = 'sending' AND claimed_by = ?"};
inline constexpr db::Sql kFreeAbandoned{"UPDATE core_mail SET state = 'ready' WHERE state = 'sending' AND claimed_at < ?"};
// Only by who holds it: a claim that ended meanwhile is another's.
inline constexpr db::Sql kEnd{
    "UPDATE core_mail SET state = ?, available_at = ?, last_error = ?, sent_at = ? WHERE id = ? AND state = 'sending' AND claimed_by = ?"};
// Accepted by the mail server: it is sent, whoever else took it up meanwhile.
inline constexpr db::Sql kSent{
    "UPDATE core_mail SET state = 'sent', last_error = '', sent_at = ? WHERE id = ? AND state IN ('ready', 'sending')"};

// It came back: what the mail server had taken did not arrive.
inline constexpr db::Sql kBounced{
    "UPDATE core_mail SET state = 'dead', last_error = ?, bounced_at = ? WHERE id = ? AND bounced_at IS NULL AND state IN ('ready', 'sending', 'sent')"};

// One digest a day and person (the key holds two mailers apart): for whom it is wanted, who has something unread, and something that came since the last one.
inline constexpr db::Sql kDigests{
    "SELECT w.person_id, p.email FROM core_mail_preference w JOIN core_person p ON p.id = w.person_id AND p.email <> '' WHERE w.mode = 'digest' "
    "AND NOT EXISTS (SELECT 1 FROM core_mail t WHERE t.person_id = w.person_id AND t.digest_day = ?) "
    "AND EXISTS (SELECT 1 FROM core_notice n WHERE n.person_id = w.person_id AND n.read_at IS NULL AND n.created_at > COALESCE("
    "(SELECT MAX(d.created_at) FROM core_mail d WHERE d.person_id = w.person_id AND d.digest_day IS NOT NULL), '2000-01-01')) ORDER BY w.person_id"};

inline constexpr db::Sql kMode{"SELECT COALESCE(w.mode, 'at_once'), p.email FROM core_person p LEFT JOIN core_mail_preference w ON w.person_id = p.id WHERE p.id = ?"};
inline constexpr db::Sql kSetMode{
    "INSERT INTO core_mail_preference (person_id, mode, changed_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE mode = VALUES(mode), changed_at = VALUES(changed_at)"};

// For whoever looks after the mail. At most a thousand are counted.
#define PORTAL_FEW_OF(STATE) "SELECT COUNT(*) FROM (SELECT 1 FROM core_mail FORCE INDEX (core_mail_state) WHERE state IN (" STATE ") LIMIT 1000) few"
inline constexpr db::Sql kCountDead{PORTAL_FEW_OF("'dead'")};
inline constexpr db::Sql kCountWaiting{PORTAL_FEW_OF("'ready', 'sending'")};
#undef PORTAL_FEW_OF
inline constexpr db::Sql kOldestWaiting{"SELECT MIN(since) FROM core_mail WHERE state IN ('ready', 'sending')"};
inline constexpr db::Sql kCancelReady{"UPDATE core_mail SET state = 'cancelled', last_error = ? WHERE state = 'ready'"};

inline constexpr std::array kAllQueries{kSetting, kQueue, kQueueOnce, kNext,    kTake, kTaken,   kClaimedSince, kHolders,   kFreeHolder,    kFreeAbandoned,
                                        kEnd,     kSent,  kBounced, kDigests, kMode, kSetMode, kCountDead,    kCountWaiting, kOldestWaiting, kCancelReady};

}  // namespace portal::mail
