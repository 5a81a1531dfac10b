#include "modules/news/changes.h"

#include <nlohmann/json.hpp>

#include "modules/news/queries.h"

namespace portal::news {

std::vector<ShownChange> read_changes(db::Connection& db, base::ItemId item) {
  std::vector<ShownChange> changes;
  auto rows = db.query(sql::kChanges, item);
  while (rows.next()) changes.push_back({rows.time(0), rows.flag(1), std::string{rows.text(2)}});
  return changes;
}

std::string format_changes(const std::vector<ShownChange>& changes) {
  nlohmann::json rows = nlohmann::json::array();
  for (const ShownChange& change : changes) rows.push_back({change.at.time_since_epoch().count(), change.is_minor, change.note});
  return rows.dump();
}

std::vector<ShownChange> parse_changes(std::string_view column) {
  std::vector<ShownChange> changes;
  const nlohmann::json rows = nlohmann::json::parse(column, nullptr, false);
  if (!rows.is_array()) return changes;
  for (const nlohmann::json& row : rows) {
    if (!row.is_array() || row.size() != 3 || !row[0].is_number_integer() || !row[1].is_boolean() || !row[2].is_string()) return {};
    changes.push_back({base::UtcTime{base::UtcTime::duration{row[0].get<std::int64_t>()}}, row[1].get<bool>(), row[2].get<std::string>()});
  }
  return changes;
}

}  // namespace portal::news
