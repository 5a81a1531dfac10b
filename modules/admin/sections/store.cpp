#include "modules/admin/sections/store.h"

#include <algorithm>

#include "modules/admin/people/store.h"
#include "modules/admin/sections/queries.h"
#include "shared/jobs/job_queue.h"

namespace portal::admin {
namespace {

namespace sql = section_sql;
using base::FaultKind;

// Public programs read the tree again each second (shared/site/holder.h); a page made before that must not be cached after the emptying.
constexpr std::chrono::milliseconds kSnapshotsFollow{2500};

Section read_section(const db::Rows& rows) {
  Section section;
  section.id = rows.id<base::SectionId>(0);
  section.parent = rows.id<base::SectionId>(1);
  section.slug = rows.text(2);
  section.title = rows.text(3);
  section.short_title = rows.text(4);
  section.item_kind = rows.text(5);
  section.clause = rows.text(6);
  section.kind = rows.text(7);
  section.description = rows.text(8);
  section.position = rows.number(9);
  section.is_hidden = rows.flag(10);
  section.needs_unit_approval = rows.flag(11);
  section.needs_verify = rows.flag(12);
  section.needs_final_check = rows.flag(13);
  section.event_at_required = rows.flag(14);
  section.consent_note = rows.text(15);
  section.row_version = static_cast<unsigned>(rows.number(16));
  section.needs_original = rows.flag(17);
  return section;
}

Setting read_setting(const db::Rows& rows) {
  return {std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)}, static_cast<unsigned>(rows.number(4))};
}

SettingChange read_change(const db::Rows& rows) {
  return {std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, rows.time(3)};
}

}  // namespace

std::vector<Section> SectionStore::sections() {
  std::vector<Section> out;
  auto rows = db_.query(sql::kSections);
  while (rows.next()) out.push_back(read_section(rows));
  return out;
}

