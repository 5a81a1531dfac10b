#include "shared/mail/outbox.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "shared/base/crypto.h"
#include "shared/base/setting_limits.h"
#include "shared/mail/queries.h"
#include "shared/text/unicode.h"

namespace portal::mail {
namespace {

constexpr std::size_t kLongestError = 500;
constexpr std::size_t kTagBytes = 16;
constexpr std::array<std::string_view, 6> kKinds{"notice", "digest", "letter", "receipt", "refusal", "posted"};
constexpr std::array<std::string_view, 5> kStates{"ready", "sending", "sent", "dead", "cancelled"};

std::string_view short_words(std::string_view why) { return text::cut_to_bytes(why, kLongestError); }

std::string domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? "localhost" : std::string{address.substr(at + 1)};
}

// When the process began, as the kernel counts; "" when there is no such process. A process number is used again, this with it is not.
std::string start_of_process(const std::string& process) {
  std::ifstream in("/proc/" + process + "/stat");
  std::string line;
  if (!std::getline(in, line)) return "";
  // The name in brackets may hold anything; the 20th field behind it is the start.
  std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
  std::string field;
  constexpr int kStart = 20;
  for (int i = 0; i < kStart; ++i)
    if (!(fields >> field)) return "";
  return field;
}

bool is_alive(const std::string& holder) {
  const auto end = holder.rfind(':');
  const auto middle = end == std::string::npos || end == 0 ? std::string::npos : holder.rfind(':', end - 1);
  if (middle == std::string::npos) return false;
  const std::string process = holder.substr(middle + 1, end - middle - 1);
  if (process.empty() || !std::all_of(process.begin(), process.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return start_of_process(process) == holder.substr(end + 1);
}

template <typename... Args>
std::int64_t number_of(db::Connection& db, db::Sql sql, const Args&... args) {
  auto rows = db.query(sql, args...);
  return rows.next() ? rows.number(0) : 0;
}

void end(db::Connection& db, MailId id, std::string_view holder, State state, base::UtcTime available_at, std::string_view why) {
  db.execute(kEnd, key_of(state), available_at, short_words(why), std::nullopt, id, holder);
}

}  // namespace

std::string_view key_of(Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

std::optional<Kind> parse_kind(std::string_view key) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), key);
  if (found == kKinds.end()) return {};
  return static_cast<Kind>(found - kKinds.begin());
}

std::string_view key_of(State state) { return kStates.at(static_cast<std::size_t>(state)); }

std::optional<State> parse_state(std::string_view key) {
  const auto found = std::find(kStates.begin(), kStates.end(), key);
  if (found == kStates.end()) return {};
  return static_cast<State>(found - kStates.begin());
}

bool is_address(std::string_view text) {
  constexpr std::size_t kLongest = 200, kLongestLocal = 64;
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > kLongestLocal || text.size() > kLongest || text.find('@', at + 1) != std::string_view::npos) return false;
  const std::string_view domain = text.substr(at + 1);
  if (domain.empty() || domain.front() == '.' || domain.back() == '.' || domain.find("..") != std::string_view::npos) return false;
  constexpr std::string_view kForbidden = "\"<>(),:;\\[]";
  return std::all_of(text.begin(), text.end(), [&](char c) { return c > ' ' && c <= '~' && kForbidden.find(c) == std::string_view::npos; });
}

void queue(db::Connection& db, const Outgoing& outgoing, base::UtcTime now) {
  if (!is_address(outgoing.address)) return;
  const auto reference = [](std::uint64_t id) { return id == 0 ? std::nullopt : std::optional{id}; };
  const std::optional<std::string> day = outgoing.digest_day.empty() ? std::nullopt : std::optional{outgoing.digest_day};
  const std::string message_id = base::random_hex(kTagBytes) + "@" + domain_of(setting_text(db, "editorial_email"));
  if (outgoing.intake != 0) {
    db.execute(kQueueOnce, key_of(outgoing.kind), outgoing.person, outgoing.address, reference(outgoing.notice), reference(outgoing.letter), outgoing.item,
               outgoing.intake, day, message_id, now, now, now, outgoing.intake, key_of(outgoing.kind));
    return;
  }
  db.execute(kQueue, key_of(outgoing.kind), outgoing.person, outgoing.address, reference(outgoing.notice), reference(outgoing.letter), outgoing.item,
             std::nullopt, day, message_id, now, now, now);
}

std::string holder_name(std::string_view node) {
  const std::string process = std::to_string(getpid());
  return std::string{node} + ":" + process + ":" + start_of_process(process);
}

