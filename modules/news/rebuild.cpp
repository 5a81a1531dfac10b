// rebuild and compare: the published tables against what was posted.
#include <algorithm>
#include <set>

#include "modules/news/attachments.h"
#include "modules/news/changes.h"
#include "modules/news/published.h"
#include "modules/news/publisher.h"
#include "modules/news/queries.h"
#include "modules/news/related.h"

namespace portal::news {
namespace {

struct Posted {
  base::ItemId item;
  unsigned version;
  base::UtcTime published_at;
  base::UtcTime updated_at;
};

std::vector<Posted> read_posted(db::Rows rows) {
  std::vector<Posted> block;
  while (rows.next()) {
    const base::UtcTime first = rows.time(2);
    block.push_back({rows.id<base::ItemId>(0), static_cast<unsigned>(rows.number(1)), first, std::max(rows.optional_time(3).value_or(first), first)});
  }
  return block;
}

std::vector<Posted> read_block(db::Connection& db, base::ItemId after) { return read_posted(db.query(sql::kPosted, after.value)); }

// One article under its item's lock, so that a posting at the same moment is not overwritten with what was read before it.
bool rewrite(db::Connection& db, const Posted& posted) {
  return db::in_transaction(db, [&] {
    {
      auto row = db.query(sql::kLockPosted, posted.item);
      if (!row.next() || static_cast<unsigned>(row.number(0)) != posted.version) return true;  // changed since the block was read: newer than us
    }
    write_published(db, posted.item, posted.version, posted.published_at, posted.updated_at);
    return true;
  });
}

class Differences {
 public:
  explicit Differences(std::size_t limit) : limit_(limit) {}

  [[nodiscard]] bool is_full() const { return found_.size() >= limit_; }
  void add(std::string sentence) {
    if (!is_full()) found_.push_back(std::move(sentence));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

 private:
  std::size_t limit_;
  std::vector<std::string> found_;
};

std::string at_text(const std::optional<base::UtcTime>& at) { return at ? base::format_sql(*at) : "NULL"; }

// The published row and body as text, column by column, next to what they should be.
void compare_row(db::Connection& db, const Expected& expected, Differences& out) {
  const std::string name = "item " + std::to_string(expected.item.value) + ": ";
  auto row = db.query(sql::kPublishedRow, expected.item);
  if (!row.next()) return out.add(name + "posted, but not in news_published");
  const PublishedArticle& article = expected.article;
  const ListEntry& entry = article.entry;
  struct Column {
    std::size_t at;
    std::string_view name;
    std::string_view want;
  };
  const std::string section = std::to_string(entry.section.value);
  const std::string version = std::to_string(expected.version);
  const std::string have_section = std::to_string(row.number(1));
  const std::string have_version = std::to_string(row.number(3));
  // What has left the lists leads nowhere either (D13.2).
  const std::string related = article.is_off_lists() ? "[]" : expected_related(db, entry.section, entry.published_at, expected.item);
  const std::string changes = format_changes(article.changes);
  const std::string attachments = format_shown(article.attachments);
  const Column texts[] = {{0, "slug", entry.slug},           {2, "kind", article.kind},
                          {4, "title", entry.title},         {5, "summary", entry.summary},
                          {6, "author_line", article.author_line}, {7, "source", article.source},
                          {8, "unit_name", entry.unit_name}, {12, "place", entry.place},
                          {15, "registration", article.registration}, {16, "change_note", article.change_note},
                          {17, "body_html", article.body_html},     {18, "related", related},
                          {19, "changes", changes},
                          {22, "card_html", article.card_html},
                          {23, "attachments", attachments}};
  for (const Column& column : texts)
    if (row.text(column.at) != column.want) out.add(name + std::string{column.name} + " differs from the posted version");
  if (have_section != section) out.add(name + "section " + have_section + ", should be " + section);
  if (have_version != version) out.add(name + "version " + have_version + ", should be " + version);
  const std::pair<std::size_t, std::optional<base::UtcTime>> times[] = {
      {9, entry.published_at}, {10, entry.updated_at}, {11, article.event_at}, {13, entry.starts_at}, {14, article.ends_at}, {20, article.unlisted_at},
      {21, article.archived_at}};
  for (const auto& [column, want] : times)
    if (const auto have = row.optional_time(column); have != want) out.add(name + "a time is " + at_text(have) + ", should be " + at_text(want));
}

void compare_lists(db::Connection& db, const Expected& expected, Differences& out) {
  std::vector<std::uint64_t> listed;
  bool same_time = true;
  {
    auto rows = db.query(sql::kListedOf, expected.item);
    while (rows.next()) {
      listed.push_back(static_cast<std::uint64_t>(rows.number(0)));
      same_time = same_time && rows.time(1) == expected.article.entry.published_at;
    }
  }
  if (listed != expected.lists || !same_time) out.add("item " + std::to_string(expected.item.value) + ": news_listed differs from its sections");
}

void compare_files(db::Connection& db, const Expected& expected, Differences& out) {
  std::vector<PublishedFile> have;
  {
    auto rows = db.query(sql::kFilesOf, expected.item);
    while (rows.next())
      have.push_back({static_cast<int>(rows.number(0)), std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)},
                      static_cast<std::uint64_t>(rows.number(4))});
  }
  std::sort(have.begin(), have.end());
  if (have != expected.files) out.add("item " + std::to_string(expected.item.value) + ": news_published_file differs from the files of its version");
}

void compare_rest(db::Connection& db, Differences& out) {
  {
    auto rows = db.query(sql::kStrayFiles);
    while (!out.is_full() && rows.next()) out.add("item " + std::to_string(rows.number(0)) + ": files may be fetched, but it is not published");
  }
  {
    auto rows = db.query(sql::kOrphans);
    while (!out.is_full() && rows.next()) out.add("item " + std::to_string(rows.number(0)) + ": in news_published, but not posted");
  }
  {
    auto rows = db.query(sql::kStrayListed);
    while (!out.is_full() && rows.next()) out.add("item " + std::to_string(rows.number(1)) + ": listed, but not published");
  }
  {
    auto rows = db.query(sql::kWrongMonths);
    while (!out.is_full() && rows.next())
      out.add("section " + std::to_string(rows.number(0)) + ", " + std::string{rows.text(1)} + ": " + std::to_string(rows.number(3)) + " counted, " +
              std::to_string(rows.number(2)) + " listed");
  }
  auto rows = db.query(sql::kMonthsOfNothing);
  while (!out.is_full() && rows.next())
    out.add("section " + std::to_string(rows.number(0)) + ", " + std::string{rows.text(1)} + ": counted, but nothing is listed");
}

}  // namespace

