// Channels as they come, real and hostile (shared/feed/feed.h).
#include "shared/feed/feed.h"

#include <boost/test/unit_test.hpp>

#include <ctime>

using namespace portal;
using namespace portal::feed;

namespace {

constexpr std::string_view kAddress = "https://moj.example.vn/tin/rss.xml";

std::string rss(const std::string& items) { return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Kênh</title>" + items + "</channel></rss>"; }

Feed must(std::string_view bytes, std::string_view charset = "") {
  const auto feed = parse_feed(bytes, charset, kAddress);
  BOOST_REQUIRE_MESSAGE(feed.has_value(), (feed ? "" : feed.error().message));
  return *feed;
}

std::string why_not(std::string_view bytes, const Limits& limits = {}) {
  const auto feed = parse_feed(bytes, "", kAddress, limits);
  return feed ? "read" : feed.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feed_parser)

BOOST_AUTO_TEST_CASE(rss_2_with_everything) {
  const Feed feed = must(rss("<item><title>Hội nghị &amp;ldquo;đợt 2&amp;rdquo;</title><link>/tin/1</link><guid isPermaLink=\"false\"> ma-1 </guid>"
                             "<description>&lt;p&gt;Tóm tắt&lt;/p&gt;</description>"
                             "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[<p>Toàn văn</p>]]></content:encoded>"
                             "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Lò Văn Thử</dc:creator>"
                             "<media:title xmlns:media=\"http://search.yahoo.com/mrss/\">Ảnh</media:title><enclosure url=\"/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
                             "<pubDate>Mon, 30 Nov 2026 08:05:00 +0700</pubDate></item>"));
  BOOST_TEST(feed.title == "Kênh");
  BOOST_REQUIRE_EQUAL(feed.entries.size(), 1U);
  const Entry& entry = feed.entries[0];
  BOOST_TEST(entry.title == "Hội nghị “đợt 2”");
  BOOST_TEST(entry.link == "https://moj.example.vn/tin/1");
  BOOST_TEST(entry.html == "<p>Toàn văn</p>");
  BOOST_TEST(entry.author == "Lò Văn Thử");
  BOOST_TEST(entry.enclosures == 1U);
  BOOST_REQUIRE(entry.published.has_value());
  BOOST_TEST(base::format_iso(*entry.published) == "2026-11-30T08:05:00+07:00");
  BOOST_TEST(entry.key.size() == 64U);
}

BOOST_AUTO_TEST_CASE(an_entry_is_known_by_its_guid_then_its_link_then_its_words) {
  const Feed feed = must(rss("<item><guid>a</guid><link>/1</link><title>Một</title></item><item><guid>a</guid><link>/2</link><title>Hai</title></item>"
                             "<item><link>/3</link><title>Ba</title></item><item><link>/3</link><title>Bốn</title></item>"
                             "<item><title>Năm</title></item><item><title>Sáu</title></item>"));
  BOOST_REQUIRE_EQUAL(feed.entries.size(), 6U);
  BOOST_TEST(feed.entries[0].key == feed.entries[1].key);
  BOOST_TEST(feed.entries[2].key == feed.entries[3].key);
  BOOST_TEST(feed.entries[4].key != feed.entries[5].key);
  BOOST_TEST(feed.entries[0].key != feed.entries[2].key);
}

BOOST_AUTO_TEST_CASE(a_guid_that_is_an_address_is_its_page_and_one_that_is_none_is_not) {
  const Feed feed = must(rss("<item><guid>https://moj.example.vn/7</guid></item><item><guid isPermaLink=\"false\">https://moj.example.vn/8</guid></item>"
                             "<item><link>javascript:alert(1)</link></item><item><link>http://ten:mat@moj.example.vn/</link></item>"));
  BOOST_REQUIRE_EQUAL(feed.entries.size(), 4U);
  BOOST_TEST(feed.entries[0].link == "https://moj.example.vn/7");
  for (int i = 1; i < 4; ++i) BOOST_TEST(feed.entries[static_cast<std::size_t>(i)].link == "");
}

BOOST_AUTO_TEST_CASE(rss_1_has_its_items_beside_the_channel) {
  const Feed feed = must("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>K</title></channel>"
                         "<item rdf:about=\"https://moj.example.vn/1\"><title>Một</title><link>https://moj.example.vn/1</link></item></rdf:RDF>");
  BOOST_REQUIRE_EQUAL(feed.entries.size(), 1U);
  BOOST_TEST(feed.entries[0].title == "Một");
}

BOOST_AUTO_TEST_CASE(atom) {
  const Feed feed = must("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>K</title><entry xml:base=\"https://tinh.example.vn/a/\"><id>1</id>"
                         "<title type=\"text\">5 &lt; 7</title><link rel=\"self\" href=\"x\"/><link href=\"b\"/><link rel=\"enclosure\" href=\"c\"/>"
                         "<author><name>Ban Biên tập</name></author><updated>2026-11-30T01:05:00Z</updated><summary>dòng một\ndòng &amp; hai</summary></entry></feed>");
  BOOST_REQUIRE_EQUAL(feed.entries.size(), 1U);
  const Entry& entry = feed.entries[0];
  BOOST_TEST(entry.title == "5 < 7");
  BOOST_TEST(entry.link == "https://tinh.example.vn/a/b");
  BOOST_TEST(entry.html == "dòng một<br>dòng &amp; hai");
  BOOST_TEST(entry.author == "Ban Biên tập");
  BOOST_TEST(entry.enclosures == 1U);
  BOOST_TEST(base::format_iso(entry.published.value()) == "2026-11-30T08:05:00+07:00");
}

BOOST_AUTO_TEST_CASE(names_of_letters_that_html_has_and_xml_has_not_are_read) {
  const Feed feed = must(rss("<item><title>A&nbsp;B &ndash; &agrave;</title></item>"));
  BOOST_TEST(feed.entries.at(0).title == "A\u00A0B – à");
}

BOOST_AUTO_TEST_CASE(entities_are_refused_before_one_is_expanded) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c <= 'l'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><rss version=\"2.0\"><channel><item><title>&l;</title></item></channel></rss>";
  const std::clock_t begin = std::clock();  // of this processor, whatever else runs
  BOOST_TEST(why_not(bomb).find("khai báo thực thể") != std::string::npos);
  BOOST_TEST((std::clock() - begin < 2 * CLOCKS_PER_SEC));
  for (const char* declaration : {"<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY % x SYSTEM \"http://127.0.0.1/x.dtd\"> %x;", "<!ENTITY x \"y\">"})
    BOOST_TEST(why_not(std::string("<!DOCTYPE rss [") + declaration + "]><rss><channel/></rss>").find("thực thể") != std::string::npos, declaration);
  // In UTF-16 as well.
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel/></rss>")) wide += {c, '\0'};
  BOOST_TEST(why_not(wide).find("thực thể") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_document_type_that_is_only_named_is_not_fetched) {
  BOOST_TEST(must("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:1/rss-0.91.dtd\"><rss version=\"0.91\"><channel>"
                  "<item><title>x</title></item></channel></rss>")
                 .entries.size() == 1U);
}

BOOST_AUTO_TEST_CASE(size_and_number_are_limited) {
  const std::string big = rss("<item><title>" + std::string(100 * 1024 * 1024, 'a') + "</title></item>");
  const std::clock_t begin = std::clock();  // of this processor, whatever else runs
  BOOST_TEST(why_not(big).find("nhiều nhất là 8 MB") != std::string::npos);
  BOOST_TEST((std::clock() - begin < 2 * CLOCKS_PER_SEC));
  std::string many;
  for (int i = 0; i < 600; ++i) many += "<item><guid>" + std::to_string(i) + "</guid></item>";
  const Feed feed = must(rss(many));
  BOOST_TEST(feed.entries.size() == 500U);
  BOOST_TEST(feed.left_out == 100U);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  BOOST_TEST(why_not("<rss>" + deep).find("không phải XML") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_channel_is_said) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "trống"},
      {"   \n", "trống"},
      {"<!doctype HTML><html></html>", "trang web"},
      {"<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "trang web"},
      {"<opml/>", "không phải kênh tin"},
      {"{\"version\": \"https://jsonfeed.org/version/1\"}", "không phải XML"},
      {"<rss>\n<channel>\n<item></channel></rss>", "sai ở dòng 3"},
      {std::string("\0\0\0", 3), "không phải XML"},
  };
  for (const auto& [bytes, words] : cases) BOOST_TEST(why_not(bytes).find(words) != std::string::npos, bytes << ": " << why_not(bytes));
}

BOOST_AUTO_TEST_CASE(D4_1a_charsets) {
  const std::string title = "Sở Tư pháp";
  std::string cp1258 = "<?xml version=\"1.0\" encoding=\"windows-1258\"?><rss><channel><item><title>S\xF5\xD2 T\xFD ph\xE1p</title></item></channel></rss>";
  BOOST_TEST(must(cp1258).entries.at(0).title == title);
  // The server knows better than the document, a byte order mark better than both.
  std::string labelled = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>" + title + "</title></item></channel></rss>";
  BOOST_TEST(must(labelled, "utf-8").entries.at(0).title == title);
  BOOST_TEST(must("\xEF\xBB\xBF" + labelled, "iso-8859-1").entries.at(0).title == title);
  BOOST_TEST(must("  \n" + labelled, "utf-8").entries.at(0).title == title);
  // TCVN3 behind a UTF-8 label.
  BOOST_TEST(must(rss("<item><title>Céng hßa x· héi chñ nghÜa ViÖt Nam</title></item>")).entries.at(0).title == "Cộng hòa xã hội chủ nghĩa Việt Nam");
  // A charset that nobody has.
  BOOST_TEST(must(rss("<item><title>" + title + "</title></item>"), "x-khong-co").entries.at(0).title == title);
}

BOOST_AUTO_TEST_CASE(dates) {
  const std::pair<std::string, std::string> cases[] = {
      {"Mon, 30 Nov 2026 08:05:00 +0700", "2026-11-30T08:05:00+07:00"}, {"30 Nov 26 01:05 GMT", "2026-11-30T08:05:00+07:00"},
      {"Mon,30 November 2026 01:05:09 Z", "2026-11-30T08:05:09+07:00"}, {"Sun, 29 Nov 2026 20:05:00 EST", "2026-11-30T08:05:00+07:00"},
      {"2026-11-30T08:05:00+07:00", "2026-11-30T08:05:00+07:00"},       {" 2026-11-30T01:05:00.123Z ", "2026-11-30T08:05:00+07:00"},
      {"30 Nov 2026 08:05 +07:00", "2026-11-30T08:05:00+07:00"},
  };
  for (const auto& [text, want] : cases) {
    const auto at = parse_date(text);
    BOOST_REQUIRE_MESSAGE(at.has_value(), text);
    BOOST_TEST(base::format_iso(*at) == want, text);
  }
  for (const char* text : {"", "hôm qua", "31 Feb 2026 08:05 GMT", "30 Nov 2026 25:05 GMT", "30 Nov 2026", "30 Nov 2026 08:05 XYZ", "30/11/2026 08:05", "1 Jan 99999 08:05 GMT", "99999999999999999999 Nov 2026 08:05 GMT"})
    BOOST_TEST(!parse_date(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
