// Outbox: mail that the portal sends (D9.3, D12.3, D4.2), as rows that acts write in their own transaction and the mailer takes from.
//
//   mail::queue(db, {.kind = Kind::Letter, .person = author, .address = "ten@donvi.gov.vn", .letter = id, .item = item.id}, now);   // in the act's transaction
//
// A row says about what and to whom. Its words are made when it is sent (modules/workers/mailer), from what may be read then, so that the words of an
// item that was hidden meanwhile (D12.3b) never leave. An act never waits for the mail server, and a mail that was cancelled or that nobody needs any more
// never leaves.
//
// Sent once: the Message-ID is fixed here; a row is claimed before it is handed to the mail server and stays claimed until the server's word is written
// down. A mailer that was killed in between leaves a claim whose process is gone: that one message is handed over again, under the same Message-ID.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::mail {

using MailId = base::Id<struct MailTag>;

enum class Kind {
  Notice,  // one notice of the office (shared/notices)
  Digest,  // a person's unread notices of a day
  Letter,  // a refusal or a return (shared/workflow/letters)
  Receipt, // a thing of the intake register came, under this code; with what is missing (D9.1b)
  Refusal, // …and is not taken in (D4.2, D12.3)
  Posted   // …became an article that readers see; to who is nobody of the directory
};
[[nodiscard]] std::string_view key_of(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view key);

enum class State { Ready, Sending, Sent, Dead, Cancelled };
[[nodiscard]] std::string_view key_of(State state);
[[nodiscard]] std::optional<State> parse_state(std::string_view key);

// Whether mail can be addressed to `text`: one address of printable ASCII without spaces, quotes, brackets or separators, so that nothing in it can add a
// line to a header or a command to the conversation with the mail server.
[[nodiscard]] bool is_address(std::string_view text);

struct Outgoing {
  Kind kind = Kind::Notice;
  base::PersonId person{};
  std::string address{};
  std::uint64_t notice = 0;  // core_notice.id
  std::uint64_t letter = 0;  // core_letter.id
  base::ItemId item{};
  std::string digest_day{};  // ISO, of a digest
  std::uint64_t intake = 0;  // core_intake.id, of Receipt, Refusal and Posted; their person may be nobody of the directory
};

// In the caller's transaction. Nothing is queued for what is no address (is_address), and about one thing of the intake register no kind twice.
void queue(db::Connection& db, const Outgoing& outgoing, base::UtcTime now);

// ---- taking ----
struct Taken {
  MailId id;
  std::optional<Kind> kind;  // nothing: of a newer program
  base::PersonId person;
  std::string name, address;
  std::uint64_t notice = 0, letter = 0, intake = 0;
  base::ItemId item;
  std::string message_id;
  unsigned attempts = 0;  // this one included
  unsigned resends = 0;
  base::UtcTime since, created_at;
  std::string mode;       // how the person wants notices now
};

// A claim that nobody ended is free again after this; longer than any conversation with a mail server lasts (smtp_timeout_s).
inline constexpr std::chrono::minutes kClaimLimit{10};

// Who takes: "node:process:start of the process". Another process of the node can tell whether it still lives.
[[nodiscard]] std::string holder_name(std::string_view node);

// The message that waits longest of those that may leave, marked as being sent by `holder`; nothing when there is none. Outside a transaction.
[[nodiscard]] std::optional<Taken> take(db::Connection& db, std::string_view holder, base::UtcTime now);

// Claims of processes of this node that are gone, and of anybody who held one for longer than kClaimLimit, are ready again.
void free_abandoned(db::Connection& db, std::string_view node, base::UtcTime now);

// Everything that `holder` has taken and not ended is ready again.
void free_claims(db::Connection& db, std::string_view holder);

// How many messages were taken within the minute before `now`, by all mailers.
[[nodiscard]] std::int64_t count_taken(db::Connection& db, base::UtcTime now);

void mark_sent(db::Connection& db, MailId id, base::UtcTime now);
// `why` in Vietnamese, for the office (cut to what fits).
void mark_again(db::Connection& db, MailId id, std::string_view holder, base::UtcTime available_at, std::string_view why);
void mark_dead(db::Connection& db, MailId id, std::string_view holder, std::string_view why, base::UtcTime now);
// A bounce of it came: it did not arrive, whatever the mail server had said (`why` in Vietnamese). Nothing for one that is known to have come back already.
void mark_bounced(db::Connection& db, MailId id, std::string_view why, base::UtcTime now);
void mark_cancelled(db::Connection& db, MailId id, std::string_view holder, std::string_view why, base::UtcTime now);

// Digests of the day of `now` for whom they are due, each once; gives how many. Whether it is the hour and a working day the caller asks.
std::size_t queue_digests(db::Connection& db, base::UtcTime now);

// Mails that were queued while none was meant to leave (the demo's past): `why` stands with them.
void cancel_waiting(db::Connection& db, std::string_view why);

// ---- what the operator sees ----
struct Backlog {
  std::int64_t dead = 0, waiting = 0;           // at most 1000
  std::optional<base::UtcTime> oldest_waiting;
};
[[nodiscard]] Backlog backlog(db::Connection& db);
[[nodiscard]] std::int64_t count_dead(db::Connection& db);

// The setting's number within its limits (shared/base/setting_limits.h).
[[nodiscard]] std::int64_t setting_number(db::Connection& db, std::string_view name);
// "" when there is none.
[[nodiscard]] std::string setting_text(db::Connection& db, std::string_view name);

}  // namespace portal::mail
