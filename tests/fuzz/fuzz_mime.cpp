// Any bytes as a mail through shared/mime. Promises: what comes out is Unicode that may be stored (NFC, no control or invisible character, names on one line);
// Message-IDs are printable ASCII; no attachment is larger than the mail; every file is where it is said to be.
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shared/mime/authentication.h"
#include "shared/mime/mail.h"
#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

using namespace portal;

namespace {

// The folder of this process; its files are written over and over.
const std::string& folder() {
  static const std::string path = [] {
    std::string name = "/tmp/fuzz-mime-XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    return name;
  }();
  return path;
}

std::string put(const std::uint8_t* data, std::size_t size) {
  const std::string path = folder() + "/mail";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  CHECK(file != nullptr);
  CHECK(std::fwrite(data, 1, size, file) == size);
  CHECK(std::fclose(file) == 0);
  return path;
}

void check_line(const std::string& line) {
  CHECK(text::list_problems(line, text::Lines::One).empty());
  CHECK(text::is_nfc(line));
}

void check_id(const std::string& id) {
  CHECK(id.size() <= 250);
  for (const char c : id) CHECK(c > ' ' && c <= '~');
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string path = put(data, size);
  int files = 0;
  const auto mail = mime::parse_mail(path, {}, [&] { return folder() + "/" + std::to_string(++files); });
  if (mail) {
    CHECK(text::list_problems(mail->text, text::Lines::Many).empty());
    CHECK(text::is_nfc(mail->text));
    CHECK(text::list_problems(mail->reading.text, text::Lines::Many).empty());
    check_line(mail->subject);
    check_id(mail->message_id);
    for (const std::string& id : mail->answers) check_id(id);
    for (const mime::Address& one : mail->from) check_line(one.name), check_line(one.address);
    for (const std::string& one : mail->recipients) check_line(one);
    for (const mime::Attachment& one : mail->attachments) {
      check_line(one.name);
      struct stat status {};
      CHECK(stat(one.path.c_str(), &status) == 0 && static_cast<std::uint64_t>(status.st_size) == one.bytes);
    }
    static_cast<void>(mime::origin_of(mail->authentication, "mx.vn", "stp.gov.vn"));
  }
  static_cast<void>(mime::parse_headers(path, {}));
  for (int i = 1; i <= files; ++i) unlink((folder() + "/" + std::to_string(i)).c_str());
  return 0;
}
