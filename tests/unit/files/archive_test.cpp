// Rules of shared/files/archive.h: what comes out of a sender's zip file, under which names, and what is left in it.
#include "shared/files/archive.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <zip.h>

#include "shared/base/crypto.h"
#include "shared/encoding/tables.h"
#include "shared/files/spool.h"

using namespace portal::files;
using portal::encoding::Encoding;
using portal::encoding::encode;

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr std::uint64_t kMega = 1 << 20;
constexpr ArchiveLimits kLimits{.file_bytes = 20 * kMega};
constexpr unsigned kUtf8 = 0x800, kEncrypted = 1;

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
  return out;
}

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

// A member as a packer would write it, or as no packer would.
struct Part {
  std::string name;
  std::string bytes = "nội dung";
  unsigned flags = 0;
  std::string extra{};
  std::optional<std::uint32_t> claims{};  // another size than it has
  std::optional<std::uint32_t> sum{};     // another CRC
};

// Its bytes stored, not deflated: names and claims are what these tests are about.
std::string zip_of(const std::vector<Part>& parts) {
  std::string locals, directory;
  for (const Part& part : parts) {
    const std::uint64_t size = part.bytes.size();
    const std::string common = little(20, 2) + little(part.flags, 2) + little(0, 2) + little(0, 4) + little(part.sum.value_or(crc(part.bytes)), 4) +
                               little(size, 4) + little(part.claims ? *part.claims : size, 4) + little(part.name.size(), 2) + little(part.extra.size(), 2);
    directory += "PK\x01\x02" + little(20, 2) + common + little(0, 10) + little(locals.size(), 4) + part.name + part.extra;
    locals += "PK\x03\x04" + common + part.name + part.extra + part.bytes;
  }
  return locals + directory + "PK\x05\x06" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) + little(directory.size(), 4) +
         little(locals.size(), 4) + little(0, 2);
}

