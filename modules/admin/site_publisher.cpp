#include "modules/admin/site_publisher.h"

#include <algorithm>

#include "modules/admin/calendar_publisher.h"
#include "modules/admin/site_queries.h"
#include "shared/text/unicode.h"

namespace portal::admin {
namespace {

namespace sql = site_sql;

// One row of site_section as it should be.
struct PublicSection {
  SectionNode node;
  std::string title, short_title, item_kind, clause, kind, description;
  std::int64_t position = 0;
};

struct Wanted {
  std::vector<PublicSection> sections;  // shown and hidden: `paths` says which is which
  SectionPaths paths;
  std::vector<std::pair<std::string, std::string>> settings;
};

Wanted read_wanted(db::Connection& db) {
  Wanted wanted;
  std::map<base::SectionId, std::vector<std::string>> old_slugs;
  {
    auto rows = db.query(sql::kOldSlugs);
    while (rows.next()) old_slugs[rows.id<base::SectionId>(0)].emplace_back(rows.text(1));
  }
  std::map<base::SectionId, std::vector<std::string>> old_paths;
  {
    auto rows = db.query(sql::kOldPaths);
    while (rows.next()) old_paths[rows.id<base::SectionId>(0)].emplace_back(rows.text(1));
  }
  std::vector<SectionNode> nodes;
  {
    auto rows = db.query(sql::kSections);
    while (rows.next()) {
      PublicSection section;
      section.node = {rows.id<base::SectionId>(0), rows.id<base::SectionId>(1), std::string{rows.text(2)}, rows.flag(3), {}};
      section.node.old_slugs = old_slugs[section.node.id];
      section.node.old_paths = old_paths[section.node.id];
      section.title = rows.text(4);
      section.short_title = rows.text(5);
      section.item_kind = rows.text(6);
      section.clause = rows.text(7);
      section.kind = rows.text(8);
      section.description = rows.text(9);
      section.position = rows.number(10);
      nodes.push_back(section.node);
      wanted.sections.push_back(std::move(section));
    }
  }
  wanted.paths = section_paths(nodes);
  {
    auto rows = db.query(sql::kSettings);
    while (rows.next())
      if (is_public_setting(rows.text(0))) wanted.settings.emplace_back(rows.text(0), rows.text(1));
  }
  return wanted;
}

// Differences between two sorted lists of rows, in words.
void compare_rows(std::string_view table, std::vector<std::string> wanted, std::vector<std::string> published, std::vector<std::string>& faults) {
  std::sort(wanted.begin(), wanted.end());
  std::sort(published.begin(), published.end());
  std::vector<std::string> missing;
  std::vector<std::string> extra;
  std::set_difference(wanted.begin(), wanted.end(), published.begin(), published.end(), std::back_inserter(missing));
  std::set_difference(published.begin(), published.end(), wanted.begin(), wanted.end(), std::back_inserter(extra));
  constexpr std::size_t kShown = 60;
  for (const std::string& row : missing) faults.push_back(std::string{table} + ": missing " + std::string{text::cut_to_bytes(row, kShown)});
  for (const std::string& row : extra) faults.push_back(std::string{table} + ": not in the office's data " + std::string{text::cut_to_bytes(row, kShown)});
}

std::vector<std::string> lines(db::Rows rows) {
  std::vector<std::string> out;
  while (rows.next()) out.emplace_back(rows.text(0));
  return out;
}

// The section and those above it, nearest first.
std::vector<const SectionNode*> chain_of(const SectionNode& section, const std::map<base::SectionId, const SectionNode*>& by_id) {
  constexpr std::size_t kDeepest = 8;  // a broken tree (a loop) ends here instead of never
  std::vector<const SectionNode*> chain;
  for (const SectionNode* node = &section; node != nullptr && chain.size() < kDeepest;) {
    chain.push_back(node);
    const auto parent = node->parent.is_set() ? by_id.find(node->parent) : by_id.end();
    node = parent == by_id.end() ? nullptr : parent->second;
  }
  return chain;
}

}  // namespace

SectionPaths section_paths(const std::vector<SectionNode>& sections) {
  std::map<base::SectionId, const SectionNode*> by_id;
  for (const SectionNode& section : sections) by_id[section.id] = &section;

  SectionPaths out;
  const auto place = [&](const SectionNode& section, bool wants_hidden) {
    const std::vector<const SectionNode*> chain = chain_of(section, by_id);
    const bool is_hidden = std::any_of(chain.begin(), chain.end(), [](const SectionNode* node) { return node->is_hidden; });
    if (is_hidden != wants_hidden || (is_hidden && section.old_paths.empty())) return;
    std::string path;
    std::vector<std::string> every{""};  // all combinations of present and former names down to this section
    for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
      path += "/" + (*node)->slug;
      std::vector<std::string> longer;
      for (const std::string& prefix : every) {
        longer.push_back(prefix + "/" + (*node)->slug);
        for (const std::string& old : (*node)->old_slugs) longer.push_back(prefix + "/" + old);
      }
      every = std::move(longer);
    }
    (is_hidden ? out.hidden : out.paths)[section.id] = path + "/";
    for (const std::string& former : every)
      if (former != path) out.redirects.try_emplace(former + "/", section.id);
    for (const std::string& former : section.old_paths) out.redirects.try_emplace(former, section.id);
  };
  for (const bool wants_hidden : {false, true})  // those that readers see come first where two were at one place
    for (const SectionNode& section : sections) place(section, wants_hidden);
  for (const auto& [id, path] : out.paths) out.redirects.erase(path);
  for (const auto& [id, path] : out.hidden) out.redirects.erase(path);
  return out;
}

