#include "shared/drafts/drafts.h"

#include <algorithm>
#include <charconv>

#include "shared/base/crypto.h"
#include "shared/drafts/json.h"
#include "shared/drafts/queries.h"

namespace portal::drafts {
namespace {

using base::FaultKind;
using namespace std::chrono_literals;

constexpr std::size_t kKeyCharacters = 32;
constexpr std::size_t kTitleCharacters = 300;
constexpr std::string_view kItem = "item:";
constexpr auto kBetween = 500ms;   // two writes of one form; the page waits longer
constexpr auto kClosedFor = 24h;   // a page that was left open for longer began anew long ago

Draft read_row(const db::Rows& rows) {
  Draft draft;
  draft.key = rows.text(0);
  draft.subject = rows.text(1);
  draft.base_version = static_cast<unsigned>(rows.number(2));
  draft.sequence = static_cast<std::uint64_t>(rows.number(3));
  draft.title = rows.text(4);
  draft.fields = read_fields(rows.text(5));
  draft.began_at = rows.time(6);
  draft.saved_at = rows.time(7);
  return draft;
}

struct State {
  base::PersonId person;
  std::string subject;
  std::uint64_t sequence = 0;
  bool is_closed = false;
  base::UtcTime saved_at;
};

std::optional<State> read_state(db::Connection& db, std::string_view key) {
  auto rows = db.query(kState, key);
  if (!rows.next()) return {};
  return State{rows.id<base::PersonId>(0), std::string{rows.text(1)}, static_cast<std::uint64_t>(rows.number(2)), rows.flag(3), rows.time(4)};
}

// The first kTitleCharacters code points: what the column holds.
std::string short_title(std::string_view title) {
  std::size_t end = 0;
  for (std::size_t characters = 0; end < title.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(title[end]) & 0xC0U) != 0x80U;
    if (begins && ++characters > kTitleCharacters) break;
  }
  return std::string{title.substr(0, end)};
}

bool has_too_many(db::Connection& db, base::PersonId person) {
  auto rows = db.query(kCountOpen, person);
  return rows.next() && rows.number(0) >= kMostOpen;
}

}  // namespace

std::string new_key() { return base::random_hex(kKeyCharacters / 2); }

bool is_key(std::string_view text) {
  return text.size() == kKeyCharacters && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string subject_of(base::ItemId item) { return std::string{kItem} + std::to_string(item.value); }

base::ItemId item_of(std::string_view subject) {
  base::ItemId item;
  if (!subject.starts_with(kItem)) return item;
  subject.remove_prefix(kItem.size());
  std::from_chars(subject.data(), subject.data() + subject.size(), item.value);
  return item;
}

base::Result<Kept> keep(db::Connection& db, base::PersonId person, const Draft& draft, base::UtcTime now) {
  if (!is_key(draft.key) || draft.sequence == 0) return base::fail(FaultKind::BadRequest, "Bản nháp thiếu mã của biểu mẫu.");
  const std::string fields = write_fields(draft.fields);
  if (fields.size() > kMaxBytes) return base::fail(FaultKind::TooLarge, "Bản nháp lớn quá mức lưu được.");
  const auto before = read_state(db, draft.key);
  if (!before) {
    if (has_too_many(db, person)) return base::fail(FaultKind::Throttled, "Ông, bà có quá nhiều bản nháp chưa lưu; bỏ bớt bản không cần.");
    try {
      db.execute(kAdd, draft.key, person, draft.subject, draft.base_version, draft.sequence, short_title(draft.title), fields, now, now);
      return Kept::Saved;
    } catch (const db::SqlError& error) {
      if (!error.is_duplicate()) throw;
      return base::fail(FaultKind::Throttled, "Bản nháp đang được ghi.");  // the same form at the same moment: the page writes again
    }
  }
  if (before->person != person || before->subject != draft.subject) return base::fail(FaultKind::NotFound, "Không có bản nháp này.");
  if (before->is_closed) return Kept::Closed;
  if (before->sequence >= draft.sequence) return Kept::Older;
  const auto since = now - before->saved_at;  // less than nothing: written by a machine whose clock is ahead
  if (since >= 0s && since < kBetween) return base::fail(FaultKind::Throttled, "Bản nháp vừa được ghi.");
  const auto done =
      db.execute(kWrite, draft.base_version, draft.sequence, short_title(draft.title), fields, now, draft.key, person, draft.sequence);
  return done.affected == 1 ? Kept::Saved : Kept::Older;
}

std::optional<Draft> find(db::Connection& db, base::PersonId person, std::string_view key) {
  if (!is_key(key)) return {};
  auto rows = db.query(kFind, key, person);
  if (!rows.next()) return {};
  return read_row(rows);
}

std::optional<std::string> subject_of_key(db::Connection& db, base::PersonId person, std::string_view key) {
  if (!is_key(key)) return {};
  const auto state = read_state(db, key);
  return state && state->person == person ? std::optional{state->subject} : std::nullopt;
}

std::vector<Draft> open_drafts(db::Connection& db, base::PersonId person, std::string_view subject) {
  std::vector<Draft> drafts;
  auto rows = db.query(kOpen, person, subject);
  while (rows.next()) drafts.push_back(read_row(rows));
  return drafts;
}

bool close(db::Connection& db, base::PersonId person, std::string_view key, std::string_view subject, base::UtcTime now) {
  if (!is_key(key)) return false;
  db.execute(kClose, key, person, subject, now, now, now);
  db.execute(kSweep, now - kClosedFor, person);
  const auto state = read_state(db, key);
  return state && state->person == person && state->is_closed;
}

}  // namespace portal::drafts
