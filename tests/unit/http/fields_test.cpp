#include "shared/http/fields.h"

#include <boost/test/unit_test.hpp>

using portal::base::FaultKind;
using portal::http::Fields;
using portal::http::parse_cookies;
using portal::http::parse_multipart;
using portal::http::parse_urlencoded;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Accepted {
  const char* label;
  std::string_view text;
  Pairs want;
};

struct Refused {
  const char* label;
  std::string text;
  FaultKind want;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(urlencoded_text_becomes_nfc_pairs) {
  const Accepted cases[] = {
      {"empty", "", {}},
      {"one", "a=1", {{"a", "1"}}},
      {"no value", "a", {{"a", ""}}},
      {"empty pieces are nothing", "&a=1&&", {{"a", "1"}}},
      {"plus and percent", "q=h%E1%BB%99+t%E1%BB%8Bch%2B", {{"q", "hộ tịch+"}}},
      {"decomposed letters are composed", "q=ho%CC%82%CC%A3", {{"q", "hộ"}}},
      {"raw UTF-8", "q=hộ", {{"q", "hộ"}}},
      {"CR LF and CR become LF", "t=a%0D%0Ab%0Dc%0Ad", {{"t", "a\nb\nc\nd"}}},
      {"a tab stays", "t=a%09b", {{"t", "a\tb"}}},
      {"names with [] repeat", "x%5B%5D=1&x[]=2", {{"x[]", "1"}, {"x[]", "2"}}},
      {"'=' in a value", "a=b=c", {{"a", "b=c"}}},
      {"pasted controls stay, to be named", "a=b%0Bc%C2%85%EF%BF%BF", {{"a", "b\vc\u0085\uffff"}}},
  };
  for (const Accepted& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto got = parse_urlencoded(c.text);
      BOOST_REQUIRE(got.has_value());
      BOOST_TEST((got->pairs() == c.want));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_no_honest_client_sends_is_refused) {
  using namespace std::string_literals;
  const Refused cases[] = {
      {"a duplicate", "a=1&a=2", FaultKind::BadRequest},
      {"a duplicate in other bytes", "ho%CC%82=1&h%C3%B4=2", FaultKind::BadRequest},
      {"no name", "=1", FaultKind::BadRequest},
      {"half an escape", "a=%4", FaultKind::BadRequest},
      {"a wrong escape", "a=%zz", FaultKind::BadRequest},
      {"overlong UTF-8", "a=%C0%AF", FaultKind::BadRequest},
      {"a surrogate", "a=%ED%A0%80", FaultKind::BadRequest},
      {"over U+10FFFF", "a=%F4%90%80%80", FaultKind::BadRequest},
      {"NUL", "a=%00", FaultKind::BadRequest},
      {"NUL after a control", "a=%0B%00", FaultKind::BadRequest},
      {"bad UTF-8 after a control", "a=%0B%FF", FaultKind::BadRequest},
      {"a control in a name", "a%0B=1", FaultKind::BadRequest},
      {"a raw NUL", "a=\0"s, FaultKind::BadRequest},
      {"a line break in a name", "a%0Ab=1", FaultKind::BadRequest},
      {"a long name", std::string(101, 'n') + "=1", FaultKind::TooLarge},
  };
  for (const Refused& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto got = parse_urlencoded(c.text);
      BOOST_REQUIRE(!got.has_value());
      BOOST_TEST((got.error().kind == c.want));
      BOOST_TEST(!got.error().message.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(limits_hold_exactly_and_are_named) {
  portal::http::FieldLimits limits;
  limits.max_fields = 2;
  limits.max_value_bytes = 1024;
  BOOST_TEST(parse_urlencoded("a=1&b=2", limits).has_value());
  const auto third = parse_urlencoded("a=1&b=2&c=3", limits);
  BOOST_REQUIRE(!third.has_value());
  BOOST_TEST(third.error().message.find("2 ô") != std::string::npos);
  BOOST_TEST(parse_urlencoded("a=" + std::string(1024, 'x'), limits).has_value());
  const auto longer = parse_urlencoded("a=" + std::string(1025, 'x'), limits);
  BOOST_REQUIRE(!longer.has_value());
  BOOST_TEST((longer.error().kind == FaultKind::TooLarge));
  BOOST_TEST(longer.error().message.find("1 KB") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_pair_of_bytes_is_either_valid_text_or_refused) {
  // F16: what is accepted must come back byte for byte after NFC, so accepted two-byte values are
  // exactly ASCII pairs and U+0080..U+07FF.
  constexpr std::string_view kHex = "0123456789ABCDEF";
  int accepted = 0;
  for (int first = 0x80; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; ++second) {
      const auto h = [&](int digit) { return kHex[static_cast<std::size_t>(digit)]; };
      const std::string text{
          'a', '=', '%', h(first >> 4), h(first & 15), '%', h(second >> 4), h(second & 15)};
      const bool is_text = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      if (parse_urlencoded(text).has_value() != is_text) BOOST_ERROR(text);
      accepted += is_text ? 1 : 0;
    }
  }
  BOOST_TEST(accepted == 0x800 - 0x80);
}

BOOST_AUTO_TEST_CASE(secrets_are_known_by_name_and_a_word_is_no_code) {
  using portal::http::is_secret_field;
  for (const char* name : {"password", "old_password", "secret"}) BOOST_TEST(is_secret_field(name, "x"));
  BOOST_TEST(is_secret_field("code", "123 456"));
  BOOST_TEST(!is_secret_field("code", "bo-tro-tu-phap"));
  BOOST_TEST(!is_secret_field("title", "123456"));
}

BOOST_AUTO_TEST_CASE(keep_only_drops_undeclared_keys) {
  Fields fields;
  fields.add("truoc", "x");
  fields.add("fbclid", "y");
  const std::array<std::string_view, 4> keys{"truoc", "sau"};
  fields.keep_only(keys);
  BOOST_TEST((fields.pairs() == Pairs{{"truoc", "x"}}));
}

BOOST_AUTO_TEST_CASE(bad_cookies_are_skipped_and_the_first_of_two_counts) {
  struct Case {
    const char* label;
    std::string_view header;
    Pairs want;
  };

  const Case cases[] = {
      {"none", "", {}},
      {"two", "a=1; b=2", {{"a", "1"}, {"b", "2"}}},
      {"planted second", "portal=good; portal=bad", {{"portal", "good"}}},
      {"no equals, no name", "junk; =1; a=1", {{"a", "1"}}},
      {"bytes outside the grammar", "a=h\xE1; b=\"q\"; c=1,2; d=4", {{"d", "4"}}},
      {"blanks around", "  a=1  ;\tb=2", {{"a", "1"}, {"b", "2"}}},
  };
  for (const Case& c : cases)
    BOOST_TEST_CONTEXT(c.label) BOOST_TEST((parse_cookies(c.header).pairs() == c.want));
}

BOOST_AUTO_TEST_CASE(url_encode_leaves_only_unreserved_characters) {
  BOOST_TEST(portal::http::url_encode("hộ tịch/a?b&c=~-._") ==
             "h%E1%BB%99%20t%E1%BB%8Bch%2Fa%3Fb%26c%3D~-._");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(multipart)

namespace {

std::string part(const std::string& head, const std::string& content) {
  return "--B\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

const std::string kTitle = "Content-Disposition: form-data; name=\"title\"";

}  // namespace

BOOST_AUTO_TEST_CASE(parts_become_fields) {
  const std::string body =
      part(kTitle, "Hộ tịch") +
      part("content-disposition: form-data; name=\"body\"\r\nContent-Type: text/plain",
           "a\r\nb--B\r\n") +
      part("Content-Disposition: form-data; name=\"empty\"", "") + "--B--\r\n";
  const auto got = parse_multipart(body, "B");
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST((got->pairs() == Pairs{{"title", "Hộ tịch"}, {"body", "a\nb--B\n"}, {"empty", ""}}));
}

BOOST_AUTO_TEST_CASE(malformed_bodies_are_refused) {
  struct Case {
    const char* label;
    std::string body;
    std::string boundary = "B";
  };

  const Case cases[] = {
      {"empty", ""},
      {"no boundary given", part(kTitle, "x") + "--B--", ""},
      {"boundary over 70 bytes", "", std::string(71, 'b')},
      {"preamble", "hello\r\n" + part(kTitle, "x") + "--B--"},
      {"cut in the content", "--B\r\n" + kTitle + "\r\n\r\nhalf"},
      {"cut in the head", "--B\r\n" + kTitle},
      {"no closing delimiter", part(kTitle, "x")},
      {"epilogue", part(kTitle, "x") + "--B--\r\nmore"},
      {"no name", part("Content-Disposition: form-data", "x") + "--B--"},
      {"two names", part(kTitle + "; name=\"b\"", "x") + "--B--"},
      {"unquoted name", part("Content-Disposition: form-data; name=title", "x") + "--B--"},
      {"two dispositions", part(kTitle + "\r\n" + kTitle, "x") + "--B--"},
      {"transfer encoding",
       part(kTitle + "\r\nContent-Transfer-Encoding: base64", "eA==") + "--B--"},
      {"a file", part(kTitle + "; filename=\"a.pdf\"", "x") + "--B--"},
      {"a file in RFC 5987 form", part(kTitle + "; filename*=\"UTF-8''a\"", "x") + "--B--"},
      {"bad UTF-8", part(kTitle, "\xC0\xAF") + "--B--"},
      {"duplicate", part(kTitle, "x") + part(kTitle, "y") + "--B--"},
      {"head over 1 KB",
       part(kTitle + "\r\nContent-Type: " + std::string(1024, 't'), "x") + "--B--"},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto got = parse_multipart(c.body, c.boundary);
      BOOST_REQUIRE(!got.has_value());
      BOOST_TEST((got.error().kind == FaultKind::BadRequest));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
