#include "shared/site/snapshot.h"

#include <algorithm>
#include <charconv>

#include "shared/site/queries.h"

namespace portal::site {
namespace {

const std::string kNothing;

std::string copy(std::string_view text) { return std::string{text}; }

}  // namespace

SiteSnapshot::SiteSnapshot(std::vector<Section> sections, std::map<std::string, base::SectionId, std::less<>> redirects,
                           std::vector<Unit> units, std::vector<Person> people, std::map<std::string, std::string, std::less<>> settings,
                           std::vector<Section> hidden, std::vector<FormerUnit> former_units)
    : hidden_(std::move(hidden)),
      redirects_(std::move(redirects)),
      units_(std::move(units)),
      former_units_(std::move(former_units)),
      people_(std::move(people)),
      settings_(std::move(settings)) {
  // Level by level from the top, so that what hangs below a hidden section is never reached, and a circle in the data ends too.
  std::multimap<std::uint64_t, std::size_t> rows_by_parent;
  for (std::size_t i = 0; i < sections.size(); ++i) rows_by_parent.emplace(sections[i].parent.value, i);
  struct Waiting {
    std::size_t row;
    std::optional<std::size_t> parent;  // position in sections_
  };
  std::vector<Waiting> waiting;
  const auto enqueue = [&](std::uint64_t parent_id, std::optional<std::size_t> parent) {
    const auto [from, to] = rows_by_parent.equal_range(parent_id);
    for (auto it = from; it != to; ++it) waiting.push_back({it->second, parent});
  };
  enqueue(0, std::nullopt);
  for (std::size_t next = 0; next < waiting.size() && sections_.size() < sections.size(); ++next) {
    const Waiting now = waiting[next];
    const std::size_t at = sections_.size();
    Section section = std::move(sections[now.row]);
    section.children.clear();
    section.ancestors.clear();
    if (now.parent) {
      section.ancestors = sections_[*now.parent].ancestors;
      section.ancestors.push_back(*now.parent);
      sections_[*now.parent].children.push_back(at);
    } else {
      top_.push_back(at);
    }
    by_id_.emplace(section.id.value, at);
    by_path_.emplace(section.path, at);
    const std::uint64_t id = section.id.value;
    sections_.push_back(std::move(section));
    enqueue(id, at);
  }
  for (Section& section : hidden_) {
    section.is_hidden = true;
    section.children.clear();
    section.ancestors.clear();
    const auto parent = by_id_.find(section.parent.value);
    if (parent == by_id_.end()) continue;  // hidden too, or none
    section.ancestors = sections_[parent->second].ancestors;
    section.ancestors.push_back(parent->second);
  }
}

SiteSnapshot SiteSnapshot::load(db::Connection& db) {
  std::vector<Section> sections;
  {
    auto rows = db.query(kSections);
    while (rows.next())
      sections.push_back({rows.id<base::SectionId>(0), rows.id<base::SectionId>(1), copy(rows.text(2)), copy(rows.text(3)),
                          copy(rows.text(4)), copy(rows.text(5)), copy(rows.text(6)), copy(rows.text(7)), copy(rows.text(8)), {}, {}});
  }
  std::vector<Section> hidden;
  {
    auto rows = db.query(kHiddenSections);
    while (rows.next()) {
      Section& section = hidden.emplace_back();
      section.id = rows.id<base::SectionId>(0);
      section.parent = rows.id<base::SectionId>(1);
      section.path = rows.text(2);
      section.title = rows.text(3);
    }
  }
  std::map<std::string, base::SectionId, std::less<>> redirects;
  {
    auto rows = db.query(kRedirects);
    while (rows.next()) redirects.emplace(rows.text(0), rows.id<base::SectionId>(1));
  }
  std::vector<Unit> units;
  {
    auto rows = db.query(kUnits);
    while (rows.next())
      units.push_back({rows.id<base::UnitId>(0), copy(rows.text(1)), copy(rows.text(2)), copy(rows.text(3)), copy(rows.text(4)),
                       copy(rows.text(5)), copy(rows.text(6))});
  }
  std::vector<FormerUnit> former_units;
  {
    auto rows = db.query(kFormerUnits);
    while (rows.next())
      former_units.push_back({rows.id<base::UnitId>(0), copy(rows.text(1)), copy(rows.text(2)), rows.id<base::UnitId>(3), copy(rows.text(4))});
  }
  std::vector<Person> people;
  {
    auto rows = db.query(kPeople);
    while (rows.next())
      people.push_back({rows.id<base::PersonId>(0), copy(rows.text(1)), copy(rows.text(2)), rows.id<base::UnitId>(3), copy(rows.text(4)),
                        copy(rows.text(5)), copy(rows.text(6)), rows.flag(7)});
  }
  std::map<std::string, std::string, std::less<>> settings;
  {
    auto rows = db.query(kSettings);
    while (rows.next()) settings.emplace(rows.text(0), rows.text(1));
  }
  return {std::move(sections), std::move(redirects), std::move(units), std::move(people), std::move(settings), std::move(hidden),
          std::move(former_units)};
}

const Section* SiteSnapshot::find(base::SectionId id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : &sections_[found->second];
}

const Section* SiteSnapshot::find_path(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &sections_[found->second];
}

const Section* SiteSnapshot::find_known(base::SectionId id) const {
  if (const Section* shown = find(id)) return shown;
  const auto found = std::find_if(hidden_.begin(), hidden_.end(), [id](const Section& section) { return section.id == id; });
  return found == hidden_.end() ? nullptr : &*found;
}

const Section* SiteSnapshot::find_hidden_list(std::string_view path) const {
  for (const Section& section : hidden_) {
    if (!path.starts_with(section.path)) continue;
    const std::string_view rest = path.substr(section.path.size());
    if (rest.empty() || rest == "rss.xml" || rest == "atom.xml" || rest.starts_with("nam/")) return &section;
  }
  return nullptr;
}

const Section* SiteSnapshot::first_of_kind(std::string_view kind) const {
  for (const Section& section : sections_)
    if (section.kind == kind) return &section;
  return nullptr;
}

const Section* SiteSnapshot::first_of_clause(std::string_view clause) const {
  for (const Section& section : sections_)
    if (section.clause == clause) return &section;
  return nullptr;
}

std::optional<std::string> SiteSnapshot::redirect_of(std::string_view path) const {
  // The longest former path that `path` begins with, cutting one segment at a time.
  for (std::size_t end = path.rfind('/'); end != std::string_view::npos && end > 0; end = path.rfind('/', end - 1)) {
    const auto found = redirects_.find(path.substr(0, end + 1));
    if (found == redirects_.end()) continue;
    const Section* section = find_known(found->second);
    if (section == nullptr || section->path == found->first) return std::nullopt;
    return section->path + std::string{path.substr(end + 1)};
  }
  return std::nullopt;
}

const std::string& SiteSnapshot::setting(std::string_view name) const {
  const auto found = settings_.find(name);
  return found == settings_.end() ? kNothing : found->second;
}

std::int64_t SiteSnapshot::number(std::string_view name, std::int64_t fallback, std::int64_t min, std::int64_t max) const {
  const std::string& text = setting(name);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max) return fallback;
  return value;
}

std::string dialable(std::string_view phone) {
  std::string out;
  for (const char c : phone)
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty())) out += c;
  return out;
}

}  // namespace portal::site
