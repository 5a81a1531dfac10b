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

constexpr std::array kVerbs{Verb{kSelect, "SELECT"}, Verb{kInsert, "INSERT"}, Verb{kUpdate, "UPDATE"}, Verb{kDelete, "DELETE"}, Verb{kExecute, "EXECUTE"}};
constexpr std::string_view kProcedure = " ON PROCEDURE `";

std::string words(std::uint8_t verbs) {
  std::string out;
  for (const Verb& verb : kVerbs)
    if ((verbs & verb.bit) != 0) out += (out.empty() ? "" : ", ") + std::string{verb.word};
  return out;
}

// "GRANT SELECT, INSERT ON `portal`.`news_published` TO …" -> table and verbs. Anything else of substance is reported as is.
bool parse_grant(const std::string& line, std::string_view database, std::string& table, std::uint8_t& verbs) {
  const auto procedure = line.find(std::string{kProcedure} + std::string{database} + "`.`");
  const bool is_procedure = procedure != std::string::npos;
  const auto on = is_procedure ? procedure : line.find(" ON `" + std::string{database} + "`.`");
  if (line.rfind("GRANT ", 0) != 0 || on == std::string::npos) return false;
  const auto begin = on + database.size() + (is_procedure ? kProcedure.size() + 3 : 8);
  const auto end = line.find('`', begin);
  if (end == std::string::npos) return false;
  table = line.substr(begin, end - begin);
  std::string list = line.substr(6, on - 6);
  verbs = 0;
  std::size_t known = 0;
  for (const Verb& verb : kVerbs)
    if (list.find(verb.word) != std::string::npos) {
      verbs |= verb.bit;
      ++known;
    }
  const auto given = static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1;
  if (is_procedure != (verbs == kExecute)) return false;
  return given == known && line.find("WITH GRANT OPTION") == std::string::npos;
}

}  // namespace

std::vector<std::string> grant_statements(std::span<const Grant> matrix, std::string_view account,
                                          std::string_view database) {
  const std::string who = "'" + std::string{account} + "'@'localhost'";
  std::vector<std::string> out{"REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + who};
  for (const Grant& grant : matrix)
    if (grant.account == account)
      out.push_back("GRANT " + words(grant.verbs) + std::string{grant.verbs == kExecute ? kProcedure : std::string_view{" ON `"}} +
                    std::string{database} + "`.`" + std::string{grant.table} +
                    "` TO " + who);
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
