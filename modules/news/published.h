// Published rows of one article: expected content, writing, removing. Inside modules/news; the acts are in publisher.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/news/files.h"
#include "modules/news/model.h"
#include "modules/news/section_tree.h"
#include "shared/db/connection.h"

namespace portal::news {

// What the published tables must say about one posted article.
struct Expected {
  base::ItemId item;
  unsigned version = 0;
  PublishedArticle article;          // entry.slug is the stored one, perhaps still provisional
  std::vector<std::uint64_t> lists;  // what SectionTree::lists_of() gives
  std::vector<PublishedFile> files;  // what readers may fetch of it
};

// Whether the item stands where it is classified now: what is posted goes there, what is up already stays until then.
enum class Standing { AsPosted, AsClassified };

// Reads version and item and renders the body, its pictures at the addresses where `audience` may fetch them. Nothing
// when the version or the item is missing, or the stored tree is not valid.
[[nodiscard]] std::optional<Expected> expect_published(db::Connection& db, const SectionTree& tree, base::ItemId item, unsigned version,
                                                       base::UtcTime published_at, base::UtcTime updated_at, Standing standing = Standing::AsPosted,
                                                       Audience audience = Audience::Readers);

// "2026-11": the month in Viet Nam, as news_month counts it.
[[nodiscard]] std::string month_of(base::UtcTime at);

// Deletes the published rows of an article and takes it off the counts. Nothing happens when there are none.
// Takes the article off every list, or puts it back, and says so on its page (D13.2). Inside the caller's transaction; the article is published.
void write_archived(db::Connection& db, base::ItemId item, const std::optional<base::UtcTime>& archived_at);

void remove_published(db::Connection& db, base::ItemId item);

// The lasting slug of an article: made from the title at its first publication, then fixed (a published address never dies).
[[nodiscard]] std::string settle_slug(db::Connection& db, base::ItemId item, std::string_view stored, std::string_view title);

// Words that mean something else at the end of an address and so are no article's slug.
[[nodiscard]] bool is_reserved_slug(std::string_view slug);

}  // namespace portal::news
