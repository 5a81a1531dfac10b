// A whole request: CGI variables as lines "NAME=value", an empty line, the body. CONTENT_LENGTH is
// filled in when it is missing, so that bodies get past the length check. Promises: an accepted
// request holds a normal path, a plain host and clean fields, and only a POST has a form; a refusal
// has one of six statuses and a sentence that can be shown.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/http/request.h"

#include "tests/fuzz/fields_check.h"

using namespace portal::http;

namespace {

RawRequest read_raw(std::string_view bytes) {
  RawRequest raw;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.empty()) break;
    const std::size_t equals = std::min(line.find('='), line.size());
    const std::string_view value = line.substr(std::min(equals + 1, line.size()));
    raw.variables[std::string(line.substr(0, equals))] = value;
  }
  raw.body = bytes;
  raw.variables.try_emplace("CONTENT_LENGTH", std::to_string(raw.body.size()));
  return raw;
}

void check_path(const std::string& path) {
  CHECK(path.starts_with("/") && path.find("//") == std::string::npos);
  CHECK(portal::text::is_valid(path) && portal::text::is_nfc(path));
  CHECK(path.find_first_of("\t\r\n") == std::string::npos);
  for (const std::string_view hidden : {"/./", "/../"})
    CHECK((path + "/").find(hidden) == std::string::npos);
}

// The path as a browser would send it is the path again: nothing is decoded twice.
void check_path_again(const Request& request) {
  if (request.is_fragment) return;
  std::string uri;
  for (std::size_t at = 0; at < request.path.size();) {
    const std::size_t end = std::min(request.path.find('/', at), request.path.size());
    uri += url_encode(std::string_view(request.path).substr(at, end - at));
    if (end < request.path.size()) uri += '/';
    at = end + 1;
  }
  RawRequest raw;
  raw.variables = {{"REQUEST_METHOD", "GET"}, {"REQUEST_URI", uri}, {"HTTP_HOST", "localhost"}};
  const RequestLimits roomy{.max_path_bytes = 4096};
  const auto again = parse_request(raw, roomy);
  CHECK(again.has_value() && again->path == request.path);
}

void check_request(const Request& request) {
  check_path(request.path);
  check_path_again(request);
  check_fields(request.query);
  for (const auto& [name, value] : request.query.pairs()) CHECK(portal::text::is_valid(value));
  check_fields(request.form);
  CHECK(request.is_post() || request.form.empty());
  CHECK(request.host.size() <= 255 &&
        request.host.find_first_of("/@ \r\n<>\"'\\ABC") == std::string::npos);
  CHECK(request.request_id.size() == 32);
  for (const std::string* text : {&request.origin, &request.fetch_site, &request.if_none_match,
                                  &request.user_agent, &request.remote_address}) {
    CHECK(text->size() <= 1000);
    CHECK(std::none_of(text->begin(), text->end(),
                       [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }));
  }
}

void check_refusal(const ParseFault& fault) {
  static constexpr std::array kStatuses = {400, 405, 413, 414, 415, 431};
  CHECK(std::find(kStatuses.begin(), kStatuses.end(), fault.status) != kStatuses.end());
  CHECK(!fault.message.empty());
  CHECK(portal::text::list_problems(fault.message, portal::text::Lines::One).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = parse_request(read_raw({reinterpret_cast<const char*>(data), size}));
  if (request) {
    check_request(*request);
  } else {
    check_refusal(request.error());
  }
  return 0;
}
