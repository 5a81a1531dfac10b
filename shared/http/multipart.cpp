// Multipart: RFC 7578, the strict subset that browsers send.
//
//   --B CRLF  headers CRLF CRLF  content CRLF  --B CRLF … --B-- CRLF
//
// The content of a part is everything up to the next CRLF "--" boundary, so content is never
// searched for anything else.
#include "shared/http/collect.h"
#include "shared/http/percent.h"

namespace portal::http {
namespace {

using base::fail;
using base::FaultKind;

constexpr std::size_t kMaxPartHeader = 1024;

struct PartHead {
  std::string name;
  bool has_file = false;
};

std::string_view trim_blank(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// `; name="title"; filename="x"`: browsers write `"`, CR and LF inside a name as %22, %0D and %0A
// (WHATWG); nothing else is escaped.
bool read_parameters(std::string_view text, PartHead& head) {
  bool named = false;
  while (!text.empty()) {
    if (text.front() != ';') return false;
    text = trim_blank(text.substr(1));
    const auto equals = text.find("=\"");
    if (equals == std::string_view::npos) return false;
    const std::string_view key = text.substr(0, equals);
    const auto close = text.find('"', equals + 2);
    if (close == std::string_view::npos) return false;
    const std::string_view value = text.substr(equals + 2, close - equals - 2);
    if (equals_ignoring_case(key, "name")) {
      if (named) return false;
      named = true;
      head.name = value;
    } else if (equals_ignoring_case(key, "filename") || equals_ignoring_case(key, "filename*")) {
      head.has_file = true;
    } else {
      return false;
    }
    text = trim_blank(text.substr(close + 1));
  }
  return named;
}

bool read_head(std::string_view lines, PartHead& head) {
  bool seen = false;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || line.find('\0') != std::string_view::npos) return false;
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = trim_blank(line.substr(colon + 1));
    if (equals_ignoring_case(key, "Content-Disposition")) {
      constexpr std::string_view kForm = "form-data";
      if (seen || !equals_ignoring_case(value.substr(0, kForm.size()), kForm)) return false;
      seen = true;
      if (!read_parameters(trim_blank(value.substr(kForm.size())), head)) return false;
    } else if (!equals_ignoring_case(key, "Content-Type")) {
      return false;  // Content-Transfer-Encoding is dead in HTTP (RFC 7578, 4.7)
    }
  }
  return seen;
}

}  // namespace

base::Result<Fields> parse_multipart(std::string_view body, std::string_view boundary,
                                     const FieldLimits& limits) {
  const auto malformed = [] {
    return fail(FaultKind::BadRequest, "Biểu mẫu gửi lên không đúng dạng multipart/form-data.");
  };
  if (boundary.empty() || boundary.size() > 70) return malformed();
  const std::string delimiter = "\r\n--" + std::string{boundary};
  Fields fields;
  if (!body.starts_with(std::string_view{delimiter}.substr(2))) return malformed();
  body.remove_prefix(delimiter.size() - 2);
  for (;;) {
    if (body.starts_with("--")) {
      if (body.size() > 2 && body.substr(2) != "\r\n") return malformed();
      return fields;
    }
    if (!body.starts_with("\r\n")) return malformed();
    body.remove_prefix(2);
    const auto head_end = body.substr(0, kMaxPartHeader).find("\r\n\r\n");
    if (head_end == std::string_view::npos) return malformed();
    PartHead head;
    if (!read_head(body.substr(0, head_end), head)) return malformed();
    if (head.has_file) return fail(FaultKind::BadRequest, "Biểu mẫu này chưa nhận tệp đính kèm.");
    body.remove_prefix(head_end + 4);
    // An empty content leaves its CRLF to the delimiter.
    const auto end = body.find(delimiter);
    if (end == std::string_view::npos) return malformed();
    if (auto fault =
            collect_field(fields, limits, std::move(head.name), std::string{body.substr(0, end)}))
      return tl::unexpected(*std::move(fault));
    body.remove_prefix(end + delimiter.size());
  }
}

}  // namespace portal::http
