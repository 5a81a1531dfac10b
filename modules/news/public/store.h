// NewsStore: reads of the public face. Binds queries, returns model types; no HTML, no decisions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "modules/news/public/paging.h"
#include "shared/db/connection.h"

namespace portal::news {

// A page of a list, newest first, and whether there is more on either side.
struct ListPage {
  std::vector<ListEntry> entries;
  bool has_newer = false;
  bool has_older = false;
};

struct ArticleWithRelated {
  PublishedArticle article;
  std::vector<Related> related;
};

struct SiteMapEntry {
  std::string slug;
  base::SectionId section;
  base::UtcTime updated_at;
};

class NewsStore {
 public:
  explicit NewsStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] std::optional<ArticleWithRelated> article(std::string_view slug);
  [[nodiscard]] std::optional<GoneArticle> gone(std::string_view slug);

  // The newest of a section (kWholeSite: of the site) in a period.
  [[nodiscard]] ListPage newest(base::SectionId section, const Period& period, std::size_t limit);
  // Those older than the cursor; has_newer is true, since the cursor itself was newer.
  [[nodiscard]] ListPage older(base::SectionId section, const Period& period, const Cursor& cursor, std::size_t limit);
  // Those newer than the cursor. A page that reaches the top of the list becomes the first page, whole.
  [[nodiscard]] ListPage newer(base::SectionId section, const Period& period, const Cursor& cursor, std::size_t limit);

  // The leading picture of an article as a card shows it, "" when there is none.
  [[nodiscard]] std::string card(base::ItemId item);

  // A file that readers may fetch: its place in the store and its format.
  struct File {
    std::string sha256;
    std::string format;
  };
  [[nodiscard]] std::optional<File> file(std::uint64_t number, std::string_view variant);

  // A reader says that the article is outdated or wrong (D9.3f).
  void add_report(base::ItemId item, std::string_view note, std::string_view contact, base::UtcTime now);

  // What a sender is asked to complete behind a one-time link (D9.1b); nothing for a link that is none, or whose time is over.
  struct SenderLink {
    std::string code;
    bool asks_name = false, asks_reach = false;
    base::UtcTime until;
  };
  [[nodiscard]] std::optional<SenderLink> sender_link(std::string_view token, base::UtcTime now);
  struct SenderData {
    std::string name, phone, place, organisation, position;
  };
  // False when this link was used before.
  bool add_sender_data(std::string_view token, const SenderData& data, base::UtcTime now);

  // What the public form took (D7.3), into the inbox. False when the question of this form was used up before.
  struct Contribution {
    std::string nonce, track_digest, code, content_digest;
    std::string name, address, phone, place, organisation, position, title, text;
    std::optional<base::UtcTime> event_at;
    std::string files;  // JSON
  };
  bool add_contribution(const Contribution& sent, base::UtcTime now);

  // What became of it, for who has code and second secret (their digest): words of keys, never of what was written. Nothing for a wrong pair.
  struct Tracked {
    std::string state;       // of the register, "new" before that, "closed" for what nobody may be told more of
    std::string code;        // of the register
    base::UtcTime received_at, since;
    base::ItemId item;
    std::string item_state;  // of the workflow
    std::string missing;     // "name,reach"
    std::string clause, ground, reason;
    std::string content;     // digest of the form, of what came by it
  };
  [[nodiscard]] std::optional<Tracked> tracked(std::string_view digest);

  // Where a posted item stands.
  struct Place {
    std::string slug, title;
    base::SectionId section;
  };
  [[nodiscard]] std::optional<Place> place_of(base::ItemId item);

  [[nodiscard]] std::vector<MonthCount> months(base::SectionId section);
  [[nodiscard]] std::vector<SiteMapEntry> site_map(const Period& month);

 private:
  [[nodiscard]] ListPage read_older(base::SectionId section, const Period& period, const Cursor& before, std::size_t limit);

  db::Connection& db_;
};

}  // namespace portal::news
