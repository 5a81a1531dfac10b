#include "shared/mime/authentication.h"

#include <algorithm>

namespace portal::mime {
namespace {

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// Without comments (which may stand in each other) and quotes, in lower case; ";" within quotes is a space, so that it ends nothing.
std::string plain(std::string_view header) {
  std::string out;
  int depth = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    if (c == '\\' && (is_quoted || depth > 0)) {
      ++i;
      continue;
    }
    if (c == '"' && depth == 0) {
      is_quoted = !is_quoted;
      continue;
    }
    if (!is_quoted && c == '(') ++depth;
    else if (!is_quoted && c == ')' && depth > 0) --depth;
    else if (depth == 0) out += is_quoted && c == ';' ? ' ' : c;
  }
  return lower(out);
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view domain_of(std::string_view text) { return text.substr(text.rfind('@') + 1); }

// The same domain, or one below the other; "gov.vn" is nobody's, so what is above has three labels.
bool is_aligned(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return false;
  if (one == other) return true;
  const std::string_view above = one.size() < other.size() ? one : other, below = one.size() < other.size() ? other : one;
  const bool is_below = below.size() > above.size() && below.ends_with(above) && below[below.size() - above.size() - 1] == '.';
  return is_below && std::count(above.begin(), above.end(), '.') >= 2;
}

// One "method=result property=value …": whether it says that the From's domain sent the mail.
bool proves(const std::vector<std::string>& words, std::string_view from) {
  if (words.empty()) return false;
  const std::string_view result = words.front();
  // Which From the mail server looked at it says itself; one that it read otherwise than we do proves nothing.
  if (result == "dmarc=pass") {
    constexpr std::string_view kFrom = "header.from=";
    return std::none_of(words.begin() + 1, words.end(),
                        [&](const std::string& word) { return word.starts_with(kFrom) && domain_of(std::string_view{word}.substr(kFrom.size())) != from; });
  }
  std::string_view wanted;
  if (result == "dkim=pass") wanted = "header.d=";
  if (result == "spf=pass") wanted = "smtp.mailfrom=";
  if (wanted.empty()) return false;
  return std::any_of(words.begin() + 1, words.end(), [&](const std::string& word) {
    return word.starts_with(wanted) && is_aligned(domain_of(std::string_view{word}.substr(wanted.size())), from);
  });
}

}  // namespace

Origin origin_of(const std::vector<std::string>& headers, std::string_view authserv_id, std::string_view from_domain) {
  if (authserv_id.empty()) return Origin::Unknown;
  const std::string id = lower(authserv_id), from = lower(from_domain);
  for (const std::string& header : headers) {
    const std::string text = plain(header);
    const auto parts = split(text, ";");
    if (parts.empty()) continue;
    const auto head = split(parts.front(), " \t\r\n");
    if (head.empty() || head.front() != id) continue;
    bool is_denied = false, is_proven = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto words = split(parts[i], " \t\r\n");
      // The domain's owner has said what must hold: what fails that is not saved by a signature of somebody else.
      is_denied = is_denied || (!words.empty() && words.front() == "dmarc=fail");
      is_proven = is_proven || proves(words, from);
    }
    return is_proven && !is_denied ? Origin::Proven : Origin::Denied;
  }
  return Origin::Denied;
}

}  // namespace portal::mime
