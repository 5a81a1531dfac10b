#include "shared/access/actor.h"

#include <algorithm>
#include <array>
#include <set>

namespace portal::access {
namespace {

constexpr std::array<std::string_view, 11> kKeys{"contributor", "unit_head", "local_unit", "secretary", "board_member", "board_deputy",
                                                 "board_head", "office", "director", "service_officer", "sysadmin"};
constexpr std::array<std::string_view, 11> kLabels{"Người viết (công chức, viên chức, cộng tác viên)", "Lãnh đạo phòng, đơn vị", "Đơn vị tư pháp địa phương",
                                                   "Thư ký Ban Biên tập", "Thành viên Ban Biên tập", "Phó Trưởng Ban Biên tập", "Trưởng Ban Biên tập",
                                                   "Văn phòng Sở", "Lãnh đạo Sở", "Cán bộ một cửa", "Quản trị mạng"};

}  // namespace

std::string_view key_of(Role role) { return kKeys.at(static_cast<std::size_t>(role)); }

std::string_view label_of(Role role) { return kLabels.at(static_cast<std::size_t>(role)); }

bool parse_role(std::string_view key, Role& role) {
  const auto found = std::find(kKeys.begin(), kKeys.end(), key);
  if (found == kKeys.end()) return false;
  role = static_cast<Role>(found - kKeys.begin());
  return true;
}

bool Actor::has(Role role) const {
  return std::any_of(roles.begin(), roles.end(), [role](const RoleGrant& grant) { return grant.role == role; });
}

bool Actor::has_content_role() const {
  return std::any_of(roles.begin(), roles.end(), [](const RoleGrant& grant) { return is_content_role(grant.role); });
}

std::vector<base::UnitId> Actor::headed_units() const {
  std::set<base::UnitId> units;
  for (const RoleGrant& grant : roles)
    if ((grant.role == Role::UnitHead || grant.role == Role::LocalUnit) && grant.unit.is_set()) units.insert(grant.unit);
  return {units.begin(), units.end()};
}

bool Actor::has(Role role, base::UnitId unit) const {
  return unit.is_set() &&
         std::any_of(roles.begin(), roles.end(), [role, unit](const RoleGrant& grant) { return grant.role == role && grant.unit == unit; });
}

}  // namespace portal::access
