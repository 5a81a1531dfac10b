// Rules of shared/files/store.h: the order that makes a row without its file impossible, and what a death at each step leaves.
#include "shared/files/store.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "shared/base/crypto.h"
#include "shared/files/spool.h"

namespace {

namespace fs = std::filesystem;
using portal::files::Store;

// A folder of its own for each case.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "portal-store-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

std::string write_temporary(const Store& store, const std::string& bytes) {
  const std::string path = store.new_temporary();
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string kBytes(100'000, 'x');
const std::string kDigest = portal::base::sha256_hex(kBytes);

}  // namespace

BOOST_AUTO_TEST_SUITE(store)

BOOST_AUTO_TEST_CASE(bytes_are_on_disk_before_they_have_a_place_and_the_folder_after) {
  const Folder folder;
  std::vector<std::string> steps;
  std::vector<bool> placed;
  const Store plain(folder.path);
  const Store store(folder.path, [&](std::string_view step) {
    steps.emplace_back(step);
    placed.push_back(plain.has(kDigest));
  });
  store.put(write_temporary(store, kBytes), kDigest);
  BOOST_TEST(steps == (std::vector<std::string>{"synced", "placed", "folder synced"}), boost::test_tools::per_element());
  BOOST_TEST(placed == (std::vector<bool>{false, true, true}), boost::test_tools::per_element());
  BOOST_TEST(read(store.path_of(kDigest)) == kBytes);
}

BOOST_AUTO_TEST_CASE(a_death_at_any_step_leaves_a_whole_file_or_none) {
  for (const std::string_view last : Store::kSteps) {
    BOOST_TEST_CONTEXT(last) {
      const Folder folder;
      const pid_t child = ::fork();
      BOOST_REQUIRE(child >= 0);
      if (child == 0) {
        const Store dying(folder.path, [last](std::string_view step) {
          if (step == last) ::_exit(0);
        });
        dying.put(write_temporary(dying, kBytes), kDigest);
        ::_exit(1);
      }
      int status = 0;
      ::waitpid(child, &status, 0);
      BOOST_TEST(status == 0);
      const Store store(folder.path);
      BOOST_TEST(store.has(kDigest) == (last != "synced"));
      if (store.has(kDigest)) BOOST_TEST(read(store.path_of(kDigest)) == kBytes);
      // What it left is no obstacle, and goes with the sweep.
      store.put(write_temporary(store, kBytes), kDigest);
      BOOST_TEST(read(store.path_of(kDigest)) == kBytes);
      BOOST_TEST(store.drop_temporary(std::chrono::system_clock::now() + std::chrono::hours(1)) == 2U);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_there_once_and_a_second_sender_changes_nothing) {
  const Folder folder;
  const Store store(folder.path);
  store.put(write_temporary(store, kBytes), kDigest);
  struct stat before {};
  ::stat(store.path_of(kDigest).c_str(), &before);
  store.put(write_temporary(store, kBytes), kDigest);
  struct stat after {};
  ::stat(store.path_of(kDigest).c_str(), &after);
  BOOST_TEST(before.st_ino == after.st_ino);
  std::size_t files = 0;
  store.each([&](std::string_view sha256, std::uint64_t bytes, auto) {
    BOOST_TEST(sha256 == kDigest);
    BOOST_TEST(bytes == kBytes.size());
    return ++files > 0;
  });
  BOOST_TEST(files == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_sweep_took_between_the_file_and_its_row_is_placed_again) {
  const Folder folder;
  const Store store(folder.path);
  const std::string temporary = write_temporary(store, kBytes);
  store.put(temporary, kDigest);
  store.remove(kDigest);
  BOOST_TEST(!store.has(kDigest));
  store.ensure(temporary, kDigest);
  BOOST_TEST(read(store.path_of(kDigest)) == kBytes);
}

BOOST_AUTO_TEST_CASE(what_has_its_place_is_read_whole_and_what_has_none_is_an_error) {
  const Folder folder;
  const Store store(folder.path);
  store.put(write_temporary(store, kBytes), kDigest);
  BOOST_TEST(store.read(kDigest) == kBytes);
  BOOST_CHECK_THROW(static_cast<void>(store.read(std::string(64, 'a'))), std::system_error);
}

BOOST_AUTO_TEST_CASE(only_a_digest_becomes_part_of_a_path) {
  const Store store("/nowhere");
  for (const char* bad : {"", "../../etc/passwd", "ABCDEF", "abc"}) {
    BOOST_CHECK_THROW(static_cast<void>(store.path_of(bad)), std::logic_error);
    BOOST_CHECK_THROW(static_cast<void>(portal::files::accel_path(bad)), std::logic_error);
  }
  BOOST_TEST(portal::files::accel_path(kDigest) == "/_store/" + kDigest.substr(0, 2) + "/" + kDigest);
}

BOOST_AUTO_TEST_CASE(a_request_that_ends_leaves_no_temporary_name_and_its_digest_is_that_of_the_bytes) {
  const Folder folder;
  const Store store(folder.path);
  std::string path;
  {
    portal::files::DiskSpool spool(store);
    spool.begin("anh", "C:\\Ảnh\\hội nghị.jpg");
    for (std::size_t at = 0; at < kBytes.size(); at += 1000) spool.write(std::string_view{kBytes}.substr(at, 1000));
    spool.end();
    BOOST_REQUIRE(spool.uploads().size() == 1U);
    BOOST_TEST(spool.uploads().front().sha256 == kDigest);
    BOOST_TEST(spool.uploads().front().bytes == kBytes.size());
    path = spool.uploads().front().path;
    store.put(path, kDigest);
  }
  BOOST_TEST(!fs::exists(path));
  BOOST_TEST(read(store.path_of(kDigest)) == kBytes);
}

BOOST_AUTO_TEST_SUITE_END()
