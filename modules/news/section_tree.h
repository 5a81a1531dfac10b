// SectionTree: the board's section tree as the lists of articles need it: where a section is, who stands above it, and whether readers see it.
//
// Tens of rows, read whole. A writer of published rows reads it with hold(): the tree then stays as it is until the transaction ends, so that an
// article posted while the board moves a section is listed by the old tree and moved, or by the new one, and never between the two.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/db/connection.h"

namespace portal::news {

// Where a section is. Empty when there is no such section.
struct Ancestry {
  std::vector<std::uint64_t> ids;  // nearest first, with the section itself
  std::string path;                // "/tin-tuc/hoat-dong-cua-so/"
  bool is_shown = false;           // neither the section nor one above it is hidden (D5.9f)
};

class SectionTree {
 public:
  struct Node {
    std::uint64_t parent = 0;
    std::string slug;
    bool is_hidden = false;
  };

  explicit SectionTree(std::map<std::uint64_t, Node> nodes) : nodes_(std::move(nodes)) {}

  [[nodiscard]] static SectionTree read(db::Connection& db);
  // The newest tree, kept from changing until the caller's transaction ends.
  [[nodiscard]] static SectionTree hold(db::Connection& db);

  [[nodiscard]] Ancestry ancestry(base::SectionId section) const;
  // The section and all below it.
  [[nodiscard]] std::vector<base::SectionId> subtree(base::SectionId top) const;
  // The lists that show an article of this section, ascending: its own, those above it and, unless it is an introduction page, the whole site (0).
  // None while the section is hidden.
  [[nodiscard]] std::vector<std::uint64_t> lists_of(base::SectionId section, bool is_page) const;

 private:
  std::map<std::uint64_t, Node> nodes_;
};

}  // namespace portal::news
