// Changes: what readers are told of each posting of a new version (D12.3), kept ready beside the body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "shared/db/connection.h"

namespace portal::news {

// Of one article, newest first, at most fifty.
[[nodiscard]] std::vector<ShownChange> read_changes(db::Connection& db, base::ItemId item);

// The column news_published_body.changes and back; nothing for a text that is no such list.
[[nodiscard]] std::string format_changes(const std::vector<ShownChange>& changes);
[[nodiscard]] std::vector<ShownChange> parse_changes(std::string_view column);

}  // namespace portal::news
