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

std::string_view label_of(Role role) {
  switch (role) {
    case Role::Contributor: return "Người viết tin, bài";
    case Role::UnitHead: return "Lãnh đạo phòng, đơn vị";
    case Role::LocalUnit: return "Bộ phận tư pháp địa phương";
    case Role::Secretary: return "Thư ký Ban Biên tập";
    case Role::BoardMember: return "Thành viên Ban Biên tập";
    case Role::BoardDeputy: return "Phó Trưởng Ban Biên tập";
    case Role::BoardHead: return "Trưởng Ban Biên tập";
    case Role::Office: return "Văn phòng Sở";
    case Role::Director: return "Lãnh đạo Sở";
    case Role::ServiceOfficer: return "Cán bộ một cửa, thụ lý";
    case Role::Sysadmin: return "Quản trị mạng";
  }
  return "";
}

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