std::optional<Taken> take(db::Connection& db, std::string_view holder, base::UtcTime now) {
  std::vector<MailId> next;
  {
    auto rows = db.query(kNext, now);
    while (rows.next()) next.push_back(rows.id<MailId>(0));
  }
  const auto found = std::find_if(next.begin(), next.end(), [&](MailId id) { return db.execute(kTake, holder, now, id).affected == 1; });
  if (found == next.end()) return {};
  auto rows = db.query(kTaken, *found);
  if (!rows.next()) return {};
  Taken taken;
  taken.id = *found;
  taken.kind = parse_kind(rows.text(0));
  taken.person = rows.id<base::PersonId>(1);
  taken.name = rows.text(2);
  taken.address = rows.text(3);
  taken.notice = static_cast<std::uint64_t>(rows.number(4));
  taken.letter = static_cast<std::uint64_t>(rows.number(5));
  taken.item = rows.id<base::ItemId>(6);
  taken.message_id = rows.text(7);
  taken.attempts = static_cast<unsigned>(rows.number(8));
  taken.resends = static_cast<unsigned>(rows.number(9));
  taken.since = rows.time(10);
  taken.created_at = rows.time(11);
  taken.mode = rows.text(12);
  taken.intake = static_cast<std::uint64_t>(rows.number(13));
  return taken;
}

void free_abandoned(db::Connection& db, std::string_view node, base::UtcTime now) {
  std::vector<std::string> holders;
  {
    auto rows = db.query(kHolders, std::string{node} + ":%");
    while (rows.next()) holders.emplace_back(rows.text(0));
  }
  for (const std::string& holder : holders)
    if (!is_alive(holder)) db.execute(kFreeHolder, holder);
  db.execute(kFreeAbandoned, now - kClaimLimit);
}

void free_claims(db::Connection& db, std::string_view holder) { db.execute(kFreeHolder, holder); }

std::int64_t count_taken(db::Connection& db, base::UtcTime now) { return number_of(db, kClaimedSince, now - std::chrono::minutes{1}); }

void mark_sent(db::Connection& db, MailId id, base::UtcTime now) { db.execute(kSent, now, id); }

void mark_again(db::Connection& db, MailId id, std::string_view holder, base::UtcTime available_at, std::string_view why) {
  end(db, id, holder, State::Ready, available_at, why);
}

void mark_dead(db::Connection& db, MailId id, std::string_view holder, std::string_view why, base::UtcTime now) { end(db, id, holder, State::Dead, now, why); }

void mark_bounced(db::Connection& db, MailId id, std::string_view why, base::UtcTime now) { db.execute(kBounced, short_words(why), now, id); }

void mark_cancelled(db::Connection& db, MailId id, std::string_view holder, std::string_view why, base::UtcTime now) {
  end(db, id, holder, State::Cancelled, now, why);
}

std::size_t queue_digests(db::Connection& db, base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  std::vector<Outgoing> digests;
  {
    auto rows = db.query(kDigests, today);
    while (rows.next())
      digests.push_back({.kind = Kind::Digest, .person = rows.id<base::PersonId>(0), .address = std::string{rows.text(1)}, .digest_day = today});
  }
  std::size_t queued = 0;
  for (const Outgoing& digest : digests) {
    try {
      queue(db, digest, now);
      ++queued;
    } catch (const db::SqlError& error) {
      if (!error.is_duplicate()) throw;  // another mailer was first
    }
  }
  return queued;
}

void cancel_waiting(db::Connection& db, std::string_view why) { db.execute(kCancelReady, short_words(why)); }

std::int64_t count_dead(db::Connection& db) { return number_of(db, kCountDead); }

Backlog backlog(db::Connection& db) {
  Backlog found{.dead = count_dead(db), .waiting = number_of(db, kCountWaiting), .oldest_waiting = {}};
  auto rows = db.query(kOldestWaiting);
  if (rows.next()) found.oldest_waiting = rows.optional_time(0);
  return found;
}

std::int64_t setting_number(db::Connection& db, std::string_view name) {
  const base::SettingLimits* limits = base::find_limits(name);
  if (limits == nullptr) throw std::logic_error(std::string{name} + " has no limits");
  return base::parse_within(*limits, setting_text(db, name)).value_or(limits->fallback);
}

std::string setting_text(db::Connection& db, std::string_view name) {
  auto rows = db.query(kSetting, name);
  return rows.next() ? std::string{rows.text(0)} : std::string{};
}

}  // namespace portal::mail
