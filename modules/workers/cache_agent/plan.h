// Plan: what a job asks of this node, as plain values (pure).
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
  bool is_republished = false;  // another version was posted since: what was withdrawn must still leave the cache, but the page is there again

  [[nodiscard]] const std::string& page() const { return addresses.front(); }
};

// The payload that workflow::apply_transition writes: {"addresses":["/tin-tuc/mot-bai",…]}, with "republished" once it is. Nothing when it is not
// that: no address, or one that is not a path of this site (it becomes part of a request).
[[nodiscard]] std::optional<Takedown> parse_takedown(std::string_view payload);

// What was posted, or left the lists: addresses whose pages are made again. Of a payload whose words were purged nothing is left to do.
[[nodiscard]] std::vector<std::string> parse_refresh(std::string_view payload);

// One entry of nginx's cache: zone as its purge address ("/pages"), key as nginx made it (nginx/README.md).
struct CacheEntry {
  std::string_view zone;
  std::string key;

  bool operator==(const CacheEntry&) const = default;
};

// Every entry in which the addresses may be kept: fragments before the home page that is composed from them.
[[nodiscard]] std::vector<CacheEntry> entries_to_purge(const Takedown& takedown);

// A section that was moved, renamed or hidden: where readers no longer find it and what lies below it.
struct SectionChange {
  std::vector<std::string> gone;
};

// The payload that the office writes with such an act: {"gone":["/tin-tuc/cu/"]}; none when only its words changed.
[[nodiscard]] std::optional<SectionChange> parse_section_change(std::string_view payload);

// What is asked afterwards, as a reader would. Fragments are not reachable from outside; the home page shows what they hold.
enum class Expect {
  Gone,      // 404, 410 or a redirect elsewhere
  NoLink,    // answered, and without a link to what is gone
  Answered,  // answered by the program: an article beside it may name its address in its own words
};

struct Question {
  std::string path;
  std::string_view encoding;
  Expect expect = Expect::NoLink;

  bool operator==(const Question&) const = default;
};
[[nodiscard]] std::vector<Question> questions(const Takedown& takedown);
// Where the menu and the maps show the tree, and the addresses that ended.
[[nodiscard]] std::vector<Question> questions(const SectionChange& change);

// True if `body` still leads to `page`: the address followed by something that ends it, so that "/tin-tuc/le-hoi" is not found in "/tin-tuc/le-hoi-2".
[[nodiscard]] bool leads_to(std::string_view body, std::string_view page);

// True if `body` links to `section` or to anything below it, as a path in quotes or with the site's own `origin` before it.
[[nodiscard]] bool leads_below(std::string_view body, std::string_view origin, std::string_view section);

// Why an answer does not confirm; "" when it does. `leads` says whether the body leads to what is gone.
[[nodiscard]] std::string why_not_confirmed(const Question& question, long status, bool leads);

}  // namespace portal::cache_agent
