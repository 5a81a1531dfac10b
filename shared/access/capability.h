// Capabilities: what a role may do outside the life of one item (screens and administration). One table, shown as a matrix in the office.
// Rights over an item (edit, verify, publish…) are not here: the transition table and authorize() hold them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "shared/access/actor.h"
#include "shared/http/route.h"

namespace portal::access {

enum class Capability : std::uint32_t {
  WriteItem,        // begin an item of one's own (D7, D9.1a)
  SeeAllItems,      // read items of every unit in the office
  ManageAccounts,   // accounts and their technical state (D6.3)
  EnterRoles,       // enter a role; a content role takes effect when confirmed
  ConfirmContentRoles,  // board_head (for the head: director) confirms
  ManageSections,   // add, rename, order, hide sections and their steps (D5.9f, D12.1): board_head or a delegate
  ManageUnits,      // units, people, the directory
  Delegate,         // give a dated delegation (D15.2, D19.2)
  SeeRights,        // the who-may-do-what matrix
  SeeAudit,         // the trail of every item and of administration
  ManageSettings,   // contact data and technical settings
  SeeOverview,      // the leaders' page: what is late, what waits for whom, quota, rates (D3.2c)
  ManageQuotas,     // how many items a unit owes (D9.4)
  ManageCalendar,   // working hours, years, days off and make-up days (D9.3): who maintains the site enters what was announced
  ManageDuties,     // the regulation's time limits and the board's own targets (D9.3, D11.3): board_head or a delegate
  SeeSettings,      // what is set, within which limits, and who changed it
  ManageMail,       // outgoing mail: what was not sent and why, send again, cancel (D6.3, D11.1)
  Remind,           // remind who holds something late or a unit below its quota (D9.4, D14.3đ)
  HandleMatters,    // register readers' questions and feedback, send them to units, answer the reader (D11.1, D11.2, D11.3, D11.5)
  SeeMatters,       // read every matter; who the reader is stays with who handles it
  ExtendMatters,    // 15 to 30 working days when a ministry must be asked (D9.3e)
  DirectMatters,    // say how a matter is to be handled, and which unit leads (D11.2, D11.3, D11.4)
  HandleIntake,     // the intake register: the holding pen, who sent what, refuse, classify (D7, D9.1b, D11.1)
  ManageTrust,      // whose certificates the signatures of documents are trusted by (D6.3, D9.1c)
  ManageSenders     // tokens by which other systems send into the register: accounts of systems, no right over content (D3.2đ, D6.3)
};

struct CapabilityRow {
  Capability capability;
  Role role;
  std::string_view clause;
};

// The whole table.
[[nodiscard]] std::span<const CapabilityRow> capability_table();

[[nodiscard]] bool may(const Actor& actor, Capability capability);

// For route tables: RouteAccess of a capability.
[[nodiscard]] constexpr http::RouteAccess needs(Capability capability) {
  return http::RouteAccess{http::RouteAccess::Kind::Capability, static_cast<std::uint32_t>(capability)};
}

}  // namespace portal::access
