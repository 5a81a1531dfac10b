// The folder into which the mail server delivers (modules/workers/intake/maildir.h).
#include "modules/workers/intake/maildir.h"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

using namespace portal;
using namespace portal::intake;

namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "maildir-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
    for (const char* part : {"new", "cur", "tmp"}) fs::create_directory(path / part);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path path;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(maildir)

BOOST_AUTO_TEST_CASE(mails_wait_in_order_and_go_to_cur_once) {
  const Folder folder;
  const Maildir mailbox(folder.path.string());
  BOOST_TEST(mailbox.waiting(10).empty());
  for (const char* name : {"1700000002.a", "1700000001.b", "1700000003.c"}) std::ofstream(folder.path / "new" / name) << "x";
  BOOST_TEST(mailbox.waiting(2) == (std::vector<std::string>{"1700000001.b", "1700000002.a"}), boost::test_tools::per_element());
  BOOST_TEST(mailbox.stat("1700000001.b").bytes == 1U);
  mailbox.done("1700000001.b");
  mailbox.done("1700000001.b");  // somebody else was first
  BOOST_TEST(fs::exists(folder.path / "cur/1700000001.b:2,S"));
  BOOST_TEST(mailbox.waiting(10).size() == 2U);
  BOOST_CHECK_THROW(static_cast<void>(mailbox.stat("1700000001.b")), std::system_error);
}

BOOST_AUTO_TEST_CASE(only_plain_files_are_mails) {
  const Folder folder;
  const Maildir mailbox(folder.path.string());
  fs::create_directory(folder.path / "new/1700000001.folder");
  BOOST_REQUIRE(mkfifo((folder.path / "new/1700000002.pipe").c_str(), 0600) == 0);
  fs::create_symlink("/etc/passwd", folder.path / "new/1700000003.link");
  std::ofstream(folder.path / "new/.hidden") << "x";
  std::ofstream(folder.path / "new/1700000004.mail") << "x";
  BOOST_TEST(mailbox.waiting(10) == (std::vector<std::string>{"1700000004.mail"}), boost::test_tools::per_element());
  BOOST_TEST(mailbox.has("1700000004.mail"));
  BOOST_TEST(!mailbox.has("1700000005.mail"));
}

BOOST_AUTO_TEST_CASE(D12_3b_what_was_purged_is_erased_wherever_it_lies) {
  const Folder folder;
  const Maildir mailbox(folder.path.string());
  const std::string odd = "1700000003.thư";  // known by a digest
  for (const std::string& name : {std::string{"1700000001.a"}, std::string{"1700000002.b"}, odd}) std::ofstream(folder.path / "new" / name) << "x";
  mailbox.done("1700000001.a");
  mailbox.done(odd);
  for (const std::string& name : {std::string{"1700000001.a"}, odd, std::string{"1700000009.z"}}) mailbox.erase(source_of(name));
  BOOST_TEST(fs::is_empty(folder.path / "cur"));
  BOOST_TEST(mailbox.waiting(10) == (std::vector<std::string>{"1700000002.b"}), boost::test_tools::per_element());
  mailbox.erase(source_of("1700000002.b"));
  BOOST_TEST(mailbox.waiting(10).empty());
}

BOOST_AUTO_TEST_CASE(what_is_delivered_twice_is_there_once) {
  const Folder folder;
  const Maildir mailbox(folder.path.string());
  BOOST_TEST(mailbox.deliver("imap-1-7", "Subject: x\r\n\r\n"));
  BOOST_TEST(!mailbox.deliver("imap-1-7", "Subject: y\r\n\r\n"));
  mailbox.done("imap-1-7");
  BOOST_TEST(!mailbox.deliver("imap-1-7", "Subject: y\r\n\r\n"));
  BOOST_TEST(mailbox.waiting(10).empty());
  BOOST_TEST(mailbox.deliver("imap-1-8", "Subject: z\r\n\r\n", 1'000'000));
  BOOST_TEST(mailbox.stat("imap-1-8").bytes == 1'000'000U);
  BOOST_TEST(fs::is_empty(folder.path / "tmp"));
}

BOOST_AUTO_TEST_CASE(what_was_read_long_ago_is_dropped) {
  const Folder folder;
  const Maildir mailbox(folder.path.string());
  BOOST_TEST(mailbox.deliver("a", "x"));
  mailbox.done("a");
  BOOST_TEST(mailbox.drop_old(*base::parse_iso("2020-01-01T00:00:00Z")) == 0U);
  BOOST_TEST(mailbox.drop_old(*base::parse_iso("2100-01-01T00:00:00Z")) == 1U);
  BOOST_TEST(fs::is_empty(folder.path / "cur"));
}

BOOST_AUTO_TEST_CASE(a_source_is_plain_ascii_whatever_the_name_is) {
  BOOST_TEST(source_of("1700000001.M1P2.may") == "maildir:1700000001.M1P2.may");
  BOOST_TEST(source_of("thư").starts_with("maildir#"));
  BOOST_TEST(source_of("a b").starts_with("maildir#"));
  BOOST_TEST(source_of(std::string(300, 'a')).size() < 100U);
}

BOOST_AUTO_TEST_SUITE_END()
