// Plan: what a take-down job asks of this node, as plain values (pure).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::cache_agent {

// The three encodings of which nginx keeps a copy each (nginx/maps.conf).
inline constexpr std::array<std::string_view, 3> kEncodings{"identity", "gzip", "br"};

// One withdrawn item: every address that showed it; the first is its page.
struct Takedown {
  std::vector<std::string> addresses;

  [[nodiscard]] const std::string& page() const { return addresses.front(); }
};

// The payload that workflow::apply_transition writes: {"addresses":["/tin-tuc/mot-bai",…]}. Nothing when it is not that: no address, or one that is not a
// path of this site (it becomes part of a request).
[[nodiscard]] std::optional<Takedown> parse_takedown(std::string_view payload);

// One entry of nginx's cache: zone as its purge address ("/pages"), key as nginx made it (nginx/README.md).
struct CacheEntry {
  std::string_view zone;
  std::string key;

  bool operator==(const CacheEntry&) const = default;
};

// Every entry in which the addresses may be kept: fragments before the home page that is composed from them.
[[nodiscard]] std::vector<CacheEntry> entries_to_purge(const Takedown& takedown);

// What is asked afterwards, as a reader would. Fragments are not reachable from outside; the home page shows what they hold.
struct Question {
  std::string path;
  std::string_view encoding;
  bool is_page = false;  // the withdrawn page itself or its print view: must be gone

  bool operator==(const Question&) const = default;
};
[[nodiscard]] std::vector<Question> questions(const Takedown& takedown);

// True if `body` still leads to `page`: the address followed by something that ends it, so that "/tin-tuc/le-hoi" is not found in "/tin-tuc/le-hoi-2".
[[nodiscard]] bool leads_to(std::string_view body, std::string_view page);

// Why an answer does not confirm the take-down; "" when it does. The page itself: 404, 410, or a redirect elsewhere. Any other address: answered, and
// without a link to the page.
[[nodiscard]] std::string why_not_confirmed(const Question& question, const Takedown& takedown, long status, std::string_view body);

}  // namespace portal::cache_agent
