#include "shared/http/request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "shared/base/crypto.h"
#include "shared/http/percent.h"
#include "shared/text/unicode.h"

namespace portal::http {
namespace {

constexpr std::array<std::string_view, 18> kVariables{
    "REQUEST_METHOD", "REQUEST_URI",         "DOCUMENT_URI",       "QUERY_STRING",
    "CONTENT_TYPE",   "CONTENT_LENGTH",      "REMOTE_ADDR",        "SERVER_NAME",
    "REQUEST_ID",     "HTTP_HOST",           "HTTP_COOKIE",        "HTTP_ACCEPT_ENCODING",
    "HTTP_ORIGIN",    "HTTP_SEC_FETCH_SITE", "HTTP_IF_NONE_MATCH", "HTTP_USER_AGENT",
    "HTTP_AUTHORIZATION", "HTTP_IDEMPOTENCY_KEY"};

constexpr std::string_view kFragmentPrefix = "/_fragment/";

tl::unexpected<ParseFault> refuse(int status, std::string message) {
  return tl::unexpected<ParseFault>(ParseFault{status, std::move(message)});
}

std::string_view value_of(const RawRequest& raw, std::string_view name) {
  const auto found = raw.variables.find(name);
  return found == raw.variables.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<Method> read_method(std::string_view name) {
  if (name == "GET") return Method::Get;
  if (name == "HEAD") return Method::Head;
  if (name == "POST") return Method::Post;
  return std::nullopt;
}

// A decoded path, or nothing: no NUL or control, no '/' out of "%2F", no empty, "." or ".." segment
// (nginx has matched its locations on a normalised path; a path that only we would read differently
// must not exist).
std::optional<std::string> accept_path(std::string decoded) {
  if (decoded.empty() || decoded.front() != '/' || has_control(decoded)) return std::nullopt;
  auto path = accept_text(std::move(decoded));
  if (!path) return std::nullopt;
  for (std::size_t at = 1; at < path->size();) {
    const std::size_t end = std::min(path->find('/', at), path->size());
    const std::string_view segment = std::string_view{*path}.substr(at, end - at);
    if (segment.empty() || segment == "." || segment == "..") return std::nullopt;
    at = end + 1;
  }
  return path;
}

std::optional<std::string> decode_path(std::string_view text) {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (text.size() - at >= 3 && text[at + 1] == '2' && lower(text[at + 2]) == 'f')
      return std::nullopt;
  auto decoded = percent_decode(text, Plus::IsPlus);
  return decoded ? accept_path(*std::move(decoded)) : std::nullopt;
}

std::optional<std::string> read_host(std::string_view text) {
  std::string_view name = text;
  if (!text.starts_with('['))
    name = text.substr(0, text.find(':'));
  else
    name = text.substr(0, std::min(text.find(']'), text.size() - 1) + 1);
  std::string host{name};
  std::transform(host.begin(), host.end(), host.begin(), lower);
  const bool is_clean = host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
                                 c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
                        });
  return is_clean ? std::optional{std::move(host)} : std::nullopt;
}

// nginx sends "br", "gzip" or ""; a browser's own list is understood too, so that a program can be
// tried without nginx.
Encoding read_encoding(std::string_view list) {
  Encoding best = Encoding::Identity;
  while (!list.empty()) {
    const auto end = list.find(',');
    std::string_view token = list.substr(0, end);
    list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
    while (!token.empty() && token.front() == ' ') token.remove_prefix(1);
    const std::string_view name = token.substr(0, token.find_first_of("; "));
    if (token.find("q=0") != std::string_view::npos && token.find("q=0.") == std::string_view::npos)
      continue;
    if (equals_ignoring_case(name, "br")) return Encoding::Brotli;
    if (equals_ignoring_case(name, "gzip")) best = Encoding::Gzip;
  }
  return best;
}

bool is_request_id(std::string_view id) {
  return id.size() == 32 && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// Header text that is only compared or logged: printable ASCII, cut to `limit`.
std::string header_text(std::string_view text, std::size_t limit) {
  std::string out{text.substr(0, limit)};
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c < 0x20 || c == 0x7F; }, '?');
  return out;
}

