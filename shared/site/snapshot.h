// SiteSnapshot: what every public page shows of the whole site: section tree, contact data (D5.10), units and the public directory (D5.1).
// Read from the site_* tables, which `admin` publishes; an immutable value that requests share.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/db/connection.h"

namespace portal::site {

// A section readers can see, or one that the board has hidden since they knew it. `path` begins and ends with '/'. Children and top sections are in the
// board's order.
struct Section {
  base::SectionId id;
  base::SectionId parent;
  std::string slug;
  std::string path;
  std::string title;
  std::string short_title;  // "" when the title is short enough
  std::string clause;
  std::string kind;   // article_list | pages | contact | event
  std::string description;
  std::vector<std::size_t> children;   // positions in SiteSnapshot::sections()
  std::vector<std::size_t> ancestors;  // the same, top first, without the section itself
  bool is_hidden = false;              // nothing but its articles' own pages may lead to it; it has no children, and as ancestors those that are shown

  [[nodiscard]] const std::string& menu_label() const { return short_title.empty() ? title : short_title; }

  bool operator==(const Section&) const = default;
};

struct Unit {
  base::UnitId id;
  std::string name, short_name, kind, phone, email, functions;

  bool operator==(const Unit&) const = default;
};

// A unit that was dissolved or merged.
struct FormerUnit {
  base::UnitId id;
  std::string name, ended_on;  // last day, dd/mm/yyyy
  base::UnitId into;           // unset: nobody goes on with its work
  std::string into_name;

  bool operator==(const FormerUnit&) const = default;
};

struct Person {
  base::PersonId id;
  std::string full_name, job_title;
  base::UnitId unit;
  std::string phone, email, bio;
  bool is_leader = false;

  bool operator==(const Person&) const = default;
};

class SiteSnapshot {
 public:
  // Seven small reads. Throws db::Unavailable.
  [[nodiscard]] static SiteSnapshot load(db::Connection& db);

  // From rows as they are (tests). Sections whose parent is missing are left out with everything below them: their parent is hidden. Of `hidden`
  // ones only id, parent, path and title are used.
  SiteSnapshot(std::vector<Section> sections, std::map<std::string, base::SectionId, std::less<>> redirects, std::vector<Unit> units,
               std::vector<Person> people, std::map<std::string, std::string, std::less<>> settings, std::vector<Section> hidden = {},
               std::vector<FormerUnit> former_units = {});
  SiteSnapshot() = default;

  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  [[nodiscard]] const std::vector<std::size_t>& top_sections() const { return top_; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  // The newest end first.
  [[nodiscard]] const std::vector<FormerUnit>& former_units() const { return former_units_; }
  [[nodiscard]] const std::vector<Person>& people() const { return people_; }

  // nullptr when readers cannot see such a section.
  [[nodiscard]] const Section* find(base::SectionId id) const;
  [[nodiscard]] const Section* find_path(std::string_view path) const;
  // The section that readers see or knew before it was hidden: where an article of it has its page (a published address never dies).
  [[nodiscard]] const Section* find_known(base::SectionId id) const;
  // The hidden section whose list, year, month or feed stood at `path`; nullptr for every other path.
  [[nodiscard]] const Section* find_hidden_list(std::string_view path) const;
  // The first section, from the top of the tree down, of a kind, or of a clause of Điều 5.
  [[nodiscard]] const Section* first_of_kind(std::string_view kind) const;
  [[nodiscard]] const Section* first_of_clause(std::string_view clause) const;

  // Where a path that began with a section's former path leads now ("/su-kien/nam/2025/" -> "/tin-tuc/nam/2025/"), also to a section that is hidden;
  // nothing when it never was one.
  [[nodiscard]] std::optional<std::string> redirect_of(std::string_view path) const;

  // A setting's text, or `fallback` when it is not set.
  [[nodiscard]] const std::string& setting(std::string_view name) const;
  [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t fallback, std::int64_t min, std::int64_t max) const;

  bool operator==(const SiteSnapshot&) const = default;

 private:
  std::vector<Section> sections_;
  std::vector<std::size_t> top_;
  std::map<std::uint64_t, std::size_t> by_id_;
  std::map<std::string, std::size_t, std::less<>> by_path_;
  std::vector<Section> hidden_;  // tens at most: looked through
  std::map<std::string, base::SectionId, std::less<>> redirects_;
  std::vector<Unit> units_;
  std::vector<FormerUnit> former_units_;
  std::vector<Person> people_;
  std::map<std::string, std::string, std::less<>> settings_;
};

// A telephone number as `tel:` wants it: digits only, a leading '+' kept. "0299 3 555 012" -> "02993555012".
[[nodiscard]] std::string dialable(std::string_view phone);

}  // namespace portal::site
