#include "modules/news/article_writer.h"

#include "modules/news/attachments.h"
#include "modules/news/queries.h"

namespace portal::news {

namespace {

std::optional<Content> content_of(db::Rows rows) {
  if (!rows.next()) return {};
  Content content;
  content.title = rows.text(0);
  content.summary = rows.text(1);
  content.author_line = rows.text(2);
  content.source = rows.text(3);
  content.event_at = rows.optional_time(4);
  content.place = rows.text(5);
  content.starts_at = rows.optional_time(6);
  content.ends_at = rows.optional_time(7);
  content.registration = rows.text(8);
  content.change_note = rows.text(9);
  content.body_json = rows.text(10);
  if (!parse_files(rows.text(12), content)) throw std::logic_error("files_json of a version is no list of files");
  return content;
}

}  // namespace

std::optional<Content> read_version(db::Connection& db, base::ItemId item, unsigned version) {
  return content_of(db.query(sql::kReadVersion, item, version));
}

std::optional<Content> read_even_hidden(db::Connection& db, base::ItemId item, unsigned version) {
  return content_of(db.query(sql::kReadHidden, item, version));
}

base::SectionId section_of_version(db::Connection& db, base::ItemId item, unsigned version) {
  auto rows = db.query(sql::kReadVersion, item, version);
  return rows.next() ? rows.id<base::SectionId>(11) : base::SectionId{};
}

void begin_article(db::Connection& db, const workflow::Permit& permit, std::string_view slug) {
  db.execute(sql::kBeginArticle, permit.item(), slug.empty() ? provisional_slug(permit.item()) : std::string{slug});
}

base::Result<unsigned> add_version(db::Connection& db, const workflow::Permit& permit, const Content& content, base::SectionId section,
                                   base::UtcTime now, std::string_view note) {
  const auto version = workflow::record_version(db, permit, {content.title, content_digest(content), content.event_at, section, std::string{note}}, now);
  if (!version) return version;
  db.execute(sql::kAddVersion, *version, content.title, content.summary, content.author_line, content.source, content.event_at,
             content.place, content.starts_at, content.ends_at, content.registration, content.change_note, content.body_json,
             format_files(content), permit.item());
  return version;
}

}  // namespace portal::news
