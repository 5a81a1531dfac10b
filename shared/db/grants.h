// Grants: which database account may do what with which table, from one matrix (sql/grants.h).
//
// `portal migrate` writes them; every program compares what its account really has with the matrix at start and refuses to run with more
// or less (a program that can read a draft table because somebody typed a GRANT by hand does not start).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/db/connection.h"

namespace portal::db {

// Bits of Grant::verbs.
inline constexpr std::uint8_t kSelect = 1;
inline constexpr std::uint8_t kInsert = 2;
inline constexpr std::uint8_t kUpdate = 4;
inline constexpr std::uint8_t kDelete = 8;
inline constexpr std::uint8_t kExecute = 16;  // alone: `table` names a procedure
inline constexpr std::uint8_t kCall = 32;     // alone: `table` names a function

struct Grant {
  std::string_view account;  // "portal_news"
  std::string_view table;
  std::uint8_t verbs;
};

// The statements that give `account` exactly its rows of the matrix in schema `database` (REVOKE ALL first).
[[nodiscard]] std::vector<std::string> grant_statements(std::span<const Grant> matrix, std::string_view account,
                                                        std::string_view database);

// Compares SHOW GRANTS of the connected account with the matrix. Returns one sentence per difference; empty means exactly equal.
[[nodiscard]] std::vector<std::string> grant_differences(Connection& connection, std::span<const Grant> matrix,
                                                         std::string_view account, std::string_view database);

// The differences as a program says them before it refuses to start.
[[nodiscard]] std::string describe_differences(std::span<const std::string> differences, std::string_view account);

}  // namespace portal::db
