// Every SQL statement of the page of outgoing mail, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::mail_sql {

// Of an item its code only, and nothing of a letter: who looks after the mail need not read items (D6.3).
#define PORTAL_MAIL                                                                                                                            \
  "SELECT m.id, m.kind, COALESCE(n.kind, ''), COALESCE(i.code, t.code, ''), COALESCE(p.full_name, m.address), m.address, m.state, m.attempts, m.available_at, " \
  "m.last_error, m.created_at, m.sent_at FROM core_mail m "
#define PORTAL_MAIL_ABOUT                                                                                                                      \
  "LEFT JOIN core_person p ON p.id = m.person_id LEFT JOIN core_notice n ON n.id = m.notice_id LEFT JOIN core_item i ON i.id = m.item_id "     \
  "LEFT JOIN core_intake t ON t.id = m.intake_id "
inline constexpr db::Sql kAll{PORTAL_MAIL PORTAL_MAIL_ABOUT "WHERE m.id < ? ORDER BY m.id DESC LIMIT 31"};
inline constexpr db::Sql kOfState{PORTAL_MAIL "FORCE INDEX (core_mail_state) " PORTAL_MAIL_ABOUT "WHERE m.id < ? AND m.state = ? ORDER BY m.id DESC LIMIT 31"};
inline constexpr db::Sql kWaiting{PORTAL_MAIL "FORCE INDEX (core_mail_state) " PORTAL_MAIL_ABOUT
                                  "WHERE m.id < ? AND m.state IN ('ready', 'sending') ORDER BY m.id DESC LIMIT 31"};
inline constexpr db::Sql kOne{PORTAL_MAIL PORTAL_MAIL_ABOUT "WHERE m.id = ?"};
#undef PORTAL_MAIL_ABOUT
#undef PORTAL_MAIL

// To the address that the directory has now: a wrong one is why most mails come to nothing.
inline constexpr db::Sql kResend{
    "UPDATE core_mail m LEFT JOIN core_person p ON p.id = m.person_id SET m.address = IF(COALESCE(p.email, '') <> '', p.email, m.address), m.state = 'ready', m.attempts = 0, "
    "m.resends = m.resends + 1, m.available_at = ?, m.since = ?, m.last_error = '', m.bounced_at = NULL WHERE m.id = ? AND m.state IN ('dead', 'cancelled')"};
inline constexpr db::Sql kCancel{"UPDATE core_mail SET state = 'cancelled', last_error = ? WHERE id = ? AND state = 'ready'"};

inline constexpr std::array kAllQueries{kAll, kOfState, kWaiting, kOne, kResend, kCancel};

}  // namespace portal::admin::mail_sql
