// Migrations: the files of sql/{core,site,news}, what each says of itself, and whether a schema is what they make.
#pragma once

#include <string>
#include <vector>

#include "commands.h"

namespace portal::cli {

// A file's statement and its "-- verify:" query, which answers a number other than 0 once the statement was carried out. A statement that takes away what
// an earlier one made names it, "-- supersedes: 0042_index_core_item": that one's query is asked no more.
struct Migration {
  std::string owner, name, statement, verify, checksum;
  std::vector<std::string> supersedes;
};

// In the order in which they are carried out. Throws std::runtime_error naming a file without a verify query.
[[nodiscard]] std::vector<Migration> read_migrations(const std::string& sql_dir);

[[nodiscard]] bool holds(db::Connection& db, const std::string& query);

// How the schema differs from what the migrations make, one sentence each: a step that was not carried out, whose file was changed afterwards, that these
// files do not know, or whose work is there no more. As portal_migrate: other accounts do not see every table.
[[nodiscard]] std::vector<std::string> schema_differences(db::Connection& db, const std::string& sql_dir);

}  // namespace portal::cli
