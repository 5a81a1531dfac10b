// Tracking: the code and the second secret of a receipt, by which whoever sent something sees what became of it (D7.3), and nobody else anything.
//
//   const Receipt receipt = new_receipt(base::random_hex(32));   // {"GT-7KM4-HQ3T", "C9RV-4WXN"}
//   digest_of(receipt)                                          // what core_intake_track keeps; a wrong pair has none
//
// Both are of letters and digits that nobody takes for each other on paper or on the telephone: no 0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V side by side. Case,
// spaces, dots and dashes do not matter when they are typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/db/connection.h"
#include "shared/intake/model.h"

namespace portal::intake {

// The public pages, and the one to which a receipt's QR code leads.
inline constexpr std::string_view kFormPath = "/gui-tin-bai";
inline constexpr std::string_view kTrackPath = "/gui-tin-bai/tra-cuu";

inline constexpr std::string_view kTrackLetters = "34679ACDEFHJKMNPQRTWXY";

struct Receipt {
  std::string code;    // "GT-7KM4-HQ3T"
  std::string secret;  // "C9RV-4WXN"

  bool operator==(const Receipt&) const = default;
};

// Of 64 random or keyed hexadecimal characters: the same for the same, so that a form sent twice has one receipt.
[[nodiscard]] Receipt receipt_of(std::string_view seed);

// What was typed, as a receipt has it; nothing when it can be none.
[[nodiscard]] std::optional<Receipt> parse_receipt(std::string_view code, std::string_view secret);

// 64 hexadecimal characters that stand for the pair.
[[nodiscard]] std::string digest_of(const Receipt& receipt);

// The receipt belongs to the thing; in the caller's transaction. `secret` is kept where the office prints it (a slip of the counter), and nowhere else.
void add_track(db::Connection& db, IntakeId id, const std::string& digest, const std::string& code, const std::string& secret, base::UtcTime now);

// The latest receipt of a thing; `secret` is "" when its sender alone has it. Nothing for what came without one.
[[nodiscard]] std::optional<Receipt> find_track(db::Connection& db, IntakeId id);

}  // namespace portal::intake
