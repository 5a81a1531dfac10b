// Versions of an article: reading one, adding one. Used by the office face and by the tools that write in somebody's name.
#pragma once

#include <optional>
#include <string_view>

#include "modules/news/model.h"
#include "shared/workflow/apply.h"

namespace portal::news {

// The words of one version, or nothing when there is no such version, or the item is hidden (D12.3b).
[[nodiscard]] std::optional<Content> read_version(db::Connection& db, base::ItemId item, unsigned version);

// The same of a hidden item too: for `portal check`, and for the act that shows the item again. No page calls it.
[[nodiscard]] std::optional<Content> read_even_hidden(db::Connection& db, base::ItemId item, unsigned version);

// The section that the article was meant for when the version was saved; unset when that was not recorded.
[[nodiscard]] base::SectionId section_of_version(db::Connection& db, base::ItemId item, unsigned version);

// The article's own row, right after workflow::create_item in the same transaction. `slug` is kept until the first publication decides;
// "" makes a provisional one.
void begin_article(db::Connection& db, const workflow::Permit& permit, std::string_view slug = {});

// A new version: its row in the workflow's trail and its words, in the caller's transaction. `section` moves the item while its author still has
// it; unset leaves it. `note` goes into the trail beside the save ("lấy lại nội dung phiên bản 3"). Gives the version's number. Faults: Stale.
[[nodiscard]] base::Result<unsigned> add_version(db::Connection& db, const workflow::Permit& permit, const Content& content, base::SectionId section,
                                                 base::UtcTime now, std::string_view note = {});

}  // namespace portal::news
