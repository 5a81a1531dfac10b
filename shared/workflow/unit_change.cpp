#include "shared/workflow/unit_change.h"

#include <algorithm>
#include <charconv>

#include "shared/duty/books.h"
#include "shared/duty/clock.h"
#include "shared/notices/notices.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/item_note.h"
#include "shared/workflow/notify.h"
#include "shared/workflow/unit_queries.h"

namespace portal::workflow {
namespace {

using access::Role;
using base::LocalDate;
using base::UtcTime;

constexpr std::string_view kEvent = "unit_ended";

// "2026-12-01", as the database writes a day.
std::string iso_of(LocalDate day) { return base::format_iso(base::start_of(day)).substr(0, 10); }

LocalDate day_in(std::string_view iso) {
  const auto number = [iso](std::size_t at, std::size_t length) {
    int value = 0;
    std::from_chars(iso.data() + at, iso.data() + at + length, value);
    return value;
  };
  return std::chrono::year{number(0, 4)} / std::chrono::month{static_cast<unsigned>(number(5, 2))} / std::chrono::day{static_cast<unsigned>(number(8, 2))};
}

std::optional<UnitChange> read_change(db::Rows rows) {
  if (!rows.next()) return {};
  UnitChange change;
  change.id = rows.id<UnitChangeId>(0);
  change.unit = rows.id<base::UnitId>(1);
  change.into = rows.id<base::UnitId>(2);
  change.unit_name = rows.text(3);
  change.into_name = rows.text(4);
  change.from = day_in(rows.text(5));
  change.document_number = rows.text(6);
  change.entered_by = rows.id<base::PersonId>(7);
  change.entered_by_name = rows.text(8);
  change.entered_at = rows.time(9);
  change.confirmed_by = rows.id<base::PersonId>(10);
  change.confirmed_by_name = rows.text(11);
  change.confirmed_at = rows.optional_time(12);
  change.cancelled_at = rows.optional_time(13);
  change.cancelled_by_name = rows.text(14);
  change.done_at = rows.optional_time(15);
  return change;
}

std::vector<RoleFollower> roles_of(db::Connection& db, const UnitChange& change) {
  std::vector<RoleFollower> roles;
  const std::string from = iso_of(change.from);
  auto rows = db.query(kRolesOfUnit, change.into, from, change.unit, from);
  while (rows.next()) {
    RoleFollower& role = roles.emplace_back();
    role.id = static_cast<std::uint64_t>(rows.number(0));
    role.account = rows.id<base::AccountId>(1);
    role.person = rows.id<base::PersonId>(2);
    role.username = rows.text(3);
    role.full_name = rows.text(4);
    role.role_key = rows.text(5);
    role.valid_from = rows.text(6);
    role.valid_to = rows.text(7);
    const bool is_there = rows.flag(8);
    role.moves = change.into.is_set() && !is_there && role.role_key != access::key_of(Role::UnitHead);
  }
  return roles;
}

// One carrying out: every row that it touches gets its line in the trail, by whoever confirmed it and under the decision's number.
class Mover {
 public:
  Mover(db::Connection& db, const UnitChange& change, UtcTime now)
      : db_(db), change_(change), now_(now), authority_("Quyết định " + change.document_number) {}

  void move(const Followers& followers) {
    for (const ItemFollower& item : followers.items) move_item(item.id);
    for (const PersonFollower& person : followers.people) {
      db_.execute(kMovePerson, change_.into, person.id);
      note("person:" + std::to_string(person.id.value), "Đơn vị: " + moved_words());
    }
    for (const RoleFollower& role : followers.roles) move_role(role);
    end_clocks(followers);
    db_.execute(kEndQuotas, from(), change_.unit, from());
    db_.execute(kHandOnPredecessors, change_.into, change_.unit);
    db_.execute(kEndUnit, from(), change_.into, change_.unit);
    // Named first: clang 14, which builds the fuzz targets, ends itself over a name that is made within the call.
    constexpr ActName kMerge{"unit_merge"}, kDissolve{"unit_dissolve"}, kTakeOver{"unit_take_over"};
    const bool is_merged = change_.into.is_set();
    append(is_merged ? kMerge : kDissolve, "unit:" + std::to_string(change_.unit.value), "active", "ended", summary(followers));
    if (is_merged) append(kTakeOver, "unit:" + std::to_string(change_.into.value), "active", "active", "Tiếp nhận: " + change_.unit_name);
    db_.execute(kUnitChangeDone, now_, change_.id);
  }

