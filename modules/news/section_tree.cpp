#include "modules/news/section_tree.h"

#include <algorithm>

#include "modules/news/model.h"
#include "modules/news/queries.h"

namespace portal::news {
namespace {

constexpr std::size_t kDeepest = 8;  // Điều 5 needs two levels; a circle in the data ends too

std::map<std::uint64_t, SectionTree::Node> read_nodes(db::Rows rows) {
  std::map<std::uint64_t, SectionTree::Node> nodes;
  while (rows.next())
    nodes[static_cast<std::uint64_t>(rows.number(0))] = {static_cast<std::uint64_t>(rows.number(1)), std::string{rows.text(2)}, rows.flag(3)};
  return nodes;
}

}  // namespace

SectionTree SectionTree::read(db::Connection& db) { return SectionTree(read_nodes(db.query(sql::kTree))); }

SectionTree SectionTree::hold(db::Connection& db) { return SectionTree(read_nodes(db.query(sql::kHoldTree))); }

Ancestry SectionTree::ancestry(base::SectionId section) const {
  Ancestry found;
  for (auto at = nodes_.find(section.value); at != nodes_.end() && found.ids.size() < kDeepest; at = nodes_.find(at->second.parent)) {
    found.is_shown = (found.ids.empty() || found.is_shown) && !at->second.is_hidden;
    found.ids.push_back(at->first);
    found.path.insert(0, "/" + at->second.slug);
  }
  if (!found.ids.empty()) found.path += '/';
  return found;
}

std::vector<base::SectionId> SectionTree::subtree(base::SectionId top) const {
  std::vector<base::SectionId> below;
  for (const auto& [id, node] : nodes_) {
    const auto above = ancestry(base::SectionId{id}).ids;
    if (std::find(above.begin(), above.end(), top.value) != above.end()) below.push_back(base::SectionId{id});
  }
  return below;
}

std::vector<std::uint64_t> SectionTree::lists_of(base::SectionId section, bool is_page) const {
  Ancestry found = ancestry(section);
  if (!found.is_shown) return {};
  std::vector<std::uint64_t> lists = std::move(found.ids);
  if (!is_page) lists.push_back(kWholeSite.value);
  std::sort(lists.begin(), lists.end());
  return lists;
}

}  // namespace portal::news
