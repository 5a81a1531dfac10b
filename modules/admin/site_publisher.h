// What the public faces show of others' data: the section tree, old section paths, units, the directory and the contact data (D5.1, D5.9f, D5.10).
//
// The office keeps them in core_* tables; readers' programs see copies with the public columns only, in site_* tables ("published is a table,
// not a state"). Every act that changes one of them writes the copy again in its own transaction. The copies are a function of the core
// tables alone, so that `portal rebuild-published` and `portal check` need nothing else.
//
//   db::in_transaction(db, [&] { …change core_section…; publish_site(db); return true; });
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/db/connection.h"

namespace portal::admin {

// A section as the tree needs it. `old_slugs`: what its path segment was before (core_section_address); `old_paths`: whole
// paths at which readers found it (core_section_path).
struct SectionNode {
  base::SectionId id;
  base::SectionId parent;
  std::string slug;
  bool is_hidden = false;
  std::vector<std::string> old_slugs;
  std::vector<std::string> old_paths{};
};

// Where every visible section is, and which old paths lead to it. Pure.
//
// A section is not in `paths` when it or an ancestor is hidden (D5.9f). One of those that readers knew (it has old_paths) is in `hidden`: nothing leads
// there any more, but what was published below it keeps its address. `redirects` holds every path that a section had under another parent, or had or
// could have had while an ancestor was named otherwise, but never a path that is somebody's now: a published address never dies.
struct SectionPaths {
  std::map<base::SectionId, std::string> paths;        // "/tin-tuc/hoat-dong-cua-so/"
  std::map<base::SectionId, std::string> hidden;       // the same, of hidden ones
  std::map<std::string, base::SectionId> redirects;    // old path -> section
};
[[nodiscard]] SectionPaths section_paths(const std::vector<SectionNode>& sections);

// Settings that are nobody's business outside the office.
[[nodiscard]] bool is_public_setting(std::string_view name);

// Writes the site_* tables again from the core tables, but for the working calendar's (calendar_publisher.h). Must run inside the caller's transaction.
void publish_site(db::Connection& db);

// The part of it that follows from units and people, also from the day that it is: a unit shows from its first day on. Must run inside the caller's
// transaction.
void publish_units(db::Connection& db);

// publish_site() and publish_calendar() in a transaction of its own; gives the number of rows written (`portal rebuild-published`).
std::size_t rebuild_site(db::Connection& db);

// One sentence per row that differs from what publishing would write (`portal check`); empty when all is as it should be.
[[nodiscard]] std::vector<std::string> compare_site(db::Connection& db);

}  // namespace portal::admin
