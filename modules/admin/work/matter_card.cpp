#include "modules/admin/work/matter_card.h"

#include <algorithm>

#include "modules/qa/store.h"
#include "shared/office/clocks.h"
#include "shared/office/fields.h"

namespace portal::admin {
namespace {

constexpr std::size_t kShown = 10;

struct Line {
  const qa::Matter* matter = nullptr;
  std::optional<duty::Shown> clock;
  base::UtcTime due;  // of the order: what has no due time comes last
};

}  // namespace

void fill_matters(App& app, server::Context& context, view::Dict& content) {
  qa::Filter filter;
  filter.state = "open";
  filter.for_me = true;
  const qa::MatterList list = qa::list_matters(context.db(), context.actor, filter, context.now);
  if (list.matters.empty()) return;
  const auto books = app.books.get(context.db());
  const auto clocks = qa::clocks_of(context.db(), list.matters);
  std::vector<Line> lines;
  for (const qa::Matter& matter : list.matters) {
    Line line{&matter, {}, base::UtcTime::max()};
    if (const auto found = clocks.find(matter.id); found != clocks.end()) {
      if (const duty::Clock* next = duty::clock_for_list(*books, found->second, context.now)) {
        line.clock = duty::show_clock(*books, *next, context.now);
        line.due = next->times.due.value_or(line.due);
      }
    }
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.due < b.due; });
  view::Dict card = content.section("MATTERS").include("MATTERS_CARD", "admin/matters.tpl");
  for (std::size_t i = 0; i < std::min(kShown, lines.size()); ++i) {
    const qa::Matter& matter = *lines[i].matter;
    view::Dict row = card.section("MATTER");
    row.set("MATTER_URL", qa::url_of(matter.id));
    row.set("MATTER_TITLE", matter.title);
    row.set("MATTER_CODE", matter.code);
    row.set("MATTER_STATE", matter.awaits_direction ? std::string_view{"Chờ ý kiến chỉ đạo"} : qa::label_of(*matter.state));
    if (!lines[i].clock) continue;
    view::Dict clock = row.section("CLOCK");
    office::add_chip(clock, "CLOCK_CHIP", lines[i].clock->chip_kind(), lines[i].clock->icon(), lines[i].clock->words);
    clock.set("CLOCK_BASIS", lines[i].clock->clause + (lines[i].clock->due.empty() ? std::string{} : " · hạn " + lines[i].clock->due));
  }
  card.show("HAS_MORE", lines.size() > kShown || list.has_more);
}

}  // namespace portal::admin
