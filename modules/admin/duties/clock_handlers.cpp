// The page of a clock that belongs to no item (D9.4, D18.5, D20.1), or to a request whose item is not to be seen by who is asked (D12.1): why it is due
// then, for everybody who meets it in a list, and the act that ends the clock of a report.
#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/duties/clocks.h"
#include "modules/admin/duties/forms.h"
#include "modules/admin/duties/handlers.h"
#include "modules/admin/people/forms.h"
#include "modules/qa/rights.h"
#include "shared/access/authority.h"
#include "shared/office/clock_pages.h"
#include "shared/office/counts.h"
#include "shared/office/queries.h"
#include "shared/text/clean.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/requests.h"

namespace portal::admin {
namespace {

using access::Capability;
using access::Role;
using base::FaultKind;

constexpr std::string_view kReportSlug = "/bao-cao";
constexpr std::string_view kReported = "bao-cao";

base::Fault no_clock() { return {FaultKind::NotFound, "Không tìm thấy thời hạn này.", {}}; }

bool answers_for(const access::Actor& actor, base::UnitId unit) { return actor.has(Role::UnitHead, unit) || actor.has(Role::LocalUnit, unit); }

// The clock with the duty that rules it, when this person may know of it.
struct Place {
  duty::Clock clock;
  std::shared_ptr<const duty::Books> books;
  const duty::Duty* duty = nullptr;
  bool manages = false;  // the time limits: the duty's page is theirs too
};

// Who manages time limits, who has the leaders' page with its lists, who heads the clock's unit, and whoever the duty names. Of a request: who may see
// that. An item's other clocks are shown at the item, to whom may see the item (D9.1a).
bool may_see_clock(server::Context& context, const Place& place) {
  const duty::Clock& clock = place.clock;
  if (clock.item.is_set()) {
    const auto item = workflow::find_item(context.db(), clock.item);
    const auto request = workflow::request_of_clock(context.db(), clock);
    return item && request && workflow::may_see(context.db(), context.actor, *item, *request, context.now);
  }
  if (place.manages || access::may(context.actor, Capability::SeeOverview)) return true;
  return (clock.unit.is_set() && answers_for(context.actor, clock.unit)) || !right_to_report(context, *place.duty, clock).empty();
}

base::Result<Place> find_place(App& app, server::Context& context) {
  auto clock = duty::find_clock(context.db(), context.path.id<duty::ClockId>("clock"));
  if (!clock) return tl::unexpected<base::Fault>(no_clock());
  Place place{*std::move(clock), app.books.get(context.db())};
  place.duty = duty::find_duty(place.books->duties, place.clock.duty);
  place.manages = access::authority_for(context.db(), context.actor, Capability::ManageDuties, context.now).has_value();
  if (place.duty == nullptr || !may_see_clock(context, place)) return tl::unexpected<base::Fault>(no_clock());
  return place;
}

// Where the person came from: the time limits, the leaders' page, or the own work.
struct Back {
  std::string_view menu, label, crumb;
  std::string url;
};
Back back_of(server::Context& context, const Place& place) {
  if (place.manages) return {"duties", "Về quy định thời hạn", "Quy định thời hạn", "/quan-tri/thoi-han/" + std::to_string(place.clock.duty.value)};
  if (access::may(context.actor, Capability::SeeOverview)) return {"overview", "Về trang Điều hành", "Điều hành", "/quan-tri/dieu-hanh/"};
  return {"inbox", "Về Hộp việc", "Hộp việc", "/quan-tri/"};
}

office::Frame frame_of(server::Context& context, const Place& place, std::string here) {
  const Back back = back_of(context, place);
  office::Frame frame{.title = here, .menu = std::string{back.menu}, .crumbs = {{back.url, std::string{back.crumb}}}};
  frame.here = std::move(here);
  return frame;
}

// The matter whose clock it is (D9.3e, D11.2, D11.3); `may_see`: this person may know of it.
struct OfMatter {
  qa::Matter matter;
  bool may_see = false;
};
std::optional<OfMatter> matter_of(server::Context& context, const duty::Clock& clock) {
  const qa::MatterId id = qa::matter_of_subject(clock.subject);
  if (!id.is_set()) return {};
  auto matter = qa::find_matter(context.db(), id);
  if (!matter) return {};
  OfMatter found{*std::move(matter), false};
  found.may_see = qa::standing_of(context.db(), context.actor, found.matter, context.now).may_see();
  return found;
}

// "Tháng 11/2026" of what belongs to no item.
std::string subject_words(const duty::Clock& clock) {
  const auto last = clock.subject.rfind(':');
  const std::string tail = last == std::string::npos ? std::string{} : clock.subject.substr(last + 1);
  if (tail.size() == 7 && tail[4] == '-') return "Tháng " + tail.substr(5) + "/" + tail.substr(0, 4);
  if (tail.size() == 10 && tail[4] == '-') return "Ngày " + tail.substr(8) + "/" + tail.substr(5, 2) + "/" + tail.substr(0, 4);
  return "Việc " + clock.subject;
}

FormPage report_form(server::Context& context, const Place& place) {
  FormPage form;
  form.title = "Đã báo cáo";
  form.lead = place.duty->title + " (" + place.duty->clause + "). " + clock_title(context, place.clock) + ".";
  form.action = office::clock_url(place.clock.id) + std::string{kReportSlug};
  form.submit = "Ghi đã báo cáo";
  form.cancel_url = office::clock_url(place.clock.id);
  form.fields = {{.kind = Field::Kind::Text, .name = "document_number", .label = "Số, ngày văn bản báo cáo", .hint = "Ví dụ: 45/BC-VP ngày 04/12/2026.", .required = true,
                  .max_length = 200},
                 {.kind = Field::Kind::DateTime, .name = "at", .label = "Gửi lúc", .hint = "Không ở tương lai.", .required = true}};
  return form;
}

struct Report {
  std::string document;
  base::UtcTime at;
};

base::Result<Report> parse_report(const http::Fields& typed, const duty::Clock& clock, base::UtcTime now) {
  FieldReader reader(typed);
  Report report;
  report.document = reader.line("document_number", 200, true, "Số, ngày văn bản báo cáo");
  const auto at = base::parse_date_time(text::trim(typed.get("at")));
  if (!at)
    reader.fail("at", "Viết ngày giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 04/12/2026 14:30.");
  else if (*at > now || *at < clock.started_at)
    reader.fail("at", "Thời điểm gửi phải sau khi thời hạn bắt đầu và không ở tương lai.");
  report.at = at.value_or(now);
  return std::move(reader).finish(report);
}

base::Fault forbidden(const duty::Duty& duty) {
  return {FaultKind::Forbidden, "Ghi đã báo cáo là việc của người chịu trách nhiệm: " + role_words(duty.role) + ".", {}};
}

// A report ends its own clock, and no other's.
base::Result<std::string> may_report(server::Context& context, const Place& place) {
  if (place.duty->stop_event != duty::event::kReported) return tl::unexpected<base::Fault>(no_clock());
  const std::string right = right_to_report(context, *place.duty, place.clock);
  if (right.empty()) return tl::unexpected<base::Fault>(forbidden(*place.duty));
  return right;
}

}  // namespace

std::string right_to_report(server::Context& context, const duty::Duty& duty, const duty::Clock& clock) {
  Role role{};
  if (duty.stop_event != duty::event::kReported || !access::parse_role(duty.role, role)) return "";
  const access::Actor& actor = context.actor;
  const bool is_head = role == Role::UnitHead && clock.unit.is_set();
  if (is_head ? answers_for(actor, clock.unit) : actor.has(role)) return std::string{access::label_of(role)};
  const bool stands_in = role == Role::Secretary && office::has_delegation(context.db(), actor, "act_as_secretary", context.now);
  return stands_in ? "Người được ủy quyền thay Thư ký Ban Biên tập" : "";
}

std::string clock_title(server::Context& context, const duty::Clock& clock) {
  if (clock.item.is_set()) {
    const auto item = workflow::find_item(context.db(), clock.item);
    if (item) return workflow::may_see(context.db(), context.actor, *item, context.now) ? item->title : item->code;
  }
  const auto of = matter_of(context, clock);
  std::string words = of ? of->matter.code + (of->may_see ? ", " + of->matter.title : std::string{}) : subject_words(clock);
  if (clock.unit.is_set()) {
    auto rows = context.db().query(office::kUnitName, clock.unit);
    if (rows.next()) words += ", " + std::string{rows.text(0)};
  }
  return words;
}

http::Response show_duty_clock(App& app, server::Context& context) {
  // A matter's clock is told of at the matter, to who may know of that.
  const auto id = context.path.id<duty::ClockId>("clock");
  if (const auto clock = duty::find_clock(context.db(), id))
    if (const auto of = matter_of(context, *clock); of && of->may_see) return http::redirect(qa::url_of(of->matter.id) + "/thoi-han/" + std::to_string(id.value));
  const auto place = find_place(app, context);
  if (!place) return server::fault_response(context, place.error());
  const auto story = office::read_clock_story(context.db(), place->clock.id);
  if (!story) return server::fault_response(context, story.error());
  office::Frame frame = frame_of(context, *place, "Vì sao hạn này?");
  if (context.request.query.get("xong") == kReported) frame.flashes.push_back({"ok", "Đã ghi báo cáo, thời hạn kết thúc."});
  const Back back = back_of(context, *place);
  office::OfficePage page(context, std::move(frame), "office/why.tpl");
  view::Dict& content = page.content();
  content.set("SUBJECT", clock_title(context, story->clock));
  content.set("BACK_URL", back.url);
  content.set("BACK_LABEL", back.label);
  content.set("PRINTED", base::format_date_time(context.now));
  office::fill_clock_story(content, *place->books, *story, context.now);
  if (place->clock.is_open() && may_report(context, *place)) {
    view::Dict act = content.section("ACTS").section("ACT");
    act.set("ACT_URL", office::clock_url(place->clock.id) + std::string{kReportSlug});
    act.set("ACT_ICON", "file-check");
    act.set("ACT_LABEL", "Đã báo cáo");
  }
  return std::move(page).respond();
}

http::Response new_report(App& app, server::Context& context) {
  const auto place = find_place(app, context);
  if (!place) return server::fault_response(context, place.error());
  if (const auto right = may_report(context, *place); !right) return server::fault_response(context, right.error());
  if (!place->clock.is_open()) return server::fault_response(context, {FaultKind::NotAllowedNow, "Thời hạn này đã kết thúc.", {}});
  http::Fields values;
  values.add("at", base::format_date_time(context.now));
  return show_form(context, frame_of(context, *place, "Đã báo cáo"), report_form(context, *place), values);
}

http::Response save_report(App& app, server::Context& context) {
  const auto place = find_place(app, context);
  if (!place) return server::fault_response(context, place.error());
  const auto right = may_report(context, *place);
  if (!right) return server::fault_response(context, right.error());
  const FormPage form = report_form(context, *place);
  const auto report = parse_report(context.request.form, place->clock, context.now);
  if (!report) return form_again(context, frame_of(context, *place, form.title), form, report.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const duty::Books books = duty::load_books(context.db());
    const duty::Act act{context.actor.person, context.actor.account, context.now};
    const auto closed = duty::report_clock(context.db(), books, place->clock.id, report->at, report->document, act);
    if (!closed) return tl::unexpected<base::Fault>(closed.error());
    Changes changes;
    changes.state("Việc", place->duty->title + " (" + place->duty->clause + "), " + clock_title(context, place->clock));
    changes.state("Văn bản", report->document);
    changes.state("Gửi lúc", base::format_date_time(report->at));
    note(context, {.chain = "clock:" + std::to_string(place->clock.id.value), .action = "clock_report", .authority = *right, .note = changes.text()});
    return office::clock_url(place->clock.id) + "?xong=" + std::string{kReported};
  });
  return done ? http::redirect(*done) : form_again(context, frame_of(context, *place, form.title), form, done.error());
}

}  // namespace portal::admin
