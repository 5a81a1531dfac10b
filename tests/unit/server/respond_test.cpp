#include <fstream>

#include <boost/test/unit_test.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "shared/access/capability.h"
#include "shared/access/session.h"
#include "shared/server/server.h"
#include "tests/support/source_dir.h"

using portal::base::FaultKind;
using portal::http::Cache;
using portal::http::Method;
using portal::http::RawRequest;
using portal::http::Response;
using portal::server::Context;
using portal::server::ErasedRoute;
using portal::server::Face;
using portal::server::Program;

namespace {

constexpr const char* kId = "0123456789abcdef0123456789abcdef";

// A program without a database: its socket does not exist, so a route that asks for a connection
// meets db::Unavailable.
class Site {
 public:
  Site()
      : secret_("portal-server-test-" + std::to_string(::getpid())),
        config_(portal::base::Config::parse(
            "module=news\ndb_socket=/nonexistent/socket\nsecret_file=" + make_secret() +
            "\nmax_body_bytes=4096\n")),
        clock_(portal::base::UtcTime{std::chrono::hours{24 * 365 * 56}}),
        templates_(source_dir() + "/templates", ""),
        pool_({}, 1) {}

  ~Site() { ::unlink(secret_.c_str()); }

  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  [[nodiscard]] Response respond(Face face, RawRequest raw) const {
    Program program{"news", face, {}, {}};
    const portal::server::Services services{config_, clock_, templates_, pool_};
    return portal::server::respond(services, program, routes_, std::move(raw));
  }

  [[nodiscard]] const portal::base::Config& config() const { return config_; }

  void add(Method method, std::string_view pattern, portal::http::RouteAccess access, Cache cache,
           std::function<Response(Context&)> handler) {
    routes_.push_back({method, pattern, access, cache, {"truoc"}, "route", std::move(handler)});
  }

 private:
  std::string make_secret() const {
    std::ofstream(secret_) << std::string(64, 'a') << '\n';
    ::chmod(secret_.c_str(), 0600);
    return secret_;
  }

