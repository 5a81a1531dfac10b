// Rules of shared/files/package.h, compound.h and detect_file(): what a Word or Writer file is, and which is opened by no tool.
#include "shared/files/package.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include <boost/test/unit_test.hpp>
#include <zip.h>

#include "shared/files/compound.h"
#include "shared/files/format.h"

using namespace portal::files;

namespace {

namespace fs = std::filesystem;
using Members = std::map<std::string, std::string>;

constexpr std::uint64_t kMost = 1 << 20;
constexpr const char* kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
constexpr const char* kSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

struct Fixture {
  Fixture() : folder((fs::temp_directory_path() / "portal-package-XXXXXX").string()) { BOOST_REQUIRE(::mkdtemp(folder.data()) != nullptr); }
  ~Fixture() { fs::remove_all(folder); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  std::string write(const std::string& bytes) {
    const std::string path = folder + "/file";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  std::string pack(const Members& members, bool is_encrypted = false) {
    const std::string path = folder + "/package";
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    BOOST_REQUIRE(archive != nullptr);
    for (const auto& [name, bytes] : members) {
      const zip_int64_t at = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
      BOOST_REQUIRE(at >= 0);
      if (name == "mimetype") zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
      if (is_encrypted) BOOST_REQUIRE(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, "pass") == 0);
    }
    BOOST_REQUIRE(zip_close(archive) == 0);
    return path;
  }

  std::string fault(const Members& members, bool is_encrypted = false) {
    const auto package = Package::open(pack(members, is_encrypted));
    BOOST_REQUIRE(package.has_value());
    return package_fault(*package).value_or("");
  }

  std::string folder;
};

Members office(const char* type) {
  return {{"[Content_Types].xml", std::string{"<Types><Override PartName=\"/word/document.xml\" ContentType=\""} + type + "\"/></Types>"}, {"word/document.xml", "<a/>"}};
}

void put(std::string& bytes, std::size_t at, std::uint32_t value, int length) {
  for (int i = 0; i < length; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}

// A compound file with one stream of that name; sector 0 is the allocation table, 1 the directory, 2 the stream.
std::string compound(const std::string& stream, std::uint32_t flags = 0, std::uint32_t after_directory = 0xFFFFFFFE) {
  std::string bytes(512 * 4, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(bytes, 0x1E, 9, 2);
  put(bytes, 0x30, 1, 4);
  for (std::size_t i = 0; i < 109; ++i) put(bytes, 0x4C + 4 * i, i == 0 ? 0 : 0xFFFFFFFF, 4);
  put(bytes, 512 + 4, after_directory, 4);
  for (std::size_t i = 0; i < stream.size(); ++i) bytes[1024 + 2 * i] = stream[i];
  put(bytes, 1024 + 0x40, static_cast<std::uint32_t>(2 * stream.size() + 2), 2);
  put(bytes, 1024 + 0x74, 2, 4);
  put(bytes, 1024 + 0x78, 4096, 4);
  put(bytes, 1536 + 10, flags, 2);
  return bytes;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(package, Fixture)

BOOST_AUTO_TEST_CASE(a_document_is_what_it_holds_whatever_it_is_called) {
  const auto key = [](const std::string& path) {
    const Format* format = detect_file(path);
    return format == nullptr ? std::string_view{} : format->key;
  };
  BOOST_TEST(key(pack(office(kWord))) == "docx");
  BOOST_TEST(key(pack(office(kSheet))) == "", "a spreadsheet");
  BOOST_TEST(key(pack({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}})) == "odt");
  BOOST_TEST(key(pack({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}})) == "");
  BOOST_TEST(key(pack({{"a.txt", "a"}})) == "", "any zip");
  BOOST_TEST(key(write("PK\x03\x04, and nothing more")) == "", "no zip");
  BOOST_TEST(key(write("{\\rtf1 a}")) == "rtf");
  BOOST_TEST(key(write(compound("WordDocument"))) == "doc");
  BOOST_TEST(key(write(compound("EncryptedPackage"))) == "docx", "Word's way of a password");
  BOOST_TEST(key(write(compound("Workbook"))) == "", "a spreadsheet");
  BOOST_TEST(key(write("%PDF-1.7\n1 0 obj\n")) == "pdf");
  BOOST_TEST(key(folder + "/gone") == "");
}

BOOST_AUTO_TEST_CASE(what_no_tool_may_open_says_why) {
  auto bomb = office(kWord);
  bomb["word/media/a.png"] = std::string(64 << 20, '\0');
  auto many = office(kWord);
  for (int i = 0; i < 4001; ++i) many["word/" + std::to_string(i)] = "";
  auto out = office(kWord);
  out["../a.xml"] = "a";
  auto twice = office(kWord);
  twice["Word/Document.xml"] = "a";
  auto manifest = office(kWord);
  manifest["META-INF/manifest.xml"] = "<manifest:encryption-data/>";
  const struct {
    const char* label;
    std::string says;
    std::string want;
  } cases[] = {{"as it should be", fault(office(kWord)), ""},
               {"bomb", fault(bomb), "bom nén"},
               {"too many", fault(many), "quá nhiều phần"},
               {"out of the package", fault(out), "không hợp lệ"},
               {"one name in two cases", fault(twice), "không hợp lệ"},
               {"a password of zip", fault(office(kWord), true), "mật khẩu"},
               {"a password of OpenDocument", fault(manifest), "mật khẩu"}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST((c.want.empty() ? c.says.empty() : c.says.find(c.want) != std::string::npos), c.says);
}

BOOST_AUTO_TEST_CASE(a_member_is_unpacked_up_to_a_limit) {
  const auto read = Package::open(pack({{"a", std::string(1000, 'a')}}));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->read("a", 1000).has_value());
  BOOST_TEST(!read->read("a", 999).has_value());
  BOOST_TEST(!read->read("b", kMost).has_value());
}

BOOST_AUTO_TEST_CASE(a_compound_file_that_lies_ends) {
  BOOST_TEST(Compound::read(write(compound("WordDocument", 0x0100)))->is_encrypted());
  BOOST_TEST(!Compound::read(write(compound("WordDocument", 0x0200)))->is_encrypted());
  BOOST_TEST(Compound::read(write(compound("WordDocument", 0, 1)))->has("WordDocument"), "a directory that goes in a circle");
  BOOST_TEST(!Compound::read(write(compound("WordDocument", 0, 0x00FFFFFF))).has_value(), "one that goes on behind the end");
  const std::string whole = compound("WordDocument");
  for (std::size_t length = 0; length < whole.size(); length += 7) (void)Compound::read(write(whole.substr(0, length)));
  std::string wild = whole;
  for (std::size_t at = 8; at < 512; at += 3) {
    wild[at] = static_cast<char>(0xFF);
    (void)Compound::read(write(wild));
  }
}

BOOST_AUTO_TEST_SUITE_END()
