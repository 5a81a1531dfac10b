#include "shared/intake/track.h"

#include <charconv>
#include <stdexcept>

#include "shared/base/crypto.h"
#include "shared/intake/queries.h"

namespace portal::intake {
namespace {

constexpr std::size_t kLength = 8, kHalf = 4, kHexPerLetter = 4, kLongestTyped = 40;
constexpr std::string_view kPrefix = "GT";

std::string halves(std::string_view letters) { return std::string{letters.substr(0, kHalf)} + "-" + std::string{letters.substr(kHalf)}; }

std::string letters_of(std::string_view seed) {
  std::string letters;
  for (std::size_t i = 0; i < kLength; ++i) {
    unsigned value = 0;
    const std::string_view piece = seed.substr(i * kHexPerLetter, kHexPerLetter);
    const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), value, 16);
    if (error != std::errc{} || end != piece.data() + kHexPerLetter) throw std::logic_error("a receipt is made of 64 hexadecimal characters");
    letters += kTrackLetters.at(value % kTrackLetters.size());
  }
  return letters;
}

// Upper case, without what stands between; "" when another sign is in it.
std::string bare(std::string_view typed) {
  std::string out;
  if (typed.size() > kLongestTyped) return out;
  for (const char c : typed) {
    if (c == ' ' || c == '-' || c == '.' || c == '\t') continue;
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (kTrackLetters.find(upper) == std::string_view::npos && upper != 'G') return "";
    out += upper;
  }
  return out;
}

}  // namespace

Receipt receipt_of(std::string_view seed) {
  return {std::string{kPrefix} + "-" + halves(letters_of(seed)), halves(letters_of(seed.substr(kLength * kHexPerLetter)))};
}

std::optional<Receipt> parse_receipt(std::string_view code, std::string_view secret) {
  std::string letters = bare(code);
  const std::string second = bare(secret);
  if (letters.size() == kLength + kPrefix.size() && letters.starts_with(kPrefix)) letters.erase(0, kPrefix.size());
  if (letters.size() != kLength || second.size() != kLength) return {};
  return Receipt{std::string{kPrefix} + "-" + halves(letters), halves(second)};
}

std::string digest_of(const Receipt& receipt) { return base::sha256_hex("track:" + receipt.code + ":" + receipt.secret); }

void add_track(db::Connection& db, IntakeId id, const std::string& digest, const std::string& code, const std::string& secret, base::UtcTime now) {
  db.execute(sql::kAddTrack, digest, id, code, secret, now);
}

std::optional<Receipt> find_track(db::Connection& db, IntakeId id) {
  auto rows = db.query(sql::kTrackOf, id);
  if (!rows.next()) return {};
  return Receipt{std::string{rows.text(0)}, std::string{rows.text(1)}};
}

}  // namespace portal::intake
