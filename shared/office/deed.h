// Acts that are no act of the workflow (administration, a matter of qa): one transaction with its audit row and its idempotency key, and the words both use.
//
//   const auto done = carry_out(context, [&]() -> base::Result<std::string> {
//     …checks and writes…
//     note(context, {.chain = "unit:7", .action = "unit_edit", .authority = …, .note = changes.text()});
//     return "/quan-tri/don-vi/";
//   });
//   if (!done) return form again;
//   return http::redirect(*done);
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/access/capability.h"
#include "shared/base/result.h"
#include "shared/server/server.h"
#include "shared/workflow/audit.h"

namespace portal::office {

// Runs `work` once per form: a form sent twice gets the first answer's address without a second act. `work` runs inside a transaction (again
// after a deadlock) and gives the address to go to. Faults: those of `work`, Conflict or BadRequest of the key.
struct Carried {
  std::string location;
  bool is_repeat = false;  // another send of the same form did it: what `work` left behind here, a password or a cookie, is void
};
[[nodiscard]] base::Result<Carried> carry_out_once(server::Context& context, const std::function<base::Result<std::string>()>& work);

// The address alone, for acts whose answer is nothing but the redirect.
[[nodiscard]] base::Result<std::string> carry_out(server::Context& context, const std::function<base::Result<std::string>()>& work);

// What an act leaves in the trail, beside who and when.
struct Deed {
  std::string chain{};   // "unit:7"
  workflow::ActName action;
  std::string from_state{};
  std::string to_state{};
  std::string authority{};  // under what right
  std::string note{};       // "cũ → mới"
};

// One audit row of the request's person, in the act's transaction.
void note(server::Context& context, const Deed& deed);

// "Lê Thị Thu Hằng vừa thay đổi mục này lúc 25/11/2026 08:30 (Tên: cũ → mới). " from the trail of `chain`; "" when it has none.
[[nodiscard]] std::string last_change(db::Connection& db, std::string_view chain);

// The role under which the actor uses `capability`, in words; "" when none does.
[[nodiscard]] std::string authority_of(const access::Actor& actor, access::Capability capability);

// Collects "Tên: cũ → mới" lines of what really changed.
class Changes {
 public:
  void add(std::string_view label, std::string_view before, std::string_view after);
  // For a thing that did not exist before.
  void state(std::string_view label, std::string_view value);

  [[nodiscard]] bool empty() const { return text_.empty(); }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace portal::office
