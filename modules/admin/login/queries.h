// Statements of the login pages.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::login_sql {

inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};

inline constexpr std::array kAllQueries{kSetting};

}  // namespace portal::admin::login_sql
