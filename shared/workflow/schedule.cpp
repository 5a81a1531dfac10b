#include "shared/workflow/schedule.h"

#include "shared/access/session.h"
#include "shared/notices/notices.h"
#include "shared/text/unicode.h"
#include "shared/workflow/follow_up.h"
#include "shared/workflow/item_note.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

using base::FaultKind;
using base::FieldError;
using base::UtcTime;
using notices::Kind;

constexpr std::chrono::hours kFarthest{24 * 366};
constexpr std::size_t kLongestNote = 500;
constexpr std::string_view kPosting = "publish";
constexpr std::string_view kExpiry = "expire";

std::string_view key_of_mode(ExpiryMode mode) { return mode == ExpiryMode::Withdraw ? "withdraw" : "unlist"; }

std::optional<Schedule> read_one(db::Rows rows) {
  if (!rows.next()) return {};
  Schedule schedule;
  schedule.id = rows.id<ScheduleId>(0);
  schedule.item = rows.id<base::ItemId>(1);
  schedule.is_posting = rows.text(2) == kPosting;
  schedule.version = static_cast<unsigned>(rows.number(3));
  schedule.at = rows.time(4);
  schedule.mode = rows.text(5) == "withdraw" ? ExpiryMode::Withdraw : ExpiryMode::Unlist;
  schedule.notice = rows.text(6);
  schedule.is_minor = rows.flag(7);
  schedule.change_note = rows.text(8);
  schedule.person = rows.id<base::PersonId>(9);
  schedule.account = rows.id<base::AccountId>(10);
  schedule.person_name = rows.text(11);
  schedule.state = rows.text(12);
  schedule.ended_at = rows.optional_time(13);
  schedule.why = rows.text(14);
  return schedule;
}

void note(db::Connection& db, const Item& item, ActName action, const Permit* permit, const std::string& text, UtcTime now) {
  note_on_item(db, item, action, permit != nullptr ? By{permit->person(), permit->account(), permit->authority()} : By{}, text, now);
}

void check_time(const std::optional<UtcTime>& at, UtcTime now, std::vector<FieldError>& errors) {
  if (!at)
    errors.push_back({"at", "Viết ngày, giờ như 25/11/2026 14:30.", "D15.3"});
  else if (*at <= now)
    errors.push_back({"at", "Thời điểm này đã qua; chọn một thời điểm sau bây giờ (" + base::format_date_time(now) + ").", "D15.3"});
  else if (*at > now + kFarthest)
    errors.push_back({"at", "Chỉ hẹn trước tối đa một năm.", "D15.3"});
}

// The item, locked, with the proof that the actor may do `action` on it as they saw it.
struct Held {
  Item item;
  Permit permit;
};

base::Result<Held> hold(db::Connection& db, const access::Actor& actor, base::ItemId id, Action action, std::optional<unsigned> row_version, UtcTime now) {
  auto item = find_item(db, id, true);
  if (!item) return tl::unexpected(item.error());
  auto permit = authorize(db, actor, action, *item, now);
  if (!permit) return tl::unexpected(permit.error());
  if (row_version && *row_version != item->row_version)
    return base::fail(FaultKind::Stale, "Bài đã được người khác thay đổi sau khi ông, bà mở trang. Xin xem lại bản mới nhất rồi làm lại.");
  return Held{*std::move(item), *std::move(permit)};
}

void tell(db::Connection& db, const Schedule& schedule, const Item& item, const std::string& text, bool failed, UtcTime now) {
  notices::People people{schedule.person};
  if (failed) notices::add_all(people, notices::people_with_role(db, "secretary", {}, now));
  notices::tell(db, people,
                {.kind = Kind::Schedule, .item = item.id, .unit = item.unit, .cause = "schedule:" + std::to_string(schedule.id.value) + ":" + (failed ? "failed" : "done"),
                 .text = text},
                now);
}

std::string words_of(const Schedule& schedule) {
  return (schedule.is_posting ? "Hẹn đăng lúc " : "Hết hạn lúc ") + base::format_date_time(schedule.at);
}

void fail_schedule(db::Connection& db, const Schedule& schedule, const Item& item, const std::string& why, UtcTime now) {
  db.execute(kEndSchedule, "failed", now, text::cut_to_bytes(why, kLongestNote), schedule.id);
  note(db, item, "schedule_fail", nullptr, words_of(schedule) + ": " + why, now);
  tell(db, schedule, item, words_of(schedule) + " không thực hiện được: " + why, true, now);
}