  std::string secret_;
  portal::base::Config config_;
  portal::base::FixedClock clock_;
  portal::view::Templates templates_;
  mutable portal::db::Pool pool_;
  std::vector<ErasedRoute> routes_;
};

RawRequest get(std::string uri) {
  RawRequest raw;
  raw.variables = {{"REQUEST_METHOD", "GET"},
                   {"REQUEST_URI", std::move(uri)},
                   {"HTTP_HOST", "localhost"},
                   {"REQUEST_ID", kId}};
  return raw;
}

RawRequest post(std::string uri, std::string body) {
  RawRequest raw = get(std::move(uri));
  raw.variables["REQUEST_METHOD"] = "POST";
  raw.variables["CONTENT_TYPE"] = "application/x-www-form-urlencoded";
  raw.variables["CONTENT_LENGTH"] = std::to_string(body.size());
  raw.body = std::move(body);
  return raw;
}

RawRequest with(RawRequest raw, const std::string& name, std::string value) {
  raw.variables[name] = std::move(value);
  return raw;
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

// A site whose every route answers "ok".
struct Plain : Site {
  Plain() {
    const auto ok = [](Context&) { return portal::http::page("ok", 200, Cache::Page); };
    add(Method::Get, "/", portal::http::kPublic, Cache::Page, ok);
    add(Method::Get, "/danh-sach/", portal::http::kPublic, Cache::Cursor, [](Context& context) {
      return portal::http::page(std::string{context.request.query.get("truoc")} + "|" +
                                    std::string{context.request.query.get("fbclid")},
                                200, Cache::Page);
    });
    add(Method::Post, "/gop-y", portal::http::kPublic, Cache::NoStore, ok);
    add(Method::Get, "/gop-y", portal::http::kPublic, Cache::NoStore, ok);
    add(Method::Post, "/chi-gui", portal::http::kPublic, Cache::NoStore, ok);
    add(Method::Get, "/bai/{id#}", portal::http::kPublic, Cache::Page, [](Context& context) {
      const auto kind = context.path.number("id") == 410 ? FaultKind::Gone : FaultKind::NotFound;
      return portal::server::fault_response(context, {kind, "Không có bài.", {}});
    });
    add(Method::Get, "/hong", portal::http::kPublic, Cache::Page,
        [](Context&) -> Response { throw std::runtime_error("secret detail"); });
    add(Method::Get, "/co-so-du-lieu", portal::http::kPublic, Cache::Page, [](Context& context) {
      static_cast<void>(context.db());
      return portal::http::page("never");
    });
    add(Method::Get, "/lon", portal::http::kPublic, Cache::Page,
        [](Context&) { return portal::http::page(std::string(5000, 'a'), 200, Cache::Page); });
    add(Method::Get, "/ghep", portal::http::kPublic, Cache::Page, [](Context&) {
      return portal::http::page("<!--# include virtual=\"/x\" -->" + std::string(5000, 'a'), 200,
                                Cache::Page);
    });
    add(Method::Get, "/banh", portal::http::kPublic, Cache::Page, [](Context&) {
      Response response = portal::http::page("x", 200, Cache::Page);
      response.cookies.push_back({"a", "b"});
      return response;
    });
    add(Method::Get, "/doi", portal::http::kPublic, Cache::Page,
        [](Context&) { return portal::http::redirect("/moi", 301, Cache::Page); });
    add(Method::Get, "/_fragment/news/latest", portal::http::kInternal, Cache::Page,
        [](Context&) { return portal::http::page(std::string(5000, 'f'), 200, Cache::Page); });
    add(Method::Get, "/quan-tri/", portal::http::kStaff, Cache::NoStore, ok);
    add(Method::Post, "/quan-tri/luu", portal::http::kStaff, Cache::NoStore, ok);
    add(Method::Get, "/quan-tri/tai-khoan",
        portal::access::needs(portal::access::Capability::ManageAccounts), Cache::NoStore, ok);
    add(Method::Get, "/quan-tri/dang-nhap", portal::http::kAnonymous, Cache::NoStore, ok);
    add(Method::Post, "/quan-tri/dang-nhap", portal::http::kAnonymous, Cache::NoStore, ok);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(respond, Plain)

BOOST_AUTO_TEST_CASE(every_answer_has_id_and_cache_headers) {
  for (const char* uri : {"/", "/gop-y", "/absent", "/hong", "/%00"}) {
    BOOST_TEST_CONTEXT(uri) {
      const Response got = respond(Face::Public, get(uri));
      BOOST_TEST(header(got, "X-Request-Id").size() == 32U);
      BOOST_TEST(!header(got, "Cache-Control").empty());
      BOOST_TEST(!header(got, "X-Accel-Expires").empty());
      BOOST_TEST(header(got, "Content-Length") == std::to_string(got.body.size()));
    }
  }
}

BOOST_AUTO_TEST_CASE(statuses_follow_the_request) {
  struct Case {
    const char* label;
    RawRequest raw;
    int want;
    const char* expires;  // X-Accel-Expires
  };

  const Case cases[] = {
      {"page", get("/"), 200, "1"},
      {"page that must not be kept", get("/gop-y"), 200, "0"},
      {"unknown path, may be kept", get("/absent"), 404, "1"},
      {"not found by the handler", get("/bai/1"), 404, "1"},
      {"gone", get("/bai/410"), 410, "1"},
      {"renamed", get("/doi"), 301, "1"},
      {"exception", get("/hong"), 500, "0"},
      {"database away", get("/co-so-du-lieu"), 503, "0"},
      {"malformed", get("/%zz"), 400, "0"},
      {"no such method", with(get("/"), "REQUEST_METHOD", "DELETE"), 405, "0"},
      {"POST where only GET is", post("/", ""), 405, "0"},
      {"GET where only POST is", get("/chi-gui"), 405, "0"},
      {"unknown POST", post("/absent", ""), 404, "0"},
      {"cookie makes it private", get("/banh"), 200, "0"},
      {"public post", post("/gop-y", "a=1"), 200, "0"},
      {"too large", post("/gop-y", "a=" + std::string(4096, 'x')), 413, "0"},
      {"fragment asked by a visitor", get("/_fragment/news/latest"), 404, "1"},
      {"health of another program", get("/_health/admin"), 404, "0"},
      {"health from elsewhere", with(get("/_health/news"), "REMOTE_ADDR", "192.0.2.1"), 404, "0"},
      {"health without database", with(get("/_health/news"), "REMOTE_ADDR", "127.0.0.1"), 503, "0"},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const Response got = respond(Face::Public, c.raw);
      BOOST_TEST(got.status == c.want);
      BOOST_TEST(header(got, "X-Accel-Expires") == c.expires);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_405_names_the_methods) {
  BOOST_TEST(header(respond(Face::Public, post("/", "")), "Allow") == "GET, HEAD");
  BOOST_TEST(header(respond(Face::Public, get("/chi-gui")), "Allow") == "POST");
  BOOST_TEST(header(respond(Face::Public, with(get("/"), "REQUEST_METHOD", "PUT")), "Allow") ==
             "GET, HEAD, POST");
}

BOOST_AUTO_TEST_CASE(errors_show_the_id_and_no_detail) {
  const Response got = respond(Face::Public, get("/hong"));
  BOOST_TEST(got.body.find(kId) != std::string::npos);
  BOOST_TEST(got.body.find("secret detail") == std::string::npos);
  BOOST_TEST(header(respond(Face::Public, get("/co-so-du-lieu")), "Retry-After") == "5");
}

BOOST_AUTO_TEST_CASE(an_error_page_that_fails_is_replaced) {
  const Response got = respond(Face::Public, get("/absent"));
  BOOST_TEST(got.body.find("<h1>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(head_is_get_without_body_and_is_never_kept) {
  const Response got = respond(Face::Public, with(get("/lon"), "REQUEST_METHOD", "HEAD"));
  BOOST_TEST(got.status == 200);
  BOOST_TEST(got.body.empty());
  BOOST_TEST(header(got, "Content-Length") == "5000");
  BOOST_TEST(header(got, "X-Accel-Expires") == "0");
}

BOOST_AUTO_TEST_CASE(undeclared_query_keys_are_dropped) {
  BOOST_TEST(respond(Face::Public, get("/danh-sach/?fbclid=1&truoc=2")).body == "2|");
}

BOOST_AUTO_TEST_CASE(a_page_is_compressed_once_and_validated_per_encoding) {
  const Response plain = respond(Face::Public, get("/lon"));
  const Response br = respond(Face::Public, with(get("/lon"), "HTTP_ACCEPT_ENCODING", "br"));
  const Response gz = respond(Face::Public, with(get("/lon"), "HTTP_ACCEPT_ENCODING", "gzip"));
  BOOST_TEST(header(plain, "Content-Encoding").empty());
  BOOST_TEST(header(br, "Content-Encoding") == "br");
  BOOST_TEST(header(gz, "Content-Encoding") == "gzip");
  BOOST_TEST(br.body.size() < 200U);
  BOOST_TEST(gz.body.substr(0, 2) == "\x1F\x8B");
  for (const Response* response : {&plain, &br, &gz})
    BOOST_TEST(header(*response, "Vary") == "Accept-Encoding");
  BOOST_TEST(header(plain, "ETag") != header(br, "ETag"));
  BOOST_TEST(header(gz, "ETag") != header(br, "ETag"));

  const Response known =
      respond(Face::Public, with(with(get("/lon"), "HTTP_ACCEPT_ENCODING", "br"),
                                 "HTTP_IF_NONE_MATCH", "\"x\", W/" + header(br, "ETag")));
  BOOST_TEST(known.status == 304);
  BOOST_TEST(known.body.empty());
  BOOST_TEST(header(known, "ETag") == header(br, "ETag"));
  BOOST_TEST(
      respond(Face::Public, with(get("/lon"), "HTTP_IF_NONE_MATCH", header(br, "ETag"))).status ==
      200);
}

BOOST_AUTO_TEST_CASE(composed_pages_and_fragments_travel_as_they_are) {
  const Response page = respond(Face::Public, with(get("/ghep"), "HTTP_ACCEPT_ENCODING", "br"));
  BOOST_TEST(header(page, "Content-Encoding").empty());
  BOOST_TEST(header(page, "ETag").empty());
  RawRequest raw =
      with(with(get("/"), "DOCUMENT_URI", "/_fragment/news/latest"), "HTTP_ACCEPT_ENCODING", "br");
  const Response fragment = respond(Face::Public, raw);
  BOOST_TEST(fragment.status == 200);
  BOOST_TEST(fragment.body.size() == 5000U);
  BOOST_TEST(header(fragment, "ETag").empty());
  // A subrequest reaches nothing but fragments.
  BOOST_TEST(respond(Face::Public, with(get("/"), "DOCUMENT_URI", "/_fragment/other")).status ==
             404);
}

BOOST_AUTO_TEST_CASE(public_forms_come_from_our_own_pages) {
  struct Case {
    const char* label;
    std::string origin, fetch_site;
    int want;
  };

  const std::string own = "http://localhost:8080";
  const Case cases[] = {
      {"neither header", "", "", 200},
      {"own origin", own, "same-origin", 200},
      {"other origin", "http://evil.example", "", 403},
      {"cross-site", own, "cross-site", 403},
      {"same-site is another host", "", "same-site", 403},
      {"typed by the reader, from no site", "", "none", 200},
      {"null alone", "null", "", 403},
      {"null from our page", "null", "same-origin", 200},
      {"office's origin", "http://quantri.localhost:8080", "", 403},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      RawRequest raw = post("/gop-y", "a=1");
      if (!c.origin.empty()) raw.variables["HTTP_ORIGIN"] = c.origin;
      if (!c.fetch_site.empty()) raw.variables["HTTP_SEC_FETCH_SITE"] = c.fetch_site;
      BOOST_TEST(respond(Face::Public, raw).status == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_visitor_of_the_office_is_sent_to_log_in_and_comes_back) {
  const Response got = respond(Face::Office, get("/quan-tri/?truoc=a%20b&x=1"));
  BOOST_TEST(got.status == 303);
  BOOST_TEST(header(got, "Location") ==
             "/quan-tri/dang-nhap?tiep=%2Fquan-tri%2F%3Ftruoc%3Da%2520b");
  BOOST_TEST(respond(Face::Office, get("/quan-tri/tai-khoan")).status == 303);
  BOOST_TEST(respond(Face::Office, get("/quan-tri/dang-nhap")).status == 200);
  BOOST_TEST(header(respond(Face::Office, get("/absent")), "X-Accel-Expires") == "0");
}

BOOST_AUTO_TEST_CASE(what_was_typed_survives_the_end_of_a_session) {
  const Response got = respond(
      Face::Office,
      post("/quan-tri/luu", "_csrf=old&title=H%E1%BB%99+%3Cb%3E&unit%5B%5D=1&unit%5B%5D=2"));
  BOOST_TEST(got.status == 401);
  BOOST_TEST(got.body.find("action=\"/quan-tri/dang-nhap\"") != std::string::npos);
  BOOST_TEST(got.body.find("name=\"held_path\" value=\"/quan-tri/luu\"") != std::string::npos);
  BOOST_TEST(got.body.find("name=\"held_title\" value=\"Hộ &lt;b&gt;\"") != std::string::npos);
  BOOST_TEST(got.body.find("name=\"held_unit[]\" value=\"2\"") != std::string::npos);
  BOOST_TEST(got.body.find("held__csrf") == std::string::npos);
  BOOST_REQUIRE(got.cookies.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_form_of_another_site_is_not_carried_through_the_login) {
  const RawRequest own = post("/quan-tri/luu", "title=a");
  BOOST_TEST(respond(Face::Office, with(own, "HTTP_SEC_FETCH_SITE", "same-origin")).status == 401);
  BOOST_TEST(respond(Face::Office, with(own, "HTTP_SEC_FETCH_SITE", "none")).status == 401);
  for (const char* site : {"cross-site", "same-site"}) {
    const Response got = respond(Face::Office, with(own, "HTTP_SEC_FETCH_SITE", site));
    BOOST_TEST(got.status == 403);
    BOOST_TEST(got.body.find("held_") == std::string::npos);
  }
  for (const char* origin : {"http://evil.example", "http://localhost:8080", "null"})
    BOOST_TEST(respond(Face::Office, with(own, "HTTP_ORIGIN", origin)).status == 403);
}

BOOST_AUTO_TEST_CASE(a_form_with_nothing_in_it_leads_to_the_login) {
  const Response got = respond(Face::Office, post("/quan-tri/luu", "_csrf=old"));
  BOOST_TEST(got.status == 303);
  BOOST_TEST(header(got, "Location") == "/quan-tri/dang-nhap");
}

BOOST_AUTO_TEST_CASE(forms_before_login_need_their_token) {
  BOOST_TEST(respond(Face::Office, post("/quan-tri/dang-nhap", "a=1")).status == 403);
  const auto pre = portal::access::make_pre_login({}, config());
  const std::string cookie =
      portal::access::pre_login_cookie(config(), pre.cookie_value).name + "=" + pre.cookie_value;
  RawRequest raw = with(post("/quan-tri/dang-nhap", "_csrf=" + pre.token), "HTTP_COOKIE", cookie);
  BOOST_TEST(respond(Face::Office, raw).status == 200);
  BOOST_TEST(respond(Face::Office, with(raw, "HTTP_ORIGIN", "http://localhost:8080")).status ==
             403);
}

BOOST_AUTO_TEST_CASE(
    a_session_cookie_without_a_database_is_503_in_the_office_and_nothing_in_public) {
  const std::string cookie = "portal=" + std::string(64, 'a');
  BOOST_TEST(respond(Face::Office, with(get("/quan-tri/"), "HTTP_COOKIE", cookie)).status == 503);
  BOOST_TEST(respond(Face::Public, with(get("/"), "HTTP_COOKIE", cookie)).status == 200);
}

BOOST_AUTO_TEST_CASE(each_kind_of_fault_has_one_status) {
  const std::pair<FaultKind, int> cases[] = {
      {FaultKind::NotFound, 404},      {FaultKind::Gone, 410},      {FaultKind::Forbidden, 403},
      {FaultKind::Invalid, 422},       {FaultKind::Stale, 409},     {FaultKind::Conflict, 409},
      {FaultKind::NotAllowedNow, 409}, {FaultKind::Throttled, 429}, {FaultKind::TooLarge, 413},
      {FaultKind::BadRequest, 400}};
  for (const auto& [kind, want] : cases) BOOST_TEST(portal::server::status_of(kind) == want);
}

BOOST_AUTO_TEST_SUITE_END()
