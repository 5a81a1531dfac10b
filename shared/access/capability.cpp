#include "shared/access/capability.h"

#include <algorithm>
#include <array>

namespace portal::access {
namespace {

using enum Capability;
using R = Role;

constexpr std::array kTable{
    CapabilityRow{WriteItem, R::Contributor, "D7, D9.1a"},
    CapabilityRow{WriteItem, R::UnitHead, "D9.1a"},
    CapabilityRow{WriteItem, R::LocalUnit, "D7.2"},
    CapabilityRow{WriteItem, R::Secretary, "D9.1a"},
    CapabilityRow{WriteItem, R::BoardMember, "D14.3b"},
    CapabilityRow{WriteItem, R::BoardDeputy, "D14.3b"},
    CapabilityRow{WriteItem, R::BoardHead, "D14.3b"},
    CapabilityRow{SeeAllItems, R::Secretary, "D11.1"},
    CapabilityRow{SeeAllItems, R::BoardMember, "D12.1"},
    CapabilityRow{SeeAllItems, R::BoardDeputy, "D19.2"},
    CapabilityRow{SeeAllItems, R::BoardHead, "D19.1"},
    CapabilityRow{SeeAllItems, R::Director, "D6.1"},
    CapabilityRow{ManageAccounts, R::Sysadmin, "D6.3"},
    CapabilityRow{EnterRoles, R::Sysadmin, "D6.3"},
    CapabilityRow{ConfirmContentRoles, R::BoardHead, "D19.1"},
    CapabilityRow{ConfirmContentRoles, R::Director, "D6.1"},
    CapabilityRow{ManageSections, R::BoardHead, "D5.9f, D12.1"},
    CapabilityRow{ManageUnits, R::Sysadmin, "D6.3"},
    CapabilityRow{ManageUnits, R::Office, "D6.4"},
    CapabilityRow{Delegate, R::BoardHead, "D15.2, D19.2"},
    CapabilityRow{Delegate, R::Director, "D19.2"},  // an acting head, no more (admin/rules.h)
    CapabilityRow{SeeRights, R::BoardHead, "D19.1"},
    CapabilityRow{SeeRights, R::Director, "D6.1"},
    CapabilityRow{SeeRights, R::Sysadmin, "D6.3"},
    CapabilityRow{SeeRights, R::Secretary, "D11.1"},
    CapabilityRow{SeeAudit, R::BoardHead, "D19.1"},
    CapabilityRow{SeeAudit, R::Director, "D6.1"},
    CapabilityRow{SeeAudit, R::Sysadmin, "D6.3"},
    CapabilityRow{ManageSettings, R::Sysadmin, "D6.3"},
    CapabilityRow{ManageSettings, R::Office, "D6.4"},
    CapabilityRow{SeeOverview, R::Director, "D3.2c, D6.1"},
    CapabilityRow{SeeOverview, R::BoardHead, "D14.3đ, D19.1"},
    CapabilityRow{SeeOverview, R::BoardDeputy, "D19.2"},
    CapabilityRow{SeeOverview, R::Secretary, "D14.3đ"},
    CapabilityRow{SeeOverview, R::Office, "D18.5"},
    CapabilityRow{ManageQuotas, R::BoardHead, "D9.4, D19.1"},
    CapabilityRow{ManageCalendar, R::Office, "D6.4, D9.3"},
    CapabilityRow{ManageCalendar, R::Sysadmin, "D6.3, D9.3"},
    CapabilityRow{ManageDuties, R::BoardHead, "D9.3, D19.1"},
    CapabilityRow{SeeSettings, R::Sysadmin, "D6.3"},
    CapabilityRow{SeeSettings, R::Office, "D6.4"},
    CapabilityRow{SeeSettings, R::BoardHead, "D12.1, D19.1"},
    CapabilityRow{SeeSettings, R::Director, "D6.1"},
    CapabilityRow{ManageMail, R::Sysadmin, "D6.3"},
    CapabilityRow{ManageMail, R::Secretary, "D11.1"},
    CapabilityRow{Remind, R::BoardHead, "D14.3đ, D19.1"},
    CapabilityRow{Remind, R::Secretary, "D14.3đ"},
    CapabilityRow{Remind, R::Director, "D6.1, D18.2"},
    CapabilityRow{HandleMatters, R::Secretary, "D11.1, D11.5"},
    CapabilityRow{HandleMatters, R::BoardHead, "D11.3, D11.5"},
    CapabilityRow{SeeMatters, R::Secretary, "D11.1"},
    CapabilityRow{SeeMatters, R::BoardMember, "D11.5"},
    CapabilityRow{SeeMatters, R::BoardDeputy, "D11.5"},
    CapabilityRow{SeeMatters, R::BoardHead, "D11.5"},
    CapabilityRow{SeeMatters, R::Director, "D6.1, D11.2"},
    CapabilityRow{ExtendMatters, R::BoardHead, "D9.3e, D11.3"},
    CapabilityRow{ExtendMatters, R::Director, "D6.1, D9.3e"},
    CapabilityRow{DirectMatters, R::Director, "D11.2, D11.3, D11.4"},
    CapabilityRow{HandleIntake, R::Secretary, "D11.1"},
    CapabilityRow{HandleIntake, R::BoardHead, "D11.1, D19.1"},
    CapabilityRow{ManageTrust, R::Sysadmin, "D6.3, D9.1c"},
    CapabilityRow{ManageSenders, R::Sysadmin, "D6.3"},
    CapabilityRow{ManageSenders, R::BoardHead, "D3.2đ, D19.1"},
};

}  // namespace

std::span<const CapabilityRow> capability_table() { return kTable; }

bool may(const Actor& actor, Capability capability) {
  return std::any_of(kTable.begin(), kTable.end(),
                     [&](const CapabilityRow& row) { return row.capability == capability && actor.has(row.role); });
}

}  // namespace portal::access
