#include "shared/office/clock_pages.h"

#include <array>
#include <charconv>

#include "shared/duty/reckon.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/office/queries.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"
#include "shared/why/why.h"
#include "shared/workflow/clock_act.h"
#include "shared/workflow/idempotency.h"

namespace portal::office {
namespace {

using base::FaultKind;
using workflow::ClockAct;
using workflow::Item;

struct ActWords {
  ClockAct act;
  std::string_view slug, label, button, icon, done;
};

constexpr std::array kActs{
    ActWords{ClockAct::Pause, "tam-dung", "Tạm dừng thời hạn", "Tạm dừng", "circle-pause", "Đã tạm dừng thời hạn."},
    ActWords{ClockAct::Resume, "chay-tiep", "Cho thời hạn chạy tiếp", "Cho chạy tiếp", "rotate-ccw", "Thời hạn chạy tiếp."},
    ActWords{ClockAct::Extend, "gia-han", "Gia hạn", "Gia hạn", "calendar-clock", "Đã gia hạn."},
};

const ActWords* find_act(std::string_view slug) {
  for (const ActWords& words : kActs)
    if (words.slug == slug) return &words;
  return nullptr;
}

// What a page of a clock begins with: the item that the person may know, its clock, and the duty that rules it.
struct Place {
  Item item;
  duty::Clock clock;
  std::shared_ptr<const duty::Books> books;
  const duty::Duty* duty = nullptr;
  std::string url;  // of the clock
};

base::Result<Place> find_place(server::Context& context, const PanelHost& host) {
  const auto missing = [] { return base::fail(FaultKind::NotFound, "Không tìm thấy thời hạn này."); };
  auto item = find_visible(context, host, context.path.id<base::ItemId>("id"));
  if (!item) return tl::unexpected<base::Fault>(item.error());
  auto clock = duty::find_clock(context.db(), context.path.id<duty::ClockId>("clock"));
  if (!clock || clock->item != item->id) return missing();
  Place place{*std::move(item), *std::move(clock), host.books.get(context.db()), nullptr, {}};
  place.duty = duty::find_duty(place.books->duties, place.clock.duty);
  if (place.duty == nullptr) return missing();
  place.url = host.item_url(place.item.id) + "/thoi-han/" + std::to_string(place.clock.id.value);
  return place;
}

Frame frame_of(const PanelHost& host, const Place& place, std::string here) {
  Frame frame;
  frame.title = here + ": " + place.item.title;
  frame.menu = host.menu;
  frame.crumbs = {{std::string{host.base_path}, std::string{host.list_label}}, {host.item_url(place.item.id), place.item.code}};
  frame.here = std::move(here);
  return frame;
}

void add_fact(view::Dict& content, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  view::Dict row = content.section("FACT");
  row.set("FACT_LABEL", label);
  row.set("FACT_VALUE", value);
}

std::string due_words(const std::optional<base::UtcTime>& due) { return due ? base::format_date_time(*due) : "chưa có hạn"; }

struct CauseWords {
  std::string_view key, words;
};

constexpr std::array kCauses{
    CauseWords{"open", "bắt đầu tính"},      CauseWords{"close", "kết thúc"},
    CauseWords{"reopen", "tính lại"},        CauseWords{"cancel", "thôi không tính"},
    CauseWords{"event_changed", "đổi thời điểm bắt đầu"}, CauseWords{"pause", "tạm dừng"},
    CauseWords{"resume", "chạy tiếp"},       CauseWords{"extend", "gia hạn"},
    CauseWords{"report", "đã báo cáo"},      CauseWords{"miss", "hết tháng, chưa đạt"},
    CauseWords{"calendar", "lịch làm việc thay đổi"}, CauseWords{"duty", "quy định thời hạn thay đổi"},
};

std::string_view words_of_cause(std::string_view key) {
  for (const CauseWords& cause : kCauses)
    if (cause.key == key) return cause.words;
  return key;
}

struct EventWords {
  std::string_view key, words;
};

constexpr std::array kStarts{
    EventWords{duty::event::kEventAt, "Sự việc diễn ra, văn bản ban hành hoặc được phê duyệt"},
    EventWords{duty::event::kSupplied, "Bài tới Ban Biên tập"},
    EventWords{duty::event::kPublished, "Bài được đăng"},
    EventWords{duty::event::kRevised, "Có báo thông tin đã thay đổi hoặc mở bản cập nhật"},
    EventWords{duty::event::kReviewed, "Bài được rà soát"},
    EventWords{duty::event::kReceived, "Tiếp nhận câu hỏi, ý kiến"},
    EventWords{duty::event::kForwarded, "Chuyển tới đơn vị"},
    EventWords{duty::event::kUnitAnswered, "Đơn vị trả lời"},
    EventWords{duty::event::kAnswered, "Trả lời bạn đọc"},
    EventWords{duty::event::kMonth, "Tháng bắt đầu"},
    EventWords{duty::event::kQuotaMet, "Đủ định mức"},
    EventWords{duty::event::kReported, "Báo cáo được gửi"},
    EventWords{duty::event::kMonthOver, "Hết tháng"},
};

void fill_changes(view::Dict& content, const ClockStory& story) {
  for (auto change = story.changes.rbegin(); change != story.changes.rend(); ++change) {
    view::Dict row = content.section("CHANGE");
    row.set("WHEN", base::format_date_time(change->at));
    row.set("WHO", change->person);
    row.set("WHAT", words_of_cause(change->cause));
    if (change->old_due != change->new_due) {
      view::Dict dues = row.section("DUES");
      dues.set("OLD_DUE", due_words(change->old_due));
      dues.set("NEW_DUE", due_words(change->new_due));
    }
    // The notes of a person's acts; what the system notes of its own (times, keys) is in the columns already.
    const bool is_told = change->cause == "pause" || change->cause == "extend" || change->cause == "report" || change->cause == "calendar" || change->cause == "duty";
    row.set_if("NOTED", "NOTE", is_told ? change->note : std::string{});
  }
}

void fill_pauses(view::Dict& content, const ClockStory& story) {
  if (story.pauses.empty()) return;
  view::Dict part = content.section("PAUSES");
  for (const duty::Pause& pause : story.pauses) {
    view::Dict row = part.section("PAUSE");
    row.set("PAUSE_FROM", base::format_date_time(pause.from));
    row.set("PAUSE_TO", pause.to ? base::format_date_time(*pause.to) : std::string{"chưa chạy tiếp"});
    row.set("PAUSE_GROUND", pause.ground);
    row.set("PAUSE_EVIDENCE", pause.evidence);
  }
}

// The acts that this person may do on the clock now; of the others nothing is said, since most clocks never stand.
void fill_acts(view::Dict& content, server::Context& context, const Place& place) {
  view::Dict acts = content;
  bool has_any = false;
  for (const ActWords& words : kActs) {
    if (!workflow::authorize_clock(context.db(), context.actor, words.act, place.item, *place.duty, place.clock, context.now)) continue;
    if (!has_any) acts = content.section("ACTS");
    has_any = true;
    view::Dict act = acts.section("ACT");
    act.set("ACT_URL", place.url + "/" + std::string{words.slug});
    act.set("ACT_ICON", words.icon);
    act.set("ACT_LABEL", words.label);
  }
}

// ---- the acts' form ----
struct Draft {
  base::UtcTime at;
  std::string ground, evidence, reason;
  unsigned amount = 0;
};

base::Result<Draft> parse_draft(const http::Fields& form, ClockAct act) {
  Draft draft;
  Errors errors;
  const auto line = [&](const char* name, std::size_t max) {
    auto cleaned = text::clean_line(form.get(name), max);
    if (cleaned) return *std::move(cleaned);
    errors.push_back({name, cleaned.error().message, "D4.1a"});
    return std::string{};
  };
  const auto moment = [&](const char* name) {
    const auto at = base::parse_date_time(text::trim(form.get(name)));
    if (!at) errors.push_back({name, "Viết ngày giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 25/11/2026 14:30.", ""});
    return at.value_or(base::UtcTime{});
  };
  if (act == ClockAct::Pause) {
    draft.at = moment("from");
    draft.ground = line("ground", 300);
    draft.evidence = line("evidence", 300);
  } else if (act == ClockAct::Resume) {
    draft.at = moment("at");
  } else {
    const std::string_view typed = text::trim(form.get("amount"));
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), draft.amount);
    if (typed.empty() || error != std::errc{} || end != typed.data() + typed.size()) errors.push_back({"amount", "Ghi số ngày làm việc bằng chữ số.", "D9.3e"});
    draft.reason = line("reason", 500);
  }
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Xin sửa các chỗ được nêu rồi gửi lại.", std::move(errors));
  return draft;
}