 private:
  [[nodiscard]] std::string from() const { return iso_of(change_.from); }

  [[nodiscard]] std::string moved_words() const { return change_.unit_name + " → " + (change_.into_name.empty() ? "(trống)" : change_.into_name); }

  void move_item(base::ItemId id) {
    auto item = find_item(db_, id, true);
    if (!item) return;
    db_.execute(kMoveItemUnit, change_.into, id);
    db_.execute(kMoveItemClocks, change_.into, id, change_.unit);
    item->unit = change_.into;
    note_on_item(db_, *item, "unit_follow", {change_.confirmed_by, {}, authority_}, "Đơn vị: " + moved_words(), now_);
    if (item->state != State::UnitReview) return;
    // What waited for the head who is none any more waits for the successor's.
    notices::settle_item(db_, id, now_);
    notices::tell(db_, holders_of(db_, *item, now_),
                  {.kind = notices::Kind::Waits, .item = id, .unit = change_.into,
                   .cause = "unit:" + std::to_string(change_.id.value) + ":" + std::to_string(id.value),
                   .text = "Chuyển theo đơn vị từ " + change_.unit_name + ", chờ ông, bà duyệt của đơn vị (D9.1a)."},
                  now_);
  }

  void move_role(const RoleFollower& role) {
    if (role.moves) {
      const auto made = db_.execute(kMoveRole, change_.into, from(), change_.entered_by, now_, change_.confirmed_by, now_, role.id);
      note("role:" + std::to_string(made.last_id), words_of(role) + "\nĐơn vị: " + moved_words());
    }
    db_.execute(kEndRole, from(), change_.confirmed_by, from(), now_, from(), from(), role.id);
    note("role:" + std::to_string(role.id), words_of(role) + "\n" + (role.moves ? "Chuyển sang " + change_.into_name : "Kết thúc cùng " + change_.unit_name));
  }

  static std::string words_of(const RoleFollower& role) {
    Role known{};
    return (access::parse_role(role.role_key, known) ? std::string{access::label_of(known)} : role.role_key) + ": " + role.full_name + " (" + role.username + ")";
  }

  // An obligation that was late stays late; what was not due yet falls away.
  void end_clocks(const Followers& followers) {
    const UtcTime end = base::start_of(change_.from);
    const duty::Books books = duty::load_books(db_);
    const duty::Act act{change_.confirmed_by, {}, now_};
    for (const ClockFollower& clock : followers.clocks) {
      const duty::ClockId id{clock.id};
      if (clock.due && *clock.due <= end)
        static_cast<void>(duty::close_clock(db_, books, id, std::max(end, *clock.due + std::chrono::microseconds{1}), kEvent, act));
      else
        static_cast<void>(duty::cancel_clock(db_, id, kEvent, change_.unit_name + " kết thúc hoạt động (" + change_.document_number + ").", act));
    }
  }

  [[nodiscard]] std::string summary(const Followers& followers) const {
    std::string text = "Từ ngày: " + base::format_date(base::start_of(change_.from));
    if (change_.into.is_set()) text += "\nSáp nhập vào: " + change_.into_name;
    text += "\nTin, bài chuyển theo: " + std::to_string(followers.items.size()) + "; giữ tên cũ: " + std::to_string(followers.items_with_board + followers.items_done);
    std::size_t moved = 0;
    for (const RoleFollower& role : followers.roles) moved += role.moves ? 1 : 0;
    text += "\nNgười chuyển: " + std::to_string(followers.people.size()) + "; vai trò chuyển: " + std::to_string(moved) + ", kết thúc: " + std::to_string(followers.roles.size() - moved);
    return text;
  }

