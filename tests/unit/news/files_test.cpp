// The files of an article's version as text (modules/news/attachments.h, files.h).
#include <boost/test/unit_test.hpp>

#include "modules/news/attachments.h"
#include "modules/news/files.h"

using namespace portal;
using namespace portal::news;

BOOST_AUTO_TEST_SUITE(article_files)

BOOST_AUTO_TEST_CASE(a_version_without_files_is_as_it_was_before_there_were_any) {
  Content content;
  content.title = "Bài";
  BOOST_TEST(format_files(content) == "");
  const std::string before = content_digest(content);
  content.lead.alt = "mô tả không có ảnh";
  BOOST_TEST(content_digest(content) == before);
  content.lead.file = 7;
  BOOST_TEST(content_digest(content) != before);
}

BOOST_AUTO_TEST_CASE(every_file_of_a_version_is_in_its_digest_and_reads_back) {
  Content content;
  content.lead = {7, "Hội trường", "Ảnh: An"};
  content.attachments = {{12, 14, "Mẫu \"tờ khai\""}, {13, 13, "Kế hoạch", true}};
  Content read;
  BOOST_REQUIRE(parse_files(format_files(content), read));
  BOOST_TEST((read.lead == content.lead));
  BOOST_TEST((read.attachments == content.attachments));
  const std::string digest = content_digest(content);
  content.attachments.front().file = 15;  // replaced
  BOOST_TEST(content_digest(content) != digest);
  content.attachments.front().file = 14;
  BOOST_TEST(content_digest(content) == digest);
  content.attachments.back().is_internal = false;  // who gets a file is part of what was checked
  BOOST_TEST(content_digest(content) != digest);
  BOOST_TEST(!parse_files("no list", read));
}

BOOST_AUTO_TEST_CASE(the_forms_line_for_an_attachment) {
  const std::vector<Attachment> attachments{{12, 14, "Mẫu tờ khai"}, {13, 13, ""}, {15, 15, "nội bộ 3 4", true}};
  BOOST_TEST(format_attachments(attachments) == "12 14 Mẫu tờ khai\n13 13 \nnội bộ 15 15 nội bộ 3 4");
  BOOST_TEST((parse_attachments(format_attachments(attachments)) == attachments));
  BOOST_TEST(parse_attachments("")->empty());
  const std::string long_title(kMaxAttachmentTitle + 1, 'x');
  for (const std::string& bad : {std::string{"12"}, std::string{"x 1 a"}, std::string{"12 14 a\n12 15 b"}, std::string{"-1 2 a"}, "1 2 " + long_title})
    BOOST_TEST(!parse_attachments(bad).has_value(), bad);
}

BOOST_AUTO_TEST_CASE(a_pictures_address_names_its_bytes_and_an_attachments_stays) {
  const files::Rendition rendition{480, 360, "webp", std::string(64, 'a'), 1000};
  BOOST_TEST(picture_address(12, rendition) == "/tep/12/aaaaaaaaaaaa-480.webp");
  files::ItemFile slot;
  slot.id = files::UploadId{12};
  slot.name = "Mẫu tờ khai đăng ký.PDF";
  slot.format = files::find_format("pdf");
  BOOST_TEST(attachment_address(slot) == "/tep/12/mau-to-khai-dang-ky.pdf");
  slot.name = ".pdf";
  BOOST_TEST(attachment_address(slot) == "/tep/12/tep.pdf");
  BOOST_TEST(variant_of("/tep/12/tep.pdf") == "tep.pdf");
}

BOOST_AUTO_TEST_CASE(what_readers_see_of_an_attachment_reads_back) {
  const std::vector<ShownAttachment> shown{{"/tep/12/tep.pdf", "Kế hoạch", "PDF", 1468006, std::string(64, 'b'), 12, {"/tep/14/aaaaaaaaaaaa-453.jpg", 453, 640}}};
  const auto read = parse_shown(format_shown(shown));
  BOOST_REQUIRE(read.size() == 1U);
  BOOST_TEST(read.front().address == "/tep/12/tep.pdf");
  BOOST_TEST(read.front().bytes == 1468006U);
  BOOST_TEST(read.front().pages == 12U);
  BOOST_TEST(read.front().page.address == "/tep/14/aaaaaaaaaaaa-453.jpg");
  BOOST_TEST(read.front().page.height == 640U);
  // As it was written before pages were counted.
  const auto old = parse_shown(R"([{"address":"/tep/12/tep.pdf","title":"Kế hoạch","format":"PDF","bytes":7,"sha256":"b"}])");
  BOOST_REQUIRE(old.size() == 1U);
  BOOST_TEST(old.front().pages == 0U);
  BOOST_TEST(old.front().page.address.empty());
  BOOST_TEST(parse_shown("").empty());
  BOOST_TEST(parse_shown("[]").empty());
}

BOOST_AUTO_TEST_SUITE_END()
