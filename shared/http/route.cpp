#include "shared/http/route.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace portal::http {
namespace {

constexpr std::size_t kMaxSlug = 120;

constexpr bool is_slug_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

// How many bytes at the start of `text` could be one slug segment.
std::size_t slug_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_slug_byte(text[length])) ++length;
  return length;
}

// The same with capitals: a code as people write it.
std::size_t code_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_slug_byte(text[length]) || (text[length] >= 'A' && text[length] <= 'Z'))) ++length;
  return length;
}

// A positive number without leading zeros that fits 64 bits.
std::size_t number_length(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && value > 0 && text.front() != '0'
             ? static_cast<std::size_t>(end - text.data())
             : 0;
}

// How many bytes at the start of `text` could be slug segments with '/' between and perhaps at the
// end.
std::size_t rest_length(std::string_view text) {
  std::size_t length = 0;
  std::size_t in_segment = 0;
  for (const char c : text) {
    if (c == '/') {
      if (in_segment == 0) break;
      in_segment = 0;
    } else if (is_slug_byte(c) && in_segment < kMaxSlug) {
      ++in_segment;
    } else {
      break;
    }
    ++length;
  }
  return length;
}

bool match_from(std::string_view pattern, std::string_view path, PathParams& params) {
  while (!pattern.empty()) {
    if (pattern.front() != '{') {
      if (path.empty() || path.front() != pattern.front()) return false;
      pattern.remove_prefix(1);
      path.remove_prefix(1);
      continue;
    }
    const auto close = pattern.find('}');
    std::string_view name = pattern.substr(1, close - 1);
    const std::string_view after = pattern.substr(close + 1);
    const char kind = name.back();
    if (kind == '#' || kind == '*' || kind == '^') name.remove_suffix(1);
    if (kind == '*') {
      // Longest first; what follows the rest ("rss.xml", "/in", "/nam/{year#}/") decides where it
      // ends.
      const std::size_t before = params.size();
      for (std::size_t length = rest_length(path); length > 0; --length) {
        // What cannot begin with the next literal is not tried: an article's address is a hundred bytes and a dozen patterns look at it.
        const bool is_at_end = length == path.size();
        if (after.empty() ? !is_at_end : after.front() != '{' && (is_at_end || path[length] != after.front())) continue;
        params.add(name, path.substr(0, length));
        if (match_from(after, path.substr(length), params)) return true;
        params.keep_first(before);
      }
      return false;
    }
    const std::size_t length = kind == '#' ? number_length(path) : kind == '^' ? code_length(path) : slug_length(path);
    if (length == 0 || length > kMaxSlug) return false;
    params.add(name, path.substr(0, length));
    path.remove_prefix(length);
    pattern = after;
  }
  return path.empty();
}

}  // namespace

std::string_view PathParams::text(std::string_view name) const {
  for (const auto& [key, value] : std::span{values_}.first(size_))
    if (key == name) return value;
  return {};
}

std::uint64_t PathParams::number(std::string_view name) const {
  const std::string_view digits = text(name);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

std::optional<PathParams> match_pattern(std::string_view pattern, std::string_view path) {
  // Most routes differ in the literal text before the first parameter; nothing is allocated for
  // them.
  const std::size_t literal = std::min(pattern.find('{'), pattern.size());
  if (path.substr(0, literal) != pattern.substr(0, literal)) return std::nullopt;
  PathParams params;
  if (!match_from(pattern.substr(literal), path.substr(literal), params)) return std::nullopt;
  return params;
}

}  // namespace portal::http