http::Response act_form(server::Context& context, const PanelHost& host, const Place& place, const ActWords& words, const http::Fields& typed,
                        const Errors& errors, int status) {
  OfficePage page(context, frame_of(host, place, std::string{words.label}), "office/clock_act.tpl");
  view::Dict& content = page.content();
  content.set("ACT_LABEL", words.label);
  content.set("ACT_BUTTON", words.button);
  content.set("ACT_ICON", words.icon);
  content.set("ACT_URL", place.url + "/" + std::string{words.slug});
  content.set("CLOCK_URL", place.url);
  content.set("ITEM_TITLE", place.item.title);
  content.set("DUTY_TITLE", place.duty->title);
  content.set("DUTY_CLAUSE", place.duty->clause);
  content.set("KEY", workflow::new_form_key());
  const duty::Shown shown = duty::show_clock(*place.books, place.clock, context.now);
  add_chip(content, "CLOCK_CHIP", shown.chip_kind(), shown.icon(), shown.words);
  content.set_if("HAS_DUE", "DUE", shown.due);
  fill_error_summary(content, errors, errors.empty() ? "" : "Chưa làm được, xin xem lại");
  const auto value = [&](const char* name, const std::string& fallback) { return typed.has(name) ? std::string{typed.get(name)} : fallback; };
  const std::string now = base::format_date_time(context.now);
  if (words.act == ClockAct::Pause) {
    add_date_time(content, "FIELDS", {.name = "from", .label = "Dừng từ lúc", .value = value("from", now), .hint = "Không ở tương lai.", .required = true}, errors);
    add_textarea(content, "FIELDS", {.name = "ground", .label = "Lý do", .value = value("ground", ""), .hint = "Đang chờ ai, chờ việc gì.", .required = true, .max_length = 300}, errors, 3);
    add_text(content, "FIELDS", {.name = "evidence", .label = "Căn cứ", .value = value("evidence", ""), .hint = "Số, ngày của văn bản hoặc thư đã gửi.", .required = true, .max_length = 300}, errors);
  } else if (words.act == ClockAct::Resume) {
    add_date_time(content, "FIELDS", {.name = "at", .label = "Chạy tiếp từ lúc", .value = value("at", now), .hint = "Lúc nhận được điều đã chờ; không ở tương lai.", .required = true}, errors);
  } else {
    const std::string most = place.duty->extended_amount ? std::to_string(*place.duty->extended_amount) : std::string{};
    add_text(content, "FIELDS", {.name = "amount", .label = "Số ngày làm việc sau khi gia hạn", .value = value("amount", most), .hint = "Tính từ ngày bắt đầu, nhiều nhất " + most + " ngày.", .required = true, .max_length = 4}, errors);
    add_textarea(content, "FIELDS", {.name = "reason", .label = "Lý do gia hạn", .value = value("reason", ""), .hint = "Nêu việc phải xin ý kiến hoặc xác minh, kèm số văn bản.", .required = true, .max_length = 500}, errors, 4);
  }
  return std::move(page).respond(status);
}

