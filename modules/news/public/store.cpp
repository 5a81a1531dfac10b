#include "modules/news/public/store.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "modules/news/attachments.h"
#include "modules/news/changes.h"
#include "modules/news/public/queries.h"
#include "modules/news/related.h"
#include "shared/base/crypto.h"

namespace portal::news {
namespace {

std::string copy(std::string_view text) { return std::string{text}; }

// The ten columns that kListOlder, kListNewer and kArticle begin with.
ListEntry read_entry(db::Rows& rows) {
  return {rows.id<base::ItemId>(0), copy(rows.text(1)), rows.id<base::SectionId>(2), copy(rows.text(3)), copy(rows.text(4)),
          copy(rows.text(5)),       rows.time(6),       rows.time(7),                rows.optional_time(8), copy(rows.text(9))};
}

PublishedArticle read_article(db::Rows& rows) {
  return {read_entry(rows),    copy(rows.text(10)), copy(rows.text(11)), copy(rows.text(12)), rows.optional_time(13),
          rows.optional_time(14), copy(rows.text(15)), copy(rows.text(16)), copy(rows.text(17)), parse_changes(rows.text(19)), parse_shown(rows.text(22)),
          {}, rows.optional_time(20),
          rows.optional_time(21)};
}

std::vector<ListEntry> read_entries(db::Rows rows) {
  std::vector<ListEntry> entries;
  while (rows.next()) entries.push_back(read_entry(rows));
  return entries;
}

}  // namespace

std::optional<ArticleWithRelated> NewsStore::article(std::string_view slug) {
  auto rows = db_.query(kArticle, slug);
  if (!rows.next()) return std::nullopt;
  return ArticleWithRelated{read_article(rows), parse_related(rows.text(18))};
}

std::string NewsStore::card(base::ItemId item) {
  auto rows = db_.query(kCard, item);
  return rows.next() ? copy(rows.text(0)) : std::string{};
}

std::optional<NewsStore::File> NewsStore::file(std::uint64_t number, std::string_view variant) {
  auto rows = db_.query(kFile, number, variant);
  if (!rows.next()) return std::nullopt;
  return File{copy(rows.text(0)), copy(rows.text(1))};
}

std::optional<GoneArticle> NewsStore::gone(std::string_view slug) {
  auto rows = db_.query(kGone, slug, purged_slug(slug));
  if (!rows.next()) return std::nullopt;
  const std::string_view mode = rows.text(0);
  const GoneArticle::Mode kind = mode == "notice"     ? GoneArticle::Mode::Notice
                                 : mode == "redirect" ? GoneArticle::Mode::Redirect
                                                      : GoneArticle::Mode::Gone;
  return GoneArticle{kind, copy(rows.text(1)), copy(rows.text(2)), copy(rows.text(3)), rows.time(4)};
}

std::optional<NewsStore::SenderLink> NewsStore::sender_link(std::string_view token, base::UtcTime now) {
  auto rows = db_.query(kSenderLink, base::sha256_hex(token), now);
  if (!rows.next()) return {};
  const std::string_view missing = rows.text(1);
  return SenderLink{std::string{rows.text(0)}, missing.find("name") != std::string_view::npos, missing.find("reach") != std::string_view::npos, rows.time(2)};
}

bool NewsStore::add_sender_data(std::string_view token, const SenderData& data, base::UtcTime now) {
  try {
    db_.execute(kAddSenderData, base::sha256_hex(token), data.name, data.phone, data.place, data.organisation, data.position, now);
    return true;
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    return false;
  }
}

bool NewsStore::add_contribution(const Contribution& sent, base::UtcTime now) {
  return db_.execute(kAddContribution, sent.nonce, sent.track_digest, sent.code, sent.content_digest, sent.name, sent.address, sent.phone, sent.place,
                     sent.organisation, sent.position, sent.title, sent.text, sent.event_at, sent.files, now)
             .affected == 1;
}

std::optional<NewsStore::Tracked> NewsStore::tracked(std::string_view digest) {
  auto rows = db_.query(kTrack, digest);
  if (!rows.next() || rows.is_null(0)) return {};
  const auto json = nlohmann::json::parse(rows.text(0), nullptr, false);
  if (!json.is_object()) return {};
  const auto text = [&json](const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string{}; };
  const auto time = [&](const char* key) { return base::parse_sql(text(key)).value_or(base::UtcTime{}); };
  Tracked out{.state = text("state"), .code = text("code"), .received_at = time("received_at"), .since = time("since"), .item = {}, .item_state = text("item_state"),
              .missing = text("missing"), .clause = text("clause"), .ground = text("ground"), .reason = text("reason"), .content = text("content")};
  if (json.contains("item") && json["item"].is_number_unsigned()) out.item = base::ItemId{json["item"].get<std::uint64_t>()};
  return out;
}

std::optional<NewsStore::Place> NewsStore::place_of(base::ItemId item) {
  auto rows = db_.query(kPlaceOfItem, item);
  if (!rows.next()) return {};
  return Place{std::string{rows.text(0)}, std::string{rows.text(1)}, rows.id<base::SectionId>(2)};
}

void NewsStore::add_report(base::ItemId item, std::string_view note, std::string_view contact, base::UtcTime now) {
  db_.execute(kAddReport, item, base::sha256_hex(std::to_string(item.value) + "\x1f" + std::string{note}), note, contact, now);
}

ListPage NewsStore::read_older(base::SectionId section, const Period& period, const Cursor& before, std::size_t limit) {
  ListPage page;
  // section.value, not the Id: 0 is the whole site here, not NULL.
  page.entries = read_entries(db_.query(kListOlder, section.value, period.from, before.at, before.at, before.item, limit + 1));
  page.has_older = page.entries.size() > limit;
  if (page.has_older) page.entries.pop_back();
  return page;
}

ListPage NewsStore::newest(base::SectionId section, const Period& period, std::size_t limit) {
  return read_older(section, period, Cursor{period.before, 0}, limit);
}

ListPage NewsStore::older(base::SectionId section, const Period& period, const Cursor& cursor, std::size_t limit) {
  ListPage page = read_older(section, period, cursor.at < period.before ? cursor : Cursor{period.before, 0}, limit);
  page.has_newer = true;
  return page;
}

ListPage NewsStore::newer(base::SectionId section, const Period& period, const Cursor& cursor, std::size_t limit) {
  ListPage page;
  const base::UtcTime from = std::max(cursor.at, period.from);
  page.entries = read_entries(db_.query(kListNewer, section.value, period.before, from, cursor.at, cursor.item, limit + 1));
  if (page.entries.size() <= limit) return newest(section, period, limit);
  page.entries.pop_back();
  std::reverse(page.entries.begin(), page.entries.end());
  page.has_newer = true;
  page.has_older = true;
  return page;
}

std::vector<MonthCount> NewsStore::months(base::SectionId section) {
  std::vector<MonthCount> months;
  auto rows = db_.query(kMonths, section.value);
  while (rows.next()) {
    MonthCount count;
    const std::string_view text = rows.text(0);  // "yyyy-mm"
    if (text.size() != 7) continue;
    std::from_chars(text.data(), text.data() + 4, count.year);
    std::from_chars(text.data() + 5, text.data() + 7, count.month);
    count.articles = static_cast<std::uint64_t>(rows.number(1));
    months.push_back(count);
  }
  return months;
}

std::vector<SiteMapEntry> NewsStore::site_map(const Period& month) {
  std::vector<SiteMapEntry> entries;
  auto rows = db_.query(kSiteMapMonth, month.from, month.before);
  while (rows.next()) entries.push_back({copy(rows.text(0)), rows.id<base::SectionId>(1), rows.time(2)});
  return entries;
}

}  // namespace portal::news
