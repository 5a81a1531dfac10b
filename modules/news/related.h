// Related: what an article's page shows under "Cùng chuyên mục", the next older of its own section (kRelated). Kept ready beside
// the body (news_published_body.related), so that a reader's page is one row; written in the act's transaction like the rest of what is published.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "shared/db/connection.h"

namespace portal::news {

// The column's form: [["slug","title",microseconds since 1970 UTC],…], newest first.
[[nodiscard]] std::string format_related(const std::vector<Related>& related);
// What format_related() wrote; anything else reads as none.
[[nodiscard]] std::vector<Related> parse_related(std::string_view column);

// Writes the column of the article at this place in the section and of the kRelated next newer, whose pages show it. Called after the published
// row was written or deleted, with the place it had and, when an article changed its section, with both. Locks the rows that it reads.
void refresh_related(db::Connection& db, base::SectionId section, base::UtcTime published_at, base::ItemId item);

// What the column of an article at this place should say (compare()).
[[nodiscard]] std::string expected_related(db::Connection& db, base::SectionId section, base::UtcTime published_at, base::ItemId item);

}  // namespace portal::news
