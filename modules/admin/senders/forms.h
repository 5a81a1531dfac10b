// Forms of the import API's senders as data, and what was typed in them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/office/form_page.h"

namespace portal::admin {

// Whom a system may send for.
struct SenderChoices {
  std::vector<std::pair<std::uint64_t, std::string>> units, people;
};

struct SenderDraft {
  std::string name;
  base::UnitId unit;
  base::PersonId person;  // at most one of both is set
  std::int64_t per_minute = 0;
  std::string from, to;   // dd/mm/yyyy; `to` may be empty
};

[[nodiscard]] office::FormPage sender_form(const SenderChoices& choices);
[[nodiscard]] base::Result<SenderDraft> parse_sender(const http::Fields& form, const SenderChoices& choices, base::UtcTime now);

struct ImportSender;
[[nodiscard]] office::FormPage revoke_sender_form(const ImportSender& sender);
// The reason.
[[nodiscard]] base::Result<std::string> parse_revoke_sender(const http::Fields& form);

}  // namespace portal::admin