// A typed moment has no seconds: in the minute in which the clock began or was stopped it is not before that.
base::UtcTime not_before(base::UtcTime earliest, base::UtcTime typed) {
  const bool is_same_minute = typed < earliest && typed + std::chrono::minutes{1} > earliest;
  return is_same_minute ? earliest : typed;
}

base::UtcTime last_pause(db::Connection& db, duty::ClockId clock) {
  const auto pauses = duty::pauses_of(db, clock);
  return pauses.empty() ? base::UtcTime{} : pauses.back().from;
}

base::Result<duty::Clock> carry_out(server::Context& context, const PanelHost& /*host*/, const Place& place, const ActWords& words, const Draft& draft) {
  db::Connection& db = context.db();
  // The item first, as every act of the workflow does; then the books and the clock as they are under that lock.
  const auto item = workflow::find_item(db, place.item.id, true);
  if (!item) return tl::unexpected<base::Fault>(item.error());
  const duty::Books books = duty::load_books(db);
  const auto clock = duty::find_clock(db, place.clock.id);
  if (!clock) return clock;
  const duty::Duty* duty = duty::find_duty(books.duties, clock->duty);
  if (duty == nullptr) return base::fail(FaultKind::NotFound, "Không tìm thấy thời hạn này.");
  const auto permit = workflow::authorize_clock(db, context.actor, words.act, *item, *duty, *clock, context.now);
  if (!permit) return tl::unexpected<base::Fault>(permit.error());
  switch (words.act) {
    case ClockAct::Pause: return workflow::pause_clock(db, *permit, books, not_before(clock->started_at, draft.at), draft.ground, draft.evidence, context.now);
    case ClockAct::Resume: return workflow::resume_clock(db, *permit, books, not_before(last_pause(db, clock->id), draft.at), context.now);
    case ClockAct::Extend: return workflow::extend_clock(db, *permit, books, draft.amount, draft.reason, context.now);
  }
  return base::fail(FaultKind::NotFound, "Không có việc này.");
}

