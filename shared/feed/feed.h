// Feed: an RSS or Atom channel of another site as plain values (D2.3, D3.2d). RSS 2.0 and its older kin (0.9x, 1.0), Atom 1.0. Everything in it is hostile
// until shown otherwise: nothing is fetched that it names, a document that declares entities is refused before one of them is expanded, size, depth and
// number of entries are limited, and what comes out is Unicode that may be stored and shown. Pure.
//
//   const auto feed = parse_feed(bytes, "utf-8", "https://moj.gov.vn/rss.xml");
//   if (!feed) …feed.error().message says in Vietnamese why it cannot be read…
//   for (const Entry& entry : feed->entries) …
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace portal::feed {

struct Limits {
  std::size_t bytes = 8ULL * 1024 * 1024;  // of the whole document, also after its charset was changed
  std::size_t entries = 500;               // more are left out, and counted
};

struct Entry {
  std::string key;    // by which it is known: SHA-256 of its guid or id, else of its link, else of what it says
  std::string link;   // its page at the source, whole; "" when there is none that may be linked to
  std::string title;  // one line; "" when it has none
  std::string html;   // what it says; its addresses are to be resolved against `base`
  std::string base;
  std::string author;                     // as the source has it; one line
  std::optional<base::UtcTime> published; // nothing when it says none that can be read
  std::size_t enclosures = 0;             // files that it names
};

struct Feed {
  std::string title;
  std::vector<Entry> entries;  // as they stand: mostly newest first
  std::size_t left_out = 0;    // over Limits::entries
};

inline constexpr std::size_t kMostTitle = 300;  // code points

// `charset`: what the server said of it, "" when nothing; a byte order mark knows better, the document's own declaration less. `address`: where it came from.
// Faults: TooLarge, Invalid with the reason (no XML, no feed, entities).
[[nodiscard]] base::Result<Feed> parse_feed(std::string_view bytes, std::string_view charset, std::string_view address, const Limits& limits = {});

// "Mon, 30 Nov 2026 08:05:00 +0700", "30 Nov 26 08:05 GMT" (RFC 822, 2822), "2026-11-30T08:05:00Z" (RFC 3339); nothing for anything else.
[[nodiscard]] std::optional<base::UtcTime> parse_date(std::string_view text);

}  // namespace portal::feed
