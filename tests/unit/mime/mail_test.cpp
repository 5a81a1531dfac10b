// Whole mails as they come (shared/mime/mail.h).
#include "shared/mime/mail.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace portal;
using namespace portal::mime;

namespace {

namespace fs = std::filesystem;

// A folder of its own that ends with the test.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "mime-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& mail) const {
    const std::string file = (path / "thu.eml").string();
    std::ofstream(file, std::ios::binary) << mail;
    return file;
  }
  std::string next() { return (path / std::to_string(++files)).string(); }

  fs::path path;
  int files = 0;
};

base::Result<Mail> read(Folder& folder, const std::string& mail, const Limits& limits = {}) {
  return parse_mail(folder.put(mail), limits, [&] { return folder.next(); });
}

std::string bytes_of(const std::string& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mail)

BOOST_AUTO_TEST_CASE(a_mail_with_an_attachment_is_read_whole) {
  Folder folder;
  const auto mail = read(folder,
                         "Return-Path: <Yen@stp.gov.vn>\r\nReceived: from a\r\nReceived: from b\r\n"
                         "From: =?UTF-8?B?Tmd1eeG7hW4gSG/DoG5n?= =?UTF-8?B?IFnhur9u?= <Yen@stp.gov.vn>\r\n"
                         "To: \"Ban, bien tap\" <bbt+0123456789abcdef0123456789abcdef@stp.gov.vn>\r\nCc: x@y.vn\r\n"
                         "Subject: =?UTF-8?B?VHLhuqMgbOG7nWkgY8OidSBo4buPaQ==?= =?UTF-8?B?IGPhu6dhIGPDtG5nIGTDom4=?=\r\n"
                         "Message-ID: <m1@stp.gov.vn>\r\nIn-Reply-To: <tag@stp.gov.vn>\r\nReferences: <a@b> <c@d>\r\nDate: Mon, 30 Nov 2026 08:05:00 +0700\r\n"
                         "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
                         "--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVMawIHBow6FwLg==\r\n"
                         "--B\r\nContent-Type: application/pdf; name=\"x.pdf\"\r\nContent-Disposition: attachment; filename*=UTF-8''%C4%90%C6%A1n.pdf\r\n"
                         "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--B--\r\n");
  BOOST_REQUIRE(mail.has_value());
  BOOST_REQUIRE_EQUAL(mail->from.size(), 1U);
  BOOST_TEST(mail->from[0].name == "Nguyễn Hoàng Yến");
  BOOST_TEST(mail->from[0].address == "Yen@stp.gov.vn");
  BOOST_TEST(mail->subject == "Trả lời câu hỏi của công dân");
  BOOST_TEST(mail->message_id == "m1@stp.gov.vn");
  BOOST_TEST(mail->answers == (std::vector<std::string>{"tag@stp.gov.vn", "c@d", "a@b"}), boost::test_tools::per_element());
  BOOST_TEST(mail->recipients == (std::vector<std::string>{"bbt+0123456789abcdef0123456789abcdef@stp.gov.vn", "x@y.vn"}), boost::test_tools::per_element());
  BOOST_TEST(mail->return_path.value_or("?") == "Yen@stp.gov.vn");
  BOOST_TEST(mail->hops == 2U);
  BOOST_REQUIRE(mail->date.has_value());
  BOOST_TEST(base::format_iso(*mail->date) == "2026-11-30T08:05:00+07:00");
  BOOST_TEST(mail->text == "Tư pháp.");
  BOOST_REQUIRE_EQUAL(mail->attachments.size(), 1U);
  BOOST_TEST(mail->attachments[0].name == "Đơn.pdf");
  BOOST_TEST(mail->attachments[0].type == "application/pdf");
  BOOST_TEST(mail->attachments[0].bytes == 8U);
  BOOST_TEST(bytes_of(mail->attachments[0].path) == "%PDF-1.4");
}

