#include "modules/qa/office/handlers.h"

#include <algorithm>
#include <charconv>

#include "modules/qa/office/forms.h"
#include "modules/qa/office/pages.h"
#include "modules/qa/office/views.h"
#include "shared/access/authority.h"
#include "shared/office/chrome.h"
#include "shared/office/clock_pages.h"
#include "shared/office/deed.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::qa {
namespace {

using base::FaultKind;

constexpr std::size_t kLongestWords = 200;
constexpr std::chrono::hours kDay{24};

template <typename T>
T number_of(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// What the address asks for, with what is not understood left out.
struct Asked {
  ListQuery query;
  Filter filter;
  std::string problem;
};

Asked asked_in(const http::Fields& fields, const std::vector<Named>& units) {
  Asked asked;
  const std::string_view words = fields.get("q");
  asked.query.words = text::trim(words.substr(0, text::offset_of_character(words, kLongestWords)));
  asked.filter.words = asked.query.words;
  asked.filter.kind = parse_kind(fields.get("loai"));
  if (asked.filter.kind) asked.query.kind = key_of(*asked.filter.kind);
  const std::string_view state = fields.get("trang-thai");
  if (state == "open" || parse_state(state)) asked.query.state = state;
  asked.filter.state = asked.query.state;
  const std::string_view clock = fields.get("han");
  if (clock == "late" || clock == "near") asked.query.clock = clock;
  asked.filter.clock = asked.query.clock;
  for (const Named& unit : units)
    if (std::to_string(unit.id) == fields.get("don-vi")) {
      asked.query.unit = std::to_string(unit.id);
      asked.filter.unit = base::UnitId{unit.id};
    }
  asked.query.for_me = asked.filter.for_me = fields.get("cho-toi") == "1";
  const auto day = [&](const char* name, std::string& kept) -> std::optional<base::UtcTime> {
    const std::string_view typed = text::trim(fields.get(name));
    if (typed.empty()) return {};
    const auto at = base::parse_date_time(typed);
    if (!at) {
      asked.problem = "Viết ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026.";
      return {};
    }
    kept = base::format_date(*at);
    return base::start_of(base::local_date(*at));
  };
  asked.filter.from = day("tu-ngay", asked.query.from);
  if (const auto last = day("den-ngay", asked.query.to)) asked.filter.to = *last + kDay;
  const std::string_view cursor = fields.get("sau");
  if (const auto dash = cursor.find('-'); dash != std::string_view::npos && dash > 0) {
    asked.filter.before = base::UtcTime{std::chrono::microseconds{number_of<std::int64_t>(cursor.substr(0, dash))}};
    asked.filter.before_id = MatterId{number_of<std::uint64_t>(cursor.substr(dash + 1))};
  }
  return asked;
}

office::Frame new_frame() {
  return {.title = "Ghi vào sổ", .menu = kMenu, .crumbs = {{std::string{kPath}, std::string{kListLabel}}}, .here = "Ghi vào sổ"};
}

// A unit reads the clocks that are its own and the reader's, not another unit's.
std::vector<duty::Clock> clocks_for(db::Connection& db, const Matter& matter, const Standing& standing) {
  auto clocks = clocks_of(db, matter.id);
  if (!standing.sees_all) std::erase_if(clocks, [&](const duty::Clock& clock) { return clock.unit.is_set() && clock.unit != matter.unit; });
  return clocks;
}

}  // namespace

base::Result<Visible> find_visible(server::Context& context) {
  auto matter = find_matter(context.db(), context.path.id<MatterId>("id"));
  if (!matter) return tl::unexpected<base::Fault>(matter.error());
  Visible visible{*std::move(matter), {}};
  visible.standing = standing_of(context.db(), context.actor, visible.matter, context.now);
  if (!visible.standing.may_see()) return base::fail(FaultKind::NotFound, "Không tìm thấy câu hỏi, phản hồi này.");
  return visible;
}

office::Frame frame_of(const Matter& matter, std::string here) {
  const std::string title = here.empty() ? matter.title : here + ": " + matter.title;
  office::Frame frame{.title = title, .menu = kMenu, .crumbs = {{std::string{kPath}, std::string{kListLabel}}}};
  if (here.empty()) {
    frame.here = matter.code;
  } else {
    frame.crumbs.push_back({url_of(matter.id), matter.code});
    frame.here = std::move(here);
  }
  return frame;
}

void add_done(office::Frame& frame, std::string_view slug) {
  if (slug == kRegistered) frame.flashes.push_back({"ok", "Đã ghi vào sổ."});
  if (const ActRow* row = find_act(slug)) frame.flashes.push_back({"ok", std::string{row->done}});
}

http::Response show_matters(OfficeApp& app, server::Context& context) {
  db::Connection& db = context.db();
  const auto units = units_to_forward_to(db, context.now);
  const Asked asked = asked_in(context.request.query, units);
  const MatterList list = list_matters(db, context.actor, asked.filter, context.now);
  const auto clocks = clocks_of(db, list.matters);
  const auto books = app.books.get(db);
  const bool may_handle = access::authority_for(db, context.actor, access::Capability::HandleMatters, context.now).has_value();
  office::Frame frame{.title = std::string{kListLabel}, .menu = kMenu};
  add_done(frame, context.request.query.get("xong"));
  office::OfficePage page(context, std::move(frame), "qa-office/list.tpl");
  fill_list(page.content(), {asked.query, list, clocks, units, *books, asked.problem, !asked.filter.before, may_handle, context.now});
  return std::move(page).respond();
}

http::Response show_new(OfficeApp& /*app*/, server::Context& context) {
  if (const auto permit = authorize_registering(context.db(), context.actor, context.now); !permit) return server::fault_response(context, permit.error());
  http::Fields values;
  values.add("received_at", base::format_date_time(context.now));
  return office::show_form(context, new_frame(), register_form(), values);
}

http::Response create_matter(OfficeApp& /*app*/, server::Context& context) {
  if (const auto permit = authorize_registering(context.db(), context.actor, context.now); !permit) return server::fault_response(context, permit.error());
  const auto draft = parse_matter(context.request.form, context.now);
  if (!draft) return office::form_again(context, new_frame(), register_form(), draft.error());
  const auto done = office::carry_out(context, [&]() -> base::Result<std::string> {
    const auto permit = authorize_registering(context.db(), context.actor, context.now);
    if (!permit) return tl::unexpected<base::Fault>(permit.error());
    const auto id = register_matter(context.db(), *permit, *draft, context.now);
    if (!id) return tl::unexpected<base::Fault>(id.error());
    return url_of(*id) + "?xong=" + std::string{kRegistered};
  });
  return done ? http::redirect(*done) : office::form_again(context, new_frame(), register_form(), done.error());
}

http::Response show_matter(OfficeApp& app, server::Context& context) {
  const auto visible = find_visible(context);
  if (!visible) return server::fault_response(context, visible.error());
  db::Connection& db = context.db();
  const Matter& matter = visible->matter;
  const auto body = read_body(db, matter.id);
  if (!body) return server::fault_response(context, {FaultKind::NotFound, "Không tìm thấy nội dung của việc này.", {}});
  const auto events = events_of(db, matter.id);
  const auto routes = routes_of(db, matter.id);
  const auto forward = matter.forward.is_set() ? find_forward(db, matter.forward) : std::optional<Forward>{};
  const auto clocks = office::show_clocks(*app.books.get(db), clocks_for(db, matter, visible->standing), context.now);
  const auto answer = matter.is_question() ? open_clock_of(db, matter.id, kAnswerDuty) : std::optional<duty::Clock>{};
  const auto acts = acts_now(visible->standing, matter, answer ? &*answer : nullptr, context.now);
  office::Frame frame = frame_of(matter);
  add_done(frame, context.request.query.get("xong"));
  office::OfficePage page(context, std::move(frame), "qa-office/matter.tpl");
  fill_matter(page.content(), {matter, *body, visible->standing, events, routes, forward, clocks, acts});
  return std::move(page).respond();
}

http::Response show_clock(OfficeApp& app, server::Context& context) {
  const auto visible = find_visible(context);
  if (!visible) return server::fault_response(context, visible.error());
  db::Connection& db = context.db();
  const Matter& matter = visible->matter;
  const auto id = context.path.id<duty::ClockId>("clock");
  const auto mine = clocks_for(db, matter, visible->standing);
  const bool is_of_matter = std::any_of(mine.begin(), mine.end(), [id](const duty::Clock& clock) { return clock.id == id; });
  if (!is_of_matter) return server::fault_response(context, {FaultKind::NotFound, "Không tìm thấy thời hạn này.", {}});
  const auto story = office::read_clock_story(db, id);
  if (!story) return server::fault_response(context, story.error());
  office::OfficePage page(context, frame_of(matter, "Vì sao hạn này?"), "office/why.tpl");
  view::Dict& content = page.content();
  content.set("SUBJECT", matter.code + ", " + matter.title);
  content.set("BACK_URL", url_of(matter.id));
  content.set("BACK_LABEL", "Về trang của việc");
  content.set("PRINTED", base::format_date_time(context.now));
  office::fill_clock_story(content, *app.books.get(db), *story, context.now);
  return std::move(page).respond();
}

}  // namespace portal::qa
