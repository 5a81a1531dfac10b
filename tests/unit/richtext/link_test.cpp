// Rules of shared/richtext/link.h: where text written by people may lead.
#include "shared/richtext/link.h"

#include <boost/test/unit_test.hpp>

using namespace portal::richtext;

BOOST_AUTO_TEST_SUITE(richtext_link)

struct Case {
  const char* label;
  std::string input;
  std::string want;  // "" = refused; "=" = unchanged
};

BOOST_AUTO_TEST_CASE(only_addresses_of_the_allow_list_pass) {
  const Case cases[] = {
      {"https", "https://moj.gov.vn/tin?id=1&b=2#x", "="},
      {"http with port", "http://localhost:8080/", "="},
      {"host alone", "https://vidu.vn", "="},
      {"capitals in the scheme", "HTTPS://Vidu.vn/A", "https://Vidu.vn/A"},
      {"spaces around", "  /tin-tuc/ \n", "/tin-tuc/"},
      {"path letters are encoded", "/tìm", "/t%C3%ACm"},
      {"decomposed path is composed first", "/ti\u0300m", "/t%C3%ACm"},
      {"site", "/", "="},
      {"site with query", "/tim-kiem?q=h%E1%BB%99", "="},
      {"fragment", "#muc-ho-so", "="},
      {"mail", "mailto:banbientap@vidu.vn", "="},
      {"mail with subject", "mailto:a@vidu.vn?subject=G%C3%B3p%20%C3%BD", "="},
      {"telephone", "tel:+84-210-3800000", "="},
      {"empty", "", ""},
      {"spaces only", "  ", ""},
      {"javascript", "javascript:alert(1)", ""},
      {"javascript in capitals", "JaVaScRiPt:alert(1)", ""},
      {"javascript behind a control", "\x01javascript:alert(1)", ""},
      {"javascript with a tab inside", "java\tscript:alert(1)", ""},
      {"javascript with an escape", "javascript%3Aalert(1)", ""},
      {"data", "data:text/html,x", ""},
      {"vbscript", "vbscript:x", ""},
      {"file", "file:///etc/passwd", ""},
      {"ftp", "ftp://vidu.vn/", ""},
      {"blob", "blob:https://vidu.vn/x", ""},
      {"no scheme", "vidu.vn/tin", ""},
      {"relative", "../tin", ""},
      {"scheme-relative", "//vidu.vn/", ""},
      {"backslash host", "/\\vidu.vn", ""},
      {"https with backslashes", "https:\\\\vidu.vn", ""},
      {"https with one slash", "https:/vidu.vn", ""},
      {"https without a host", "https:///tin", ""},
      {"https with nothing", "https://", ""},
      {"user name before the host", "https://sotuphap.vidu.vn@ac.example/", ""},
      {"password", "https://a:b@vidu.vn/", ""},
      {"letters in the host", "https://sở-tư-pháp.vn/", ""},
      {"escape in the host", "https://%76idu.vn/", ""},
      {"dot first", "https://.vidu.vn/", ""},
      {"two dots", "https://vidu..vn/", ""},
      {"port that is no number", "https://vidu.vn:80a/", ""},
      {"empty port", "https://vidu.vn:/", ""},
      {"space inside", "https://vidu.vn/a b", ""},
      {"quote", "https://vidu.vn/\"onclick=x", ""},
      {"angle bracket", "https://vidu.vn/<script>", ""},
      {"hidden character", "https://vidu.vn/\u200B", ""},
      {"half an escape", "/a%2", ""},
      {"escape that is none", "/a%zz", ""},
      {"escaped line break", "mailto:a@vidu.vn?subject=x%0d%0aBcc:b@vidu.vn", ""},
      {"escaped NUL", "/a%00", ""},
      {"hash alone", "#", ""},
      {"mail without a host", "mailto:a", ""},
      {"two mail addresses", "mailto:a@vidu.vn,b@vidu.vn", ""},
      {"mail to nobody", "mailto:@vidu.vn", ""},
      {"telephone with letters", "tel:1900-ABC", ""},
      {"telephone too short", "tel:11", ""},
      {"plus in the middle", "tel:84+210380", ""},
      {"bad UTF-8", "/\xFF", ""},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto got = clean_href(c.input);
      if (c.want.empty()) {
        BOOST_TEST(!got.has_value());
        continue;
      }
      BOOST_REQUIRE_MESSAGE(got.has_value(), (got ? std::string() : got.error().message));
      BOOST_TEST(*got == (c.want == "=" ? c.input : c.want));
      BOOST_TEST(clean_href(*got).value() == *got);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_name_before_the_host_is_refused_for_what_it_is) {
  BOOST_TEST(clean_href("https://sotuphap.vidu.vn@ac.example/").error().message ==
             "Liên kết không được chứa tên người dùng hay mật khẩu trước tên miền.");
}

BOOST_AUTO_TEST_CASE(an_address_has_a_longest_form) {
  BOOST_TEST(clean_href("/" + std::string(kMaxHrefBytes - 1, 'a')).has_value());
  BOOST_TEST(!clean_href("/" + std::string(kMaxHrefBytes, 'a')).has_value());
  std::string letters = "/";
  for (int i = 0; i < 300; ++i) letters += "ộ";
  BOOST_TEST(!clean_href(letters).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
