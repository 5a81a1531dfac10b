// SectionStore: the section tree and the settings. Writing functions must run inside the caller's transaction.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

struct ShownPath {
  base::SectionId section;
  std::string path;  // "/tin-tuc/hoat-dong-cua-so/"

  bool operator==(const ShownPath&) const = default;
};

class SectionStore {
 public:
  explicit SectionStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] std::vector<Section> sections();  // siblings in order
  [[nodiscard]] base::Result<Section> section(base::SectionId id);
  // Somebody else's path segment, now or formerly: an old address keeps leading where it led.
  [[nodiscard]] bool is_slug_taken(std::string_view slug, base::SectionId but);
  base::SectionId add(const Section& section);  // last among its siblings
  // Stale when it changed since. A new path segment leaves the old one behind as an address that redirects; under another parent it is the last.
  [[nodiscard]] base::Result<bool> save(const Section& before, const Section& after, base::UtcTime now);
  // Where readers find the section and what lies below it; nothing while it is hidden.
  [[nodiscard]] std::vector<ShownPath> shown_paths(base::SectionId top);
  // Addresses that readers knew and that end now: they redirect from now on.
  void keep_paths(const std::vector<ShownPath>& paths, base::UtcTime now);
  // Tells every web node that `gone` are no longer addresses of sections, so that its cache forgets the site as it was (modules/workers/cache_agent).
  void queue_refresh(const std::vector<ShownPath>& gone, base::UtcTime now);
  // One place up or down among its siblings; false at the ends, where nothing changes.
  [[nodiscard]] bool move(const Section& section, bool up);

  // Every decision on one section, or with an unset id on all of them; the latest from-date of each first.
  [[nodiscard]] std::vector<SectionRule> rules(base::SectionId section);
  std::uint64_t add_rule(const SectionRule& rule, base::PersonId by, base::UtcTime now);
  // Takes a decision back that has not begun; false for any other.
  [[nodiscard]] bool drop_rule(base::SectionId section, std::uint64_t rule, base::PersonId by, base::UtcTime now);

  [[nodiscard]] std::vector<Setting> settings();
  [[nodiscard]] base::Result<Setting> setting(std::string_view name);
  // By name of the setting: its last change, where it had one; and all of one, the newest first, at most 100.
  [[nodiscard]] std::map<std::string, SettingChange> last_setting_changes();
  [[nodiscard]] std::vector<SettingChange> setting_changes(std::string_view name);
  [[nodiscard]] base::Result<bool> save_setting(const Setting& setting);

 private:
  db::Connection& db_;
};

// The one of `rules` (of one section, as rules() orders them) that holds on `day`, or nullptr: then the section's own columns do.
[[nodiscard]] const SectionRule* rule_on(const std::vector<SectionRule>& rules, base::SectionId section, std::string_view day);

}  // namespace portal::admin