std::optional<std::size_t> read_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return length;
}

std::string_view boundary_of(std::string_view content_type) {
  constexpr std::string_view kKey = "boundary=";
  const auto at = content_type.find(kKey);
  if (at == std::string_view::npos) return {};
  std::string_view value = content_type.substr(at + kKey.size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
  }
  return value.substr(0, value.find_first_of("; "));
}

std::string_view media_of(std::string_view content_type) {
  std::string_view media = content_type.substr(0, content_type.find(';'));
  while (media.ends_with(' ')) media.remove_suffix(1);
  return media;
}

constexpr std::string_view kMultipart = "multipart/form-data";
constexpr std::string_view kJson = "application/json";

tl::unexpected<ParseFault> cut_off() {
  return refuse(400, "Nội dung gửi lên bị thiếu vì đường truyền bị ngắt giữa chừng. Hãy gửi lại.");
}

tl::expected<Fields, ParseFault> checked(base::Result<Fields> form) {
  if (form) return *std::move(form);
  return refuse(form.error().kind == base::FaultKind::TooLarge ? 413 : 400, std::move(form.error().message));
}

tl::expected<Fields, ParseFault> read_form(const RawRequest& raw, const RequestLimits& limits) {
  if (raw.refused) return tl::unexpected(*raw.refused);
  if (raw.form) {
    if (!raw.body_complete) return cut_off();
    return checked(*raw.form);
  }
  const auto length = read_length(value_of(raw, "CONTENT_LENGTH"));
  if (!length)
    return refuse(400, "Yêu cầu không hợp lệ: độ dài nội dung (Content-Length) không phải là số.");
  if (*length > limits.max_body_bytes || raw.body.size() > limits.max_body_bytes)
    return refuse(413, "Nội dung gửi lên quá lớn, nhiều nhất là " +
                           std::to_string(limits.max_body_bytes / 1024) + " KB một lần gửi.");
  // A short body means that the sender broke off: nothing of it may be taken for the whole
  // (reliability trap 4).
  if (!raw.body_complete || *length != raw.body.size()) return cut_off();
  const std::string_view type = value_of(raw, "CONTENT_TYPE");
  const std::string_view media = media_of(type);
  if (raw.takes_json && equals_ignoring_case(media, kJson)) {
    if (!text::is_readable(raw.body)) return refuse(400, "Nội dung JSON phải là UTF-8.");
    Fields fields;
    fields.add(std::string{kJsonField}, raw.body);
    return fields;
  }
  const FieldLimits field_limits;
  base::Result<Fields> form = Fields{};
  if (equals_ignoring_case(media, "application/x-www-form-urlencoded") && !raw.takes_json)
    form = parse_urlencoded(raw.body, field_limits);
  else if (equals_ignoring_case(media, kMultipart))
    form = parse_multipart(raw.body, boundary_of(type), field_limits);
  else
    return refuse(415, raw.takes_json ? "Chỉ nhận application/json, hoặc multipart/form-data với một phần JSON tên document và các tệp."
                                      : "Chỉ nhận nội dung gửi từ biểu mẫu (application/x-www-form-urlencoded hoặc "
                                        "multipart/form-data).");
  return checked(std::move(form));
}

}  // namespace

std::string_view boundary_in(std::string_view content_type) {
  return equals_ignoring_case(media_of(content_type), kMultipart) ? boundary_of(content_type) : std::string_view{};
}

bool is_read_variable(std::string_view name) {
  return std::find(kVariables.begin(), kVariables.end(), name) != kVariables.end();
}

