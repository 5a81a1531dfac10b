#include "shared/server/records.h"

#include <algorithm>
#include <cerrno>
#include <span>
#include <vector>

#include <fastcgi.h>
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

// All of `parts`, however many calls it takes.
bool send_all(int connection, std::span<iovec> parts) {
  constexpr std::size_t kMaxParts = 1024;  // IOV_MAX
  while (!parts.empty()) {
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = std::min(parts.size(), kMaxParts);
    const ssize_t sent = ::sendmsg(connection, &message, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
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

bool send_answer(int connection, std::uint16_t request_id, std::string_view head, std::string_view body) {
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
  return send_all(connection, parts);
}

}  // namespace portal::server