  void note(const std::string& chain, const std::string& text) { append("unit_follow", chain, "", "", text); }

  void append(ActName action, const std::string& chain, const std::string& from_state, const std::string& to_state, const std::string& text) {
    append_audit(db_,
                 {.chain = chain, .person = change_.confirmed_by, .account = {}, .action = action, .from_state = from_state, .to_state = to_state,
                  .content_digest = {}, .authority = authority_, .ground = {}, .note = text},
                 now_);
  }

  db::Connection& db_;
  const UnitChange& change_;
  UtcTime now_;
  std::string authority_;
};

}  // namespace

base::Result<UnitChange> find_unit_change(db::Connection& db, UnitChangeId id, bool for_update) {
  auto change = read_change(for_update ? db.query(kUnitChangeForUpdate, id) : db.query(kUnitChange, id));
  if (!change) return base::fail(base::FaultKind::NotFound, "Không tìm thấy việc sáp nhập, giải thể này.");
  return *std::move(change);
}

std::optional<UnitChange> waiting_change_of(db::Connection& db, base::UnitId unit) { return read_change(db.query(kUnitChangeWaiting, unit)); }

std::vector<UnitChangeId> due_unit_changes(db::Connection& db, UtcTime now) {
  std::vector<UnitChangeId> due;
  auto rows = db.query(kDueUnitChanges, iso_of(base::local_date(now)));
  while (rows.next()) due.push_back(rows.id<UnitChangeId>(0));
  return due;
}

Followers followers_of(db::Connection& db, const UnitChange& change) {
  Followers followers;
  {
    auto rows = db.query(kItemsToMove, change.unit);
    while (rows.next()) followers.items.push_back({rows.id<base::ItemId>(0), std::string{rows.text(1)}, std::string{rows.text(2)}});
  }
  if (auto rows = db.query(kItemsThatStay, change.unit); rows.next()) {
    followers.items_with_board = rows.number(0);
    followers.items_done = rows.number(1) - rows.number(0);
  }
  {
    auto rows = db.query(kPeopleOfUnit, change.unit);
    while (rows.next()) followers.people.push_back({rows.id<base::PersonId>(0), std::string{rows.text(1)}, std::string{rows.text(2)}});
  }
  followers.roles = roles_of(db, change);
  {
    auto rows = db.query(kDelegationsOfUnit, change.unit, base::start_of(change.from));
    while (rows.next()) followers.delegations.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, rows.time(3)});
  }
  {
    auto rows = db.query(kClocksOfUnit, change.unit);
    while (rows.next())
      followers.clocks.push_back({static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)}, std::string{rows.text(2)}, rows.optional_time(3)});
  }
  if (auto rows = db.query(kQuotasOfUnit, change.unit, iso_of(change.from)); rows.next()) followers.quotas = rows.number(0);
  return followers;
}

base::Result<bool> carry_out(db::Connection& db, const UnitChange& change, UtcTime now) {
  const Followers followers = followers_of(db, change);
  if (!change.into.is_set() && !followers.is_nothing())
    return base::fail(base::FaultKind::NotAllowedNow, change.unit_name + " còn người, vai trò hoặc tin, bài nên phải có đơn vị tiếp nhận.");
  if (std::string why = change.into.is_set() ? why_unit_ended(db, change.into, now) : ""; !why.empty())
    return base::fail(base::FaultKind::NotAllowedNow, std::move(why));
  Mover(db, change, now).move(followers);
  return true;
}

std::string why_unit_ended(db::Connection& db, base::UnitId unit, UtcTime now) {
  auto rows = db.query(kUnitEnded, unit, iso_of(base::local_date(now)));
  if (!rows.next()) return "";
  const UtcTime first_day = base::start_of(std::chrono::sys_days{day_in(rows.text(2))} + std::chrono::days{1});
  const std::string into{rows.text(1)};
  return std::string{rows.text(0)} + (into.empty() ? " đã giải thể" : " đã sáp nhập vào " + into) + " từ ngày " + base::format_date(first_day) + ".";
}

}  // namespace portal::workflow
