#include "shared/office/roles.h"

#include <algorithm>
#include <array>
#include <vector>

namespace portal::office {
namespace {

using access::Role;

// Weightiest first: the order in which a person's roles are named.
constexpr std::array kByWeight{Role::BoardHead,   Role::BoardDeputy, Role::Secretary,   Role::BoardMember,    Role::Director,   Role::UnitHead,
                               Role::LocalUnit,   Role::Office,      Role::Sysadmin,    Role::ServiceOfficer, Role::Contributor};

}  // namespace

std::string roles_line(const access::Actor& actor) {
  std::string line;
  int shown = 0;
  for (const Role role : kByWeight) {
    if (!actor.has(role) || shown == 2) continue;
    line += (line.empty() ? "" : ", ") + std::string{label_of(role)};
    ++shown;
  }
  return line;
}

}  // namespace portal::office
