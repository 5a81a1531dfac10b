#include "shared/text/slug.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "shared/text/decode.h"
#include "shared/text/fold.h"

namespace portal::text {
namespace {

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Letters that decompose to nothing else; Vietnamese names of foreign places bring them in.
struct Spelling {
  char32_t letter;
  std::string_view latin;
};

constexpr std::array kSpellings{Spelling{U'æ', "ae"}, Spelling{U'œ', "oe"}, Spelling{U'ø', "o"},
                                Spelling{U'ł', "l"},  Spelling{U'ð', "d"},  Spelling{U'þ', "th"},
                                Spelling{U'ı', "i"},  Spelling{U'ħ', "h"},  Spelling{U'ŧ', "t"}};

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'‘' || c == U'ʼ'; }

// Appends one folded character; anything that is not a letter or digit asks for a hyphen before the
// next word.
void append_slug(std::string& out, char32_t c) {
  if (c < 0x80 && is_slug_letter(static_cast<char>(c))) {
    out += static_cast<char>(c);
    return;
  }
  if (is_apostrophe(c)) return;
  const auto* spelling = std::find_if(kSpellings.begin(), kSpellings.end(),
                                      [c](const Spelling& s) { return s.letter == c; });
  if (spelling != kSpellings.end()) {
    out += spelling->latin;
  } else if (!out.empty() && out.back() != '-') {
    out += '-';
  }
}

// At most `max` bytes, cut between words; a single word that is longer is cut inside.
void shorten(std::string& slug, std::size_t max) {
  if (slug.size() > max) {
    const std::size_t hyphen = slug.rfind('-', max);
    slug.resize(hyphen == std::string::npos || hyphen == 0 ? max : hyphen);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
}

}  // namespace

base::Result<Slug> Slug::parse(std::string_view text) {
  bool good =
      !text.empty() && text.size() <= kMaxBytes && text.front() != '-' && text.back() != '-';
  for (std::size_t i = 0; good && i < text.size(); ++i) {
    good = is_slug_letter(text[i]) || (text[i] == '-' && text[i - 1] != '-');
  }
  if (!good) {
    return base::fail(
        base::FaultKind::Invalid,
        "Địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 120 ký tự.");
  }
  return Slug(std::string(text));
}

Slug Slug::numbered(unsigned number) const {
  const std::string tail = "-" + std::to_string(number);
  std::string head = text_;
  shorten(head, kMaxBytes - tail.size());
  return Slug(head + tail);
}

Slug slugify(std::string_view title, const Slug& fallback) {
  const std::string folded = fold(title);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded d = decode_at(folded, at);
    append_slug(out, d.code);
    at += d.length == 0 ? 1 : d.length;
  }
  shorten(out, Slug::kMaxBytes);
  return out.empty() ? fallback : Slug(std::move(out));
}

Slug slugify(std::string_view title, std::string_view fallback) {
  const auto slug = Slug::parse(fallback);
  if (!slug) throw std::logic_error("slugify: the fallback is not a slug");
  return slugify(title, *slug);
}

}  // namespace portal::text
