// Dates of feeds.
#include <array>
#include <charconv>
#include <vector>

#include "shared/feed/feed.h"
#include "shared/text/clean.h"

namespace portal::feed {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name;
  int hours;
};
// RFC 822, 5; others are nobody's standard.
constexpr std::array<Zone, 12> kZones{{{"gmt", 0}, {"ut", 0}, {"utc", 0}, {"z", 0}, {"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}}};

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value < 0) return {};
  return value;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ' && c != ',' && c != '\t' && c != '\n') {
      word += c;
      continue;
    }
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// "+0700", "+07:00", "GMT", in minutes.
std::optional<int> offset_of(std::string_view zone) {
  if (zone.empty()) return 0;
  if (zone.front() == '+' || zone.front() == '-') {
    std::string digits;
    for (const char c : zone.substr(1))
      if (c != ':') digits += c;
    const auto value = number(digits);
    if (!value || digits.size() != 4 || *value / 100 > 14 || *value % 100 > 59) return {};
    const int minutes = *value / 100 * 60 + *value % 100;
    return zone.front() == '-' ? -minutes : minutes;
  }
  for (const Zone& one : kZones)
    if (one.name == zone) return one.hours * 60;
  return {};
}

}  // namespace

std::optional<base::UtcTime> parse_date(std::string_view text) {
  text = text::trim(text);
  if (const auto iso = base::parse_iso(text)) return iso;
  std::vector<std::string> words = words_in(lower(text));
  if (!words.empty() && !number(words.front())) words.erase(words.begin());  // the weekday
  if (words.size() < 4) return {};
  const auto day = number(words[0]), typed_year = number(words[2]);
  unsigned month = 0;
  for (unsigned i = 0; i < kMonths.size(); ++i)
    if (words[1].substr(0, 3) == kMonths.at(i)) month = i + 1;
  if (!day || !typed_year || month == 0) return {};
  const int year = *typed_year < 50 ? *typed_year + 2000 : *typed_year < 100 ? *typed_year + 1900 : *typed_year;
  const std::string& clock = words[3];
  const auto colon = clock.find(':');
  if (colon == std::string::npos) return {};
  const auto second_colon = clock.find(':', colon + 1);
  const auto hour = number(std::string_view{clock}.substr(0, colon));
  const auto minute = number(std::string_view{clock}.substr(colon + 1, second_colon == std::string::npos ? std::string::npos : second_colon - colon - 1));
  const auto second = second_colon == std::string::npos ? std::optional{0} : number(std::string_view{clock}.substr(second_colon + 1));
  const auto offset = offset_of(words.size() > 4 ? std::string_view{words[4]} : std::string_view{});
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || year < 1990 || year > 2200 || !hour || !minute || !second || !offset || *hour > 23 || *minute > 59 || *second > 60) return {};
  return base::UtcTime{std::chrono::sys_days{date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} -
         std::chrono::minutes{*offset};
}

}  // namespace portal::feed
