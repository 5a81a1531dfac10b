#include "modules/admin/work/parts.h"

#include <algorithm>
#include <array>

namespace portal::admin {
namespace {

using workflow::State;

constexpr std::string_view kQueuePath = "/quan-tri/hang-doi/";

constexpr std::array kOpenStates{State::UnitReview, State::Submitted, State::Editing, State::Verifying, State::FinalCheck, State::Ready};

}  // namespace

office::ClockChips clocks_of(App& app, server::Context& context, const WorkList& list) {
  std::vector<base::ItemId> items;
  for (const WorkRow& row : list.rows) items.push_back(row.id);
  return office::read_clock_chips(context.db(), app.books, items, context.now);
}

void fill_pager(view::Dict& content, const std::string& first_url, bool is_first, const std::optional<Cursor>& next, const std::string& next_url) {
  if (is_first && !next) return;
  view::Dict pager = content.section("PAGER");
  if (!is_first) pager.set_if("HAS_FIRST", "FIRST_URL", first_url);
  if (next) pager.set_if("HAS_NEXT", "NEXT_URL", next_url + next->text());
}

std::string queue_url(State state) {
  std::string slug{workflow::key_of(state)};
  std::replace(slug.begin(), slug.end(), '_', '-');  // "unit_review" <-> "unit-review": addresses have hyphens
  return std::string{kQueuePath} + slug;
}

void fill_queues(view::Dict& content, std::optional<State> current) {
  view::Dict queues = content.section("QUEUES");
  for (const State state : kOpenStates) {
    view::Dict row = queues.section("QUEUE");
    row.set("QUEUE_URL", queue_url(state));
    row.set("QUEUE_LABEL", workflow::label_of(state));
    row.show("QUEUE_CURRENT", current == state);
  }
}

}  // namespace portal::admin
