// Files that come before their form has been sent whole (shared/files/parcels.h): goes on after a broken line, refuses with a reason, never beyond the limits.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "shared/base/crypto.h"
#include "shared/files/parcels.h"

using namespace portal;
using namespace portal::files;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const base::UtcTime kNow = *base::parse_iso("2026-11-30T08:00:00+07:00");
const std::string kForm(32, 'a'), kOther(32, 'b'), kAddress(32, 'c');
constexpr ParcelLimits kLimits{.file_bytes = 4000, .form_bytes = 6000, .address_bytes = 9000, .files = 3};
const std::string kPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

struct Folder {
  Folder() : root((fs::temp_directory_path() / ("parcels-" + base::random_hex(8))).string()), parcels(root) { fs::create_directories(root); }
  ~Folder() { fs::remove_all(root); }

  // What a form's file is while its request lasts.
  http::Upload upload(const std::string& name, const std::string& bytes) const {
    const std::string path = Store(root).new_temporary();
    std::ofstream(path, std::ios::binary) << bytes;
    return {"tep", name, path, bytes.size(), base::sha256_hex(bytes)};
  }

  std::string root;
  Parcels parcels;
};

std::string padded(std::size_t bytes) { return kPdf + std::string(bytes - kPdf.size(), '\n'); }

}  // namespace

BOOST_AUTO_TEST_SUITE(parcels)

BOOST_FIXTURE_TEST_CASE(a_whole_file_is_kept_with_its_name_and_taken_with_its_digest, Folder) {
  const auto put = parcels.put(kForm, upload("C:\\bai\\Bài viết.pdf", kPdf), kLimits, kAddress, kNow);
  BOOST_REQUIRE(put);
  BOOST_TEST(put->name == "Bài viết.pdf");
  BOOST_TEST(put->is_whole());
  BOOST_REQUIRE_EQUAL(parcels.of_form(kForm).size(), 1U);
  BOOST_TEST(parcels.of_form(kOther).empty());
  parcels.seal(kForm);
  const Store store(root + "/store");
  fs::create_directories(store.root());
  const auto copy = parcels.copy(kForm, *put, store);
  BOOST_REQUIRE(copy);
  BOOST_TEST(copy->sha256 == base::sha256_hex(kPdf));
  BOOST_TEST(copy->bytes == kPdf.size());
  BOOST_TEST(fs::file_size(copy->path) == kPdf.size());
  parcels.drop_form(kForm);
  BOOST_TEST(parcels.of_form(kForm).empty());
  BOOST_TEST((parcels.copy(kForm, *put, store).error().kind == base::FaultKind::NotFound));
}

BOOST_FIXTURE_TEST_CASE(pieces_go_on_from_what_has_come, Folder) {
  const std::string bytes = padded(3000);
  const auto begun = parcels.begin(kForm, "bai.pdf", bytes.size(), kLimits);
  BOOST_REQUIRE(begun);
  BOOST_TEST(begun->bytes == 0U);
  const auto first = parcels.append(kForm, begun->token, 0, upload("x", bytes.substr(0, 1000)), kLimits, kAddress, kNow);
  BOOST_REQUIRE(first);
  BOOST_TEST(first->bytes == 1000U);
  BOOST_TEST(!first->is_whole());
  // The answer was lost: the same piece again changes nothing.
  const auto again = parcels.append(kForm, begun->token, 0, upload("x", bytes.substr(0, 1000)), kLimits, kAddress, kNow);
  BOOST_TEST((again.error().kind == base::FaultKind::Conflict));
  // The page was loaded anew: the same file goes on.
  const auto found = parcels.begin(kForm, "bai.pdf", bytes.size(), kLimits);
  BOOST_REQUIRE(found);
  BOOST_TEST(found->token == begun->token);
  BOOST_TEST(found->bytes == 1000U);
  BOOST_TEST((parcels.append(kForm, begun->token, 1000, upload("x", bytes + "mehr"), kLimits, kAddress, kNow).error().kind == base::FaultKind::TooLarge));
  BOOST_TEST((parcels.append(kForm, kOther, 1000, upload("x", "a"), kLimits, kAddress, kNow).error().kind == base::FaultKind::NotFound));
  BOOST_TEST((parcels.append(kOther, begun->token, 1000, upload("x", "a"), kLimits, kAddress, kNow).error().kind == base::FaultKind::NotFound));
  const auto whole = parcels.append(kForm, begun->token, 1000, upload("x", bytes.substr(1000)), kLimits, kAddress, kNow);
  BOOST_REQUIRE(whole);
  BOOST_TEST(whole->is_whole());
  const Store store(root + "/store");
  fs::create_directories(store.root());
  BOOST_TEST(parcels.copy(kForm, *whole, store)->sha256 == base::sha256_hex(bytes));
}

