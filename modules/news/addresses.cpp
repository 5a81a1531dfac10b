#include "modules/news/addresses.h"

#include "modules/news/published.h"
#include "modules/news/queries.h"

namespace portal::news {
namespace {

// "/a/b/" -> "/a/b/", "/a/"
std::vector<std::string> prefixes_of(std::string_view path) {
  std::vector<std::string> all;
  while (path.size() > 1) {
    all.emplace_back(path);
    path.remove_suffix(1);
    path = path.substr(0, path.rfind('/') + 1);
  }
  return all;
}

std::string last_segment(std::string_view path) {
  path.remove_suffix(1);
  return std::string{path.substr(path.rfind('/') + 1)};
}

}  // namespace

std::vector<std::string> list_addresses(const AddressFacts& facts) {
  const std::string page = article_path(facts.section_path, facts.slug);
  const std::string year = facts.month.substr(0, 4);
  std::vector<std::string> all{page, page + "/in"};
  for (const std::string& list : facts.list_paths) {
    all.push_back(list);
    all.push_back(list + "nam/" + year + "/");
    all.push_back(list + "nam/" + year + "/" + facts.month.substr(5) + "/");
    all.push_back(list + "rss.xml");
    all.push_back(list + "atom.xml");
  }
  for (const std::string& slug : facts.list_slugs) all.push_back("/_fragment/news/section/" + slug);
  for (const char* site : {"/", "/_fragment/news/latest", "/rss.xml", "/atom.xml", "/so-do-trang", "/sitemap.xml", "/sitemap/trang.xml"})
    all.emplace_back(site);
  all.push_back("/sitemap/" + facts.month + ".xml");
  all.insert(all.end(), facts.neighbours.begin(), facts.neighbours.end());
  all.insert(all.end(), facts.files.begin(), facts.files.end());
  return all;
}

std::vector<std::string> addresses_of(db::Connection& db, base::ItemId item) {
  AddressFacts facts;
  base::SectionId section;
  base::UtcTime published_at;
  {
    auto row = db.query(sql::kPublishedAt, item);
    if (!row.next()) return {};
    published_at = row.time(0);
    section = row.id<base::SectionId>(1);
    facts.slug = row.text(2);
  }
  facts.month = month_of(published_at);
  const Ancestry ancestry = SectionTree::read(db).ancestry(section);
  facts.section_path = ancestry.path.empty() ? "/" : ancestry.path;
  facts.list_paths = prefixes_of(facts.section_path);
  for (const std::string& path : facts.list_paths) facts.list_slugs.push_back(last_segment(path));
  {
    auto files = db.query(sql::kFilesOf, item);
    while (files.next()) facts.files.push_back("/tep/" + std::to_string(files.number(0)) + '/' + std::string{files.text(1)});
  }
  auto rows = db.query(sql::kNewerNeighbours, section, published_at, published_at, item, kRelated);
  while (rows.next()) facts.neighbours.push_back(article_path(facts.section_path, rows.text(0)));
  return list_addresses(facts);
}

}  // namespace portal::news
