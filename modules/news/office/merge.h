// Merge: what two people made of the same version of an article, field by field. Pure: no database, no HTML.
//
// A field that only one side changed is taken from that side by itself; where both changed it, a person chooses. Of two bodies a third text is
// offered, with the paragraphs that only one side changed taken from that side (shared/richtext/compare.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/news/office/form_fields.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"
#include "shared/text/diff.h"

namespace portal::news {

struct FieldMerge {
  enum class Outcome {
    Same,     // nobody changed it
    Theirs,   // only the other one did
    Mine,     // only this person did
    Alike,    // both, to the same
    Choose    // both, differently
  };
  const FormField* field = nullptr;
  Outcome outcome = Outcome::Same;
  std::string base, theirs, mine;
  std::optional<std::string> joined;   // of a body that both changed: the two put together
  std::size_t collisions = 0;          // places in `joined` where both stand one after the other
};

// `base` is nothing when it is not known what both began from: every difference is then a person's to decide. A field that `mine` does not have was not
// in front of the person and counts as unchanged.
[[nodiscard]] std::vector<FieldMerge> merge_fields(const std::optional<http::Fields>& base, const http::Fields& theirs, const http::Fields& mine,
                                                   text::DiffBudget& budget);

// The article form that follows from `merges` and the person's choices: "pick_<name>" is theirs, mine, joined or own, "own_<name>" the text of the
// last. Fault: Invalid with a FieldError "pick_<name>" for each choice that was not made.
[[nodiscard]] base::Result<http::Fields> resolve(const std::vector<FieldMerge>& merges, const http::Fields& choices);

}  // namespace portal::news
