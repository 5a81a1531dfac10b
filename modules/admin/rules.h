// Rules of administration, pure: who may change whose rights, what a delegation may hold, which names and values are allowed
// (requirements, actors; D5.9f, D6.3, D15, D19.2). Each answers with the Vietnamese sentence that says why not, or "" when all is well.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "modules/admin/model.h"
#include "shared/access/actor.h"
#include "shared/text/contact.h"

namespace portal::admin {

using access::is_content_role;
using access::kAllRoles;

// Held in a unit: the right ends at the unit's border.
[[nodiscard]] constexpr bool needs_unit(access::Role role) {
  return role == access::Role::Contributor || role == access::Role::UnitHead || role == access::Role::LocalUnit || role == access::Role::ServiceOfficer;
}

// Nobody changes their own rights, compared by person: a second account does not help.
[[nodiscard]] std::string why_not_change_rights(const access::Actor& actor, base::PersonId whose);

// May `actor` confirm `entry`? The board's head confirms content roles; for the head's own, and for who is to become head, a director does.
// Never the person whose right it is, nor who entered it.
[[nodiscard]] std::string why_not_confirm(const access::Actor& actor, const RoleEntry& entry);

// "Trưởng Ban Biên tập" or "Lãnh đạo Sở": who confirms the entry.
[[nodiscard]] std::string confirmer_of(const RoleEntry& entry);

// May `actor` revoke it? The network administrator any role of others, the board's head content roles of others.
[[nodiscard]] std::string why_not_revoke(const access::Actor& actor, const RoleEntry& entry);

// Acts that can be delegated (core_delegation.act).
struct DelegableAct {
  std::string_view key;
  std::string_view label;
  std::string_view clause;
  bool to_board_only;  // only to a member or deputy head of the board
  bool by_section;     // may be limited to one section
};
[[nodiscard]] std::span<const DelegableAct> delegable_acts();
[[nodiscard]] const DelegableAct* find_act(std::string_view key);

// May `actor` give `act` away? The board's head everything; a director appoints who acts for the head (D19.2).
[[nodiscard]] std::string why_not_give(const access::Actor& actor, const DelegableAct& act);

// May `act` go to a person who holds these roles? `is_self`: it would go to who gives it.
[[nodiscard]] std::string why_not_delegate(const DelegableAct& act, bool is_self, bool is_on_board);

// A section's path segment: not a word that the site itself answers ("quan-tri", "rss", "nam"…).
[[nodiscard]] std::string why_not_slug(std::string_view slug, bool is_root);

// A setting's value by its meaning: an e-mail address, a number within limits, an address of a map.
[[nodiscard]] std::string why_not_setting(std::string_view name, std::string_view value);

// A rule over content that the network administrator may not turn off (D6.3).
[[nodiscard]] bool is_board_setting(std::string_view name);

// A new password: long enough, not the account's name, not one of the words that everybody tries first.
[[nodiscard]] std::string why_not_password(std::string_view password, std::string_view username);

// "don-vi" kinds and section kinds with their words, for selects.
struct KindWords {
  std::string_view key, label;
};
[[nodiscard]] std::span<const KindWords> unit_kinds();
[[nodiscard]] std::span<const KindWords> section_kinds();
[[nodiscard]] std::span<const KindWords> item_kinds();
[[nodiscard]] std::string_view label_in(std::span<const KindWords> kinds, std::string_view key);

using text::is_email;
using text::is_phone;

// A site-relative path below /quan-tri/ that a login may lead back to; anything else is refused (open redirects).
[[nodiscard]] bool is_office_path(std::string_view path);

}  // namespace portal::admin
