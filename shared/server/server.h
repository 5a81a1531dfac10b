// Server: the one skeleton every program runs in (architecture: "One request, in the order the
// functions run").
//
// main() builds an App (its dependencies), names its routes and calls run(). Per request: accept,
// parse, match, identify, check access and CSRF, handler, send, one JSON log line. FCGX types stay
// in this folder.
//
//   constexpr Route<App> kRoutes[] = {
//       {Method::Get, "/tin-tuc/", kPublic, Cache::Page, {"truoc", "sau"}, "section",
//       show_section}, …};
//   int main(int argc, char** argv) { return server::run_program<App>(argc, argv, {"news",
//   Face::Public, kRoutes}); }
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/access/actor.h"
#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/db/grants.h"
#include "shared/db/pool.h"
#include "shared/http/request.h"
#include "shared/http/response.h"
#include "shared/http/route.h"
#include "shared/view/view.h"

namespace portal::server {

// Public programs never look at a session cookie; office programs identify staff on every request.
enum class Face { Public, Office };

struct Program;

// What every program has. Lives as long as the program; shared by all request threads, so const
// after start.
struct Services {
  const base::Config& config;
  const base::Clock& clock;
  const view::Templates& templates;
  db::Pool& pool;
};

// One request. Everything in it dies when the answer is sent.
class Context {
 public:
  Context(const Services& services, http::Request request);

  const Services& services;
  http::Request request;
  http::PathParams path;
  access::Actor actor;  // Visitor unless identified
  base::UtcTime now;
  http::Cache cache = http::Cache::NoStore;  // the most the matched route allows

  // This request's database connection, leased on first use and returned at the end. Throws
  // db::Unavailable.
  [[nodiscard]] db::Connection& db();

  // The token for this session's forms, under a mask of this answer ("" for a visitor).
  [[nodiscard]] const std::string& csrf_token();

  // Gives the connection back before the end: a handler that has rendered nothing yet but waits for
  // something else.
  void release_db();

  // Statements run and time spent in them by this request so far, for its log line.
  [[nodiscard]] db::Connection::Usage db_usage();

  const Program* program =
      nullptr;  // whose error page fault_response() makes; null in unit tests of handlers

 private:
  std::optional<db::Lease> lease_;
  db::Connection::Usage usage_;
  std::string form_token_;
};

template <typename App>
using Handler = http::Response (*)(App&, Context&);

template <typename App>
struct Route {
  http::Method method;
  std::string_view pattern;
  http::RouteAccess access;
  http::Cache cache;  // what handlers of this route may ask for at most; NoStore pages stay NoStore
  http::QueryKeys keys;   // declared query keys; others are dropped
  std::string_view name;  // in the log and in the access test
  Handler<App> handler;
  http::Body body = http::Body::Form;  // what a POST may carry
};

// The same without the App type: what the loop works on.
struct ErasedRoute {
  http::Method method;
  std::string_view pattern;
  http::RouteAccess access;
  http::Cache cache;
  http::QueryKeys keys;
  std::string_view name;
  std::function<http::Response(Context&)> handler;
  http::Body body = http::Body::Form;
};

struct Program {
  std::string_view name;  // "news": module name in log, grants, health
  Face face;
  std::span<const db::Grant>
      grants;  // the whole matrix (sql/grants.h); the program's own rows are compared at start
  // Makes the error page in the program's own layout; the server falls back to a bare page if it
  // throws.
  std::function<http::Response(Context&, int status, std::string_view what)> error_page;
  // Where the files of routes with Body::Files go; a program without such routes has none.
  std::function<std::unique_ptr<http::UploadRoom>(const Services&)> make_upload_room = {};
  // What /_health/ tells besides, by name (docs/operations.md, "Health"); nothing in most programs.
  std::function<std::vector<std::pair<std::string_view, std::int64_t>>(Context&)> figures = {};
};

// Parses the command line (--config FILE, --socket PATH, --check-config, --print-config,
// --print-routes), checks the configuration and that the database account's grants equal the matrix
// (sql/grants.h), builds Services, then `make_routes(services)` and serves until SIGTERM. Returns
// the exit code: 0 after a drain, 64 wrong use, 70 a handler hung at the end, 75 the database did
// not come within 30 s, 78 a configuration fault.
int run_erased(int argc, char** argv, const Program& program,
               const std::function<std::vector<ErasedRoute>(const Services&)>& make_routes);

// Answers one parsed or raw request without a socket: what the loop calls per request, and what
// unit tests and fuzzers drive.
http::Response respond(const Services& services, const Program& program,
                       std::span<const ErasedRoute> routes, const http::RawRequest& raw);

// The HTTP status of a kind of fault: NotFound 404, Gone 410, Forbidden 403, Invalid 422,
// Stale/Conflict/NotAllowedNow 409, …
[[nodiscard]] int status_of(base::FaultKind kind);

// Turns a typed table into what the loop works on.
template <typename App>
std::vector<ErasedRoute> erase_routes(std::span<const Route<App>> routes, App& app) {
  std::vector<ErasedRoute> erased;
  for (const Route<App>& route : routes)
    erased.push_back(
        {route.method, route.pattern, route.access, route.cache, route.keys, route.name,
         [&app, handler = route.handler](Context& context) { return handler(app, context); }, route.body});
  return erased;
}

// application/problem+json (RFC 9457) for who reads no page: the sentence is its title; what is wrong with which field stands in "errors".
[[nodiscard]] http::Response problem_response(const Context& context, int status, std::string_view what, std::span<const base::FieldError> errors = {});

// The answer to a Fault in the program's own layout; what a handler returns when it has no form to
// give back. db::Unavailable thrown by a handler becomes 503 with Retry-After, any other exception
// 500.
[[nodiscard]] http::Response fault_response(Context& context, const base::Fault& fault);

}  // namespace portal::server