std::size_t rebuild(db::Connection& db, const std::function<void(std::size_t)>& progress) {
  std::size_t done = 0;
  base::ItemId after;
  for (auto block = read_block(db, after); !block.empty(); block = read_block(db, after)) {
    for (const Posted& posted : block) rewrite(db, posted);
    done += block.size();
    after = block.back().item;
    if (progress) progress(done);
  }
  std::set<std::uint64_t> orphans;
  {
    auto rows = db.query(sql::kOrphans);
    while (rows.next()) orphans.insert(static_cast<std::uint64_t>(rows.number(0)));
  }
  {
    auto rows = db.query(sql::kStrayListed);
    while (rows.next()) orphans.insert(static_cast<std::uint64_t>(rows.number(1)));
  }
  {
    auto rows = db.query(sql::kStrayFiles);
    while (rows.next()) orphans.insert(static_cast<std::uint64_t>(rows.number(0)));
  }
  for (const std::uint64_t item : orphans)
    db::in_transaction(db, [&] {
      remove_published(db, base::ItemId{item});
      return true;
    });
  db::in_transaction(db, [&] {
    db.execute(sql::kDropMonths);
    db.execute(sql::kCountMonths);
    return true;
  });
  return done;
}

void rewrite_with(db::Connection& db, files::FileId file) {
  for (const Posted& posted : read_posted(db.query(sql::kPostedWith, file))) rewrite(db, posted);
}

std::vector<std::string> compare(db::Connection& db, std::size_t limit) {
  Differences differences(limit);
  const SectionTree tree = SectionTree::read(db);
  base::ItemId after;
  for (auto block = read_block(db, after); !block.empty() && !differences.is_full(); block = read_block(db, after)) {
    for (const Posted& posted : block) {
      const auto expected = expect_published(db, tree, posted.item, posted.version, posted.published_at, posted.updated_at);
      if (!expected) {
        differences.add("item " + std::to_string(posted.item.value) + ": version " + std::to_string(posted.version) + " is missing or cannot be shown");
        continue;
      }
      compare_row(db, *expected, differences);
      compare_lists(db, *expected, differences);
      compare_files(db, *expected, differences);
    }
    after = block.back().item;
  }
  compare_rest(db, differences);
  return differences.take();
}

}  // namespace portal::news
