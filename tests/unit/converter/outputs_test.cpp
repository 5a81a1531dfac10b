// Rules of modules/workers/converter/outputs.h: what a tool left is not trusted.
#include "modules/workers/converter/outputs.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "docx.h"

using namespace portal::converter;

BOOST_AUTO_TEST_SUITE(outputs)

BOOST_AUTO_TEST_CASE(a_link_leads_nowhere_and_a_path_stays_in_its_folder) {
  const TestFolder folder;
  namespace fs = std::filesystem;
  fs::create_directories(folder.path + "/out/media");
  write_file(folder.path + "/secret", "của máy chủ");
  write_file(folder.path + "/out/media/a.png", "ảnh");
  fs::create_symlink(folder.path + "/secret", folder.path + "/out/link");
  fs::create_directory_symlink(folder.path, folder.path + "/out/up");
  BOOST_REQUIRE(::mkfifo((folder.path + "/out/pipe").c_str(), 0600) == 0);
  const std::string out = folder.path + "/out";
  constexpr std::uint64_t kMost = 100;
  BOOST_TEST((read_output(out, "media/a.png", kMost) == "ảnh"));
  BOOST_TEST((read_output(out, "./media/a.png", kMost) == "ảnh"));
  for (const char* path : {"link", "up/secret", "../secret", "media/../../secret", "pipe", "media", "gone", ""}) BOOST_TEST(!read_output(out, path, kMost), path);
  BOOST_TEST(!read_output(out, "media/a.png", 2), "more than it may have");
}

BOOST_AUTO_TEST_SUITE_END()