http::Response answer_fault(server::Context& context, const PanelHost& host, const Place& place, const ActWords& words, const base::Fault& fault) {
  if (fault.kind != FaultKind::Invalid && fault.kind != FaultKind::Conflict) return server::fault_response(context, fault);
  const char* first = words.act == ClockAct::Pause ? "from" : (words.act == ClockAct::Resume ? "at" : "amount");
  const Errors errors = fault.fields.empty() ? Errors{{first, fault.message, ""}} : fault.fields;
  return act_form(context, host, place, words, context.request.form, errors, server::status_of(fault.kind));
}

}  // namespace

std::string clock_url(duty::ClockId id) { return "/quan-tri/thoi-han/dong-ho/" + std::to_string(id.value); }

std::string_view words_of_event(std::string_view key) {
  for (const EventWords& event : kStarts)
    if (event.key == key) return event.words;
  return key;
}

base::Result<ClockStory> read_clock_story(db::Connection& db, duty::ClockId id) {
  auto clock = duty::find_clock(db, id);
  if (!clock) return tl::unexpected<base::Fault>(clock.error());
  ClockStory story{*std::move(clock), duty::pauses_of(db, id), duty::changes_of(db, id), {}};
  if (story.clock.extended_by.is_set()) {
    auto rows = db.query(kPerson, story.clock.extended_by);
    if (rows.next()) story.extended_by = rows.text(0);
  }
  return story;
}

void fill_clock_story(view::Dict& content, const duty::Books& books, const ClockStory& story, base::UtcTime now) {
  const duty::Clock& clock = story.clock;
  const duty::Shown shown = duty::show_clock(books, clock, now);
  add_chip(content, "CLOCK_CHIP", shown.chip_kind(), shown.icon(), shown.words);
  content.set("DUTY_TITLE", shown.title);
  const duty::Duty* duty = duty::find_duty(books.duties, clock.duty);
  const duty::StoredCalendar* calendar = books.find(clock.calendar);
  fill_pauses(content, story);
  fill_changes(content, story);
  if (clock.extended_at) {
    view::Dict extended = content.section("EXTENDED");
    extended.set("EXTENDED_TO", std::to_string(clock.amount.value_or(0)));
    extended.set("EXTENDED_AT", base::format_date_time(*clock.extended_at));
    extended.set("EXTENDED_BY", story.extended_by);
    extended.set("EXTENDED_REASON", clock.extension_reason);
  }
  if (duty == nullptr || calendar == nullptr || !calendar->calendar) {
    content.set("RESULT", "Chưa tính được hạn");
    return;
  }
  add_fact(content, "Căn cứ", why::clause_words(duty->clause) + " của Quy chế");
  add_fact(content, "Bên chịu thời hạn", duty::label_of_party(duty->party));
  add_fact(content, "Bắt đầu khi", words_of_event(duty->start_event));
  add_fact(content, "Kết thúc khi", words_of_event(duty->stop_event));
  add_fact(content, "Cách tính", shown.rule);
  add_fact(content, "Quy định áp dụng từ", calendar::date_words(duty->valid_from));
  add_fact(content, "Cách hiểu", duty->note);
  add_fact(content, "Lịch", calendar->name);
  const calendar::DutyClock question = duty::duty_clock_of(*duty, clock.started_at, clock.amount, story.pauses);
  const calendar::Explanation answer = calendar::explain(*calendar->calendar, question);
  content.set("RULE_WORDS", why::rule_words(question));
  content.set("RESULT", answer.due ? "Hạn: " + why::moment_words(*answer.due) : calendar::message_of(answer.due.error()));
  // A clock that ended keeps the due time that it had; what calendar and duty give today may be another.
  const std::optional<base::UtcTime> given = answer.due ? std::optional{*answer.due} : std::nullopt;
  if (given != clock.times.due) content.section("OTHERWISE").set("STORED_DUE", due_words(clock.times.due));
  why::fill_days(content.include("DAYS", "partials/due_days.tpl"), {*calendar->calendar, question, answer, base::local_date(now)});
  for (const why::Tally& tally : why::tallies_of(answer)) {
    view::Dict row = content.section("TALLY");
    row.set("TALLY_LABEL", tally.label);
    row.set("TALLY_VALUE", tally.value);
  }
}

