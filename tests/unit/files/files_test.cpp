// Type by content, limits, names and sizes (shared/files).
#include "shared/files/files.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "shared/base/crypto.h"
#include "shared/files/size.h"

using namespace portal::files;
using portal::base::FaultKind;

namespace {

namespace fs = std::filesystem;

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

const std::string kPng = bytes({0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}) + "IHDR" + bytes({0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0});
const std::string kJpeg = bytes({0xFF, 0xD8, 0xFF, 0xE0, 0, 16}) + "JFIF" + bytes({0, 1, 1, 0, 0, 1, 0, 1, 0, 0});

struct Fixture {
  Fixture() {
    std::string name = (fs::temp_directory_path() / "portal-files-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    root = name;
  }
  ~Fixture() { fs::remove_all(root); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  portal::base::Result<Received> take(const std::string& content, const std::string& name, Kind kind, const Limits& limits) {
    const Store store(root);
    const std::string path = store.new_temporary();
    std::ofstream(path, std::ios::binary) << content;
    return receive(store, {"anh", name, path, content.size(), portal::base::sha256_hex(content)}, kind, limits);
  }

  std::string root;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(the_type_is_what_the_content_says) {
  const struct {
    const char* label;
    std::string content;
    std::string_view want;  // "" for what is not taken
  } cases[] = {
      {"png", kPng, "png"},
      {"jpeg", kJpeg, "jpeg"},
      {"gif", "GIF89a" + bytes({1, 0, 1, 0, 0, 0, 0}), "gif"},
      {"bmp", "BM" + bytes({58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 4, 0, 0, 0}), "bmp"},
      {"webp", "RIFF" + bytes({26, 0, 0, 0}) + "WEBPVP8 " + bytes({14, 0, 0, 0, 0x30, 1, 0, 0x9D, 1, 0x2A, 1, 0, 1, 0, 2, 0, 0x34, 0x25}), "webp"},
      {"tiff", "II*" + bytes({0, 8, 0, 0, 0, 0, 0}), "tiff"},
      {"pdf", "%PDF-1.7\n1 0 obj\n", "pdf"},
      {"a page of the web", "<!DOCTYPE html><html><body>Not found</body></html>", ""},
      {"svg, which may carry a script", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", ""},
      {"a program", bytes({0x7F, 'E', 'L', 'F', 2, 1, 1, 0}), ""},
      {"an archive", "PK" + bytes({3, 4, 20, 0}), ""},
      {"a PDF with a page of the web before it (polyglot)", "<html>\n%PDF-1.7\n", ""},
      {"nothing", "", ""},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Format* format = detect(c.content);
      BOOST_TEST((format == nullptr ? std::string_view{} : format->key) == c.want);
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_refused_says_why_and_leaves_nothing_in_the_store, Fixture) {
  Limits limits = default_limits();
  limits.picture_bytes = 1000;
  limits.attachment_bytes = 1000;
  const struct {
    const char* label;
    std::string content, name;
    Kind kind;
    FaultKind fault;
    const char* says;
  } cases[] = {
      {"empty", "", "trong.jpg", Kind::Picture, FaultKind::Invalid, "trống"},
      {"too large", std::string(2000, 'x'), "lon.jpg", Kind::Picture, FaultKind::TooLarge, "nhiều nhất là 1 KB"},
      {"a PDF called jpg", "%PDF-1.4\n", "anh.jpg", Kind::Picture, FaultKind::Invalid, "là PDF, không phải ảnh"},
      {"a page of the web called pdf", "<html></html>", "tai-lieu.pdf", Kind::Attachment, FaultKind::Invalid, "không phải PDF"},
      {"a picture as attachment", kPng, "anh.pdf", Kind::Attachment, FaultKind::Invalid, "là ảnh PNG"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto received = take(c.content, c.name, c.kind, limits);
      BOOST_REQUIRE(!received);
      BOOST_TEST((received.error().kind == c.fault));
      BOOST_TEST(received.error().message.find(c.says) != std::string::npos, received.error().message);
      BOOST_TEST(!Store(root).has(portal::base::sha256_hex(c.content)));
    }
  const auto good = take(kPng, "anh.jpg", Kind::Picture, limits);
  BOOST_REQUIRE(good);
  BOOST_TEST(good->format->key == "png");
  BOOST_TEST(Store(root).has(good->sha256));
}

BOOST_AUTO_TEST_CASE(a_name_is_the_last_part_without_what_cannot_be_seen) {
  const struct {
    const char* sent;
    std::string want;
  } cases[] = {{"C:\\Users\\an\\Ảnh hội nghị.jpg", "Ảnh hội nghị.jpg"}, {"../../etc/passwd", "passwd"}, {"a\r\nb.png", "ab.png"},
               {"", "tệp"},                                             {"thư mục/", "tệp"},            {"\xff\xfe.jpg", "tệp"}};
  for (const auto& c : cases) BOOST_TEST(clean_name(c.sent) == c.want);
  BOOST_TEST(clean_name(std::string(500, 'a') + ".jpg").size() <= kMaxName);
}

BOOST_FIXTURE_TEST_CASE(a_documents_picture_is_named_after_it_and_has_its_bytes_in_the_store, Fixture) {
  const Store store(root);
  const Part part{PartKind::Picture, 3, find_format("png"), std::string(64, 'a'), 1200};
  const Received received = picture_of_part(store, part, "Kế hoạch quý I.docx");
  BOOST_TEST(received.name == "Kế hoạch quý I, ảnh 3.png");
  BOOST_TEST((received.kind == Kind::Picture));
  BOOST_TEST(received.sha256 == part.sha256);
  BOOST_TEST(received.temporary == store.path_of(part.sha256));
}

BOOST_AUTO_TEST_CASE(sizes_as_people_read_them) {
  BOOST_TEST(size_words(1) == "1 KB");
  BOOST_TEST(size_words(320 * 1024) == "320 KB");
  BOOST_TEST(size_words(1024 * 1024) == "1 MB");
  BOOST_TEST(size_words(1468006) == "1,4 MB");
  BOOST_TEST(size_words(20 * 1024 * 1024) == "20 MB");
}

BOOST_AUTO_TEST_SUITE_END()
