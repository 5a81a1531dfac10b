// The form of a channel that is read as data, and what was typed in it. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/office/form_page.h"

namespace portal::admin {

struct FeedSourceChoices {
  std::vector<std::pair<std::uint64_t, std::string>> sections, units;
};

struct FeedSource {
  std::uint64_t id = 0;
  std::string name, address;
  std::string contact_name, contact_address, contact_phone, contact_place;  // who answers for it there (D9.1b)
  base::SectionId section;   // a hint
  std::string section_title;
  base::UnitId unit;         // likewise
  std::int64_t every_minutes = 60;
  std::string from, to;      // dd/mm/yyyy; `to` may be empty
  bool is_on = true;
  unsigned row_version = 0;
};

[[nodiscard]] office::FormPage feed_source_form(const FeedSource* existing, const FeedSourceChoices& choices);
[[nodiscard]] base::Result<FeedSource> parse_feed_source(const http::Fields& form, const FeedSourceChoices& choices);
[[nodiscard]] http::Fields fields_of(const FeedSource& source);

}  // namespace portal::admin
