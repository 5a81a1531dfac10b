#include "shared/notices/notices.h"

#include <algorithm>
#include <array>

#include "shared/mail/outbox.h"
#include "shared/notices/queries.h"
#include "shared/text/unicode.h"

namespace portal::notices {
namespace {

constexpr std::size_t kLongestText = 600;

struct Words {
  std::string_view key, label, icon, chip;
};

constexpr std::array<Words, 9> kWords{{{"waits", "Chờ xử lý", "inbox", "blue"},
                                       {"returned", "Trả lại", "corner-up-left", "amber"},
                                       {"posted", "Đã đăng", "circle-check", "green"},
                                       {"withdrawn", "Đã gỡ", "eye-off", "red"},
                                       {"due_soon", "Sắp đến hạn", "alarm-clock", "amber"},
                                       {"overdue", "Quá hạn", "triangle-alert", "red"},
                                       {"quota", "Định mức", "alarm-clock", "amber"},
                                       {"schedule", "Hẹn giờ", "calendar", "blue"},
                                       {"reminder", "Được nhắc", "megaphone", "amber"}}};

const Words& words_of(Kind kind) { return kWords.at(static_cast<std::size_t>(kind)); }

People people_in(db::Rows rows) {
  People people;
  while (rows.next()) people.push_back(rows.id<base::PersonId>(0));
  return people;
}

// By mail too, for who wants each at once: the notice that was told just now, and no other of the same cause.
void queue_mail(db::Connection& db, base::PersonId person, const Notice& notice, base::UtcTime now) {
  std::optional<mail::Outgoing> outgoing;
  {
    auto rows = db.query(kToMail, person, notice.cause, now);
    if (rows.next())
      outgoing = mail::Outgoing{.kind = mail::Kind::Notice, .person = person, .address = std::string{rows.text(1)},
                                .notice = static_cast<std::uint64_t>(rows.number(0)), .item = notice.item};
  }
  if (outgoing) mail::queue(db, *outgoing, now);
}

Told told_in(const db::Rows& rows) {
  Told told;
  told.id = rows.id<NoticeId>(0);
  told.kind_key = rows.text(1);
  told.kind = parse_kind(told.kind_key);
  told.item = rows.id<base::ItemId>(2);
  told.module = rows.text(3);
  told.title = rows.text(4);
  told.code = rows.text(5);
  told.text = rows.text(6);
  told.at = rows.time(7);
  told.read_at = rows.optional_time(8);
  if (!rows.is_null(9)) told.clock = static_cast<std::uint64_t>(rows.number(9));
  told.cause = rows.text(10);
  told.subject = rows.text(11);
  return told;
}

}  // namespace

std::string_view key_of(Kind kind) { return words_of(kind).key; }

std::string_view label_of(Kind kind) { return words_of(kind).label; }

std::string_view icon_of(Kind kind) { return words_of(kind).icon; }

std::string_view chip_of(Kind kind) { return words_of(kind).chip; }

std::optional<Kind> parse_kind(std::string_view key) {
  const auto found = std::find_if(kWords.begin(), kWords.end(), [key](const Words& words) { return words.key == key; });
  if (found == kWords.end()) return {};
  return static_cast<Kind>(found - kWords.begin());
}

void tell(db::Connection& db, const People& people, const Notice& notice, base::UtcTime now) {
  const std::string_view text = std::string_view{notice.text}.substr(0, text::offset_of_character(notice.text, kLongestText));
  const std::optional<std::uint64_t> clock = notice.clock == 0 ? std::nullopt : std::optional{notice.clock};
  People told;
  for (const base::PersonId person : people) {
    if (!person.is_set() || std::find(told.begin(), told.end(), person) != told.end()) continue;
    told.push_back(person);
    db.execute(kTell, person, key_of(notice.kind), notice.item, notice.unit, clock, notice.cause, text, now);
    if (!notice.by_letter) queue_mail(db, person, notice, now);
  }
}

void settle_item(db::Connection& db, base::ItemId item, base::UtcTime now) { db.execute(kSettle, now, item); }

void settle_asked(db::Connection& db, const People& people, std::string_view cause, std::uint64_t clock, base::UtcTime now) {
  for (const base::PersonId person : people) db.execute(kSettleAsked, now, person, cause, clock);
}

void settle_causes(db::Connection& db, std::string_view beginning, base::UtcTime now) {
  std::string pattern;
  for (const char c : beginning) {
    if (c == '%' || c == '_') pattern += '\\';
    pattern += c;
  }
  db.execute(kSettleCauses, now, pattern + "%");
}

People people_with_role(db::Connection& db, std::string_view role, base::UnitId unit, base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  return people_in(db.query(kWithRole, role, unit.value, unit.value, today, unit.value, today, today));
}

People unit_heads(db::Connection& db, base::UnitId unit, base::UtcTime now) {
  People people = people_with_role(db, "unit_head", unit, now);
  add_all(people, people_with_role(db, "local_unit", unit, now));
  return people;
}

People people_with_delegation(db::Connection& db, std::string_view act, base::SectionId section, base::UtcTime now) {
  return people_in(db.query(kWithDelegation, act, now, now, section, section));
}

void add_all(People& people, const People& more) { people.insert(people.end(), more.begin(), more.end()); }

std::int64_t count_unread(db::Connection& db, base::PersonId person) {
  auto rows = db.query(kCountUnread, person);
  return rows.next() ? rows.number(0) : 0;
}

Page read_page(db::Connection& db, base::PersonId person, bool only_unread, std::optional<NoticeId> before) {
  const std::uint64_t from = before ? before->value : UINT64_MAX / 2;
  Page page;
  auto rows = only_unread ? db.query(kUnread, person, from) : db.query(kAll, person, from);
  while (rows.next()) {
    if (page.notices.size() == kPage) {
      page.has_more = true;
      continue;
    }
    page.notices.push_back(told_in(rows));
  }
  return page;
}

std::optional<Told> find_notice(db::Connection& db, base::PersonId person, NoticeId id) {
  auto rows = db.query(kOne, person, id);
  if (!rows.next()) return {};
  return told_in(rows);
}

void mark_read(db::Connection& db, base::PersonId person, NoticeId id, base::UtcTime now) { db.execute(kRead, now, id, person); }

void mark_unread(db::Connection& db, base::PersonId person, NoticeId id) { db.execute(kUnreadAgain, id, person); }

void mark_all_read(db::Connection& db, base::PersonId person, NoticeId last, base::UtcTime now) { db.execute(kReadUpTo, now, person, last); }

}  // namespace portal::notices