BOOST_FIXTURE_TEST_CASE(what_nobody_opens_is_refused_by_its_content_and_leaves_nothing, Folder) {
  const auto exe = parcels.put(kForm, upload("anh.jpg", "MZ\x90\x00 chuong trinh"), kLimits, kAddress, kNow);
  BOOST_TEST((exe.error().kind == base::FaultKind::Invalid));
  BOOST_TEST(exe.error().message.find("“anh.jpg”") != std::string::npos);
  BOOST_TEST(parcels.of_form(kForm).empty());
  const auto begun = parcels.begin(kForm, "anh.jpg", 4, kLimits);
  BOOST_TEST((parcels.append(kForm, begun->token, 0, upload("x", "MZab"), kLimits, kAddress, kNow).error().kind == base::FaultKind::Invalid));
  BOOST_TEST(parcels.of_form(kForm).empty());
  // The office registers what it was given; quarantine has it.
  ParcelLimits office = kLimits;
  office.takes_any = true;
  BOOST_TEST(parcels.put(kForm, upload("la.bin", "MZab"), office, "", kNow).has_value());
}

BOOST_FIXTURE_TEST_CASE(limits_of_a_file_a_form_and_an_address, Folder) {
  BOOST_TEST((parcels.put(kForm, upload("a.pdf", ""), kLimits, kAddress, kNow).error().kind == base::FaultKind::Invalid));
  BOOST_TEST((parcels.put(kForm, upload("a.pdf", padded(4001)), kLimits, kAddress, kNow).error().kind == base::FaultKind::TooLarge));
  BOOST_TEST((parcels.begin(kForm, "a.pdf", 4001, kLimits).error().kind == base::FaultKind::TooLarge));
  BOOST_TEST(parcels.put(kForm, upload("a.pdf", padded(4000)), kLimits, kAddress, kNow).has_value());
  BOOST_TEST((parcels.put(kForm, upload("b.pdf", padded(2001)), kLimits, kAddress, kNow).error().kind == base::FaultKind::TooLarge));
  BOOST_TEST((parcels.begin(kForm, "b.pdf", 2001, kLimits).error().kind == base::FaultKind::TooLarge));
  BOOST_TEST(parcels.put(kForm, upload("b.pdf", padded(1000)), kLimits, kAddress, kNow).has_value());
  BOOST_TEST(parcels.put(kForm, upload("c.pdf", padded(500)), kLimits, kAddress, kNow).has_value());
  BOOST_TEST((parcels.put(kForm, upload("d.pdf", padded(100)), kLimits, kAddress, kNow).error().kind == base::FaultKind::Invalid), "too many");
  // 5500 of 9000 are used up; another form of the same address has the rest, another address and another day their own.
  BOOST_TEST((parcels.put(kOther, upload("e.pdf", padded(3600)), kLimits, kAddress, kNow).error().kind == base::FaultKind::Throttled));
  BOOST_TEST(parcels.put(kOther, upload("e.pdf", padded(3500)), kLimits, kAddress, kNow).has_value());
  const auto more = parcels.begin(kOther, "f.pdf", 200, kLimits);
  BOOST_TEST((parcels.append(kOther, more->token, 0, upload("x", padded(200)), kLimits, kAddress, kNow).error().kind == base::FaultKind::Throttled));
  BOOST_TEST(parcels.append(kOther, more->token, 0, upload("x", padded(200)), kLimits, std::string(32, 'd'), kNow).has_value());
  parcels.drop(kOther, more->token);
  BOOST_TEST(parcels.put(kOther, upload("g.pdf", padded(2000)), kLimits, kAddress, kNow + 24h).has_value());
}

BOOST_FIXTURE_TEST_CASE(names_from_outside_reach_no_other_path, Folder) {
  BOOST_CHECK_THROW(static_cast<void>(parcels.of_form("../../etc")), std::logic_error);
  BOOST_TEST(!is_form_number("../../../../../../../etc/passwd00"));
  BOOST_TEST(!is_form_number(std::string(32, 'A')));
  parcels.drop(kForm, "../../x");  // nothing
  const auto begun = parcels.begin(kForm, "a\nb\n../c.pdf", 10, kLimits);
  BOOST_REQUIRE(begun);
  BOOST_TEST(begun->name == "c.pdf");
}

BOOST_FIXTURE_TEST_CASE(what_was_not_sent_is_swept, Folder) {
  BOOST_TEST(parcels.put(kForm, upload("a.pdf", kPdf), kLimits, kAddress, kNow).has_value());
  const base::UtcTime real = base::SystemClock{}.now();
  BOOST_TEST(parcels.old_forms(real - 48h).empty());
  BOOST_REQUIRE_EQUAL(parcels.old_forms(real + 1h).size(), 1U);
  BOOST_TEST(parcels.old_forms(real + 1h).front() == kForm);
  BOOST_TEST(parcels.sweep(real - 48h, kNow + 48h) == 1U);  // the quota of the day before
}

BOOST_AUTO_TEST_SUITE_END()