bool is_public_setting(std::string_view name) { return name != "four_eyes" && name != "urgent_publication" && !name.starts_with("keep_") && !name.starts_with("quota_"); }

void publish_site(db::Connection& db) {
  const Wanted wanted = read_wanted(db);
  db.execute(sql::kDeleteRedirects);
  db.execute(sql::kDeleteSections);
  db.execute(sql::kDeleteHiddenSections);
  for (const PublicSection& section : wanted.sections) {
    if (const auto hidden = wanted.paths.hidden.find(section.node.id); hidden != wanted.paths.hidden.end())
      db.execute(sql::kAddHiddenSection, section.node.id, section.node.parent, hidden->second, section.title);
    const auto path = wanted.paths.paths.find(section.node.id);
    if (path == wanted.paths.paths.end()) continue;
    db.execute(sql::kAddSection, section.node.id, section.node.parent, section.node.slug, path->second, section.title, section.short_title,
               section.item_kind, section.clause, section.kind, section.description, section.position);
  }
  for (const auto& [path, id] : wanted.paths.redirects) db.execute(sql::kAddRedirect, path, id);
  publish_units(db);
  db.execute(sql::kDeleteSettings);
  for (const auto& [name, value] : wanted.settings) db.execute(sql::kAddSetting, name, value);
}

void publish_units(db::Connection& db) {
  db.execute(sql::kDeleteUnits);
  db.execute(sql::kAddUnits);
  db.execute(sql::kDeleteFormerUnits);
  db.execute(sql::kAddFormerUnits);
  db.execute(sql::kDeletePeople);
  db.execute(sql::kAddPeople);
}

std::size_t rebuild_site(db::Connection& db) {
  db::in_transaction(db, [&db] {
    publish_site(db);
    publish_calendar(db);
    return true;
  });
  std::size_t rows = count_calendar_rows(db);
  for (const db::Sql published : {sql::kSectionsPublished, sql::kHiddenSectionsPublished, sql::kRedirectsPublished, sql::kUnitsPublished,
                                  sql::kFormerUnitsPublished,
                                  sql::kPeoplePublished, sql::kSettingsPublished})
    rows += lines(db.query(published)).size();
  return rows;
}

std::vector<std::string> compare_site(db::Connection& db) {
  const Wanted wanted = read_wanted(db);
  std::vector<std::string> sections;
  std::vector<std::string> hidden_sections;
  for (const PublicSection& section : wanted.sections) {
    if (const auto hidden = wanted.paths.hidden.find(section.node.id); hidden != wanted.paths.hidden.end())
      hidden_sections.push_back(std::to_string(section.node.id.value) + "|" + std::to_string(section.node.parent.value) + "|" + hidden->second + "|" +
                                section.title);
    const auto path = wanted.paths.paths.find(section.node.id);
    if (path == wanted.paths.paths.end()) continue;
    sections.push_back(std::to_string(section.node.id.value) + "|" + std::to_string(section.node.parent.value) + "|" + section.node.slug + "|" +
                       path->second + "|" + section.title + "|" + section.short_title + "|" + section.item_kind + "|" + section.clause + "|" +
                       section.kind + "|" + section.description + "|" +
                       std::to_string(section.position));
  }
  std::vector<std::string> redirects;
  for (const auto& [path, id] : wanted.paths.redirects) redirects.push_back(path + "|" + std::to_string(id.value));
  std::vector<std::string> settings;
  for (const auto& [name, value] : wanted.settings) settings.push_back(name + "|" + value);

  std::vector<std::string> faults;
  compare_rows("site_section", std::move(sections), lines(db.query(sql::kSectionsPublished)), faults);
  compare_rows("site_hidden_section", std::move(hidden_sections), lines(db.query(sql::kHiddenSectionsPublished)), faults);
  compare_rows("site_section_redirect", std::move(redirects), lines(db.query(sql::kRedirectsPublished)), faults);
  compare_rows("site_unit", lines(db.query(sql::kUnitsWanted)), lines(db.query(sql::kUnitsPublished)), faults);
  compare_rows("site_former_unit", lines(db.query(sql::kFormerUnitsWanted)), lines(db.query(sql::kFormerUnitsPublished)), faults);
  compare_rows("site_person", lines(db.query(sql::kPeopleWanted)), lines(db.query(sql::kPeoplePublished)), faults);
  compare_rows("site_setting", std::move(settings), lines(db.query(sql::kSettingsPublished)), faults);
  for (const CalendarTable& table : calendar_tables(db)) compare_rows(table.name, table.wanted, table.published, faults);
  return faults;
}

}  // namespace portal::admin
