#include "modules/workers/converter/visible_text.h"

#include <limits>

#include "shared/text/decode.h"
#include "shared/text/unicode.h"

namespace portal::converter {

VisibleText visible_text(std::string_view text) {
  using text::ProblemKind;
  VisibleText visible;
  std::size_t at = 0;
  for (const text::TextProblem& problem : text::list_problems(text, text::Lines::One, std::numeric_limits<std::size_t>::max())) {
    visible.text += text.substr(at, problem.byte_offset - at);
    if (problem.kind == ProblemKind::BadUtf8) {  // pandoc writes none
      ++visible.dropped;
      return visible;
    }
    if (problem.kind == ProblemKind::LineBreak) visible.text += ' ';
    else if (problem.kind != ProblemKind::Hidden && problem.kind != ProblemKind::Direction) ++visible.dropped;
    at = problem.byte_offset + text::decode_at(text, problem.byte_offset).length;
  }
  visible.text += text.substr(at);
  return visible;
}

}  // namespace portal::converter
