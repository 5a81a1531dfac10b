#include "shared/http/request.h"

#include <boost/test/unit_test.hpp>

using portal::http::Encoding;
using portal::http::Method;
using portal::http::parse_request;
using portal::http::RawRequest;
using portal::http::RequestLimits;

namespace {

RawRequest get(std::string uri) {
  RawRequest raw;
  raw.variables = {
      {"REQUEST_METHOD", "GET"}, {"REQUEST_URI", std::move(uri)}, {"HTTP_HOST", "localhost:8080"}};
  return raw;
}

RawRequest post(std::string body, std::string type = "application/x-www-form-urlencoded") {
  RawRequest raw = get("/quan-tri/tin-bai/moi");
  raw.variables["REQUEST_METHOD"] = "POST";
  raw.variables["CONTENT_TYPE"] = std::move(type);
  raw.variables["CONTENT_LENGTH"] = std::to_string(body.size());
  raw.body = std::move(body);
  return raw;
}

RawRequest with(RawRequest raw, const std::string& name, std::string value) {
  raw.variables[name] = std::move(value);
  return raw;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request)

BOOST_AUTO_TEST_CASE(paths_are_decoded_once_and_composed) {
  struct Case {
    std::string_view uri;
    std::string_view want;
  };

  const Case cases[] = {
      {"/", "/"},
      {"/tin-tuc/", "/tin-tuc/"},
      {"/tin-tuc/abc?truoc=1", "/tin-tuc/abc"},
      {"/%74in", "/tin"},
      {"/ho%CC%82", "/hô"},
      {"/a%2541", "/a%41"},
      {"/a+b", "/a+b"},
      {"/.well-known", "/.well-known"},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.uri) {
      const auto got = parse_request(get(std::string{c.uri}));
      BOOST_REQUIRE(got.has_value());
      BOOST_TEST(got->path == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(paths_that_two_programs_could_read_differently_are_refused) {
  for (const char* uri : {"",           "tin-tuc",
                          "//",         "/a//b",
                          "/./a",       "/a/..",
                          "/a/../b",    "/%2e%2e/b",
                          "/a%2Fb",     "/a%2fb",
                          "/a%00",      "/a%0A",
                          "/a%7F",      "/a%",
                          "/a%4",       "/a%GG",
                          "/%c0%af",    "/%ED%A0%80",
                          "/\xFF",      "/a\tb",
                          "/%EF%BF%BF", "http://localhost/a",
                          "*"}) {
    BOOST_TEST_CONTEXT(uri) {
      const auto got = parse_request(get(uri));
      BOOST_REQUIRE(!got.has_value());
      BOOST_TEST(got.error().status == 400);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_fragment_is_named_by_document_uri) {
  RawRequest raw =
      with(with(get("/"), "DOCUMENT_URI", "/_fragment/news/latest"), "QUERY_STRING", "");
  const auto got = parse_request(raw);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->is_fragment);
  BOOST_TEST(got->path == "/_fragment/news/latest");
  // A visitor who asks for it by name is not nginx: DOCUMENT_URI alone decides.
  BOOST_TEST(
      !parse_request(with(get("/_fragment/news/latest"), "DOCUMENT_URI", "/index"))->is_fragment);
}

BOOST_AUTO_TEST_CASE(each_fault_has_its_status_and_a_vietnamese_sentence) {
  struct Case {
    const char* label;
    RawRequest raw;
    int want;
  };

  RawRequest repeated = get("/");
  repeated.repeated_header = true;
  RawRequest cut = post("a=1");
  cut.body_complete = false;
  RawRequest get_with_body = get("/");
  get_with_body.body = "x";
  const Case cases[] = {
      {"PUT", with(get("/"), "REQUEST_METHOD", "PUT"), 405},
      {"no method", with(get("/"), "REQUEST_METHOD", ""), 405},
      {"lower case method", with(get("/"), "REQUEST_METHOD", "get"), 405},
      {"long path", get("/" + std::string(1024, 'a')), 414},
      {"long query", get("/?q=" + std::string(4095, 'a')), 414},
      {"large header", with(get("/"), "HTTP_COOKIE", std::string(33 * 1024, 'c')), 431},
      {"header twice", repeated, 400},
      {"bad query", get("/?a=%ff"), 400},
      {"query key twice", get("/?a=1&a=2"), 400},
      {"line break in a query", get("/?a=%0A"), 400},
      {"C1 control in a query", get("/?a=%C2%85"), 400},
      {"bad host", with(get("/"), "HTTP_HOST", "a b"), 400},
      {"host with a slash", with(get("/"), "HTTP_HOST", "a/b"), 400},
      {"body with GET", get_with_body, 400},
      {"no content type", post("a=1", ""), 415},
      {"JSON", post("{}", "application/json"), 415},
      {"text/plain, which forms may send across sites", post("a=1", "text/plain"), 415},
      {"multipart without boundary", post("a=1", "multipart/form-data"), 400},
      {"a length that is no number", with(post("a=1"), "CONTENT_LENGTH", "3x"), 400},
      {"a negative length", with(post("a=1"), "CONTENT_LENGTH", "-3"), 400},
      {"fewer bytes than declared (trap 4)", with(post("a=1"), "CONTENT_LENGTH", "1000000"), 400},
      {"more bytes than declared", with(post("a=1"), "CONTENT_LENGTH", "2"), 400},
      {"broken off", cut, 400},
      {"too large by its length, unread", with(post(""), "CONTENT_LENGTH", "4194305"), 413},
      {"too many fields", post([] {
         std::string body;
         for (int i = 0; i < 401; ++i) body += "f" + std::to_string(i) + "=1&";
         return body;
       }()),
       413},
      {"field twice", post("a=1&a=2"), 400},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto got = parse_request(c.raw);
      BOOST_REQUIRE(!got.has_value());
      BOOST_TEST(got.error().status == c.want);
      BOOST_TEST(got.error().message.size() > 20U);
    }
  }
}

BOOST_AUTO_TEST_CASE(limits_are_inclusive) {
  BOOST_TEST(parse_request(get("/" + std::string(1023, 'a'))).has_value());
  BOOST_TEST(parse_request(get("/?q=" + std::string(4094, 'a'))).has_value());
  RequestLimits limits;
  limits.max_body_bytes = 3;
  BOOST_TEST(parse_request(post("a=1"), limits).has_value());
  BOOST_TEST(parse_request(post("a=12"), limits).error().status == 413);
}

BOOST_AUTO_TEST_CASE(a_post_gives_its_form) {
  const auto got = parse_request(
      post("title=H%E1%BB%99&body=a%0D%0Ab", "application/x-www-form-urlencoded; charset=UTF-8"));
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->form.get("title") == "Hộ");
  BOOST_TEST(got->form.get("body") == "a\nb");
  const auto parts =
      parse_request(post("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n",
                         "multipart/form-data; boundary=\"x\""));
  BOOST_REQUIRE(parts.has_value());
  BOOST_TEST(parts->form.get("a") == "1");
  BOOST_TEST(parse_request(post("")).has_value());
}

BOOST_AUTO_TEST_CASE(headers_become_plain_values) {
  RawRequest raw = get("/?b=2");
  raw.variables["HTTP_HOST"] = "QuanTri.Localhost:8080";
  raw.variables["HTTP_COOKIE"] = "portal=abc";
  raw.variables["HTTP_USER_AGENT"] = std::string(400, 'u') + "\n";
  raw.variables["HTTP_ORIGIN"] = "http://x\r\ny";
  raw.variables["REQUEST_ID"] = "0123456789abcdef0123456789abcdef";
  const auto got = parse_request(raw);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->host == "quantri.localhost");
  BOOST_TEST(got->cookies.get("portal") == "abc");
  BOOST_TEST(got->user_agent.size() == 300U);
  BOOST_TEST(got->origin == "http://x??y");
  BOOST_TEST(got->request_id == "0123456789abcdef0123456789abcdef");
  BOOST_TEST(got->query.get("b") == "2");
  BOOST_TEST(parse_request(with(get("/"), "REQUEST_ID", "forged"))->request_id.size() == 32U);
  BOOST_TEST(parse_request(with(get("/"), "HTTP_HOST", "[::1]:80"))->host == "[::1]");
}

BOOST_AUTO_TEST_CASE(query_string_of_nginx_goes_before_the_address) {
  // nginx drops undeclared keys from QUERY_STRING; REQUEST_URI still has them.
  BOOST_TEST(parse_request(with(get("/?a=1&b=2"), "QUERY_STRING", "a=1"))->query.pairs().size() ==
             1U);
  BOOST_TEST(parse_request(with(get("/?a=1"), "QUERY_STRING", ""))->query.empty());
}

BOOST_AUTO_TEST_CASE(the_best_encoding_is_chosen) {
  struct Case {
    std::string_view header;
    Encoding want;
  };

  const Case cases[] = {{"", Encoding::Identity},         {"br", Encoding::Brotli},
                        {"gzip", Encoding::Gzip},         {"gzip, deflate, br", Encoding::Brotli},
                        {"br;q=0, gzip", Encoding::Gzip}, {"gzip;q=0.5", Encoding::Gzip},
                        {"deflate", Encoding::Identity},  {"brx", Encoding::Identity}};
  for (const Case& c : cases)
    BOOST_TEST_CONTEXT(c.header)
    BOOST_TEST(
        (parse_request(with(get("/"), "HTTP_ACCEPT_ENCODING", std::string{c.header}))->encoding ==
         c.want));
}

BOOST_AUTO_TEST_CASE(head_is_its_own_method) {
  BOOST_TEST((parse_request(with(get("/"), "REQUEST_METHOD", "HEAD"))->method == Method::Head));
}

BOOST_AUTO_TEST_CASE(an_api_takes_json_as_one_field_and_no_form_of_a_browser) {
  RawRequest json = post("{\"title\":\"x\"}", "application/json; charset=utf-8");
  json.takes_json = true;
  json = with(json, "HTTP_AUTHORIZATION", "Bearer abc");
  json = with(json, "HTTP_IDEMPOTENCY_KEY", "k-1");
  const auto request = portal::http::parse_request(json);
  BOOST_REQUIRE(request.has_value());
  BOOST_TEST(request->form.get(portal::http::kJsonField) == "{\"title\":\"x\"}");
  BOOST_TEST(request->authorization == "Bearer abc");
  BOOST_TEST(request->idempotency_key == "k-1");
  RawRequest bad = post("\"\xFF\"", "application/json");
  bad.takes_json = true;
  BOOST_TEST(portal::http::parse_request(bad).error().status == 400);
  RawRequest form = post("document=1");
  form.takes_json = true;
  BOOST_TEST(portal::http::parse_request(form).error().status == 415);
}

BOOST_AUTO_TEST_SUITE_END()
