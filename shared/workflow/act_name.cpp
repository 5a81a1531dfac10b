#include "shared/workflow/act_name.h"

namespace portal::workflow {

std::string words_of_act(std::string_view key) {
  for (const ActWords& act : kActs)
    if (act.key == key) return std::string{act.words};
  if (const auto action = parse_action(key)) return std::string{past_of(*action)};
  return std::string{key};
}

}  // namespace portal::workflow
