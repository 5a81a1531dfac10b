#include "shared/db/grants.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace portal::db {
namespace {

struct Verb {
  std::uint8_t bit;
  std::string_view word;
};

constexpr std::array kVerbs{Verb{kSelect, "SELECT"}, Verb{kInsert, "INSERT"}, Verb{kUpdate, "UPDATE"}, Verb{kDelete, "DELETE"}};
constexpr std::string_view kExecuteWord = "EXECUTE";

// What a right to execute stands before.
struct Routine {
  std::uint8_t bit;
  std::string_view on;
};

constexpr std::array kRoutines{Routine{kExecute, " ON PROCEDURE `"}, Routine{kCall, " ON FUNCTION `"}};

const Routine* routine_of(std::uint8_t verbs) {
  const auto* found = std::find_if(kRoutines.begin(), kRoutines.end(), [verbs](const Routine& one) { return one.bit == verbs; });
  return found == kRoutines.end() ? nullptr : found;
}

std::string words(std::uint8_t verbs) {
  if (routine_of(verbs) != nullptr) return std::string{kExecuteWord};
  std::string out;
  for (const Verb& verb : kVerbs)
    if ((verbs & verb.bit) != 0) out += (out.empty() ? "" : ", ") + std::string{verb.word};
  return out;
}

// "GRANT SELECT, INSERT ON `portal`.`news_published` TO …" -> table and verbs. Anything else of substance is reported as is.
bool parse_grant(const std::string& line, std::string_view database, std::string& table, std::uint8_t& verbs) {
  const std::string schema = std::string{database} + "`.`";
  const Routine* routine = nullptr;
  std::string before = " ON `" + schema;
  for (const Routine& one : kRoutines)
    if (const std::string on = std::string{one.on} + schema; line.find(on) != std::string::npos) {
      routine = &one;
      before = on;
    }
  const auto on = line.find(before);
  if (line.rfind("GRANT ", 0) != 0 || on == std::string::npos) return false;
  const auto begin = on + before.size();
  const auto end = line.find('`', begin);
  if (end == std::string::npos) return false;
  table = line.substr(begin, end - begin);
  std::string list = line.substr(6, on - 6);
  const bool has_option = line.find("WITH GRANT OPTION") != std::string::npos;
  if (routine != nullptr) {
    verbs = routine->bit;
    return list == kExecuteWord && !has_option;
  }
  verbs = 0;
  std::size_t known = 0;
  for (const Verb& verb : kVerbs)
    if (list.find(verb.word) != std::string::npos) {
      verbs |= verb.bit;
      ++known;
    }
  const auto given = static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1;
  return given == known && !has_option;
}

}  // namespace

std::vector<std::string> grant_statements(std::span<const Grant> matrix, std::string_view account,
                                          std::string_view database) {
  const std::string who = "'" + std::string{account} + "'@'localhost'";
  std::vector<std::string> out{"REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + who};
  for (const Grant& grant : matrix) {
    if (grant.account != account) continue;
    const Routine* routine = routine_of(grant.verbs);
    out.push_back("GRANT " + words(grant.verbs) + std::string{routine == nullptr ? std::string_view{" ON `"} : routine->on} + std::string{database} + "`.`" +
                  std::string{grant.table} + "` TO " + who);
  }
  return out;
}

std::vector<std::string> grant_differences(Connection& connection, std::span<const Grant> matrix, std::string_view account,
                                           std::string_view database) {
  std::map<std::string, std::uint8_t> wanted;
  for (const Grant& grant : matrix)
    if (grant.account == account) wanted[std::string{grant.table}] |= grant.verbs;

  std::vector<std::string> differences;
  for (const auto& row : connection.script_rows("SHOW GRANTS FOR CURRENT_USER")) {
    const std::string& line = row.at(0);
    if (line.rfind("GRANT USAGE ON *.*", 0) == 0) continue;
    std::string table;
    std::uint8_t verbs = 0;
    if (!parse_grant(line, database, table, verbs)) {
      differences.push_back("a grant outside the matrix: " + line.substr(0, line.find(" IDENTIFIED")));
      continue;
    }
    const auto found = wanted.find(table);
    const std::uint8_t should = found == wanted.end() ? 0 : found->second;
    if (verbs != should)
      differences.push_back(table + ": has " + words(verbs) + ", the matrix says " + (should == 0 ? "nothing" : words(should)));
    if (found != wanted.end()) wanted.erase(found);
  }
  for (const auto& [table, verbs] : wanted) differences.push_back(table + ": has nothing, the matrix says " + words(verbs));
  return differences;
}

std::string describe_differences(std::span<const std::string> differences, std::string_view account) {
  std::string text = "the grants of database account '" + std::string{account} + "' differ from the matrix (mend: portal migrate):\n";
  for (const std::string& difference : differences) text += "  " + difference + '\n';
  return text;
}

}  // namespace portal::db
