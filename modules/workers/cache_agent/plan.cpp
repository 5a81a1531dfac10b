#include "modules/workers/cache_agent/plan.h"

#include <nlohmann/json.hpp>

namespace portal::cache_agent {
namespace {

constexpr std::string_view kFragments = "/_fragment/";

bool is_path(std::string_view text) {
  if (!text.starts_with('/') || text.size() > 1024) return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./") == std::string_view::npos && text.find("..") == std::string_view::npos;
}

// Lists end in a slash, feeds and maps in .xml.
bool is_article(std::string_view path) { return !path.ends_with('/') && !path.ends_with(".xml") && path != "/so-do-trang"; }

// Pictures and attachments: nginx keeps none of them, and each fetch asks the program; what is confirmed is that it says no.
bool is_file(std::string_view path) { return path.starts_with("/tep/"); }

constexpr bool goes_on(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace

std::optional<Takedown> parse_takedown(std::string_view payload) {
  const auto json = nlohmann::json::parse(payload, nullptr, false);
  if (!json.is_object() || !json.contains("addresses") || !json["addresses"].is_array()) return std::nullopt;
  Takedown takedown;
  for (const auto& address : json["addresses"]) {
    if (!address.is_string() || !is_path(address.get_ref<const std::string&>())) return std::nullopt;
    takedown.addresses.push_back(address.get<std::string>());
  }
  if (takedown.addresses.empty()) return std::nullopt;
  takedown.is_republished = json.contains("republished");
  return takedown;
}

std::vector<std::string> parse_refresh(std::string_view payload) {
  const auto takedown = parse_takedown(payload);  // written alike
  if (!takedown) return {};
  std::vector<std::string> pages;
  for (const std::string& address : takedown->addresses)
    if (!address.starts_with(kFragments) && !is_file(address)) pages.push_back(address);  // the home page asks for its fragments itself
  return pages;
}

std::optional<SectionChange> parse_section_change(std::string_view payload) {
  const auto json = nlohmann::json::parse(payload, nullptr, false);
  if (!json.is_object() || !json.contains("gone") || !json["gone"].is_array()) return std::nullopt;
  SectionChange change;
  for (const auto& path : json["gone"]) {
    if (!path.is_string() || !is_path(path.get_ref<const std::string&>())) return std::nullopt;
    change.gone.push_back(path.get<std::string>());
  }
  return change;
}

std::vector<CacheEntry> entries_to_purge(const Takedown& takedown) {
  std::vector<CacheEntry> entries;
  bool is_on_home = false;
  for (const std::string& address : takedown.addresses) {
    if (address.starts_with(kFragments)) entries.push_back({"/fragments", address});
    is_on_home = is_on_home || address == "/";
  }
  for (const std::string& address : takedown.addresses) {
    if (address.starts_with(kFragments) || address == "/" || is_file(address)) continue;
    for (const std::string_view encoding : kEncodings) entries.push_back({"/pages", address + "||" + std::string{encoding}});
  }
  if (is_on_home) {
    entries.push_back({"/home", "home|"});
    entries.push_back({"/home", "home|gzip"});
  }
  return entries;
}

std::vector<Question> questions(const Takedown& takedown) {
  std::vector<Question> all;
  for (const std::string& address : takedown.addresses) {
    if (address.starts_with(kFragments)) continue;
    if (is_file(address)) {
      // Of a posting that stands again another version may show it.
      if (!takedown.is_republished) all.push_back({address, kEncodings.front(), Expect::Gone});
      continue;
    }
    const bool is_page = address == takedown.page() || address == takedown.page() + "/in";
    const Expect expect = takedown.is_republished ? Expect::Answered : is_page ? Expect::Gone : is_article(address) ? Expect::Answered : Expect::NoLink;
    for (const std::string_view encoding : kEncodings) all.push_back({address, encoding, expect});
  }
  return all;
}

std::vector<Question> questions(const SectionChange& change) {
  std::vector<Question> all;
  for (const std::string& path : change.gone) all.push_back({path, kEncodings.front(), Expect::Gone});
  for (const char* page : {"/", "/so-do-trang", "/sitemap/trang.xml"}) all.push_back({page, kEncodings.front(), Expect::NoLink});
  return all;
}

bool leads_to(std::string_view body, std::string_view page) {
  for (auto at = body.find(page); at != std::string_view::npos; at = body.find(page, at + 1))
    if (at + page.size() == body.size() || !goes_on(body[at + page.size()])) return true;
  return false;
}

bool leads_below(std::string_view body, std::string_view origin, std::string_view section) {
  std::string link{"\""};
  if (body.find(link.append(section)) != std::string_view::npos) return true;
  std::string address{origin};
  return body.find(address.append(section)) != std::string_view::npos;
}

std::string why_not_confirmed(const Question& question, long status, bool leads) {
  const std::string name = question.path + " (" + std::string{question.encoding} + ")";
  const bool is_away = status == 301 || status == 404 || status == 410;
  if (question.expect == Expect::Gone) return is_away ? std::string{} : name + " answers " + std::to_string(status) + ", not 410";
  if (status != 200 && !is_away) return name + " answers " + std::to_string(status);
  if (question.expect == Expect::NoLink && leads) return name + " still leads to the page";
  return {};
}

}  // namespace portal::cache_agent
