// Finish: the headers that every answer carries, compression and validators (architecture: "Serving
// pages").
#include <array>
#include <charconv>

#include <brotli/encode.h>
#include <xxhash.h>
#include <zlib.h>

#include "shared/server/answer.h"

namespace portal::server {
namespace {

constexpr std::size_t kMinCompressed = 1024;
// Brotli 5 is half the time of 6 for 2 % more bytes; nginx keeps the result for a second, so it is
// paid about once a second a page.
constexpr int kBrotliQuality = 5;
constexpr int kBrotliWindow = 18;  // 256 KB: no page is larger
constexpr int kGzipLevel = 5;

bool is_text(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.starts_with("application/json") ||
         content_type.find("xml") != std::string_view::npos;
}

std::string brotli(std::string_view body) {
  std::string out(BrotliEncoderMaxCompressedSize(body.size()), '\0');
  std::size_t size = out.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(body.data());  // NOLINT: C interface
  auto* output = reinterpret_cast<std::uint8_t*>(out.data());              // NOLINT: C interface
  if (BrotliEncoderCompress(kBrotliQuality, kBrotliWindow, BROTLI_MODE_TEXT, body.size(), input,
                            &size, output) != BROTLI_TRUE)
    return {};
  out.resize(size);
  return out;
}

std::string gzip(std::string_view body) {
  constexpr int kGzipWindow = 15 + 16;  // +16: gzip header and trailer
  constexpr int kMemory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(
      const_cast<char*>(body.data()));  // NOLINT: zlib does not write to it
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());  // NOLINT: C interface
  stream.avail_out = static_cast<uInt>(out.size());
  const bool is_done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(is_done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

// Replaces the body by its compressed form; returns the encoding's name, or "" when it stays as it
// is.
std::string_view compress(http::Response& response, http::Encoding encoding) {
  if (encoding == http::Encoding::Identity) return {};
  std::string packed =
      encoding == http::Encoding::Brotli ? brotli(response.body) : gzip(response.body);
  if (packed.empty() || packed.size() >= response.body.size()) return {};
  response.body = std::move(packed);
  return encoding == http::Encoding::Brotli ? "br" : "gzip";
}

// RFC 9110, 13.1.2: weak comparison; nginx may have weakened a tag by compressing.
bool names_tag(std::string_view list, std::string_view tag) {
  if (list == "*") return true;
  while (!list.empty()) {
    const auto end = list.find(',');
    std::string_view one = list.substr(0, end);
    list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == tag) return true;
  }
  return false;
}

bool is_cacheable(const http::Response& response) {
  if (response.cache == http::Cache::NoStore || response.cache == http::Cache::File || !response.cookies.empty()) return false;
  return response.status == 200 || response.status == 301 || response.status == 404 ||
         response.status == 410;
}

// Names these bytes among this site's own pages; nobody gains by making two pages of one tag, so a fast hash is enough.
std::string entity_tag(std::string_view body, http::Encoding encoding) {
  const std::string_view suffix = encoding == http::Encoding::Brotli ? "-br"
                                  : encoding == http::Encoding::Gzip ? "-gz"
                                                                     : "";
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), XXH3_64bits(body.data(), body.size()), 16);
  std::string tag{'"'};
  tag.append(digits.data(), end.ptr).append(suffix) += '"';
  return tag;
}

// A page composed by SSI reaches nginx as it is: a directive inside a compressed body would reach the browser.
bool is_composed(const http::Response& response) { return response.body.find("<!--#") != std::string::npos; }

// Compression of an answer to one person. What a form keeps secret stands under a mask of this answer (access::mask_token), so its length tells nothing.
void encode_answer(http::Response& response, const http::Request& request) {
  if (!is_text(response.content_type) || response.body.size() <= kMinCompressed || is_composed(response)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (const std::string_view name = compress(response, request.encoding); !name.empty()) response.headers.emplace_back("Content-Encoding", std::string{name});
}

// Validator and compression of a page that others may keep.
void encode_page(http::Response& response, const http::Request& request) {
  if (is_text(response.content_type)) response.headers.emplace_back("Vary", "Accept-Encoding");
  // A composed page has no validator of its own: its fragments change while its own bytes stay.
  if (is_composed(response)) return;
  const bool is_packed = is_text(response.content_type) && response.body.size() > kMinCompressed;
  const http::Encoding encoding = is_packed ? request.encoding : http::Encoding::Identity;
  if (response.status == 200) {
    std::string tag = entity_tag(response.body, encoding);
    // Known before compressing: a browser that has the page costs one digest.
    const bool is_known = names_tag(request.if_none_match, tag);
    response.headers.emplace_back("ETag", std::move(tag));
    if (is_known) {
      response.status = 304;
      response.body.clear();
      return;
    }
  }
  if (const std::string_view name = compress(response, encoding); !name.empty())
    response.headers.emplace_back("Content-Encoding", std::string{name});
}

}  // namespace

void finish_response(http::Response& response, const http::Request* request,
                     std::string_view request_id) {
  auto& headers = response.headers;
  const bool is_head = request != nullptr && request->method == http::Method::Head;
  headers.emplace_back("X-Request-Id", std::string{request_id});
  if (request != nullptr && response.cache == http::Cache::File && response.status == 200) {
    headers.emplace_back("X-Accel-Expires", "0");
    headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
  } else if (request == nullptr || request->is_post() || !is_cacheable(response)) {
    response.cache = http::Cache::NoStore;
    headers.emplace_back("X-Accel-Expires", "0");
    headers.emplace_back("Cache-Control", "no-store");
    if (request != nullptr && !request->is_fragment) encode_answer(response, *request);
  } else {
    // X-Accel-Expires stands before Cache-Control: nginx 1.22 obeys the one that it meets first. A
    // HEAD answer is never kept, since its empty body would be served to the next GET.
    headers.emplace_back("X-Accel-Expires", is_head ? "0" : "1");
    headers.emplace_back("Cache-Control", "no-cache");
    if (!request->is_fragment) encode_page(response, *request);
  }
  // nginx notices an answer that broke off only when it knows the length.
  if (response.status != 304)
    headers.emplace_back("Content-Length", std::to_string(response.body.size()));
  if (is_head) response.body.clear();
}

}  // namespace portal::server
