#include "shared/server/records.h"

#include <algorithm>
#include <cerrno>
#include <span>
#include <vector>

#include <fastcgi.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace portal::server {
namespace {

constexpr std::size_t kMaxContent = FCGI_MAX_LENGTH / 8 * 8;  // whole groups of 8 bytes need no padding

FCGI_Header record(unsigned char type, std::uint16_t request_id, std::size_t content) {
  FCGI_Header header{};
  header.version = FCGI_VERSION_1;
  header.type = type;
  header.requestIdB1 = static_cast<unsigned char>(request_id >> 8U);
  header.requestIdB0 = static_cast<unsigned char>(request_id & 0xFFU);
  header.contentLengthB1 = static_cast<unsigned char>(content >> 8U);
  header.contentLengthB0 = static_cast<unsigned char>(content & 0xFFU);
  return header;
}

iovec part(const void* data, std::size_t size) { return {const_cast<void*>(data), size}; }  // sendmsg() only reads

// Waits until the peer takes more; false when it does not within `timeout_ms`.
bool takes_more(int connection, int timeout_ms) {
  pollfd watched{connection, POLLOUT, 0};
  return ::poll(&watched, 1, timeout_ms) > 0;
}

// All of `parts`, however many calls it takes: one, unless the peer's buffer (200 KB) is full.
bool send_all(int connection, std::span<iovec> parts, int timeout_ms) {
  constexpr std::size_t kMaxParts = 1024;  // IOV_MAX
  while (!parts.empty()) {
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = std::min(parts.size(), kMaxParts);
    const ssize_t sent = ::sendmsg(connection, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EINTR || (errno == EAGAIN && takes_more(connection, timeout_ms)))) continue;
    if (sent <= 0) return false;
    auto rest = static_cast<std::size_t>(sent);
    while (!parts.empty() && rest >= parts.front().iov_len) {
      rest -= parts.front().iov_len;
      parts = parts.subspan(1);
    }
    if (rest == 0) continue;
    parts.front().iov_base = static_cast<char*>(parts.front().iov_base) + rest;
    parts.front().iov_len -= rest;
  }
  return true;
}

}  // namespace

bool send_answer(int connection, std::uint16_t request_id, std::string_view head, std::string_view body, int timeout_ms) {
  std::vector<FCGI_Header> headers;
  std::vector<iovec> parts;
  headers.reserve((head.size() + body.size()) / kMaxContent + 2);  // parts point into it
  parts.reserve(2 * headers.capacity() + 3);
  for (std::string_view content : {head, body}) {
    while (!content.empty()) {
      const std::size_t size = std::min(content.size(), kMaxContent);
      headers.push_back(record(FCGI_STDOUT, request_id, size));
      parts.push_back(part(&headers.back(), sizeof(FCGI_Header)));
      parts.push_back(part(content.data(), size));
      content.remove_prefix(size);
    }
  }
  struct {
    FCGI_Header end_of_output;
    FCGI_EndRequestRecord end_of_request;
  } const end{record(FCGI_STDOUT, request_id, 0), {record(FCGI_END_REQUEST, request_id, sizeof(FCGI_EndRequestBody)), {}}};
  parts.push_back(part(&end, sizeof end));
  return send_all(connection, parts, timeout_ms);
}

}  // namespace portal::server