base::Result<void> post(db::Connection& db, const access::Actor& actor, const Schedule& schedule, const Item& item, Publisher& publisher, UtcTime now) {
  if (item.state != State::Ready || item.passed_version != schedule.version || item.working_version != schedule.version)
    return base::fail(FaultKind::NotAllowedNow, "phiên bản đã hẹn không còn là bản đạt kiểm tra lần cuối.");
  ActRequest request;
  request.item = item.id;
  request.action = Action::Publish;
  request.row_version = item.row_version;
  request.reason = "Đăng theo giờ hẹn " + base::format_date_time(schedule.at) + ".";
  request.is_minor_change = schedule.is_minor;
  request.change_note = schedule.change_note;
  const auto done = apply_transition(db, actor, request, publisher, now);
  if (!done) return tl::unexpected(done.error());
  return {};
}

base::Result<void> expire(db::Connection& db, const access::Actor& actor, const Schedule& schedule, const Item& item, Publisher& publisher, UtcTime now) {
  if (!item.is_published()) return base::fail(FaultKind::NotAllowedNow, "bài không còn trên trang.");
  if (schedule.mode == ExpiryMode::Withdraw) {
    ActRequest request;
    request.item = item.id;
    request.action = Action::Withdraw;
    request.row_version = item.row_version;
    request.reason = "Hết thời hạn đăng " + base::format_date_time(schedule.at) + ".";
    request.withdrawal.notice = schedule.notice;
    request.withdrawal.is_planned = true;
    const auto done = apply_transition(db, actor, request, publisher, now);
    if (!done) return tl::unexpected(done.error());
    return {};
  }
  const auto permit = authorize(db, actor, Action::Withdraw, item, now);
  if (!permit) return tl::unexpected(permit.error());
  publisher.unlist(db, *permit, item, now);
  renew_cache(db, item, publisher, now);
  note(db, item, "unlist", &*permit, "Hết thời hạn đăng " + base::format_date_time(schedule.at) + ".", now);
  return {};
}

// A fault as the end of "… không thực hiện được: ".
std::string reason_of(const base::Fault& fault, const Schedule& schedule) {
  std::string why = fault.message;
  if (fault.kind == FaultKind::Forbidden || fault.kind == FaultKind::NotFound)
    why = "lúc đó " + schedule.person_name + " không còn quyền làm việc này. " + fault.message;
  for (const FieldError& field : fault.fields) why += " " + field.message;
  return why;
}

enum class Turn { Done, Failed, NotOurs };

Turn carry_out(db::Connection& db, ScheduleId id, UtcTime now, const std::function<Publisher*(std::string_view)>& publisher_of) {
  std::string why;
  const auto attempt = [&](bool only_fail) -> Turn {
    Turn turn = Turn::NotOurs;
    const bool committed = db::in_transaction(db, [&] {
      turn = Turn::NotOurs;
      const auto seen = read_one(db.query(kSchedule, id));
      if (!seen) return false;
      const auto item = find_item(db, seen->item, true);  // the item first, as everybody who locks both
      const auto schedule = read_one(db.query(kScheduleForUpdate, id));
      if (!item || !schedule || !schedule->is_waiting()) return false;  // another scheduler did it, or it was cancelled
      if (only_fail) {
        fail_schedule(db, *schedule, *item, why, now);
        turn = Turn::Failed;
        return true;
      }
      const auto actor = access::load_actor(db, schedule->account, now);
      Publisher* publisher = publisher_of(item->module);
      db.execute(kEndSchedule, "done", now, "", id);
      base::Result<void> done;
      if (!actor)
        done = base::fail(FaultKind::Forbidden, "Tài khoản đã bị khóa.");
      else if (publisher == nullptr)
        done = base::fail(FaultKind::NotAllowedNow, "chuyên mục này chưa hẹn giờ được.");
      else
        done = schedule->is_posting ? post(db, *actor, *schedule, *item, *publisher, now) : expire(db, *actor, *schedule, *item, *publisher, now);
      if (!done) {
        why = reason_of(done.error(), *schedule);
        turn = Turn::Failed;
        return false;  // nothing of it stays
      }
      tell(db, *schedule, *item, words_of(*schedule) + ": đã thực hiện lúc " + base::format_date_time(now) + ".", false, now);
      turn = Turn::Done;
      return true;
    });
    return committed || turn == Turn::Failed ? turn : Turn::NotOurs;
  };
  Turn turn = Turn::Failed;
  try {
    turn = attempt(false);
  } catch (const std::logic_error& error) {  // one item that cannot be shown keeps no other from its time
    why = std::string{"lỗi của chương trình: "} + error.what();
  }
  return turn == Turn::Failed ? attempt(true) : turn;
}

}  // namespace

std::optional<Schedule> last_posting(db::Connection& db, base::ItemId item) { return read_one(db.query(kLastSchedule, item, kPosting)); }

