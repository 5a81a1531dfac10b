#include "modules/admin/overview/reminders.h"

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/overview/behind.h"
#include "modules/admin/overview/handlers.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/qa/store.h"
#include "shared/access/authority.h"
#include "shared/duty/show.h"
#include "shared/notices/notices.h"
#include "shared/workflow/awaited.h"
#include "shared/workflow/item_note.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using notices::People;

constexpr std::size_t kLongestWords = 300;
constexpr std::chrono::hours kDay{24};

// What a form or an address asks to remind of, read afresh: somebody else may have done it meanwhile.
struct Target {
  std::string cause, chain;
  base::ItemId item;  // unset: a clock of no item, or a quota
  base::ItemId told;  // the item that the notice leads to: none for who is asked about an item that is not theirs to see
  base::UnitId unit;
  std::uint64_t clock = 0;
  std::string what;    // as whoever reminds may know it
  std::string said;    // as who holds it reads it
  People people;       // but for who reminds
};

bool is_due(const duty::Clock& clock, base::UtcTime now) {
  const base::UtcTime tomorrow = base::start_of(base::local_date(now)) + kDay;
  return clock.is_open() && clock.times.due && (*clock.times.due < tomorrow || (clock.times.amber && *clock.times.amber <= now));
}

base::Result<Target> clock_target(App& app, server::Context& context, duty::ClockId id) {
  const auto books = app.books.get(context.db());
  const auto clock = duty::find_clock(context.db(), id);
  if (!clock) return tl::unexpected<base::Fault>(clock.error());
  const duty::Duty* duty = duty::find_duty(books->duties, clock->duty);
  if (duty == nullptr) return base::fail(FaultKind::NotFound, "Không tìm thấy thời hạn này.");
  if (!is_due(*clock, context.now)) return base::fail(FaultKind::NotAllowedNow, "Việc này đã xong hoặc chưa đến hạn nên không cần nhắc.");
  Target target;
  target.cause = cause_of_clock(id.value);
  target.chain = "clock:" + std::to_string(id.value);
  target.item = clock->item;
  if (!workflow::is_asked(*duty)) target.told = clock->item;
  target.unit = clock->unit;
  target.clock = id.value;
  const duty::Shown shown = duty::show_clock(*books, *clock, context.now);
  target.said = shown.words + ", hạn " + shown.due + ": " + shown.title + " (" + shown.clause + ").";
  if (const auto matter = qa::find_matter(context.db(), qa::matter_of_subject(clock->subject)))
    target.said = matter->code + ", “" + matter->title + "”: " + target.said;
  target.what = target.said;
  if (clock->item.is_set()) {
    OverviewStore store(context.db());
    const auto row = store.clock(id);
    if (row) target.what = "“" + line_of(reader_of(context, *books, store), *row).title + "”. " + target.said;
  }
  target.people = workflow::awaited_by(context.db(), *duty, *clock, context.now);
  return target;
}

base::Result<Target> quota_target(server::Context& context, base::UnitId unit) {
  const Month month = Month::of(context.now);
  const auto quotas = OverviewStore(context.db()).quotas(month);
  const auto quota = std::find_if(quotas.begin(), quotas.end(), [unit](const UnitQuota& one) { return one.unit == unit; });
  if (quota == quotas.end()) return base::fail(FaultKind::NotFound, "Không tìm thấy đơn vị này.");
  if (!quota->is_short()) return base::fail(FaultKind::NotAllowedNow, "Đơn vị đã đủ định mức của tháng này nên không cần nhắc.");
  Target target;
  target.cause = cause_of_quota(unit, month);
  target.chain = "quota:" + std::to_string(unit.value);
  target.unit = unit;
  target.said = quota->name + " mới cung cấp " + std::to_string(quota->supplied) + " trên " + std::to_string(*quota->min) + " tin, bài của tháng " + month.words() +
                " (D9.4). Xin gửi bài cho Ban Biên tập trước khi hết tháng.";
  target.what = target.said;
  target.people = notices::unit_heads(context.db(), unit, context.now);
  return target;
}

// Faults: Forbidden, NotFound, NotAllowedNow (done, reminded of today, nobody to remind).
base::Result<Target> find_target(App& app, server::Context& context, const http::Fields& fields) {
  if (authority_to_remind(context).empty())
    return base::fail(FaultKind::Forbidden, "Việc nhắc dành cho Trưởng Ban Biên tập, Thư ký Ban Biên tập và Lãnh đạo Sở.");
  const duty::ClockId clock{number_in(fields.get("dong-ho"))};
  auto target = clock.is_set() ? clock_target(app, context, clock) : quota_target(context, base::UnitId{number_in(fields.get("don-vi"))});
  if (!target) return target;
  if (const auto before = OverviewStore(context.db()).reminder(target->cause, context.now))
    return base::fail(FaultKind::NotAllowedNow,
                      before->by + " đã nhắc việc này lúc " + base::format_time(before->at) + " hôm nay. Mỗi việc nhắc một lần trong ngày.");
  std::erase(target->people, context.actor.person);
  std::sort(target->people.begin(), target->people.end());
  target->people.erase(std::unique(target->people.begin(), target->people.end()), target->people.end());
  if (target->people.empty()) return base::fail(FaultKind::NotAllowedNow, "Chưa có ai khác giữ việc này để nhắc.");
  return target;
}

std::string names_of(db::Connection& db, const People& people) {
  std::string names;
  PeopleStore store(db);
  for (const base::PersonId id : people)
    if (const auto person = store.person(id)) names += (names.empty() ? "" : ", ") + person->full_name;
  return names;
}

