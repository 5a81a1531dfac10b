// Slug: the last part of an address, made once from a title and then never changed (a published
// address never dies).
//
//   slugify("Tuyên truyền Luật Đất đai năm 2024", "bai-viet").text() ==
//   "tuyen-truyen-luat-dat-dai-nam-2024"
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/result.h"

namespace portal::text {

// Words of a-z and 0-9 joined by single hyphens, 1 to 120 bytes. Exists only through parse(),
// slugify() and numbered().
class Slug {
 public:
  static constexpr std::size_t kMaxBytes = 120;

  // Errors: Invalid for anything that is not exactly a slug (capitals, leading or double hyphens,
  // over 120 bytes, empty).
  [[nodiscard]] static base::Result<Slug> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }

  // This slug with "-<number>" behind it, shortened at a word where needed: for the second article
  // of the same title.
  [[nodiscard]] Slug numbered(unsigned number) const;

  auto operator<=>(const Slug&) const = default;

 private:
  explicit Slug(std::string text) : text_(std::move(text)) {}

  friend Slug slugify(std::string_view title, const Slug& fallback);

  std::string text_;
};

// The slug of a title: marks dropped (đ becomes d), every run of other characters a hyphen,
// apostrophes dropped, at most 120 bytes cut between words. `fallback` when no Latin letter or
// digit is left. REQUIRES is_valid(title).
[[nodiscard]] Slug slugify(std::string_view title, const Slug& fallback);

// The same with the fallback as a literal. Throws std::logic_error if the literal is not a slug.
[[nodiscard]] Slug slugify(std::string_view title, std::string_view fallback = "bai-viet");

}  // namespace portal::text
