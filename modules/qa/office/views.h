// Views of the office face: model -> filled page. No SQL, no decision about rights.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modules/qa/rights.h"
#include "shared/http/fields.h"
#include "shared/office/clocks.h"
#include "shared/view/view.h"

namespace portal::qa {

// What stands in the address of a list.
struct ListQuery {
  std::string words, kind, state, clock, unit, from, to;
  bool for_me = false;
};
// The address of the list with its filters, and of the page after `last`.
[[nodiscard]] std::string list_url(const ListQuery& query);
[[nodiscard]] std::string older_url(const ListQuery& query, const Matter& last);

struct ListPage {
  ListQuery query;
  const MatterList& list;
  const std::map<MatterId, std::vector<duty::Clock>>& clocks;
  const std::vector<Named>& units;
  const duty::Books& books;
  std::string problem;     // of a date that cannot be read
  bool is_first = true;    // no cursor
  bool may_handle = false;  // may register and forward
  base::UtcTime now;
};
void fill_list(view::Dict& content, const ListPage& page);

struct MatterPage {
  const Matter& matter;
  const Body& body;
  const Standing& standing;
  const std::vector<Event>& events;
  const std::vector<Route>& routes;
  const std::optional<Forward>& forward;
  const office::ItemClocks& clocks;
  const std::vector<const ActRow*>& acts;
};
void fill_matter(view::Dict& content, const MatterPage& page);

// Where the form of an act is.
[[nodiscard]] std::string act_url(const ActRow& row, MatterId id);

}  // namespace portal::qa