struct Fixture {
  Fixture() : folder(made()), store(folder) {}
  ~Fixture() { fs::remove_all(folder); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  static std::string made() {
    std::string name = (fs::temp_directory_path() / "portal-archive-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    return name;
  }

  std::string write(const std::string& bytes) const {
    const std::string path = folder + "/file";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // Packed by libzip.
  std::string deflated(const std::string& name, const std::string& bytes, int method = ZIP_CM_DEFLATE) const {
    const std::string path = folder + "/deflated";
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    BOOST_REQUIRE(archive != nullptr);
    const zip_int64_t at = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    BOOST_REQUIRE(at >= 0);
    BOOST_REQUIRE(zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), method, 0) == 0);
    BOOST_REQUIRE(zip_close(archive) == 0);
    return path;
  }

  Archive open(const std::vector<Part>& parts) const {
    auto archive = Archive::open(write(zip_of(parts)));
    BOOST_REQUIRE(archive.has_value());
    return *std::move(archive);
  }

  Names names(const std::vector<std::string>& raw, unsigned flags = 0) const {
    std::vector<Part> parts;
    for (const std::string& name : raw) parts.push_back({.name = name, .flags = flags});
    return open(parts).names();
  }

  std::string fault(const std::string& path) const {
    const auto archive = Archive::open(path);
    BOOST_REQUIRE(archive.has_value());
    return archive->fault(kLimits);
  }

  std::string folder;
  Store store;
};

bool says(const std::string& words, std::string_view what) { return words.find(what) != std::string::npos; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive, Fixture)

BOOST_AUTO_TEST_CASE(D4_1a_names_come_out_in_unicode_whatever_packed_them) {
  const Names want{"Báo cáo kết quả thực hiện nhiệm vụ.docx", "Ảnh hội nghị 1.jpg"};
  const auto written = [](Encoding encoding) { return Names{encode(encoding, U"Báo cáo kết quả thực hiện nhiệm vụ.docx"), encode(encoding, U"Ảnh hội nghị 1.jpg")}; };
  const struct {
    const char* label;
    Names got;
  } cases[] = {{"UTF-8 with its flag", names(want, kUtf8)},
               {"UTF-8 without it", names(want)},
               {"VNI", names(written(Encoding::VniWindows))},
               {"Windows-1258", names(written(Encoding::Windows1258))},
               {"letters and marks apart, as macOS writes them", names({"Ba\u0301o ca\u0301o k\u00EA\u0301t qua\u0309 thư\u0323c hi\u00EA\u0323n nhi\u00EA\u0323m vu\u0323.docx", "A\u0309nh ho\u0302\u0323i nghi\u0323 1.jpg"}, kUtf8)}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(c.got == want, boost::test_tools::per_element());
  // TCVN3 leaves the capital's case to the font; a name too short to tell is read as its neighbours are.
  const Names tcvn3 = names({encode(Encoding::Tcvn3, U"báo cáo kết quả thực hiện nhiệm vụ.docx"), encode(Encoding::Tcvn3, U"hội nghị 1.jpg"), encode(Encoding::Tcvn3, U"họp.png")});
  BOOST_TEST(tcvn3 == (Names{"báo cáo kết quả thực hiện nhiệm vụ.docx", "hội nghị 1.jpg", "họp.png"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(D4_1a_the_unicode_path_field_names_what_the_header_cannot) {
  const std::string raw = "B?o c?o.docx", name = "Báo cáo.docx";
  const auto field = [&name](std::uint32_t sum) { return little(0x7075, 2) + little(5 + name.size(), 2) + little(1, 1) + little(sum, 4) + name; };
  BOOST_TEST(open({{.name = raw, .extra = field(crc(raw))}}).names() == Names{name}, boost::test_tools::per_element());
  BOOST_TEST(open({{.name = raw, .extra = field(7)}}).names() == Names{raw}, "a field of another name");
}

BOOST_AUTO_TEST_CASE(only_the_last_part_of_a_name_is_used_and_no_folder_is_a_file) {
  BOOST_TEST(names({"../../etc/passwd", "/tuyệt đối.txt", "C:\\ổ đĩa\\bài.docx", "thư mục/", "thư mục/ảnh.jpg", "..", "Desktop.ini", "a/Thumbs.db", ".DS_Store", "__MACOSX/._ảnh.jpg", "b/__MACOSX/x"}) ==
             (Names{"passwd", "tuyệt đối.txt", "bài.docx", "ảnh.jpg", ".."}), boost::test_tools::per_element());
  DiskSpool spool(store);
  const Opened opened = open({{.name = "../../ảnh.jpg", .bytes = "một"}, {.name = "b/ảnh.jpg", .bytes = "hai"}}).unpack(kLimits, spool);
  BOOST_REQUIRE(opened.files.size() == 2U);
  for (const Unpacked& file : opened.files) {
    BOOST_TEST(file.name == "ảnh.jpg", "two of one name");
    BOOST_REQUIRE(file.upload.has_value());
    BOOST_TEST(fs::path(file.upload->path).parent_path() == fs::path(folder) / "tmp");
  }
  std::ifstream in(opened.files[1].upload->path);
  BOOST_TEST((std::string{std::istreambuf_iterator<char>(in), {}}) == "hai");
  BOOST_TEST(opened.files[1].upload->sha256 == portal::base::sha256_hex("hai"));
  BOOST_TEST(opened.files[1].upload->bytes == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_no_plain_zip_file_is_no_archive) {
  const auto is_archive = [this](const std::string& bytes) { return Archive::open(write(bytes)).has_value(); };
  BOOST_TEST(is_archive(zip_of({{.name = "a.txt"}})));
  BOOST_TEST(!is_archive(zip_of({{.name = "[Content_Types].xml"}, {.name = "word/document.xml"}})), "Word, Excel, PowerPoint");
  BOOST_TEST(!is_archive(zip_of({{.name = "mimetype", .bytes = "application/vnd.oasis.opendocument.text"}, {.name = "content.xml"}})), "Writer");
  BOOST_TEST(!is_archive(zip_of({{.name = "META-INF/MANIFEST.MF"}})), "Java");
  BOOST_TEST(!is_archive("%PDF-1.7\n" + zip_of({{.name = "a.txt"}})), "a PDF with a zip behind it");
  BOOST_TEST(!is_archive("Rar!"));
  BOOST_TEST(!is_archive(""));
  BOOST_TEST(Archive::open(write("PK\x03\x04, and nothing more"))->is_broken());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_all_of_it_leaves_it_closed) {
  std::vector<Part> many;
  for (int i = 0; i < 51; ++i) many.push_back({.name = std::to_string(i) + ".jpg"});
  std::vector<Part> most(many.begin(), many.begin() + 50);
  most.push_back({.name = "thư mục/"});
  const std::string half(kMega + 1, 'x');
  const std::string whole = zip_of({{.name = "a.jpg"}});
  const struct {
    const char* label;
    std::string says;
    std::string want;
  } cases[] = {{"as it should be", fault(write(whole)), ""},
               {"fifty, and a folder", fault(write(zip_of(most))), ""},
               {"one more", fault(write(zip_of(many))), "chứa 51 tệp"},
               {"nothing in it", fault(write(zip_of({}))), "không có tệp nào"},
               {"cut off", fault(write(whole.substr(0, whole.size() - 30))), "hỏng"},
               {"a password on all", fault(write(zip_of({{.name = "a.jpg", .flags = kEncrypted}, {.name = "b.jpg", .flags = kEncrypted}}))), "Tệp nén đặt mật khẩu; xin gửi lại không đặt mật khẩu."},
               {"a bomb", fault(deflated("a.txt", std::string(64 * kMega, '\0'))), "bom nén"},
               {"claims without end", fault(write(zip_of({{.name = "a", .claims = 0xFFFFFFF0U}}))), "bom nén"},
               {"too heavy together", open({{.name = "a.tif", .bytes = half}, {.name = "b.tif", .bytes = half}}).fault({.file_bytes = 2 * kMega, .bytes = 2 * kMega}), "cộng lại nặng quá 2 MB"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST((c.want.empty() ? c.says.empty() : says(c.says, c.want)), c.says);
      BOOST_TEST(c.says.size() <= 300U);  // core_intake_file.reason
    }
}

BOOST_AUTO_TEST_CASE(a_member_that_holds_more_than_it_says_gives_all_up_and_its_bytes_are_gone_with_the_spool) {
  const std::string packed = deflated("b.txt", std::string(4 * kMega, 'b'));
  std::ifstream in(packed, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  for (const char* head : {"PK\x03\x04", "PK\x01\x02"}) {  // the unpacked size, in both headers
    const std::size_t at = bytes.find(head);
    BOOST_REQUIRE(at != std::string::npos);
    bytes.replace(at + (head[2] == '\x03' ? 22 : 24), 4, little(1000, 4));
  }
  const auto archive = Archive::open(write(bytes));
  BOOST_REQUIRE(archive.has_value());
  BOOST_TEST(archive->fault(kLimits) == "");
  {
    DiskSpool spool(store);
    const Opened opened = archive->unpack(kLimits, spool);
    BOOST_TEST(opened.files.empty());
    BOOST_TEST(says(opened.fault, "bom nén"), opened.fault);
    for (const auto& upload : spool.uploads()) BOOST_TEST(upload.bytes <= 1000U);
  }
  BOOST_TEST(fs::is_empty(folder + "/tmp"));
}

BOOST_AUTO_TEST_CASE(one_that_cannot_be_taken_leaves_the_others_alone) {
  DiskSpool spool(store);
  const Opened opened = open({{.name = "khóa.jpg", .flags = kEncrypted | kUtf8}, {.name = "nặng.tif", .bytes = std::string(3 * kMega, 'n')}, {.name = "hỏng.jpg", .sum = 7}, {.name = "tốt.jpg"}})
                            .unpack({.file_bytes = 2 * kMega}, spool);
  BOOST_TEST(opened.fault == "");
  BOOST_REQUIRE(opened.files.size() == 4U);
  BOOST_TEST(opened.files[0].reason == "Tệp nén đặt mật khẩu; xin gửi lại không đặt mật khẩu.");
  BOOST_TEST(opened.files[1].reason == "Tệp “nặng.tif” nặng 3 MB, nhiều nhất là 2 MB.");
  BOOST_TEST(says(opened.files[2].reason, "bị hỏng"), opened.files[2].reason);
  for (int i = 0; i < 3; ++i) BOOST_TEST(!opened.files[static_cast<std::size_t>(i)].upload.has_value());
  BOOST_TEST(opened.files[3].reason == "");
  BOOST_TEST(opened.files[3].upload.has_value());
}

BOOST_AUTO_TEST_CASE(no_other_decoder_than_zlib_sees_what_a_stranger_packed) {
  const auto opened = [this](int method) {
    DiskSpool spool(store);
    return Archive::open(deflated("a.txt", std::string(1000, 'a'), method))->unpack(kLimits, spool);
  };
  BOOST_TEST(opened(ZIP_CM_DEFLATE).files.at(0).reason == "");
  BOOST_TEST(says(opened(ZIP_CM_BZIP2).files.at(0).reason, "kiểu không mở được"));
}

BOOST_AUTO_TEST_CASE(bytes_that_lie_end) {
  const std::string whole = zip_of({{.name = "a/b.jpg"}, {.name = encode(Encoding::Tcvn3, U"hội nghị.jpg")}});
  const auto try_it = [this](const std::string& bytes) {
    DiskSpool spool(store);
    const auto archive = Archive::open(write(bytes));
    if (!archive) return;
    const Opened opened = archive->unpack(kLimits, spool);
    BOOST_TEST((opened.fault.empty() || opened.files.empty()));
  };
  for (std::size_t length = 0; length < whole.size(); length += 5) try_it(whole.substr(0, length));
  for (std::size_t at = 4; at < whole.size(); at += 3) {
    std::string wild = whole;
    wild[at] = static_cast<char>(0xFF);
    try_it(wild);
  }
}

BOOST_AUTO_TEST_SUITE_END()
