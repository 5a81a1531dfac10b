// Bytes of mails to Unicode (shared/mime/words.h, html.h) and what the mail server says of their origin (authentication.h).
#include "shared/mime/words.h"

#include <boost/test/unit_test.hpp>

#include "shared/mime/authentication.h"
#include "shared/mime/html.h"

using namespace portal::mime;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(bytes_of_every_charset_become_unicode) {
  const struct {
    const char* label;
    std::string bytes;
    const char* charset;
    const char* want;
  } cases[] = {
      {"UTF-8", "Tư pháp", "utf-8", "Tư pháp"},
      {"UTF-8 that nobody named", "Tư pháp", "", "Tư pháp"},
      {"Windows-1258", "Ti\xEA\xECng", "windows-1258", "Ti\xC3\xAA\xCC\x81ng"},
      {"Latin-1", "caf\xE9", "iso-8859-1", "café"},
      {"UTF-16 with its mark", std::string("\xFF\xFE\x54\x00\xB0\x01", 6), "utf-16", "Tư"},
      {"a charset that nobody knows", "a b", "x-khong-co", "a b"},
      {"ASCII that is none", "Tư", "us-ascii", "Tư"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(to_utf8(c.bytes, c.charset) == c.want); }
}

BOOST_AUTO_TEST_CASE(old_vietnamese_bytes_without_a_charset_are_read) {
  // "Cộng hòa xã hội chủ nghĩa Việt Nam" in TCVN3.
  BOOST_TEST(to_utf8("C\xE9ng h\xDF\x61 x\xB7 h\xE9i ch\xF1 ngh\xDC\x61 Vi\xD6t Nam", "") == "Cộng hòa xã hội chủ nghĩa Việt Nam");
}

BOOST_AUTO_TEST_CASE(only_what_a_person_can_see_is_kept) {
  const struct {
    const char* label;
    std::string text;
    const char* want;
  } cases[] = {
      {"line ends of mails", "một\r\nhai\rba\n", "một\nhai\nba\n"},
      {"control characters", "a\x01\x1B[31mb", "a[31mb"},
      {"zero width and soft hyphen", "a\xE2\x80\x8B" "b\xC2\xAD" "c", "abc"},
      {"direction of writing", "cv\xE2\x80\xAE" "fdp.exe", "cvfdp.exe"},
      {"letters and marks apart", "Vie\xCC\xA3\xCC\x82t", "Việt"},
      {"a byte that is none", "a\xFF" "b", "a?b"},
      {"NUL", std::string("a\0b", 3), "ab"},
      {"a line separator", "a\xE2\x80\xA8" "b", "a\nb"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(visible(c.text) == c.want); }
  BOOST_TEST(visible_line("  một\nhai\t ba ", 7) == "một hai");
  BOOST_TEST(visible_line("", 7) == "");
}

BOOST_AUTO_TEST_CASE(base64_words_are_written_as_quoted_ones) {
  const struct {
    const char* label;
    const char* raw;
    const char* want;
  } cases[] = {
      {"none", "Tin thường", "Tin thường"},
      {"one", "=?UTF-8?B?w6E=?=", "=?UTF-8?Q?=C3=A1?="},
      {"two beside each other", "a =?utf-8?b?w6E=?= =?UTF-8?B?w6E=?= z", "a =?utf-8?Q?=C3=A1?= =?UTF-8?Q?=C3=A1?= z"},
      {"quoted ones stay", "=?UTF-8?Q?=C3=A1?=", "=?UTF-8?Q?=C3=A1?="},
      {"not ended", "=?UTF-8?B?w6E", "=?UTF-8?B?w6E"},
      {"no word at all", "1 =? 2 ?= 3", "1 =? 2 ?= 3"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(requoted(c.raw) == c.want); }
}

BOOST_AUTO_TEST_CASE(words_of_html_are_lines_without_scripts_and_styles) {
  const struct {
    const char* label;
    const char* html;
    const char* want;
  } cases[] = {
      {"paragraphs", "<p>Một  <b>hai</b>\n ba</p><p>bốn</p>", "Một hai ba\nbốn\n"},
      {"breaks", "một<br>hai<br/>ba", "một\nhai\nba\n"},
      {"lists", "<ul><li>một</li><li>hai</li></ul>", "- một\n- hai\n"},
      {"tables", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc\n"},
      {"script, style, comment", "<style>p{}</style><script>alert(1)</script><!-- x --><p>chữ</p>", "chữ\n"},
      {"entities", "<p>a &amp; b &lt;c&gt;&nbsp;d</p>", "a & b <c> d\n"},
      {"not closed", "<div><p>một<p>hai", "một\nhai\n"},
      {"nothing", "", ""},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(words_of_html(c.html) == c.want); }
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  BOOST_TEST(words_of_html(deep + "sâu").find('x') == std::string::npos);  // ends
}

BOOST_AUTO_TEST_CASE(only_the_own_mail_server_says_where_a_mail_comes_from) {
  const struct {
    const char* label;
    std::vector<std::string> headers;
    const char* id;
    Origin want;
  } cases[] = {
      {"nobody was configured", {"mx.vn; dmarc=pass"}, "", Origin::Unknown},
      {"it says nothing", {}, "mx.vn", Origin::Denied},
      {"DMARC passed", {"mx.vn; spf=none; dmarc=pass (p=reject) header.from=stp.gov.vn"}, "mx.vn", Origin::Proven},
      {"DMARC passed for another From than ours", {"mx.vn; dmarc=pass header.from=vidu.com"}, "mx.vn", Origin::Denied},
      {"DMARC failed although somebody signed", {"mx.vn; dkim=pass header.d=mail.stp.gov.vn; dmarc=fail"}, "mx.vn", Origin::Denied},
      {"signed by the domain", {"MX.vn 1; dkim=pass header.d=STP.gov.vn"}, "mx.vn", Origin::Proven},
      {"signed by another", {"mx.vn; dkim=pass header.d=la.com"}, "mx.vn", Origin::Denied},
      {"signed by what is above everybody", {"mx.vn; dkim=pass header.d=gov.vn"}, "mx.vn", Origin::Denied},
      {"sent by the domain's server", {"mx.vn; spf=pass smtp.mailfrom=thu@stp.gov.vn"}, "mx.vn", Origin::Proven},
      {"a header that came with the mail", {"la.com; dmarc=pass", "mx.vn; dmarc=fail"}, "mx.vn", Origin::Denied},
      {"a second one below", {"mx.vn; spf=fail", "mx.vn; dmarc=pass"}, "mx.vn", Origin::Denied},
      {"a comment is no result", {"mx.vn; spf=fail (dmarc=pass; dkim=pass)"}, "mx.vn", Origin::Denied},
      {"quotes hide nothing", {"mx.vn; spf=fail reason=\"x; dmarc=pass\""}, "mx.vn", Origin::Denied},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST((origin_of(c.headers, c.id, "stp.gov.vn") == c.want)); }
}

BOOST_AUTO_TEST_CASE(flowed_lines_are_joined_as_their_writer_had_them) {
  const struct {
    const char* label;
    std::string_view text;
    bool drops_space;
    std::string_view want;
  } cases[] = {
      {"a paragraph over two lines", "Sáng nay, Sở \r\nmở lớp.\r\n\r\nHết.\r\n", false, "Sáng nay, Sở mở lớp.\n\nHết.\n"},
      {"the space was the program's", "Sáng na \ny\n", true, "Sáng nay\n"},
      {"a line that was stuffed", " From đây\n >không trích\n", false, "From đây\n>không trích\n"},
      {"a quotation is joined within itself", "> Một \n> hai\nba\n", false, "> Một hai\nba\n"},
      {"a quotation that goes on nowhere", "> Một \nba\n", false, "> Một \nba\n"},
      {"a signature begins a line and ends none", "Trân trọng \n-- \nYến\n", false, "Trân trọng \n-- \nYến\n"},
      {"the last line goes on", "Hết ", false, "Hết "},
      {"nothing", "", false, ""},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(unflowed(c.text, c.drops_space) == c.want); }
}

BOOST_AUTO_TEST_SUITE_END()
