// Fold: texts that a person would call the same become the same bytes.
//
//   fold("Hộ  TỊCH, đất đai")      == "ho tich, dat dai"   // as the database's
//   utf8mb4_uca1400_ai_ci matches fold_case("Hộ TỊCH")           == "hộ tịch"            // letters
//   keep their marks
#pragma once

#include <string>
#include <string_view>

namespace portal::text {

// Lower case, without marks (đ becomes d), compatibility forms unified, invisible characters
// dropped, white space made one space and trimmed. For matching and search keys, never for display.
// REQUIRES is_valid(text).
[[nodiscard]] std::string fold(std::string_view text);

// Full case folding in NFC; marks and white space stay. REQUIRES is_valid(text).
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace portal::text