BOOST_AUTO_TEST_CASE(plain_words_are_preferred_to_html_and_html_is_read_where_there_are_no_others) {
  const std::string related = "--A\nContent-Type: multipart/related; boundary=R\n\n--R\nContent-Type: text/html; charset=utf-8\n\n<p>Từ <b>HTML</b></p>\n"
                              "--R\nContent-Type: image/png\nContent-ID: <p1>\n\nabc\n--R--\n";
  const struct {
    const char* label;
    std::string parts;
    const char* want;
    bool is_from_html;
  } cases[] = {
      {"both", "--A\nContent-Type: text/plain; charset=utf-8\n\nchữ thường\n" + related, "chữ thường", false},
      {"an empty plain one", "--A\nContent-Type: text/plain\n\n \n" + related, "Từ HTML\n", true},
      {"HTML alone", related, "Từ HTML\n", true},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      Folder folder;
      const auto mail = read(folder, "From: a@b.vn\nContent-Type: multipart/alternative; boundary=A\n\n" + c.parts + "--A--\n");
      BOOST_REQUIRE(mail.has_value());
      BOOST_TEST(mail->text == c.want);
      BOOST_TEST(mail->is_from_html == c.is_from_html);
      BOOST_TEST(mail->attachments.size() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(flowed_text_is_joined) {
  Folder folder;
  const auto flowed = read(folder, "From: a@b.vn\nContent-Type: text/plain; charset=utf-8; format=Flowed\n\nMột \nhai\n");
  BOOST_REQUIRE(flowed.has_value());
  BOOST_TEST(flowed->text == "Một hai\n");
  const auto fixed = read(folder, "From: a@b.vn\nContent-Type: text/plain; charset=utf-8\n\nMột \nhai\n");
  BOOST_REQUIRE(fixed.has_value());
  BOOST_TEST(fixed->text == "Một \nhai\n");
}

BOOST_AUTO_TEST_CASE(what_a_program_sent_is_known_by_its_headers) {
  Folder folder;
  const auto mail = read(folder, "From: a@b.vn\nReturn-Path: <>\nAuto-Submitted: Auto-Replied (nghỉ phép)\nPrecedence: bulk\nList-Id: <x.y>\nX-Autoreply: yes\nX-Spam-Flag: YES\n\nx\n");
  BOOST_REQUIRE(mail.has_value());
  BOOST_TEST(mail->return_path.value_or("?") == "");
  BOOST_TEST(mail->auto_submitted == "auto-replied");
  BOOST_TEST(mail->precedence == "bulk");
  BOOST_TEST(mail->is_list);
  BOOST_TEST(mail->is_autoreply);
  BOOST_TEST(mail->is_flagged_spam);
  const auto plain = read(folder, "From: a@b.vn\nAuto-Submitted: no\n\nx\n");
  BOOST_REQUIRE(plain.has_value());
  BOOST_TEST(!plain->return_path.has_value());
  BOOST_TEST(plain->auto_submitted == "no");
}

BOOST_AUTO_TEST_CASE(a_delivery_report_names_the_mail_that_it_is_about) {
  const std::string head = "From: MAILER-DAEMON@x.vn\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\n\nKhông gửi được.\n"
                           "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; yen@stp.gov.vn\nAction: failed\nStatus: 5.1.1\n\n";
  for (const std::string& original : {std::string{"--B\nContent-Type: message/rfc822\n\nMessage-ID: <tag@stp.gov.vn>\nSubject: y\n\nbí mật\n--B--\n"},
                                      std::string{"--B\nContent-Type: text/rfc822-headers\n\nSubject: y\nMessage-ID: <tag@stp.gov.vn>\n--B--\n"}}) {
    Folder folder;
    const auto mail = read(folder, head + original);
    BOOST_REQUIRE(mail.has_value());
    BOOST_REQUIRE(mail->report.has_value());
    BOOST_TEST(mail->report->action == "failed");
    BOOST_TEST(mail->report->status == "5.1.1");
    BOOST_TEST(mail->report->recipient == "yen@stp.gov.vn");
    BOOST_TEST(mail->report->message_id == "tag@stp.gov.vn");
    BOOST_TEST(mail->attachments.empty());
  }
}

BOOST_AUTO_TEST_CASE(names_of_files_are_read_however_they_are_written) {
  const struct {
    const char* label;
    const char* headers;
    const char* want;
  } cases[] = {
      {"RFC 2231 in pieces", "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=UTF-8''%C4%90%C6%A1; filename*1*=n%20xin.pdf", "Đơn xin.pdf"},
      {"encoded words in quotes", "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"=?UTF-8?B?xJDGoW4=?= =?UTF-8?B?LnBkZg==?=\"", "Đơn.pdf"},
      {"of the type", "Content-Type: application/pdf; name=\"a b.pdf\"", "a b.pdf"},
      {"raw UTF-8", "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"Đơn.pdf\"", "Đơn.pdf"},
      {"TCVN3 bytes", "Content-Type: application/msword\nContent-Disposition: attachment; filename=\"C\xE9ng h\xDF\x61 x\xB7 h\xE9i ch\xF1 ngh\xDC\x61 Vi\xD6t Nam.doc\"", "Cộng hòa xã hội chủ nghĩa Việt Nam.doc"},
      {"none", "Content-Type: application/pdf\nContent-Disposition: attachment", ""},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      Folder folder;
      const auto mail = read(folder, std::string{"From: a@b.vn\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"} + c.headers + "\n\nx\n--B--\n");
      BOOST_REQUIRE(mail.has_value());
      BOOST_REQUIRE_EQUAL(mail->attachments.size(), 1U);
      BOOST_TEST(mail->attachments[0].name == c.want);
    }
}

BOOST_AUTO_TEST_CASE(D4_1a_text_in_an_old_encoding_is_kept_and_read) {
  Folder folder;
  const auto mail = read(folder, "From: a@b.vn\nContent-Type: text/plain; charset=iso-8859-1\n\nC\xE9ng h\xDF\x61 x\xB7 h\xE9i ch\xF1 ngh\xDC\x61 Vi\xD6t Nam\n");
  BOOST_REQUIRE(mail.has_value());
  BOOST_TEST(mail->reading.is_legacy());
  BOOST_TEST(mail->reading.text == "Cộng hòa xã hội chủ nghĩa Việt Nam\n");
  BOOST_TEST(mail->text == "Céng hßa x· héi chñ nghÜa ViÖt Nam\n");
}

BOOST_AUTO_TEST_CASE(what_goes_over_a_limit_is_not_taken_apart) {
  Folder folder;
  std::string deep = "From: a@b.vn\n";
  for (int i = 0; i < 100; ++i) deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  std::string many = "From: a@b.vn\nContent-Type: multipart/mixed; boundary=B\n\n";
  for (int i = 0; i < 600; ++i) many += "--B\n\nx\n";
  std::string bomb = "From: a@b.vn\nContent-Type: multipart/mixed; boundary=B\n\n";
  for (int i = 0; i < 30'000; ++i) bomb += "--B\n\n";
  std::string lines = "From: a@b.vn\nContent-Type: multipart/mixed; boundary=B\n\n--B\n";
  for (int i = 0; i < 310'000; ++i) lines += "a:\n";
  std::string deepest = "From: a@b.vn\n";
  for (int i = 0; i < 15'000; ++i) deepest += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  const struct {
    const char* label;
    std::string mail;
    Limits limits;
    base::FaultKind want;
  } cases[] = {
      {"size", "From: a@b.vn\n\n" + std::string(1000, 'x'), {.bytes = 500}, base::FaultKind::TooLarge},
      {"headers", "From: a@b.vn\nX: " + std::string(300'000, 'x') + "\n\nx", {}, base::FaultKind::Invalid},
      {"depth", deep, {}, base::FaultKind::Invalid},
      {"parts", many, {}, base::FaultKind::Invalid},
      {"lines that begin parts", bomb, {}, base::FaultKind::Invalid},
      {"headers of a part", lines, {}, base::FaultKind::Invalid},
      {"a depth that would be a recursion of the library", deepest, {}, base::FaultKind::Invalid},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto mail = read(folder, c.mail, c.limits);
      BOOST_REQUIRE(!mail.has_value());
      BOOST_TEST((mail.error().kind == c.want));
    }
  const auto cut = read(folder, "From: a@b.vn\n\n" + std::string(1000, 'x'), {.text_bytes = 100});
  BOOST_REQUIRE(cut.has_value());
  BOOST_TEST(cut->is_cut);
  BOOST_TEST(cut->text.size() == 100U);
}

BOOST_AUTO_TEST_CASE(of_a_mail_that_is_too_large_the_headers_are_read) {
  Folder folder;
  const auto mail = parse_headers(folder.put("From: Yến <a@b.vn>\r\nSubject: x\r\n\r\n" + std::string(1'000'000, 'x')), {.bytes = 1000});
  BOOST_REQUIRE(mail.has_value());
  BOOST_TEST(mail->subject == "x");
  BOOST_TEST(mail->text.empty());
  BOOST_REQUIRE_EQUAL(mail->from.size(), 1U);
  BOOST_TEST(mail->from[0].name == "Yến");
}

BOOST_AUTO_TEST_CASE(broken_mails_are_read_as_far_as_they_go) {
  for (const char* broken : {"", "\n", "x", "From:\n\n", "From: <<<>>>\nContent-Type: multipart/mixed\n\nx", "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\n--",
                             "Content-Type: text/plain; charset=\"\xFF\"\n\n\xFF\xFE", "Content-Transfer-Encoding: base64\n\n====", "Subject: =?UTF-8?B?\?\?\?\?=\n\n"}) {
    Folder folder;
    const auto mail = read(folder, broken);
    if (mail) BOOST_TEST(mail->subject.find('\n') == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
