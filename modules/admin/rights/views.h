// Roles as view models. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/admin/model.h"
#include "shared/access/capability.h"
#include "shared/view/view.h"

namespace portal::admin {

inline constexpr std::string_view kWhyPath = "/quan-tri/quyen/nguoi";

// Every capability with its words, in the table's order.
struct CapabilityWords {
  access::Capability capability;
  std::string_view words;
};
[[nodiscard]] std::span<const CapabilityWords> capability_words();

// "Thư ký Ban Biên tập", the key itself for a role of a newer program.
[[nodiscard]] std::string label_of_role(const RoleEntry& entry);

// The roles of one account among `roles`, in one line.
[[nodiscard]] std::string words_of_roles(const std::vector<RoleEntry>& roles, base::AccountId account);

// Rows ROLE of a page, each with the buttons that `actor` may press. `revoke_path` is the last part of the revoking address.
void fill_role_rows(view::Dict& content, const std::vector<RoleEntry>& roles, const access::Actor& actor, std::string_view csrf_token,
                    std::string_view revoke_path);

}  // namespace portal::admin
