// Response: what a handler answers. Headers that every answer carries (request id, security,
// length, encoding) are added by the server.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/html.h"

namespace portal::http {

// How long others may keep an answer. Page: nginx 1 s (and stale on errors), browsers revalidate by
// ETag. NoStore: nobody, ever (forms, office pages, anything with a token). Cursor: as Page but in
// the zone without stale answers. File: a file whose address changes with its bytes; the reader's own browser keeps it for good, nginx never and nobody on
// the way (a take-down could not reach them), so that each fetch is asked for again (docs/decisions/0030).
enum class Cache { NoStore, Page, Cursor, File };

struct Cookie {
  std::string name;
  std::string value;          // "" with max_age_seconds = 0 deletes
  long max_age_seconds = -1;  // -1: until the browser closes
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  Cache cache = Cache::NoStore;
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<Cookie>
      cookies;  // always HttpOnly, SameSite=Lax, Path=/; __Host- and Secure under TLS
};

[[nodiscard]] inline Response page(std::string body, int status = 200,
                                   Cache cache = Cache::NoStore) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.cache = cache;
  return response;
}

// 303 after a POST, 301 for a renamed address. `location` is a site-relative path made by us, never
// by a visitor.
[[nodiscard]] inline Response redirect(std::string location, int status = 303,
                                       Cache cache = Cache::NoStore) {
  Response response;
  response.status = status;
  response.cache = cache;
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

// A file of the store, sent by nginx itself once this answer says that it may be (X-Accel-Redirect).
// `path` is what files::accel_path() gives.
[[nodiscard]] inline Response stored_file(std::string path, std::string content_type, Cache cache) {
  Response response;
  response.content_type = std::move(content_type);
  response.cache = cache;
  response.headers.emplace_back("X-Accel-Redirect", std::move(path));
  return response;
}

}  // namespace portal::http
