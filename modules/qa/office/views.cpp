#include "modules/qa/office/views.h"

#include <algorithm>

#include "shared/duty/show.h"
#include "shared/office/fields.h"
#include "shared/workflow/act_name.h"

namespace portal::qa {
namespace {

using office::add_chip;

std::string_view icon_of_state(const Matter& matter) { return matter.state ? icon_of(*matter.state) : std::string_view{"info"}; }

void add_option(view::Dict& content, const char* section, std::string_view value, std::string_view label, std::string_view chosen) {
  view::Dict option = content.section(section);
  option.set("OPTION_VALUE", value);
  option.set("OPTION_LABEL", label);
  option.show("OPTION_SELECTED", value == chosen);
}

void fill_filters(view::Dict& content, const ListPage& page) {
  const ListQuery& query = page.query;
  content.set("WORDS", query.words);
  content.set("FROM", query.from);
  content.set("TO", query.to);
  content.show("FOR_ME", query.for_me);
  content.set_if("PROBLEM", "PROBLEM_TEXT", page.problem);
  for (const Kind kind : {Kind::Question, Kind::Feedback}) add_option(content, "KIND_OPTION", key_of(kind), label_of(kind), query.kind);
  add_option(content, "STATE_OPTION", "open", "chưa kết thúc", query.state);
  for (const State state : kAllStates) add_option(content, "STATE_OPTION", key_of(state), label_of(state), query.state);
  add_option(content, "CLOCK_OPTION", "late", "quá hạn", query.clock);
  add_option(content, "CLOCK_OPTION", "near", "sắp đến hạn", query.clock);
  for (const Named& unit : page.units) add_option(content, "UNIT_OPTION", std::to_string(unit.id), unit.name, query.unit);
  const bool is_filtered = list_url(query) != kPath;
  content.show("IS_FILTERED", is_filtered);
  content.set("ALL_URL", kPath);
}

// Who has it now, in words.
std::string holder_of(const Matter& matter) {
  if (!matter.is_open()) return "";
  if (matter.awaits_direction) return "Lãnh đạo Sở";
  return matter.state == State::WithUnit ? matter.unit_name : std::string{"Ban Biên tập"};
}

void fill_row(view::Dict& table, const ListPage& page, const Matter& matter) {
  view::Dict row = table.section("ROW");
  row.set("MATTER_URL", url_of(matter.id));
  row.set("MATTER_TITLE", matter.title);
  row.set("MATTER_SUB", matter.code + " · " + std::string{label_of(matter.kind)} + " · " + std::string{label_of(matter.channel)});
  row.set("STATE_ICON", icon_of_state(matter));
  row.set("STATE_LABEL", label_of_state(matter));
  row.show("AWAITS_DIRECTION", matter.awaits_direction);
  row.set("RECEIVED", base::format_date_time(matter.received_at));
  row.set("RECEIVED_ISO", base::format_iso(matter.received_at));
  row.set("HOLDER", holder_of(matter));
  if (page.may_handle && matter.is_open()) {
    view::Dict tick = row.section("TICK");
    tick.set("TICK_MATTER", std::to_string(matter.id.value));
    tick.set("MATTER_TITLE", matter.title);
  }
  const auto found = page.clocks.find(matter.id);
  if (found == page.clocks.end()) return;
  const office::ItemClocks clocks = office::show_clocks(page.books, found->second, page.now);
  const std::optional<duty::Shown>& shown = clocks.next;
  if (!shown) return;
  view::Dict clock = row.section("CLOCK");
  add_chip(clock, "CLOCK_CHIP", shown->chip_kind(), shown->icon(), shown->words);
  clock.set("CLOCK_BASIS", shown->clause + (shown->due.empty() ? std::string{} : " · hạn " + shown->due));
}

// Lines "a: b" of what was decided.
void fill_facts(view::Dict& row, std::string_view facts) {
  while (!facts.empty()) {
    const std::size_t end = std::min(facts.find('\n'), facts.size());
    row.section("EVENT_FACT").set("FACT_LINE", facts.substr(0, end));
    facts.remove_prefix(std::min(end + 1, facts.size()));
  }
}

void fill_timeline(view::Dict& content, const MatterPage& page) {
  const auto& mine = page.standing.forwards;
  for (const Event& event : page.events) {
    // What another unit did is not for this one.
    const bool is_shown = page.standing.sees_all || !event.forward.is_set() || std::find(mine.begin(), mine.end(), event.forward) != mine.end();
    if (!is_shown) continue;
    view::Dict row = content.section("EVENT");
    row.set("EVENT_AT", base::format_date_time(event.at));
    row.set("EVENT_AT_ISO", base::format_iso(event.at));
    row.set("EVENT_WHO", event.person);
    row.set("EVENT_RIGHT", event.authority);
    row.set("EVENT_WHAT", workflow::words_of_act(event.act));
    fill_facts(row, event.facts);
    row.set_if("HAS_TEXT", "EVENT_TEXT", event.text);
  }
}

void fill_asker(view::Dict& content, const MatterPage& page) {
  if (!page.standing.sees_asker) {
    content.show("ASKER_HIDDEN");
    return;
  }
  view::Dict asker = content.section("ASKER");
  const Asker& who = page.body.asker;
  asker.set("ASKER_NAME", who.name);
  asker.set_if("HAS_EMAIL", "ASKER_EMAIL", who.email);
  asker.set_if("HAS_PHONE", "ASKER_PHONE", who.phone);
  asker.set_if("HAS_ADDRESS", "ASKER_ADDRESS", who.address);
}

void fill_forward(view::Dict& content, const MatterPage& page) {
  if (!page.forward) return;
  view::Dict part = content.section("FORWARD");
  part.set("LEAD_UNIT", page.forward->unit_name);
  std::string co;
  for (const Route& route : page.routes)
    if (route.is_current && !route.is_lead) co += (co.empty() ? "" : "; ") + route.unit_name;
  part.set_if("HAS_CO", "CO_UNITS", co);
  part.set("FORWARDED", base::format_date_time(page.forward->forwarded_at));
  part.set_if("HAS_LIMIT", "LIMIT", page.forward->limit_days ? std::to_string(*page.forward->limit_days) : std::string{});
  part.set_if("HAS_BATCH", "BATCH", page.forward->batch);
  part.set_if("HAS_ASSIGNED", "ASSIGNED", page.forward->assigned_name);
}

}  // namespace

std::string act_url(const ActRow& row, MatterId id) {
  if (row.act == Act::Forward) return std::string{kPath} + "chuyen?viec%5B%5D=" + std::to_string(id.value);
  return url_of(id) + "/viec/" + std::string{row.slug};
}

std::string list_url(const ListQuery& query) {
  std::string rest;
  const auto add = [&rest](std::string_view name, std::string_view value) {
    if (!value.empty()) rest += (rest.empty() ? "?" : "&") + std::string{name} + "=" + http::url_encode(value);
  };
  add("q", query.words);
  add("loai", query.kind);
  add("trang-thai", query.state);
  add("han", query.clock);
  add("don-vi", query.unit);
  add("tu-ngay", query.from);
  add("den-ngay", query.to);
  add("cho-toi", query.for_me ? "1" : "");
  return std::string{kPath} + rest;
}

std::string older_url(const ListQuery& query, const Matter& last) {
  const std::string url = list_url(query);
  return url + (url == kPath ? "?" : "&") + "sau=" + std::to_string(last.received_at.time_since_epoch().count()) + "-" + std::to_string(last.id.value);
}

void fill_list(view::Dict& content, const ListPage& page) {
  content.show("MAY_REGISTER", page.may_handle);
  fill_filters(content, page);
  if (page.list.matters.empty()) {
    content.section("NOTHING").set("NOTHING_WORDS", list_url(page.query) == kPath ? std::string_view{"Chưa có câu hỏi, phản hồi nào trong phần việc của ông, bà."}
                                                                                 : std::string_view{"Không có câu hỏi, phản hồi nào hợp với điều kiện lọc."});
  } else {
    view::Dict table = content.section("TABLE");
    table.show("MAY_FORWARD", page.may_handle);
    table.show("FORWARD_END", page.may_handle);
    for (const Matter& matter : page.list.matters) fill_row(table, page, matter);
  }
  if (page.is_first && !page.list.has_more) return;
  view::Dict pager = content.section("PAGER");
  if (!page.is_first) pager.set_if("HAS_FIRST", "FIRST_URL", list_url(page.query));
  if (page.list.has_more) pager.set_if("HAS_OLDER", "OLDER_URL", older_url(page.query, page.list.matters.back()));
}

void fill_matter(view::Dict& content, const MatterPage& page) {
  const Matter& matter = page.matter;
  content.set("MATTER_TITLE", matter.title);
  content.set("MATTER_CODE", matter.code);
  content.set("MATTER_KIND", label_of(matter.kind));
  content.set("MATTER_CHANNEL", label_of(matter.channel));
  content.set("RECEIVED", base::format_date_time(matter.received_at));
  content.set("REGISTERED", base::format_date_time(matter.registered_at));
  content.set("REGISTERED_BY", matter.registered_by);
  content.set("MATTER_TEXT", page.body.text);
  add_chip(content, "STATE_CHIP", matter.state ? chip_of(*matter.state) : std::string_view{"grey"}, icon_of_state(matter), label_of_state(matter));
  if (matter.awaits_direction) add_chip(content, "DIRECTION_CHIP", "violet", "stamp", "Chờ ý kiến chỉ đạo");
  if (matter.is_open()) office::fill_head_clock(content, page.clocks);
  office::fill_clocks(content, page.clocks, url_of(matter.id));
  if (page.acts.empty()) {
    const std::string holder = holder_of(matter);
    content.section("NO_ACTS").set("NO_ACTS_WORDS", holder.empty() ? std::string{"Việc này đã kết thúc."} : "Lúc này không có việc nào cần ông, bà làm. Đang ở: " + holder + ".");
  } else {
    view::Dict card = content.section("ACTS");
    bool is_first = true;
    for (const ActRow* row : page.acts) {
      view::Dict act = card.section("ACT");
      // What is at a unit already waits for that unit: sending it elsewhere is no next step.
      const bool is_again = row->act == Act::Forward && matter.state == State::WithUnit;
      view::Dict button = act.section(row->is_danger ? "DANGER" : (is_first && !is_again ? "PRIMARY" : "SECONDARY"));
      button.set("ACT_URL", act_url(*row, matter.id));
      button.set("ACT_ICON", row->icon);
      button.set("ACT_LABEL", is_again ? std::string_view{"Chuyển đơn vị khác"} : row->label);
      is_first = false;
    }
  }
  fill_asker(content, page);
  fill_forward(content, page);
  fill_timeline(content, page);
}

}  // namespace portal::qa
