// Request: what a handler sees. Untrusted bytes have become typed, validated, NFC text before any
// handler runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/http/fields.h"
#include "shared/http/upload.h"

namespace portal::http {

enum class Method { Get, Head, Post };

// nginx has already normalised Accept-Encoding to one of these three.
enum class Encoding { Identity, Gzip, Brotli };

// The bytes as FastCGI delivers them: CGI variables and the body. `body_complete` is false when
// fewer bytes than CONTENT_LENGTH came.
//
// Variables read: REQUEST_METHOD, REQUEST_URI, DOCUMENT_URI (for "/_fragment/…" only: in an SSI
// subrequest REQUEST_URI is the main page's), QUERY_STRING, CONTENT_TYPE, CONTENT_LENGTH,
// REMOTE_ADDR, SERVER_NAME, REQUEST_ID (nginx's $request_id) and HTTP_* of HOST, COOKIE,
// ACCEPT_ENCODING, ORIGIN, SEC_FETCH_SITE, IF_NONE_MATCH, USER_AGENT, AUTHORIZATION, IDEMPOTENCY_KEY.
struct RawRequest {
  std::map<std::string, std::string, std::less<>> variables;
  std::size_t variable_bytes =
      0;  // of all variables that came, also those not kept in `variables`; 0: count them here
  bool repeated_header = false;  // a header that must be single came twice (request smuggling, F15)
  std::string body;
  bool body_complete = true;
  bool takes_json = false;  // the route is Body::Api
  // Of a route that takes files (Body::Files): what was read as it came. `body` is empty then.
  std::optional<base::Result<Fields>> form;
  std::vector<Upload> uploads;
  std::optional<ParseFault> refused;  // the body was not read at all, for this reason
};

struct Request {
  Method method = Method::Get;
  std::string host;  // lower case, no port
  std::string path;  // decoded, begins with '/', no empty, "." or ".." segments, valid UTF-8
                     // without controls
  Fields query;
  Fields form;  // of a POST
  std::vector<Upload> uploads;  // files that came with it, on routes that take them
  Fields cookies;
  Encoding encoding = Encoding::Identity;
  std::string request_id;  // from nginx, 32 hexadecimal characters (made here when absent)
  std::string remote_address;
  std::string origin;      // Origin header, "" when absent
  std::string fetch_site;  // Sec-Fetch-Site header, "" when absent
  std::string if_none_match;
  std::string user_agent;    // cut to 300 bytes
  std::string authorization;    // of machine interfaces; never logged
  std::string idempotency_key;  // likewise
  bool is_fragment = false;  // an SSI subrequest (path came from DOCUMENT_URI)

  [[nodiscard]] bool is_post() const { return method == Method::Post; }
};

struct RequestLimits {
  std::size_t max_path_bytes = 1024;
  std::size_t max_query_bytes = 4096;
  std::size_t max_header_bytes = 32 * 1024;  // all variables together
  std::size_t max_body_bytes = 4 * 1024 * 1024;
};

// Whether the loop should keep this variable: parse_request() reads no other.
[[nodiscard]] bool is_read_variable(std::string_view name);

// The boundary of a multipart/form-data content type, "" for any other.
[[nodiscard]] std::string_view boundary_in(std::string_view content_type);

[[nodiscard]] tl::expected<Request, ParseFault> parse_request(const RawRequest& raw,
                                                              const RequestLimits& limits = {});

}  // namespace portal::http
