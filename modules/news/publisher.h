// NewsPublisher: what the public sees of articles, written inside the act's transaction (architecture: "Published is a table, not a state").
//
// Owns news_published, news_published_body, news_listed, news_month and news_gone. An article is listed in its own section, in every
// section above it and, unless it is an introduction page, in the whole site (section 0).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "modules/news/model.h"
#include "modules/news/published.h"
#include "shared/files/files.h"
#include "shared/workflow/apply.h"

namespace portal::news {

class NewsPublisher final : public workflow::Publisher {
 public:
  // What keeps the working version from leaving its author or being posted: title, body, source, unit; the event's time where the section
  // asks for it, and not ahead for news (D9.3a); start and place of a conference (D5.9đ); the author's name, e-mail and telephone (D9.1b).
  [[nodiscard]] std::vector<base::FieldError> problems(db::Connection& db, const workflow::Item& item, base::UtcTime now) override;

  // Writes item.passed_version. The first publication fixes the slug and the date; a correction keeps both and moves updated_at.
  void publish(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, const workflow::Change& change, base::UtcTime now) override;

  // A PDF of the version whose signature was verified under the certificates that are trusted now (D9.1c).
  [[nodiscard]] Proof original(db::Connection& db, const workflow::Item& item, base::UtcTime now) override;

  // Off every list, with news_article.unlisted_at; the page says so.
  void unlist(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, base::UtcTime now) override;

  [[nodiscard]] std::string change_note(db::Connection& db, const workflow::Item& item) override;

  // Deletes the published rows; the address then answers 410 (D12.3).
  void withdraw(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, const workflow::Withdrawal& withdrawal,
                base::UtcTime now) override;
  // A section's list or another published article.
  [[nodiscard]] bool is_readable(db::Connection& db, const workflow::Item& item, std::string_view path) override;
  void relist(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item) override;

  // The old address tells nothing but that something is gone.
  [[nodiscard]] std::vector<std::string> hide(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item) override;
  [[nodiscard]] std::string title(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item) override;
  // Blanks every version; the address, which is made of the title, is kept as a digest, so that it still answers 410.
  void purge(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item) override;

  [[nodiscard]] std::optional<workflow::PostedPlace> place(db::Connection& db, const workflow::Item& item) override;

  // Adds a version with the words of the published one.
  [[nodiscard]] base::Result<unsigned> restore(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, base::UtcTime now) override;

  [[nodiscard]] std::vector<std::string> addresses(db::Connection& db, const workflow::Item& item) override;
};

// The same as publish() without a person, for the loader of demo content (`portal seed`) and tests: publishes `version` of the item as if it had
// been posted first at `published_at` and last at `updated_at`. Inside the caller's transaction.
void write_published(db::Connection& db, base::ItemId item, unsigned version, base::UtcTime published_at, base::UtcTime updated_at,
                     Standing standing = Standing::AsPosted);

// Writes every published row again from core_item and news_article_version, item by item, so that the site stays readable; then drops rows
// that belong to nothing and sets the month counts. Restartable. `progress(done)` is called every 200 items. Gives the number of articles.
std::size_t rebuild(db::Connection& db, const std::function<void(std::size_t)>& progress = {});

// The same for the articles that have `file`: what is told of it beside its name has changed (files::kJudgedJob).
void rewrite_with(db::Connection& db, files::FileId file);

// What rebuild() would change, one sentence each, at most `limit`. Empty means that the published tables say exactly what was posted.
[[nodiscard]] std::vector<std::string> compare(db::Connection& db, std::size_t limit = 20);

}  // namespace portal::news
