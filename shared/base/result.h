// Results: what a function answers when the caller would choose another page.
//
// `Result<T>` carries a value or a Fault. Faults are outcomes a person sees (not found, not allowed, stale…); everything that
// every caller would treat as "broken" (database lost, template missing, logic error) is an exception and becomes a 500 in one place.
//
//   Result<Article> article = store.draft(id);
//   if (!article) return fault_page(article.error());
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace portal::base {

enum class FaultKind {
  NotFound,    // no such thing, or the asker may not know that it exists (404)
  Gone,        // it was here and was withdrawn (410)
  Forbidden,   // known, but this person may not (403)
  Invalid,     // what was typed breaks a rule; `fields` says which (422)
  Stale,       // edited since it was opened (409)
  Conflict,    // same key, other content; or another act won the race (409)
  NotAllowedNow,  // the state machine has no such act from this state (409)
  Throttled,   // too many tries (429)
  TooLarge,    // over a stated limit (413)
  BadRequest   // not a well-formed request (400)
};

// One mistake in a form: the field's name as in the form, the sentence to show (Vietnamese), the clause it comes from ("D9.1b" or empty).
struct FieldError {
  std::string field;
  std::string message;
  std::string clause;

  bool operator==(const FieldError&) const = default;
};

// Why a Result has no value. `message` is one Vietnamese sentence that may be shown to the person; it holds no secret.
struct Fault {
  FaultKind kind = FaultKind::BadRequest;
  std::string message;
  std::vector<FieldError> fields;
};

template <typename T>
using Result = tl::expected<T, Fault>;

// Makes the error side of a Result: `return fail(FaultKind::NotFound, "Không tìm thấy bài.");`
[[nodiscard]] inline tl::unexpected<Fault> fail(FaultKind kind, std::string message,
                                                std::vector<FieldError> fields = {}) {
  return tl::unexpected<Fault>(Fault{kind, std::move(message), std::move(fields)});
}

}  // namespace portal::base
