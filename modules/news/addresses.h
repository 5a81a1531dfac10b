// Addresses: every place on the public site that shows one article. What a take-down must empty (architecture: "Taking down beats staleness").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "shared/db/connection.h"

namespace portal::news {

// The public address of an article: its section's path and its slug.
[[nodiscard]] inline std::string article_path(std::string_view section_path, std::string_view slug) {
  return std::string{section_path}.append(slug);
}

// The page first, then its print view, the lists, year and month pages and feeds of its section and of those above, the home page and its
// fragments, the site maps, and the newer neighbours that show it as related. Pages of lists by cursor are not here: their cache zone is
// emptied whole; its pictures and attachments are, last. Read before the published rows go; empty when the article is not published.
[[nodiscard]] std::vector<std::string> addresses_of(db::Connection& db, base::ItemId item);

// The same from facts (pure).
struct AddressFacts {
  std::string section_path;
  std::vector<std::string> list_paths;  // of the section and of those above it, nearest first
  std::vector<std::string> list_slugs;
  std::string slug;
  std::string month;                    // "2026-11"
  std::vector<std::string> neighbours;  // whole paths
  std::vector<std::string> files;       // whole paths of its pictures and attachments
};
[[nodiscard]] std::vector<std::string> list_addresses(const AddressFacts& facts);

}  // namespace portal::news