tl::expected<Request, ParseFault> parse_request(const RawRequest& raw, const RequestLimits& limits) {
  std::size_t header_bytes = raw.variable_bytes;
  if (header_bytes == 0)
    for (const auto& [name, value] : raw.variables) header_bytes += name.size() + value.size();
  if (header_bytes > limits.max_header_bytes)
    return refuse(431, "Phần đầu của yêu cầu quá lớn, nhiều nhất là " +
                           std::to_string(limits.max_header_bytes / 1024) +
                           " KB. Hãy xóa cookie của trang này trong trình duyệt rồi thử lại.");
  if (raw.repeated_header)
    return refuse(400, "Yêu cầu không hợp lệ: có dòng đầu (header) bị gửi hai lần.");

  Request request;
  const auto method = read_method(value_of(raw, "REQUEST_METHOD"));
  if (!method) return refuse(405, "Trang chỉ nhận các phương thức GET, HEAD và POST.");
  request.method = *method;

  const std::string_view document = value_of(raw, "DOCUMENT_URI");
  const std::string_view uri = value_of(raw, "REQUEST_URI");
  request.is_fragment = document.starts_with(kFragmentPrefix);
  const std::string_view target = request.is_fragment ? document : uri.substr(0, uri.find('?'));
  if (target.size() > limits.max_path_bytes)
    return refuse(414, "Địa chỉ trang quá dài, nhiều nhất là " +
                           std::to_string(limits.max_path_bytes) + " byte.");
  // nginx has decoded DOCUMENT_URI already; decoding twice would turn "%2541" into "A".
  auto path = request.is_fragment ? accept_path(std::string{document}) : decode_path(target);
  if (!path)
    return refuse(400, "Địa chỉ trang không hợp lệ: có ký tự hoặc cách mã hóa không được phép.");
  request.path = *std::move(path);

  std::string_view query = value_of(raw, "QUERY_STRING");
  if (query.empty() && !request.is_fragment && !raw.variables.contains("QUERY_STRING") &&
      uri.find('?') != std::string_view::npos)
    query = uri.substr(uri.find('?') + 1);
  if (query.size() > limits.max_query_bytes)
    return refuse(414, "Phần tham số của địa chỉ quá dài, nhiều nhất là " +
                           std::to_string(limits.max_query_bytes) + " byte.");
  if (!query.empty()) {
    auto fields = parse_urlencoded(query, {});
    if (!fields) return refuse(400, "Tham số của địa chỉ không hợp lệ. " + fields.error().message);
    for (const auto& [name, value] : fields->pairs())
      if (has_control(value) || !text::is_valid(value))
        return refuse(400, "Tham số của địa chỉ không hợp lệ: có ký tự điều khiển.");
    request.query = *std::move(fields);
  }

  std::string_view host = value_of(raw, "HTTP_HOST");
  if (host.empty()) host = value_of(raw, "SERVER_NAME");
  auto clean_host = read_host(host);
  if (!clean_host)
    return refuse(400, "Yêu cầu không hợp lệ: tên máy chủ (Host) có ký tự không được phép.");
  request.host = *std::move(clean_host);

  request.cookies = parse_cookies(value_of(raw, "HTTP_COOKIE"));
  request.encoding = read_encoding(value_of(raw, "HTTP_ACCEPT_ENCODING"));
  const std::string_view id = value_of(raw, "REQUEST_ID");
  request.request_id = is_request_id(id) ? std::string{id} : base::random_hex(16);
  request.remote_address = header_text(value_of(raw, "REMOTE_ADDR"), 64);
  request.origin = header_text(value_of(raw, "HTTP_ORIGIN"), 300);
  request.fetch_site = header_text(value_of(raw, "HTTP_SEC_FETCH_SITE"), 30);
  request.if_none_match = header_text(value_of(raw, "HTTP_IF_NONE_MATCH"), 1000);
  request.user_agent = header_text(value_of(raw, "HTTP_USER_AGENT"), 300);
  request.authorization = header_text(value_of(raw, "HTTP_AUTHORIZATION"), 300);
  request.idempotency_key = header_text(value_of(raw, "HTTP_IDEMPOTENCY_KEY"), 300);

  if (request.is_post()) {
    auto form = read_form(raw, limits);
    if (!form) return tl::unexpected(std::move(form.error()));
    request.form = *std::move(form);
    request.uploads = raw.uploads;
  } else if (!raw.body.empty()) {
    return refuse(400,
                  "Yêu cầu không hợp lệ: yêu cầu đọc trang (GET, HEAD) không được kèm nội dung.");
  }
  return request;
}

}  // namespace portal::http