http::Response show_clock(server::Context& context, const PanelHost& host) {
  const auto place = find_place(context, host);
  if (!place) return server::fault_response(context, place.error());
  const auto story = read_clock_story(context.db(), place->clock.id);
  if (!story) return server::fault_response(context, story.error());
  Frame frame = frame_of(host, *place, "Vì sao hạn này?");
  if (const ActWords* done = find_act(context.request.query.get("xong"))) frame.flashes.push_back({"ok", std::string{done->done}});
  OfficePage page(context, std::move(frame), "office/why.tpl");
  view::Dict& content = page.content();
  content.set("SUBJECT", place->item.code + ", " + place->item.title);
  content.set("BACK_URL", host.item_url(place->item.id));
  content.set("BACK_LABEL", "Về trang của bài");
  content.set("PRINTED", base::format_date_time(context.now));
  fill_clock_story(content, *place->books, *story, context.now);
  fill_acts(content, context, *place);
  return std::move(page).respond();
}

http::Response show_clock_act(server::Context& context, const PanelHost& host) {
  const auto place = find_place(context, host);
  if (!place) return server::fault_response(context, place.error());
  const ActWords* words = find_act(context.path.text("act"));
  if (words == nullptr) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});
  const auto permit = workflow::authorize_clock(context.db(), context.actor, words->act, place->item, *place->duty, place->clock, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  return act_form(context, host, *place, *words, {}, {}, 200);
}

http::Response do_clock_act(server::Context& context, const PanelHost& host) {
  const auto place = find_place(context, host);
  if (!place) return server::fault_response(context, place.error());
  const ActWords* words = find_act(context.path.text("act"));
  if (words == nullptr) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});
  db::Connection& db = context.db();
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return answer_fault(context, host, *place, *words, before.error());
  if (*before) return http::redirect(**before);
  const auto permit = workflow::authorize_clock(db, context.actor, words->act, place->item, *place->duty, place->clock, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const auto draft = parse_draft(context.request.form, words->act);
  if (!draft) return answer_fault(context, host, *place, *words, draft.error());
  const std::string location = place->url + "?xong=" + std::string{words->slug};
  const auto twin = [&]() -> std::optional<std::string> {
    const auto sent = workflow::find_form(db, context.actor, context.request);
    return sent ? *sent : std::nullopt;
  };
  try {
    const auto done = db::in_transaction(db, [&]() -> base::Result<duty::Clock> {
      auto clock = carry_out(context, host, *place, *words, *draft);
      if (clock) workflow::remember_form(db, context.actor, context.request, location, context.now);
      return clock;
    });
    if (!done) {
      // A twin that was carried out while this one waited for the item answers for both.
      if (const auto sent = twin()) return http::redirect(*sent);
      return answer_fault(context, host, *place, *words, done.error());
    }
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    const auto sent = twin();
    if (!sent) throw;
  }
  return http::redirect(location);
}

}  // namespace portal::office
