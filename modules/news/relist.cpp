#include "modules/news/relist.h"

#include "modules/news/model.h"
#include "modules/news/queries.h"
#include "modules/news/section_tree.h"

namespace portal::news {

// The statements tell pages by the word "page".
static_assert([] {
  for (const Kind& kind : kKinds)
    if (kind.is_page != (kind.key == "page")) return false;
  return true;
}());

void relist_below(db::Connection& db, base::SectionId top) {
  const SectionTree tree = SectionTree::hold(db);
  for (const base::SectionId section : tree.subtree(top)) {
    db.execute(sql::kCountDownSection, section);
    db.execute(sql::kUnlistSection, section);
    for (const std::uint64_t list : tree.lists_of(section, false)) db.execute(sql::kListSection, list, section, list);
    db.execute(sql::kCountUpSection, section);
  }
  db.execute(sql::kDropEmptyMonths);
}

}  // namespace portal::news
