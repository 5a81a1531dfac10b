// D4.1a, D12.1: what readers would stumble over is said before an article leaves its author.
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "modules/news/content_check.h"

using namespace portal::news;

namespace {

std::string body_of(const std::string& blocks) { return R"({"type":"doc","content":[)" + blocks + "]}"; }

std::string paragraph(const std::string& text) { return R"({"type":"paragraph","content":[{"type":"text","text":")" + text + R"("}]})"; }

std::string heading(int level, const std::string& text) {
  return R"({"type":"heading","attrs":{"level":)" + std::to_string(level) + R"(},"content":[{"type":"text","text":")" + text + R"("}]})";
}

std::string linked(const std::string& text, const std::string& href) {
  return R"({"type":"paragraph","content":[{"type":"text","text":")" + text + R"(","marks":[{"type":"link","attrs":{"href":")" + href + R"("}}]}]})";
}

std::vector<ContentNote> notes_of(const std::string& blocks, const std::string& title = "Hội nghị triển khai công tác tư pháp") {
  Content content;
  content.title = title;
  content.body_json = body_of(blocks);
  return check_content(content, "other", [](std::string_view path) { return path == "/tin-tuc/"; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(content_check)

BOOST_AUTO_TEST_CASE(D4_1a_words_in_another_encoding_stop_an_article_and_vietnamese_and_foreign_names_do_not) {
  const struct {
    const char* line;
    bool is_legacy;
  } cases[] = {
      {"C«ng t¸c phæ biÕn, gi¸o dôc ph¸p luËt", true},
      {"Sôû Tö phaùp tænh Minh Giang toå chöùc hoäi nghò", true},
      {"Vie^.c pho^? bie^'n, gia'o du.c pha'p lua^.t", true},
      {"Viá»‡c phá»• biáº¿n, giÃ¡o dá»¥c phÃ¡p luáº­t", true},
      {"Sở Tư pháp tỉnh Minh Giang tổ chức hội nghị", false},
      {"Hoà giải ở cơ sở: khoẻ, thuỷ, quý, uý; Đắk Lắk, Kon Tum", false},
      {"Diện tích 250 m², nhiệt độ 35 °C, Điều 5 §2, «trích»", false},
      {"Đoàn công tác thăm Zürich, Köln và trao đổi với ông François Müller về thi hành án dân sự", false},
      {"Citroën", false},
      {"The Department of Justice", false},
  };
  for (const auto& c : cases) {
    const auto notes = notes_of(paragraph(c.line));
    const bool stops = std::any_of(notes.begin(), notes.end(), [](const ContentNote& note) { return note.blocks && note.clause == "D4.1a"; });
    BOOST_TEST(stops == c.is_legacy, c.line);
  }
}

BOOST_AUTO_TEST_CASE(D4_1a_a_short_title_is_known_with_its_body_and_alone_is_only_a_guess) {
  const std::string body = paragraph("C«ng t¸c phæ biÕn, gi¸o dôc ph¸p luËt n¨m 2026");
  BOOST_TEST(notes_of(body, "LuËt").front().blocks);
  const auto alone = notes_of(paragraph("QCVN 2026"), "LuËt");
  BOOST_REQUIRE(alone.size() == 1);
  BOOST_TEST(!alone.front().blocks);
  // Beside words that are Unicode, one odd word is a name or a misprint.
  BOOST_TEST(notes_of(paragraph("Một đoạn văn."), "LuËt").empty());
}

BOOST_AUTO_TEST_CASE(D12_1_links_say_where_they_lead_and_lead_there) {
  const struct {
    const char* label;
    std::string blocks;
    std::size_t notes;
  } cases[] = {
      {"a good link", linked("Danh sách tin tức", "/tin-tuc/"), 0},
      {"says nothing", linked("Tại đây", "/tin-tuc/"), 1},
      {"says nothing, accents and case", linked("BẤM VÀO ĐÂY", "/tin-tuc/"), 1},
      {"blank", linked(" ", "/tin-tuc/"), 1},
      {"does not answer", linked("Trang cũ", "/khong-co"), 1},
      {"query and fragment do not count", linked("Tin tức", "/tin-tuc/?truoc=1#dau"), 0},
      {"another site is not asked", linked("Cổng Chính phủ", "https://chinhphu.vn/"), 0},
      {"the same address is said once", linked("Trang cũ", "/khong-co") + "," + linked("Trang cũ nữa", "/khong-co"), 1},
  };
  for (const auto& c : cases) BOOST_TEST(notes_of(c.blocks).size() == c.notes, c.label);
}

BOOST_AUTO_TEST_CASE(D12_1_lists_of_a_year_or_month_and_feeds_are_of_their_section) {
  BOOST_TEST(list_of("/tin-tuc/nam/2026/") == "/tin-tuc/");
  BOOST_TEST(list_of("/tin-tuc/nam/2026/11/") == "/tin-tuc/");
  BOOST_TEST(list_of("/tin-tuc/hoat-dong/rss.xml") == "/tin-tuc/hoat-dong/");
  BOOST_TEST(list_of("/tin-tuc/atom.xml") == "/tin-tuc/");
  for (const char* other : {"/tin-tuc/", "/tin-tuc/nam/26/", "/tin-tuc/nam/2026/11", "/tin-tuc/nam/2026/1x/", "/tin-tuc/mien-nam/2026/", "/nam/2026/", "/rss.xml", ""})
    BOOST_TEST(list_of(other) == (std::string_view{other} == "/rss.xml" ? "/" : other), other);
}

BOOST_AUTO_TEST_CASE(D12_1_headings_go_down_one_level_at_a_time) {
  BOOST_TEST(notes_of(heading(2, "Một") + "," + heading(3, "Hai") + "," + heading(4, "Ba") + "," + heading(2, "Bốn")).empty());
  BOOST_TEST(notes_of(heading(3, "Bắt đầu từ cấp ba")).size() == 1);
  BOOST_TEST(notes_of(heading(2, "Một") + "," + heading(4, "Nhảy cấp")).size() == 1);
}

BOOST_AUTO_TEST_CASE(D12_1_a_title_is_not_all_capitals) {
  BOOST_TEST(notes_of(paragraph("Một đoạn."), "HỘI NGHỊ TRIỂN KHAI CÔNG TÁC TƯ PHÁP").size() == 1);
  BOOST_TEST(notes_of(paragraph("Một đoạn."), "UBND TỈNH").empty());
}

BOOST_AUTO_TEST_CASE(a_picture_without_description_keeps_an_article_back_and_one_without_caption_is_told_of) {
  const auto figure = [](const std::string& words) { return R"({"type":"figure","attrs":{"file":7)" + words + "}}"; };
  const auto bare = notes_of(figure(""));
  BOOST_REQUIRE(bare.size() == 2U);
  BOOST_TEST(bare[0].blocks);
  BOOST_TEST(bare[0].message.find("Ảnh số 7 chưa có lời mô tả") == 0U);
  BOOST_TEST(!bare[1].blocks);
  BOOST_TEST(notes_of(figure(R"(,"alt":"Hội trường","caption":"Ảnh: An")")).empty());
  Content content;
  content.title = "Tin";
  content.body_json = body_of(paragraph("Chữ."));
  const auto answers = [](std::string_view) { return true; };
  BOOST_TEST(check_content(content, "news", answers).size() == 1U);  // a news item without any picture
  content.lead = {7, "Hội trường", "Ảnh: An"};
  BOOST_TEST(check_content(content, "news", answers).empty());
  content.lead.alt = " ";
  BOOST_TEST(check_content(content, "news", answers).front().blocks);
}

BOOST_AUTO_TEST_SUITE_END()
