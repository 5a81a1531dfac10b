#include "shared/text/fold.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "shared/text/decode.h"
#include "shared/text/unicode.h"

namespace portal::text {
namespace {

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

std::string normalize(Instance instance, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = instance(status);
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    normalizer->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                              nullptr, status);
  }
  if (U_FAILURE(status)) throw std::runtime_error("ICU: normalization failed");
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void append_folded(std::string& out, char32_t c) {
  if (is_space(c)) {
    if (!out.empty() && out.back() != ' ') out += ' ';
  } else if (c == 0x111) {  // đ is a letter of its own and has no decomposition
    out += 'd';
  } else if (c < 0x300 || u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
    append_utf8(out, c);
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string decomposed;
  if (is_ascii(text)) {
    decomposed.resize(text.size());
    std::transform(text.begin(), text.end(), decomposed.begin(), lower_ascii);
  } else {
    decomposed = normalize(&icu::Normalizer2::getNFDInstance,
                           normalize(&icu::Normalizer2::getNFKCCasefoldInstance, text));
  }
  std::string out;
  out.reserve(decomposed.size());
  for (std::size_t at = 0; at < decomposed.size();) {
    const Decoded d = decode_at(decomposed, at);
    append_folded(out, d.code);
    at += d.length == 0 ? 1 : d.length;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return is_ascii(out) ? out : to_nfc(out);
}

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                         status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: case folding failed");
  return to_nfc(out);
}

}  // namespace portal::text
