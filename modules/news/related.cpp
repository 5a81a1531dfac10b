#include "modules/news/related.h"

#include <nlohmann/json.hpp>

#include "modules/news/queries.h"

namespace portal::news {
namespace {

struct Neighbour {
  base::ItemId item;
  Related shown;
};

std::vector<Neighbour> read_neighbours(db::Rows rows) {
  std::vector<Neighbour> found;
  while (rows.next()) found.push_back({rows.id<base::ItemId>(0), {std::string{rows.text(1)}, std::string{rows.text(2)}, rows.time(3)}});
  return found;
}

std::vector<Related> shown_of(const std::vector<Neighbour>& newest_first) {
  std::vector<Related> shown;
  for (const Neighbour& one : newest_first) shown.push_back(one.shown);
  return shown;
}

}  // namespace

std::string format_related(const std::vector<Related>& related) {
  nlohmann::json rows = nlohmann::json::array();
  for (const Related& one : related) rows.push_back({one.slug, one.title, one.published_at.time_since_epoch().count()});
  return rows.dump();
}

std::vector<Related> parse_related(std::string_view column) {
  std::vector<Related> related;
  const nlohmann::json rows = nlohmann::json::parse(column, nullptr, false);
  if (!rows.is_array()) return related;
  for (const nlohmann::json& row : rows) {
    if (!row.is_array() || row.size() != 3 || !row[0].is_string() || !row[1].is_string() || !row[2].is_number_integer()) return {};
    related.push_back({row[0].get<std::string>(), row[1].get<std::string>(), base::UtcTime{base::UtcTime::duration{row[2].get<std::int64_t>()}}});
  }
  return related;
}

void refresh_related(db::Connection& db, base::SectionId section, base::UtcTime published_at, base::ItemId item) {
  std::vector<Neighbour> before = read_neighbours(db.query(sql::kTakeOlderNeighbours, section, published_at, published_at, item, kRelated));
  for (Neighbour& here : read_neighbours(db.query(sql::kTakeFromHere, section, published_at, published_at, item, kRelated + 1))) {
    db.execute(sql::kSetRelated, format_related(shown_of(before)), here.item);
    before.insert(before.begin(), std::move(here));
    if (before.size() > kRelated) before.pop_back();
  }
}

std::string expected_related(db::Connection& db, base::SectionId section, base::UtcTime published_at, base::ItemId item) {
  return format_related(shown_of(read_neighbours(db.query(sql::kOlderNeighbours, section, published_at, published_at, item, kRelated))));
}

}  // namespace portal::news
