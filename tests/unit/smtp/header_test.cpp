// Headers of mails: Q-encoded, folded, exact (RFC 2047; the trap of base64 words: shared/smtp/header.h).
#include "shared/smtp/header.h"

#include <boost/test/unit_test.hpp>

#include <regex>

using namespace portal::smtp;

namespace {

// Q-encoded words back to bytes, by the letter of RFC 2047: white space between two words is none.
std::string decoded(std::string header) {
  header = std::regex_replace(header, std::regex("\\r\\n "), " ");
  header = std::regex_replace(header, std::regex("\\?= =\\?UTF-8\\?Q\\?"), "");
  header = std::regex_replace(header, std::regex("=\\?UTF-8\\?Q\\?"), "");
  std::string out;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == '_') {
      out += ' ';
    } else if (header[i] == '=' && i + 2 < header.size()) {
      out += static_cast<char>(std::stoi(header.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else if (header.compare(i, 2, "?=") == 0) {
      ++i;
    } else {
      out += header[i];
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(header)

BOOST_AUTO_TEST_CASE(a_header_is_exactly_so) {
  const struct {
    const char* label;
    std::string got, want;
  } cases[] = {
      {"ASCII", text_header("Subject", "Tin moi"), "Subject: Tin moi\r\n"},
      {"one word", text_header("Subject", "Trả lời"), "Subject: =?UTF-8?Q?Tr=E1=BA=A3_l=E1=BB=9Di?=\r\n"},
      {"two words, cut between letters", text_header("Subject", "Trả lời câu hỏi của công dân"),
       "Subject: =?UTF-8?Q?Tr=E1=BA=A3_l=E1=BB=9Di_c=C3=A2u_h=E1=BB=8Fi_c=E1=BB=A7?=\r\n =?UTF-8?Q?a_c=C3=B4ng_d=C3=A2n?=\r\n"},
      {"a name", address_header("From", "Ban Biên tập", "bbt@stp.gov.vn"), "From: =?UTF-8?Q?Ban_Bi=C3=AAn_t=E1=BA=ADp?= <bbt@stp.gov.vn>\r\n"},
      {"a name in ASCII", address_header("To", "Le Van An", "an@stp.gov.vn"), "To: Le Van An <an@stp.gov.vn>\r\n"},
      {"a name with a comma", address_header("To", "An, Le", "an@stp.gov.vn"), "To: =?UTF-8?Q?An=2C_Le?= <an@stp.gov.vn>\r\n"},
      {"no name", address_header("To", " ", "an@stp.gov.vn"), "To: an@stp.gov.vn\r\n"},
      {"a line in it", text_header("Subject", "a\r\nBcc: b@c.vn"), "Subject: =?UTF-8?Q?a__Bcc=3A_b=40c=2Evn?=\r\n"},
      {"looks like an encoded word", text_header("Subject", "=?x?"), "Subject: =?UTF-8?Q?=3D=3Fx=3F?=\r\n"},
      {"nothing", text_header("Subject", ""), "Subject:\r\n"},
      {"a plain one", plain_header("Message-ID", "<a@b>\r\nX: y"), "Message-ID: <a@b>  X: y\r\n"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(c.got == c.want); }
}

BOOST_AUTO_TEST_CASE(long_vietnamese_subjects_and_names_come_back_whole_in_short_lines) {
  std::string title;
  for (int i = 0; i < 12; ++i) title += "Hội nghị tập huấn nghiệp vụ phổ biến, giáo dục pháp luật “đợt " + std::to_string(i) + "” – Nguyễn Thị Phương Thảo; ";
  for (std::size_t length = 0; length < title.size(); length += 7) {
    std::string text = title.substr(0, length);
    while (!text.empty() && (static_cast<unsigned char>(title[text.size()]) & 0xC0U) == 0x80U) text.pop_back();
    if (text.empty() || text.find_first_of("ộ“") == std::string::npos) continue;
    const std::string subject = text_header("Subject", text), name = address_header("To", text, "a@b.vn");
    BOOST_TEST(decoded(subject) == "Subject: " + text + "\r\n");
    BOOST_TEST(decoded(name) == "To: " + text + " <a@b.vn>\r\n");
    for (const std::string& header : {subject, name}) {
      std::size_t begin = 0;
      for (std::size_t end = header.find("\r\n"); end != std::string::npos; begin = end + 2, end = header.find("\r\n", begin)) BOOST_TEST(end - begin <= 76U);
      // No letter is cut between two words.
      for (std::size_t at = header.find("?="); at != std::string::npos; at = header.find("?=", at + 2))
        if (const auto next = header.find("=?UTF-8?Q?", at); next != std::string::npos) {
          const std::string first = header.substr(next + 10, 3);
          BOOST_TEST((first[0] != '=' || (std::stoi(first.substr(1), nullptr, 16) & 0xC0) != 0x80), header);
        }
    }
  }
}

BOOST_AUTO_TEST_CASE(long_ascii_is_folded_at_spaces) {
  const std::string header = text_header("Subject", std::string(70, 'a') + " " + std::string(70, 'b'));
  BOOST_TEST(header == "Subject: " + std::string(70, 'a') + "\r\n " + std::string(70, 'b') + "\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