std::optional<Schedule> last_expiry(db::Connection& db, base::ItemId item) { return read_one(db.query(kLastSchedule, item, kExpiry)); }

base::Result<Item> schedule_posting(db::Connection& db, const access::Actor& actor, const PostingWish& wish, UtcTime now) {
  const auto held = hold(db, actor, wish.item, Action::Publish, wish.row_version, now);
  if (!held) return tl::unexpected(held.error());
  std::vector<FieldError> errors;
  check_time(wish.at, now, errors);
  check_change(held->item, wish.is_minor, wish.change_note, errors);
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Chưa hẹn giờ được: còn chỗ cần sửa.", std::move(errors));
  db.execute(kReplaceSchedules, now, "Đổi giờ hẹn.", wish.item, kPosting);
  db.execute(kAddSchedule, wish.item, kPosting, held->item.passed_version, *wish.at, "", "", wish.is_minor, wish.change_note, held->permit.person(),
             held->permit.account(), now);
  note(db, held->item, "schedule_post", &held->permit,
       "Đăng phiên bản " + std::to_string(held->item.passed_version) + " lúc " + base::format_date_time(*wish.at) + ".", now);
  return held->item;
}

base::Result<Item> schedule_expiry(db::Connection& db, const access::Actor& actor, const ExpiryWish& wish, UtcTime now) {
  const auto held = hold(db, actor, wish.item, Action::Withdraw, wish.row_version, now);
  if (!held) return tl::unexpected(held.error());
  std::vector<FieldError> errors;
  check_time(wish.at, now, errors);
  if (text::count_code_points(wish.notice) > kLongestNote) errors.push_back({"notice", "Thông báo cho bạn đọc không quá 500 ký tự.", "D12.3"});
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Chưa đặt được ngày hết hạn: còn chỗ cần sửa.", std::move(errors));
  db.execute(kReplaceSchedules, now, "Đổi ngày hết hạn.", wish.item, kExpiry);
  db.execute(kAddSchedule, wish.item, kExpiry, 0U, *wish.at, key_of_mode(wish.mode), wish.notice, false, "", held->permit.person(),
             held->permit.account(), now);
  note(db, held->item, "schedule_expiry", &held->permit,
       "Lúc " + base::format_date_time(*wish.at) + (wish.mode == ExpiryMode::Withdraw ? " gỡ khỏi trang, có thông báo." : " đưa ra khỏi các danh sách."), now);
  return held->item;
}

base::Result<Item> cancel_schedule(db::Connection& db, const access::Actor& actor, base::ItemId id, bool posting, UtcTime now) {
  const auto held = hold(db, actor, id, posting ? Action::Publish : Action::Withdraw, {}, now);
  if (!held) return tl::unexpected(held.error());
  const auto schedule = posting ? last_posting(db, id) : last_expiry(db, id);
  if (!schedule || !schedule->is_waiting()) return base::fail(FaultKind::NotAllowedNow, "Không còn lịch hẹn nào đang chờ.");
  db.execute(kEndSchedule, "cancelled", now, "Đã bỏ lịch hẹn.", schedule->id);
  note(db, held->item, "schedule_cancel", &held->permit, words_of(*schedule) + ".", now);
  return held->item;
}

void follow_schedules(db::Connection& db, const Item& item, Action action, UtcTime now) {
  if (const auto posting = last_posting(db, item.id); posting && posting->is_waiting()) {
    if (action == Action::Publish || action == Action::PublishUrgent)
      db.execute(kEndSchedule, "cancelled", now, "Đã đăng trước giờ hẹn.", posting->id);
    else if (item.state != State::Ready)
      fail_schedule(db, *posting, item, "bài đã rời bước chờ đăng, các lần kiểm tra trước không còn hiệu lực.", now);
  }
  if (item.is_published()) return;  // taken down, or hidden (D12.3)
  if (const auto expiry = last_expiry(db, item.id); expiry && expiry->is_waiting())
    db.execute(kEndSchedule, "cancelled", now, "Bài đã gỡ trước ngày hết hạn.", expiry->id);
}

CarriedOut carry_out_schedules(db::Connection& db, UtcTime now, const std::function<Publisher*(std::string_view module)>& publisher_of,
                               const std::function<bool()>& should_stop) {
  std::vector<ScheduleId> due;
  {
    auto rows = db.query(kDueSchedules, now);
    while (rows.next()) due.push_back(rows.id<ScheduleId>(0));
  }
  CarriedOut out;
  for (const ScheduleId id : due) {
    if (should_stop()) break;
    const Turn turn = carry_out(db, id, now, publisher_of);
    if (turn == Turn::Done) ++out.done;
    if (turn == Turn::Failed) ++out.failed;
  }
  return out;
}

}  // namespace portal::workflow
