// JSON of a form's fields as core_draft.fields keeps them. Inside shared/drafts (nlohmann/json stays in one .cpp file).
#pragma once

#include <string>
#include <string_view>

#include "shared/http/fields.h"

namespace portal::drafts {

// {"title":"…","summary":"…"}; of a repeated name the last one counts.
[[nodiscard]] std::string write_fields(const http::Fields& fields);
// What write_fields() wrote; members that are no strings are left out, a text that is no object gives none.
[[nodiscard]] http::Fields read_fields(std::string_view json);

}  // namespace portal::drafts
