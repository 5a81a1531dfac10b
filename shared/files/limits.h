// Limits: how large what is received may be, from the settings (shared/base/setting_limits.h).
#pragma once

#include <cstdint>

#include "shared/db/connection.h"

namespace portal::files {

struct Limits {
  std::uint64_t picture_bytes = 0;
  std::uint64_t attachment_bytes = 0;
  std::uint64_t pixels = 0;       // of a picture, width times height
  std::uint64_t floor_bytes = 0;  // what the store's disk must have left after an upload
};

[[nodiscard]] Limits default_limits();
// `setting`: the statement that reads a setting by its name: core_setting, or for a public program the published copy.
[[nodiscard]] Limits read_limits(db::Connection& db);
[[nodiscard]] Limits read_limits(db::Connection& db, db::Sql setting);

}  // namespace portal::files
