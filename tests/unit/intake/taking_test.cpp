// Rules of shared/intake/taking.h: what the register keeps of the files of one thing, archives opened.
#include "shared/intake/taking.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <zip.h>

#include "shared/base/crypto.h"

using namespace portal;
using namespace portal::intake;

namespace {

namespace fs = std::filesystem;
using Members = std::vector<std::pair<std::string, std::string>>;

constexpr std::uint64_t kMost = 1 << 20;
const std::string kPdf = "%PDF-1.7\n1 0 obj\n";

struct Fixture {
  Fixture() : folder((fs::temp_directory_path() / "portal-taking-XXXXXX").string()) {
    BOOST_REQUIRE(::mkdtemp(folder.data()) != nullptr);
    fs::create_directory(folder + "/store");
  }
  ~Fixture() { fs::remove_all(folder); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  http::Upload upload(const std::string& name, const std::string& bytes) {
    const std::string path = folder + "/" + std::to_string(++number);
    std::ofstream(path, std::ios::binary) << bytes;
    return {"", name, path, bytes.size(), base::sha256_hex(bytes)};
  }

  std::string zip(const Members& members) {
    const std::string path = folder + "/" + std::to_string(++number);
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    BOOST_REQUIRE(archive != nullptr);
    for (const auto& [name, bytes] : members) BOOST_REQUIRE(zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8) >= 0);
    BOOST_REQUIRE(zip_close(archive) == 0);
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::string folder;
  int number = 0;
};

std::string told(const Taking& taking) {
  std::string all;
  for (const NewFile& file : taking.files())
    all += file.name + "|" + (file.received ? (file.received->format == nullptr ? "other" : std::string{file.received->format->key}) : "") + "|" + file.reason + "\n";
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(taking, Fixture)

BOOST_AUTO_TEST_CASE(D9_1a_what_is_in_an_archive_stands_behind_it_as_if_it_had_come_by_itself) {
  const files::Store store(folder + "/store");
  std::string temporary;
  {
    Taking taking(store, kMost);
    taking.add(upload("trước.pdf", kPdf), "application/pdf");
    taking.add(upload("bài.ZIP", zip({{"thư mục/bài.pdf", kPdf + "2"}, {"trong.zip", zip({{"sâu.exe", "MZ"}})}, {"trống.txt", ""}, {"cài.exe", "MZ"}})), "application/zip");
    taking.add(upload("", kPdf + "3"));
    taking.add_missing("mất.pdf", 7, "Không còn.");
    BOOST_TEST(told(taking) ==
               "trước.pdf|pdf|\n"
               "bài.ZIP|other|Đã mở: 4 tệp ở dưới.\n"
               "bài.pdf|pdf|\n"
               "trong.zip|other|Tệp nén trong tệp nén không được mở.\n"
               "trống.txt||Tệp “trống.txt” trống, không có nội dung.\n"
               "cài.exe|other|\n"
               "tep-3.pdf|pdf|\n"
               "mất.pdf||Không còn.\n");
    BOOST_REQUIRE(taking.files().size() == 8U);
    BOOST_TEST(taking.files()[1].type == "application/zip");
    BOOST_TEST(taking.names_inside() == (std::vector<std::string>{"bài.pdf", "trong.zip", "trống.txt", "cài.exe"}), boost::test_tools::per_element());
    temporary = taking.files()[2].received->temporary;
    BOOST_TEST(fs::exists(temporary));
    BOOST_TEST(store.has(base::sha256_hex(kPdf + "2")));
    NewIntake one, other;
    one.files = other.files = taking.files();
    other.files[2].name = "khác.pdf";
    BOOST_TEST(content_digest_of(one) != content_digest_of(other));
  }
  BOOST_TEST(!fs::exists(temporary), "nothing is left beside the store");
  BOOST_TEST(fs::is_empty(folder + "/store/tmp"));
}

BOOST_AUTO_TEST_CASE(an_archive_that_stays_closed_says_why_and_is_kept) {
  const files::Store store(folder + "/store");
  Taking taking(store, kMost);
  Members many;
  for (int i = 0; i < 51; ++i) many.emplace_back(std::to_string(i) + (i == 50 ? ".exe" : ".jpg"), "x");
  taking.add(upload("nhiều.zip", zip(many)));
  taking.add(upload("hỏng.zip", "PK\x03\x04 và hết"));
  taking.add(upload("bài viết.docx", "PK\x03\x04 và hết"));
  taking.add(upload("to.zip", std::string(kMost + 1, 'x')));
  BOOST_TEST(told(taking) ==
             "nhiều.zip|other|Tệp nén chứa 51 tệp, nhiều nhất là 50 tệp một lần. Xin chia ra rồi gửi lại.\n"
             "hỏng.zip|other|Tệp nén hỏng hoặc thiếu phần cuối nên không mở được. Xin nén lại rồi gửi lại.\n"
             "bài viết.docx|other|\n"
             "to.zip||Tệp “to.zip” nặng 1 MB, nhiều nhất là 1 MB.\n");
  BOOST_REQUIRE(taking.names_inside().size() == 51U);
  BOOST_TEST(taking.names_inside().back() == "50.exe", "a program is seen in what stays closed");
}

BOOST_AUTO_TEST_CASE(many_archives_are_no_way_round_the_limits_of_one) {
  const files::Store store(folder + "/store");
  Taking taking(store, kMost);
  Members fifty;
  for (int i = 0; i < 50; ++i) fifty.emplace_back(std::to_string(i) + ".txt", "x");
  const std::string bytes = zip(fifty);
  for (int i = 0; i < 5; ++i) taking.add(upload("a.zip", bytes));
  BOOST_TEST(taking.files().size() == 5U + 4U * 50U);
  BOOST_TEST(taking.files().back().reason.find("hơn 200 tệp") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_room_it_wants_is_known_before_it_is_opened) {
  BOOST_TEST(bytes_inside(upload("a.zip", zip({{"a.txt", std::string(1000, 'a')}, {"b.txt", "b"}})).path, kMost) == 1001U);
  BOOST_TEST(bytes_inside(upload("a.pdf", kPdf).path, kMost) == 0U);
  BOOST_TEST(bytes_inside(upload("a.zip", "PK\x03\x04").path, kMost) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
