#include "shared/files/limits.h"

#include <stdexcept>
#include <string>

#include "shared/base/setting_limits.h"
#include "shared/files/queries.h"

namespace portal::files {
namespace {

constexpr std::uint64_t kMega = 1024 * 1024;

std::uint64_t fallback_of(std::string_view setting) {
  const base::SettingLimits* limits = base::find_limits(setting);
  if (limits == nullptr) throw std::logic_error(std::string{setting} + " has no limits");
  return static_cast<std::uint64_t>(limits->fallback);
}

std::uint64_t number_of(db::Connection& db, db::Sql sql, std::string_view setting) {
  auto rows = db.query(sql, setting);
  const base::SettingLimits* limits = base::find_limits(setting);
  const auto number = rows.next() && limits != nullptr ? base::parse_within(*limits, rows.text(0)) : std::nullopt;
  return number ? static_cast<std::uint64_t>(*number) : fallback_of(setting);
}

template <typename Ask>
Limits limits_by(Ask ask) {
  constexpr std::uint64_t kMegapixel = 1'000'000;
  return {ask("file_picture_mb") * kMega, ask("file_attachment_mb") * kMega, ask("file_megapixels") * kMegapixel, ask("file_floor_mb") * kMega};
}

}  // namespace

Limits default_limits() { return limits_by(fallback_of); }

Limits read_limits(db::Connection& db) { return read_limits(db, kSetting); }

Limits read_limits(db::Connection& db, db::Sql setting) {
  return limits_by([&](std::string_view name) { return number_of(db, setting, name); });
}

}  // namespace portal::files