base::Result<Section> SectionStore::section(base::SectionId id) {
  auto rows = db_.query(sql::kSection, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy chuyên mục này.");
  return read_section(rows);
}

bool SectionStore::is_slug_taken(std::string_view slug, base::SectionId but) {
  return db_.query(sql::kSlugTaken, slug, but.value, slug, but.value).next();
}

base::SectionId SectionStore::add(const Section& s) {
  std::int64_t position = 0;
  {
    auto rows = db_.query(sql::kLastPosition, s.parent.value);
    if (rows.next()) position = rows.number(0) + 10;
  }
  return base::SectionId{db_.execute(sql::kAdd, s.parent, s.slug, s.title, s.short_title, s.item_kind, s.clause, s.kind, s.description, position, s.is_hidden,
                                     s.needs_unit_approval, s.needs_verify, s.needs_final_check, s.event_at_required, s.consent_note)
                             .last_id};
}

base::Result<bool> SectionStore::save(const Section& before, const Section& s, base::UtcTime now) {
  std::int64_t last = 0;
  {
    auto rows = db_.query(sql::kLastPosition, s.parent.value);
    if (rows.next()) last = rows.number(0) + 10;
  }
  const auto saved = expect_one(db_.execute(sql::kSave, s.parent, last, s.parent, s.slug, s.title, s.short_title, s.item_kind, s.clause, s.description,
                                            s.is_hidden, s.needs_unit_approval, s.needs_verify, s.needs_final_check, s.event_at_required, s.consent_note,
                                            s.id, s.row_version));
  if (!saved) return saved;
  if (before.slug != s.slug) {
    db_.execute(sql::kForgetAddress, s.slug, s.id);  // back to a former name: no longer a former one
    db_.execute(sql::kKeepAddress, before.slug, s.id, now);
  }
  return true;
}

std::vector<ShownPath> SectionStore::shown_paths(base::SectionId top) {
  std::vector<ShownPath> paths;
  auto rows = db_.query(sql::kShownPaths, top);
  while (rows.next()) paths.push_back({rows.id<base::SectionId>(0), std::string{rows.text(1)}});
  return paths;
}

void SectionStore::keep_paths(const std::vector<ShownPath>& paths, base::UtcTime now) {
  for (const ShownPath& shown : paths) db_.execute(sql::kKeepPath, shown.path, shown.section, now);
}

void SectionStore::queue_refresh(const std::vector<ShownPath>& gone, base::UtcTime now) {
  std::string payload = R"({"gone":[)";  // paths are slugs and slashes: nothing to escape
  for (const ShownPath& shown : gone) payload.append(payload.ends_with('[') ? "" : ",").append("\"").append(shown.path).append("\"");
  payload += "]}";
  jobs::renew_for_every_node(db_, "cache.sections", payload, now + kSnapshotsFollow, now);
}

bool SectionStore::move(const Section& section, bool up) {
  std::vector<Section> siblings = sections();
  std::erase_if(siblings, [&](const Section& other) { return other.parent != section.parent; });
  const auto here = std::find_if(siblings.begin(), siblings.end(), [&](const Section& other) { return other.id == section.id; });
  if (here == siblings.end() || here == (up ? siblings.begin() : siblings.end() - 1)) return false;
  std::iter_swap(here, up ? here - 1 : here + 1);
  std::int64_t position = 0;
  for (const Section& sibling : siblings) db_.execute(sql::kSetPosition, position += 10, sibling.id);
  return true;
}

std::vector<SectionRule> SectionStore::rules(base::SectionId section) {
  std::vector<SectionRule> out;
  auto rows = db_.query(sql::kRules, section.value, section.value);
  while (rows.next()) {
    SectionRule& rule = out.emplace_back();
    rule.id = static_cast<std::uint64_t>(rows.number(0));
    rule.section = rows.id<base::SectionId>(1);
    rule.valid_from = rows.text(2);
    rule.valid_to = rows.text(3);
    rule.needs_verify = rows.flag(4);
    rule.needs_final_check = rows.flag(5);
    rule.retention_months = rows.number(6);
    rule.document_number = rows.text(7);
    rule.decided_by = rows.text(8);
    rule.decided_at = rows.time(9);
    rule.revoked_at = rows.optional_time(10);
    rule.needs_original = rows.flag(11);
  }
  return out;
}

std::uint64_t SectionStore::add_rule(const SectionRule& rule, base::PersonId by, base::UtcTime now) {
  const std::optional<std::string> last = rule.valid_to.empty() ? std::nullopt : std::optional{rule.valid_to};
  return db_.execute(sql::kAddRule, rule.section, rule.valid_from, last, rule.needs_verify, rule.needs_final_check, rule.needs_original,
                     rule.retention_months, rule.document_number, by, now)
      .last_id;
}

bool SectionStore::drop_rule(base::SectionId section, std::uint64_t rule, base::PersonId by, base::UtcTime now) {
  return db_.execute(sql::kDropRule, by, now, rule, section, base::format_iso(now).substr(0, 10)).affected == 1;
}

const SectionRule* rule_on(const std::vector<SectionRule>& rules, base::SectionId section, std::string_view day) {
  for (const SectionRule& rule : rules)
    if (rule.section == section && !rule.revoked_at && rule.valid_from <= day && (rule.valid_to.empty() || rule.valid_to >= day)) return &rule;
  return nullptr;
}

std::vector<Setting> SectionStore::settings() {
  std::vector<Setting> out;
  auto rows = db_.query(sql::kSettings);
  while (rows.next()) out.push_back(read_setting(rows));
  return out;
}

base::Result<Setting> SectionStore::setting(std::string_view name) {
  auto rows = db_.query(sql::kSetting, name);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có cài đặt này.");
  return read_setting(rows);
}

std::map<std::string, SettingChange> SectionStore::last_setting_changes() {
  std::map<std::string, SettingChange> changes;
  auto rows = db_.query(sql::kLastSettingChanges);
  while (rows.next()) changes[std::string{rows.text(4)}] = read_change(rows);
  return changes;
}

std::vector<SettingChange> SectionStore::setting_changes(std::string_view name) {
  std::vector<SettingChange> changes;
  auto rows = db_.query(sql::kSettingChanges, "setting:" + std::string{name});
  while (rows.next()) changes.push_back(read_change(rows));
  return changes;
}

base::Result<bool> SectionStore::save_setting(const Setting& setting) {
  return expect_one(db_.execute(sql::kSaveSetting, setting.value, setting.name, setting.row_version));
}

}  // namespace portal::admin
