// The view of the deadline calculator.
#include <algorithm>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/deadline.h"
#include "generated/tpl/partials/error_summary.h"
#include "generated/tpl/partials/field_datetime.h"
#include "generated/tpl/partials/field_select.h"
#include "generated/tpl/partials/field_text.h"
#include "modules/news/public/calendar.h"
#include "shared/duty/reckon.h"
#include "shared/why/why.h"

namespace portal::news {
namespace {

namespace names = tpl::news_deadline;

struct Labelled {
  std::string_view name, label, hint;
};

std::string error_of(const DeadlineView& view, std::string_view name) {
  for (const base::FieldError& error : view.errors)
    if (error.field == name) return error.message;
  return {};
}

// What every field partial has.
view::Dict begin_field(view::Dict& content, const char* slot, std::string_view file, const Labelled& field, const DeadlineView& view) {
  namespace part = tpl::partials_field_text;  // the same names in each of them
  view::Dict one = content.include(slot, file);
  one.set(part::kNAME, field.name);
  one.set(part::kLABEL, field.label);
  one.set_if(part::kHAS_HINT, part::kHINT, field.hint);
  one.set_if(part::kHAS_ERROR, part::kERROR, error_of(view, field.name));
  return one;
}

void add_option(view::Dict& select, std::string_view value, std::string_view label, std::string_view chosen) {
  namespace part = tpl::partials_field_select;
  view::Dict option = select.section(part::kOPTION);
  option.set(part::kOPTION_VALUE, value);
  option.set(part::kOPTION_LABEL, label);
  option.show(part::kOPTION_SELECTED, value == chosen);
}

// The newest row of each code that has a length of its own: "Cung cấp tin tức, sự kiện: 12 giờ làm việc (D9.3a)".
void add_duties(view::Dict& select, const DeadlineView& view) {
  for (const duty::Duty& duty : view.duties) {
    const bool is_newest = std::none_of(view.duties.begin(), view.duties.end(),
                                        [&](const duty::Duty& other) { return other.code == duty.code && other.valid_from > duty.valid_from; });
    if (!is_newest || (!duty.amount && duty.unit != "window")) continue;
    add_option(select, duty.code, duty.title + ": " + calendar::describe(duty::rule_of(duty)) + " (" + duty.clause + ")", view.question.duty);
  }
}

void fill_form(view::Dict& content, const DeadlineView& view) {
  view::Dict duty = begin_field(content, names::kFIELD_DUTY, tpl::partials_field_select::kFile,
                                {"quy-dinh", "Việc có thời hạn", "Số trong ngoặc là điều, khoản, điểm của Quy chế."}, view);
  add_option(duty, "", "Tự nhập số và đơn vị ở dưới", view.question.duty);
  add_duties(duty, view);
  view::Dict amount = begin_field(content, names::kFIELD_AMOUNT, tpl::partials_field_text::kFile,
                                  {"so", "Số giờ hoặc số ngày", "Chỉ cần khi tự nhập, ví dụ 15."}, view);
  amount.set(tpl::partials_field_text::kVALUE, view.question.amount);
  amount.set(tpl::partials_field_text::kTYPE, "text");
  amount.set(tpl::partials_field_text::kWIDTH, "10");
  view::Dict unit = begin_field(content, names::kFIELD_UNIT, tpl::partials_field_select::kFile, {"don-vi", "Đơn vị tính", "Chỉ cần khi tự nhập."}, view);
  add_option(unit, "working_days", "ngày làm việc", view.question.unit);
  add_option(unit, "working_hours", "giờ làm việc", view.question.unit);
  add_option(unit, "calendar_days", "ngày theo lịch", view.question.unit);
  view::Dict start = begin_field(content, names::kFIELD_START, tpl::partials_field_datetime::kFile,
                                 {"tu", "Bắt đầu lúc", "Lúc sự việc diễn ra, văn bản được ban hành hoặc hồ sơ được tiếp nhận."}, view);
  start.set(tpl::partials_field_datetime::kVALUE, view.question.start);
}

void fill_answer(view::Dict& content, const Frame& frame, const DeadlineView& view) {
  view::Dict part = content.section(names::kANSWER);
  const Deadline& deadline = *view.deadline;
  part.set(names::kRULE_WORDS, why::rule_words(deadline.clock));
  if (deadline.duty != nullptr) {
    view::Dict duty = part.section(names::kHAS_DUTY);
    duty.set(names::kDUTY_TITLE, deadline.duty->title);
    duty.set(names::kDUTY_CLAUSE, why::clause_words(deadline.duty->clause));
    part.set_if(names::kHAS_NOTE, names::kNOTE, deadline.duty->note);
  }
  if (!view.calendar.rows.calendar) {
    part.set(names::kRESULT, "Chưa tính được: lịch làm việc chưa được công bố.");
    return;
  }
  const calendar::Calendar& calendar = *view.calendar.rows.calendar;
  const calendar::Explanation answer = calendar::explain(calendar, deadline.clock);
  part.set(names::kRESULT, answer.due ? "Hạn: " + why::moment_words(*answer.due) : calendar::message_of(answer.due.error()));
  if (!answer.days.empty())
    for (const why::Tally& tally : why::tallies_of(answer)) {
      view::Dict row = part.section(names::kTALLY);
      row.set(names::kTALLY_LABEL, tally.label);
      row.set(names::kTALLY_VALUE, tally.value);
    }
  why::fill_days(part.include(names::kDAYS, "partials/due_days.tpl"), {calendar, deadline.clock, answer, base::local_date(frame.now)});
}

}  // namespace

std::string view_deadline(const Frame& frame, const DeadlineView& view) {
  view::Page page(tpl::layout_public::kFile);
  site::PageInfo info;
  info.title = view.deadline ? "Kết quả tính thời hạn" : "Tính thời hạn";
  info.description = "Tính hạn giải quyết theo giờ làm việc, ngày làm việc, ngày nghỉ của cơ quan, có giải thích từng ngày.";
  info.canonical_path = "/tinh-thoi-han";
  info.is_noindex = view.deadline.has_value() || !view.errors.empty();
  view::Dict content = site::fill_layout(page, frame, info, names::kFile);
  if (!view.errors.empty()) {
    namespace part = tpl::partials_error_summary;
    view::Dict summary = content.section(names::kHAS_ERRORS).include(names::kERROR_SUMMARY, part::kFile);
    view::Dict title = summary.section(part::kSUMMARY_TITLE_SHOWN);
    title.set(part::kSUMMARY_TITLE, "Chưa tính được, xin xem lại");
    for (const base::FieldError& error : view.errors) {
      view::Dict item = summary.section(part::kITEM);
      item.set(part::kFIELD, error.field);
      item.set(part::kMESSAGE, error.message);
    }
  }
  if (view.deadline) fill_answer(content, frame, view);
  content.set(names::kFORM_TITLE, view.deadline ? "Tính việc khác" : "Cần tính việc gì?");
  fill_form(content, view);
  return frame.templates.render(page);
}

}  // namespace portal::news
