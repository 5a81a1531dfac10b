// Repository of the office face: lists and the choices its forms offer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/news/model.h"
#include "shared/access/actor.h"
#include "shared/db/connection.h"
#include "shared/workflow/transition.h"

namespace portal::news {

// What the list page was asked for; unset parts do not filter.
struct ListFilter {
  std::string state;          // key of workflow::State
  base::SectionId section;
  base::UnitId unit;
  bool is_mine = false;
  std::string text;           // part of the title (accents ignored), or the whole code
  std::optional<base::UtcTime> before;   // keyset: the last row of the page before
  base::ItemId before_id;
};

struct OfficeEntry {
  base::ItemId id;
  std::string code, title, kind;
  std::optional<workflow::State> state;
  std::string state_key;
  base::UtcTime since;
  std::string section, unit, author, holder;
  bool is_published = false;
};

inline constexpr std::size_t kOfficePage = 30;

struct OfficeList {
  std::vector<OfficeEntry> entries;  // at most kOfficePage
  bool has_more = false;
};

struct SectionChoice {
  base::SectionId id;
  std::string title;
  std::string item_kind;
  bool is_child = false;
  bool is_event_required = false;
};

struct UnitChoice {
  base::UnitId id;
  std::string name;
};

class OfficeStore {
 public:
  explicit OfficeStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] OfficeList list(const access::Actor& actor, bool sees_every_item, const ListFilter& filter);
  // Sections that articles can be written for, in the tree's order.
  [[nodiscard]] std::vector<SectionChoice> sections();
  [[nodiscard]] std::vector<UnitChoice> units();

 private:
  db::Connection& db_;
};

// The units for which the actor may write (create_item's rule): home unit first.
[[nodiscard]] std::vector<base::UnitId> writing_units(const access::Actor& actor);

}  // namespace portal::news