// The list that the button stood on: one of those with buttons, else the leaders' page.
std::string_view back_of(const http::Fields& fields) {
  const std::string_view back = fields.get("ve");
  return back == "qua-han" || back == "hom-nay" ? back : std::string_view{};
}

std::string back_url(std::string_view back) {
  return back.empty() ? std::string{kOverviewPath} : std::string{kBehindPath} + "?loai=" + std::string{back};
}

office::Frame frame() { return {.title = "Nhắc việc", .menu = "overview", .crumbs = {{std::string{kOverviewPath}, "Điều hành"}}, .here = "Nhắc việc"}; }

FormPage reminder_form(server::Context& context, const Target& target, const http::Fields& fields) {
  FormPage form;
  form.title = "Nhắc việc";
  form.lead = target.what + " Thông báo gửi đến: " + names_of(context.db(), target.people) + ".";
  form.action = kRemindPath;
  form.submit = "Gửi lời nhắc";
  form.cancel_url = back_url(back_of(fields));
  form.fields = {{.kind = Field::Kind::Area, .name = "words", .label = "Lời nhắn thêm", .hint = "Không bắt buộc. Mỗi việc nhắc một lần trong ngày; lời nhắc được ghi vào nhật ký.", .max_length = static_cast<int>(kLongestWords), .rows = 3}};
  for (const char* name : {"dong-ho", "don-vi", "ve"})
    if (const std::string_view value = fields.get(name); !value.empty()) form.hidden.emplace_back(name, value);
  return form;
}

void note_reminder(server::Context& context, const Target& target, const std::string& authority, const std::string& words) {
  Changes changes;
  changes.state("Nhắc", names_of(context.db(), target.people));
  changes.state("Về việc", target.said);
  changes.state("Lời nhắn", words);
  if (!target.item.is_set()) return note(context, {.chain = target.chain, .action = "remind", .authority = authority, .note = changes.text()});
  // On the item it stands among the item's other acts.
  if (const auto item = workflow::find_item(context.db(), target.item, true))
    workflow::note_on_item(context.db(), *item, "remind", {context.actor.person, context.actor.account, authority}, changes.text(), context.now);
}

}  // namespace

std::string cause_of_clock(std::uint64_t clock) { return "clock:" + std::to_string(clock); }

std::string cause_of_quota(base::UnitId unit, const Month& month) { return "quota:" + std::to_string(unit.value) + ":" + month.text(); }

std::string authority_to_remind(server::Context& context) {
  const auto right = access::authority_for(context.db(), context.actor, access::Capability::Remind, context.now);
  return right ? right->words : std::string{};
}

void Reminders::fill(view::Dict& line, const std::string& cause, const std::string& of, std::string_view back) const {
  if (const auto before = today.find(cause); before != today.end()) {
    view::Dict out = line.section("REMINDED");
    out.set("REMINDED_BY", before->second.by);
    out.set("REMINDED_AT", base::format_time(before->second.at));
    return;
  }
  if (!may) return;
  view::Dict out = line.section("REMIND");
  const std::size_t colon = cause.find(':');
  const bool is_clock = cause.starts_with("clock:");
  const std::string id = cause.substr(colon + 1, cause.find(':', colon + 1) - colon - 1);
  out.set("REMIND_URL", std::string{kRemindPath} + (is_clock ? "?dong-ho=" : "?don-vi=") + id + (back.empty() ? "" : "&ve=" + std::string{back}));
  out.set("REMIND_OF", of);
}

Reminders reminders_of(server::Context& context) {
  return {!authority_to_remind(context).empty(), OverviewStore(context.db()).reminders(context.now)};
}

http::Response new_reminder(App& app, server::Context& context) {
  const http::Fields& query = context.request.query;
  const auto target = find_target(app, context, query);
  if (!target) return server::fault_response(context, target.error());
  return show_form(context, frame(), reminder_form(context, *target, query), http::Fields{});
}

http::Response send_reminder(App& app, server::Context& context) {
  const http::Fields& form = context.request.form;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto target = find_target(app, context, form);
    if (!target) return tl::unexpected<base::Fault>(target.error());
    FieldReader reader(form);
    std::string typed = reader.text("words", kLongestWords, false, "Lời nhắn thêm");
    const auto words = std::move(reader).finish(std::move(typed));
    if (!words) return tl::unexpected<base::Fault>(words.error());
    const std::string authority = authority_to_remind(context);
    OverviewStore(context.db()).add_reminder(target->cause, context.actor.person, context.now);
    notices::tell(context.db(), target->people,
                  {.kind = notices::Kind::Reminder, .item = target->told, .unit = target->unit, .clock = target->clock,
                   .cause = "remind:" + target->cause + ":" + base::format_iso(context.now).substr(0, 10),
                   .text = context.actor.display_name + " (" + authority + ") nhắc: " + target->said + (words->empty() ? "" : " Lời nhắn: " + *words)},
                  context.now);
    note_reminder(context, *target, authority, *words);
    const std::string back = back_url(back_of(form));
    return back + (back.find('?') == std::string::npos ? "?xong=" : "&xong=") + std::string{kReminded};
  });
  if (done) return http::redirect(*done);
  if (done.error().kind != FaultKind::Invalid) return server::fault_response(context, done.error());
  const auto target = find_target(app, context, form);
  if (!target) return server::fault_response(context, target.error());
  const FormPage page = reminder_form(context, *target, form);
  return show_form(context, frame(), page, form, errors_of(done.error(), page));
}

}  // namespace portal::admin
