// What a change of a calendar or of a duty does to the open clocks, shown before it is made (D9.3): every open clock with the due time that it has and
// the one that it would get, the changed ones first; a button makes the change, another leads back to the form with what was typed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/admin/app.h"
#include "modules/admin/form_view.h"
#include "shared/duty/recompute.h"

namespace portal::admin {

// Which step of such a form was sent: the form itself (show what it would do), the confirmation, or the way back to the form.
enum class Step { Preview, Confirm, Edit };
[[nodiscard]] Step step_of(const http::Fields& form);

// The answer that the same confirmation got before, if it was sent already: what it changed would otherwise look wrong to its twin.
[[nodiscard]] std::optional<http::Response> answer_of_twin(server::Context& context);

struct Proposal {
  office::Frame frame;
  std::string title;                // of the page
  std::vector<std::string> lines;   // the change itself, in words
  std::string action;               // where the form goes
  std::string submit;               // words of the button
  unsigned row_version = 0;         // of what the preview is made from: the confirmation is bound to it
};

// The preview of the change that the request's form asks for; `after` are the books with it. The page shows the first few hundred clocks; the form's other
// button gives all of them as a file.
[[nodiscard]] http::Response show_preview(server::Context& context, Proposal proposal, const duty::Books& after);

// In the transaction of the change: the open clocks have to follow it. `cause` is "calendar" or "duty"; `note` says which change it was. A stop before
// follow_clocks() is done is made up for by the scheduler.
void owe_clocks(server::Context& context, std::string_view cause, const std::string& note);
// After the change was committed: brings the open clocks to it.
void follow_clocks(server::Context& context);

}  // namespace portal::admin
