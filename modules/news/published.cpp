#include "modules/news/published.h"

#include <algorithm>
#include <array>

#include "modules/news/attachments.h"
#include "modules/news/changes.h"
#include "modules/news/publisher.h"
#include "modules/news/queries.h"
#include "modules/news/related.h"
#include "shared/base/log.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/render.h"
#include "shared/text/slug.h"

namespace portal::news {
namespace {

std::string copy(std::string_view text) { return std::string{text}; }

struct Listed {
  std::uint64_t section;
  base::UtcTime published_at;

  bool operator==(const Listed&) const = default;
};

std::vector<Listed> take_listed(db::Connection& db, base::ItemId item) {
  std::vector<Listed> listed;
  auto rows = db.query(sql::kTakeListedOf, item);
  while (rows.next()) listed.push_back({static_cast<std::uint64_t>(rows.number(0)), rows.time(1)});
  return listed;
}

void unlist(db::Connection& db, base::ItemId item, const std::vector<Listed>& listed) {
  if (listed.empty()) return;
  db.execute(sql::kUnlist, item);
  for (const Listed& row : listed) {
    const std::string month = month_of(row.published_at);
    db.execute(sql::kCountDown, row.section, month);
    db.execute(sql::kDropEmptyMonth, row.section, month);
  }
}

// Lists change only when the article is new or moved, so that a correction does not touch the counters that every publication shares.
void relist(db::Connection& db, const Expected& expected) {
  std::vector<Listed> wanted;
  wanted.reserve(expected.lists.size());
  for (const std::uint64_t section : expected.lists) wanted.push_back({section, expected.article.entry.published_at});
  const std::vector<Listed> present = take_listed(db, expected.item);
  if (present == wanted) return;
  unlist(db, expected.item, present);
  const std::string month = month_of(expected.article.entry.published_at);
  for (const Listed& row : wanted) {
    db.execute(sql::kList, row.section, row.published_at, expected.item);
    db.execute(sql::kCountUp, row.section, month);
  }
}

// Where the article stands among those of its section, if it is published.
struct Place {
  base::SectionId section;
  base::UtcTime published_at;
};

std::optional<Place> place_of(db::Connection& db, base::ItemId item) {
  auto row = db.query(sql::kPublishedAt, item);
  if (!row.next()) return std::nullopt;
  return Place{row.id<base::SectionId>(1), row.time(0)};
}

// The leading picture: above the text, and as a card of a list shows it.
void add_lead(const LeadPicture& lead, const ItemPictures& pictures, PublishedArticle& article) {
  const richtext::Picture* picture = lead.file == 0 ? nullptr : pictures.find(lead.file);
  if (picture == nullptr) return;
  article.body_html = richtext::figure_markup(*picture, lead.alt, lead.caption, 100, true);
  article.card_html = richtext::picture_markup(*picture, {lead.alt, "(max-width: 700px) 100vw, 320px", "feature__img"});
}

}  // namespace

std::string month_of(base::UtcTime at) { return base::format_iso(at).substr(0, 7); }

bool is_reserved_slug(std::string_view slug) {
  // "/in" is the print view, "/nam/…" a jump; the others are pages of the introduction that no article may hide.
  static constexpr std::array kReserved{"in", "nam", "rss", "atom", "co-cau-to-chuc", "lanh-dao", "danh-ba", "en", "kenh-tin", "so-do-trang",
                                        "sitemap", "tim-kiem", "quan-tri", "api", "assets", "bao-cu", "da-nhan", "tep"};
  return std::any_of(kReserved.begin(), kReserved.end(), [&](const char* word) { return slug == word; });
}

std::optional<Expected> expect_published(db::Connection& db, const SectionTree& tree, base::ItemId item, unsigned version,
                                         base::UtcTime published_at, base::UtcTime updated_at, Standing standing, Audience audience) {
  Expected expected;
  expected.item = item;
  expected.version = version;
  PublishedArticle& article = expected.article;
  std::optional<richtext::Document> document;
  Content files;
  {
    const bool moves = standing == Standing::AsClassified;
    auto row = db.query(sql::kVersion, moves, moves, version, item);
    if (!row.next()) return std::nullopt;
    if (auto parsed = richtext::parse_document(row.text(10))) document = *std::move(parsed);
    if (!document || !parse_files(row.text(17), files)) return std::nullopt;
    article.entry = {item,           copy(row.text(14)), row.id<base::SectionId>(11), copy(row.text(0)), copy(row.text(1)),
                     copy(row.text(13)), published_at,   updated_at,                  row.optional_time(6), copy(row.text(5))};
    article.kind = row.text(12);
    article.author_line = row.text(2);
    article.source = row.text(3);
    article.event_at = row.optional_time(4);
    article.ends_at = row.optional_time(7);
    article.registration = row.text(8);
    article.change_note = row.text(9);
    article.unlisted_at = row.optional_time(15);
    article.archived_at = row.optional_time(16);
  }
  const ItemPictures pictures(db, item, audience);
  add_lead(files.lead, pictures, article);
  article.body_html += richtext::render_html(*document, pictures.finder()).text();
  article.attachments = shown_attachments(files, pictures, audience);
  expected.files = published_files(files, *document, pictures);
  article.changes = read_changes(db, item);
  // What readers are told is what was said at the posting; an earlier correction stays beside a minor change.
  const auto major = std::find_if(article.changes.begin(), article.changes.end(), [](const ShownChange& change) { return !change.is_minor; });
  if (major != article.changes.end()) article.change_note = major->note;
  const Kind* kind = find_kind(article.kind);
  if (!article.is_off_lists())
    expected.lists = tree.lists_of(article.entry.section, kind != nullptr && kind->is_page);
  return expected;
}

std::string settle_slug(db::Connection& db, base::ItemId item, std::string_view stored, std::string_view title) {
  if (stored != provisional_slug(item)) return copy(stored);
  const text::Slug wanted = text::slugify(title);
  for (unsigned number = 1; number < 10'000; ++number) {
    const text::Slug slug = number == 1 ? wanted : wanted.numbered(number);
    if (is_reserved_slug(slug.text()) || db.query(sql::kIsSectionSlug, slug.text()).next()) continue;
    try {
      db.execute(sql::kSetSlug, slug.text(), item);
      return slug.text();
    } catch (const db::SqlError& error) {
      if (!error.is_duplicate()) throw;  // taken: InnoDB undid this one statement, the transaction goes on
    }
  }
  return copy(stored);  // ten thousand articles of one title: the number is an address too
}

void write_published(db::Connection& db, base::ItemId item, unsigned version, base::UtcTime published_at, base::UtcTime updated_at, Standing standing) {
  auto expected = expect_published(db, SectionTree::hold(db), item, version, published_at, updated_at, standing);
  if (!expected) throw std::logic_error("item " + std::to_string(item.value) + " has no version " + std::to_string(version) + " that can be shown");
  PublishedArticle& article = expected->article;
  ListEntry& entry = article.entry;
  entry.slug = settle_slug(db, item, entry.slug, entry.title);
  const std::optional<Place> before = place_of(db, item);
  relist(db, *expected);  // the counters first: postings of one month queue there, before they lock rows of each other
  db.execute(sql::kPutPublished, item, entry.slug, entry.section, article.kind, version, entry.title, entry.summary, article.author_line,
             article.source, entry.unit_name, entry.published_at, entry.updated_at, article.event_at, entry.place, entry.starts_at, article.ends_at,
             article.registration, article.change_note, article.unlisted_at, article.archived_at, article.card_html);
  db.execute(sql::kPutBody, item, article.body_html, format_changes(article.changes), format_shown(article.attachments));
  db.execute(sql::kDropFiles, item);
  for (const PublishedFile& file : expected->files) db.execute(sql::kPutFile, file.file, file.variant, item, file.sha256, file.format, file.bytes);
  if (before && (before->section != entry.section || before->published_at != entry.published_at))
    refresh_related(db, before->section, before->published_at, item);
  refresh_related(db, entry.section, entry.published_at, item);
  if (article.is_off_lists()) db.execute(sql::kSetRelated, "[]", item);
  db.execute(sql::kDropGone, entry.slug);
}

void write_archived(db::Connection& db, base::ItemId item, const std::optional<base::UtcTime>& archived_at) {
  const std::optional<Place> place = place_of(db, item);
  if (!place) throw std::logic_error("item " + std::to_string(item.value) + " is archived or brought back without being published");
  Expected expected;
  expected.item = item;
  expected.article.entry.published_at = place->published_at;
  expected.article.archived_at = archived_at;
  if (auto row = db.query(sql::kPublishedRow, item); row.next()) {
    expected.article.kind = row.text(2);
    expected.article.unlisted_at = row.optional_time(20);
  }
  const bool is_off_lists = expected.article.is_off_lists();
  const Kind* kind = find_kind(expected.article.kind);
  if (!is_off_lists) expected.lists = SectionTree::hold(db).lists_of(place->section, kind != nullptr && kind->is_page);
  relist(db, expected);
  db.execute(sql::kSetArchived, archived_at, item);
  refresh_related(db, place->section, place->published_at, item);
  if (is_off_lists) db.execute(sql::kSetRelated, "[]", item);
}

void remove_published(db::Connection& db, base::ItemId item) {
  unlist(db, item, take_listed(db, item));
  const std::optional<Place> before = place_of(db, item);
  db.execute(sql::kDropFiles, item);
  db.execute(sql::kDropBody, item);
  db.execute(sql::kDropPublished, item);
  if (before) refresh_related(db, before->section, before->published_at, item);
}

}  // namespace portal::news
