// PDF: looked into and never changed (D9.1, D9.1c): how many pages, what acts in it, what its signatures are worth, its words, and a picture of its first page,
// which goes the way of every picture. A file that nobody can open, or only with a password, is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modules/workers/converter/making.h"

namespace portal::converter {

[[nodiscard]] Made make_pdf(const Order& order);

// What pdf-inspector has found, from its JSON; nothing for a text that is no such answer.
struct Inspected {
  std::string opens;  // "yes", "password", "no"
  files::MadePdf pdf;
};
[[nodiscard]] std::optional<Inspected> read_inspected(std::string_view json);

// The one tool alone, for what was looked into before and is judged again (D9.1c).
struct Inspection {
  sandbox::Outcome outcome;
  std::optional<Inspected> inspected;  // when the tool did its work
};
[[nodiscard]] Inspection inspect_pdf(const Order& order);

// Where pdf-inspector is: beside the program that runs.
[[nodiscard]] std::string inspector_path();

// What the sender is told when pdf-inspector did not do its work; `seconds` is the limit that it had.
[[nodiscard]] Made told_pdf(const sandbox::Outcome& outcome, long seconds);

}  // namespace portal::converter
