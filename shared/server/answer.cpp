#include "shared/server/answer.h"

#include <algorithm>

#include "shared/access/capability.h"
#include "shared/access/session.h"
#include "shared/base/crypto.h"
#include "shared/base/log.h"

namespace portal::server {
namespace {

using Kind = http::RouteAccess::Kind;

constexpr std::string_view kLoginPath = "/quan-tri/dang-nhap";
constexpr std::string_view kForeignForm =
    "Biểu mẫu đã cũ hoặc không được gửi từ trang này. Hãy quay lại, tải lại trang rồi gửi lần nữa.";

struct Match {
  const ErasedRoute* route = nullptr;
  bool get_exists = false;  // the path exists for these methods: a 405 names them
  bool post_exists = false;
};

// First match wins. HEAD is a GET whose body is not sent.
Match find_route(std::span<const ErasedRoute> routes, const http::Request& request,
                 http::PathParams& path) {
  Match match;
  const http::Method wanted = request.is_post() ? http::Method::Post : http::Method::Get;
  for (const ErasedRoute& route : routes) {
    // Internal routes are reached by nginx's own subrequests only, and those reach nothing else.
    if ((route.access.kind == Kind::Internal) != request.is_fragment) continue;
    auto params = http::match_pattern(route.pattern, request.path);
    if (!params) continue;
    if (route.method == wanted) {
      match.route = &route;
      path = *std::move(params);
      return match;
    }
    (route.method == http::Method::Post ? match.post_exists : match.get_exists) = true;
  }
  return match;
}

std::string path_and_query(const http::Request& request) {
  std::string out = request.path;
  char separator = '?';
  for (const auto& [name, value] : request.query.pairs()) {
    out += separator + http::url_encode(name) + '=' + http::url_encode(value);
    separator = '&';
  }
  return out;
}

bool is_genuine_post(const Context& context, const Program& program, const ErasedRoute& route) {
  const base::Config& config = context.services.config;
  if (program.face == Face::Public || route.access.kind == Kind::Public)
    return access::is_same_origin(
        context.request,
        config.text(program.face == Face::Office ? "office_origin" : "public_origin"));
  if (route.access.kind == Kind::Anonymous)
    return access::is_genuine_before_login(context.request, config);
  return access::is_genuine(context.actor, context.request, config);
}

// The cookie is looked at before a connection is leased: a visitor costs no query.
void identify(Context& context) {
  const base::Config& config = context.services.config;
  if (context.request.cookies.has(access::session_cookie_name(config.flag("tls"))))
    context.actor = access::identify(context.db(), context.request, config, context.now);
}

bool needs_staff(const ErasedRoute& route) {
  return route.access.kind == Kind::Staff || route.access.kind == Kind::Capability;
}

// What stands between a matched route and its handler. Nothing: go on.
std::optional<http::Response> guard(Context& context, const Program& program,
                                    const ErasedRoute& route) {
  if (program.face == Face::Office && (needs_staff(route) || route.access.kind == Kind::Anonymous))
    identify(context);
  if (needs_staff(route) && !context.actor.is_staff()) {
    if (context.request.is_post()) {
      // SameSite keeps the session's cookie away from a form planted on another site: that is no
      // ended session, and nothing of it is carried through a login to be sent with a fresh token.
      if (!access::is_same_origin(context.request, context.services.config.text("office_origin")))
        return error_response(context, program, 403, kForeignForm);
      const auto& typed = context.request.form.pairs();
      const bool is_empty = std::all_of(typed.begin(), typed.end(),
                                        [](const auto& pair) { return pair.first == "_csrf"; });
      return is_empty ? http::redirect(std::string{kLoginPath}) : session_expired(context);
    }
    if (is_machine_address(context.request.path)) return error_response(context, program, 401, {});
    return http::redirect(std::string{kLoginPath} +
                          "?tiep=" + http::url_encode(path_and_query(context.request)));
  }
  if (route.access.kind == Kind::Capability &&
      !access::may(context.actor, static_cast<access::Capability>(route.access.capability)))
    return error_response(context, program, 403,
                          "Tài khoản của ông, bà không có quyền dùng trang này.");
  if (context.request.is_post() && !is_genuine_post(context, program, route))
    return error_response(context, program, 403, kForeignForm);
  return std::nullopt;
}

// A handler may ask for less caching than its route, never for more.
void limit_cache(http::Response& response, http::Cache most) {
  if (most == http::Cache::NoStore || response.cache == http::Cache::NoStore)
    response.cache = http::Cache::NoStore;
  else
    response.cache = most;
}

http::Response no_route(Context& context, const Program& program, const Match& match) {
  if (match.get_exists || match.post_exists) {
    http::Response response = error_response(context, program, 405, {});
    response.headers.emplace_back("Allow", !match.post_exists ? "GET, HEAD"
                                           : match.get_exists ? "GET, HEAD, POST"
                                                              : "POST");
    return response;
  }
  if (program.face == Face::Office) identify(context);  // the frame around the page names who is logged in
  http::Response response = error_response(context, program, 404, {});
  if (program.face == Face::Public && !context.request.is_post())
    response.cache = http::Cache::Page;
  return response;
}

http::Response dispatch(Context& context, const Program& program,
                        std::span<const ErasedRoute> routes, Facts& facts) {
  if (context.request.path.starts_with("/_health/")) {
    facts.route = "health";
    return health(context, program);
  }
  const Match match = find_route(routes, context.request, context.path);
  if (match.route == nullptr) {
    facts.route = "no-route";
    return no_route(context, program, match);
  }
  const ErasedRoute& route = *match.route;
  facts.route = route.name;
  context.cache = route.cache;
  context.request.query.keep_only(route.keys);
  if (auto refusal = guard(context, program, route)) return *std::move(refusal);
  http::Response response = route.handler(context);
  limit_cache(response, route.cache);
  return response;
}

// dispatch() with every exception turned into a page: what every caller would treat as "broken"
// (style §6).
http::Response dispatch_safely(Context& context, const Program& program,
                               std::span<const ErasedRoute> routes, Facts& facts) {
  try {
    return dispatch(context, program, routes, facts);
  } catch (const db::Unavailable& error) {
    facts.error = error.what();
    http::Response response = error_response(context, program, 503, {});
    response.headers.emplace_back("Retry-After", "5");
    return response;
  } catch (const std::exception& error) {
    facts.error = error.what();
    return error_response(context, program, 500, {});
  }
}

std::string request_id_of(const http::RawRequest& raw) {
  const auto found = raw.variables.find("REQUEST_ID");
  return found == raw.variables.end() ? std::string{} : found->second;
}

}  // namespace

Answer answer(const Services& services, const Program& program, std::span<const ErasedRoute> routes,
              const http::RawRequest& raw) {
  Answer made;
  http::RequestLimits limits;
  limits.max_body_bytes = static_cast<std::size_t>(services.config.number("max_body_bytes"));
  std::string id = request_id_of(raw);
  auto request = http::parse_request(raw, limits);
  if (!request) {
    http::Request none;
    // Only the form of the answer depends on it: a page, or a machine's problem+json.
    const auto uri = raw.variables.find("REQUEST_URI");
    const std::string_view asked = uri == raw.variables.end() ? std::string_view{} : std::string_view{uri->second};
    none.path = is_machine_address(asked.substr(0, asked.find('?'))) ? "/.json" : "/";
    none.request_id = id.size() == 32 ? std::move(id) : base::random_hex(16);
    Context context(services, std::move(none));
    context.program = &program;
    made.facts.route = "bad-request";
    made.facts.request_id = context.request.request_id;
    made.response =
        error_response(context, program, request.error().status, request.error().message);
    if (request.error().status == 405)
      made.response.headers.emplace_back("Allow", "GET, HEAD, POST");
    finish_response(made.response, nullptr, made.facts.request_id);
    return made;
  }
  Context context(services, *std::move(request));
  context.program = &program;
  made.facts.request_id = context.request.request_id;
  made.response = dispatch_safely(context, program, routes, made.facts);
  made.facts.db = context.db_usage();
  made.facts.account = context.actor.account.value;
  finish_response(made.response, &context.request, made.facts.request_id);
  return made;
}

http::Response respond(const Services& services, const Program& program,
                       std::span<const ErasedRoute> routes, const http::RawRequest& raw) {
  return answer(services, program, routes, raw).response;
}

}  // namespace portal::server
