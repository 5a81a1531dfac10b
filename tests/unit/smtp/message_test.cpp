// Whole mails, read by another program (Python's email and dkimpy: tests/support/decode_mail.py).
#include "shared/smtp/message.h"

#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/smtp/dkim.h"
#include "tests/support/source_dir.h"

using namespace portal;
using namespace portal::smtp;

namespace {

namespace fs = std::filesystem;

// A folder of its own that ends with the test.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "mail-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path path;
};

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::string out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  BOOST_REQUIRE_EQUAL(pclose(pipe), 0);
  return out;
}

nlohmann::json read_by_python(const std::string& mail, const std::string& key = {}) {
  const Folder folder;
  const fs::path file = folder.path / "thu.eml";
  std::ofstream(file, std::ios::binary) << mail;
  const std::string script = source_dir() + "/tests/support/decode_mail.py";
  return nlohmann::json::parse(output_of("/usr/bin/python3 '" + script + "' " + (key.empty() ? "" : "--dkim '" + key + "' ") + "'" + file.string() + "'")).at(0);
}

Message example() {
  Message message;
  message.from = {"Ban Biên tập, Sở Tư pháp tỉnh Minh Giang", "banbientap@stp.minhgiang.gov.vn"};
  message.to = {"Nguyễn-Thị-Phương-Thảo-Công-Tằng-Tôn-Nữ-Huyền-Trang-Thục-Anh", "thao@minhgiang.gov.vn"};
  message.reply_to = {"Ban Biên tập", "banbientap+0123456789abcdef0123456789abcdef@stp.minhgiang.gov.vn"};
  message.subject = "Trả lời câu hỏi của công dân";
  message.message_id = "0123456789abcdef0123456789abcdef@stp.minhgiang.gov.vn";
  message.date = *base::parse_iso("2026-11-30T08:05:00+07:00");
  message.text = "Kính gửi: Nguyễn Thị Phương Thảo\n\nĐoạn rất dài: " + std::string(300, 'a') + " hết.\n.\nFrom đây là một dòng.\n";
  message.html = "<!DOCTYPE html>\n<html lang=\"vi\"><body><p>Kính gửi: <b>Nguyễn Thị Phương Thảo</b></p></body></html>\n";
  return message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(message)

BOOST_AUTO_TEST_CASE(another_program_reads_what_was_meant) {
  const Message message = example();
  const auto read = read_by_python(compose(message));
  BOOST_TEST(read["subject"] == message.subject);
  BOOST_TEST(read["fromName"] == message.from.name);
  BOOST_TEST(read["fromAddress"] == message.from.address);
  BOOST_TEST(read["toName"] == message.to.name);
  BOOST_TEST(read["toAddress"] == message.to.address);
  BOOST_TEST(read["messageId"] == "<" + message.message_id + ">");
  BOOST_TEST(read["date"] == "Mon, 30 Nov 2026 08:05:00 +0700");
  BOOST_TEST(read["type"] == "multipart/alternative");
  BOOST_TEST(read["plain"] == message.text);
  BOOST_TEST(read["html"] == message.html);
  BOOST_TEST(read["headers"]["auto-submitted"] == "auto-generated");
  BOOST_TEST(!read["headers"].contains("list-id"));
  BOOST_TEST(!read["headers"].contains("precedence"));
  BOOST_TEST(read["encodings"] == nlohmann::json::array({"Q"}));
  BOOST_TEST(read["defects"].empty());
  BOOST_TEST(read["isAscii"] == true);
  BOOST_TEST(read["longestLine"] <= 78);
}

BOOST_AUTO_TEST_CASE(subjects_of_every_length_are_read_whole) {
  std::string title;
  for (int i = 0; i < 6; ++i) title += "Quyết định số 5" + std::to_string(i) + "/QĐ-STP về “chuyển đổi số” – bảo đảm quyền của người dân; ";
  for (std::size_t length = 1; length < title.size(); length += 41) {
    Message message = example();
    message.subject = title.substr(0, length);
    while ((static_cast<unsigned char>(title[message.subject.size()]) & 0xC0U) == 0x80U) message.subject.pop_back();
    if (message.subject.ends_with(' ')) message.subject.pop_back();
    message.to.name = message.subject;
    const auto read = read_by_python(compose(message));
    BOOST_TEST(read["subject"] == message.subject);
    BOOST_TEST(read["toName"] == message.to.name);
  }
}

BOOST_AUTO_TEST_CASE(what_many_get_says_so_and_where_to_choose) {
  Message message = example();
  message.list_id = "thong-bao.stp.minhgiang.gov.vn";
  message.preferences_url = "https://quantri.stp.minhgiang.gov.vn/quan-tri/ca-nhan";
  const auto read = read_by_python(compose(message));
  BOOST_TEST(read["headers"]["list-id"] == "<" + message.list_id + ">");
  BOOST_TEST(read["headers"]["precedence"] == "bulk");
  BOOST_TEST(read["headers"]["list-unsubscribe"] == "<" + message.preferences_url + ">");
}

BOOST_AUTO_TEST_CASE(the_same_message_is_the_same_bytes_with_mail_lines) {
  const std::string mail = compose(example());
  BOOST_TEST(mail == compose(example()));
  for (std::size_t at = 0; at < mail.size(); ++at) {
    if (mail[at] == '\n') BOOST_TEST((at > 0 && mail[at - 1] == '\r'));
    if (mail[at] == '\r') BOOST_TEST((at + 1 < mail.size() && mail[at + 1] == '\n'));
  }
}

BOOST_AUTO_TEST_CASE(a_signature_verifies_elsewhere_and_not_after_a_change) {
  const Folder folder;
  const std::string file = (folder.path / "khoa.pem").string();
  output_of("openssl genrsa -out '" + file + "' 2048 2>/dev/null");
  std::ifstream in(file);
  const std::string key{std::istreambuf_iterator<char>(in), {}};
  std::string open_key = output_of("openssl rsa -in '" + file + "' -pubout -outform DER 2>/dev/null | base64 -w0");
  const DkimSigner signer("stp.minhgiang.gov.vn", "thu2026", key);
  Message message = example();
  message.list_id = "thong-bao.stp.minhgiang.gov.vn";
  const std::string mail = compose(message);
  const std::string signed_mail = signer.sign(mail);
  BOOST_TEST(signed_mail.starts_with("DKIM-Signature: "));
  BOOST_TEST(signed_mail.ends_with(mail));
  BOOST_TEST(signed_mail.find("d=stp.minhgiang.gov.vn") != std::string::npos);
  BOOST_TEST(signed_mail.find("s=thu2026") != std::string::npos);
  BOOST_TEST(read_by_python(signed_mail, open_key)["dkim"] == true);
  for (const auto& [what, by] : {std::pair{"Auto-Submitted: auto-generated", "Auto-Submitted: no"}, std::pair{"=C3=ADnh", "=C3=ACnh"}, std::pair{"\r\nTo: ", "\r\nTo: a@b.vn\r\nTo: "}}) {
    std::string forged = signed_mail;
    const auto at = forged.find(what);
    BOOST_REQUIRE(at != std::string::npos);
    BOOST_TEST(read_by_python(forged.replace(at, std::string{what}.size(), by), open_key)["dkim"] == false, what);
  }
  BOOST_CHECK_THROW(DkimSigner("stp.minhgiang.gov.vn", "thu2026", "không phải khóa"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
