// Views of the register: model -> filled page. No SQL, no decision about rights.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/intake/purge.h"
#include "shared/intake/store.h"
#include "shared/intake/track.h"
#include "shared/intake/transition.h"
#include "shared/sheet/sheet.h"
#include "shared/view/view.h"

namespace portal::admin {

// What stands in the address of a list.
struct RegisterQuery {
  std::string words, channel, state, from, to;
};
// What the cursor of a list has before the number of an item (shared/intake/all_ways.h).
inline constexpr char kItemCursor = 'b';

// The list's address with its filters ("xuat.csv" is the file of the same), and that of the page after `last`.
[[nodiscard]] std::string register_url(const RegisterQuery& query, std::string_view name = {});
[[nodiscard]] std::string older_url(const RegisterQuery& query, const intake::Intake& last);

struct RegisterPage {
  RegisterQuery query;
  const intake::IntakeList& list;
  const std::vector<std::pair<std::string, std::int64_t>>& noted;  // verdicts and how many
  std::string problem;                                             // of a date that cannot be read
  bool is_first = true;                                            // no cursor
};
void fill_register(view::Dict& content, const RegisterPage& page);

struct ThingPage {
  const intake::Intake& thing;
  const std::optional<intake::Body>& body;
  const std::vector<intake::IntakeFile>& files;
  const std::vector<intake::Intake>& conversation;
  const std::vector<intake::Deed>& deeds;
  const intake::Purge& purge;
  std::optional<intake::PurgeStep> step;  // that this person may take
  const std::optional<intake::Receipt>& receipt;
};
void fill_thing(view::Dict& content, const ThingPage& page);

[[nodiscard]] sheet::Row row_of(const intake::Intake& thing);
[[nodiscard]] sheet::Sheet register_sheet();

}  // namespace portal::admin
