// Rules of modules/workers/converter/picture.h.
#include "modules/workers/converter/picture.h"

#include <boost/test/unit_test.hpp>

using namespace portal::converter;
using portal::sandbox::End;
using portal::sandbox::Outcome;

BOOST_AUTO_TEST_SUITE(picture)

BOOST_AUTO_TEST_CASE(a_picture_is_never_made_wider_than_it_is) {
  using Widths = std::vector<unsigned>;
  const struct {
    unsigned width;
    Widths want;
  } cases[] = {{1, {1}}, {480, {480}}, {481, {480, 481}}, {960, {480, 960}}, {1200, {480, 960, 1200}}, {1600, {480, 960, 1600}}};
  for (const auto& c : cases) BOOST_TEST(widths_for(c.width) == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_size_is_read_from_the_line_of_its_file) {
  const char* printed = "/box/out/480.jpg: 480x360 uchar, 3 bands, srgb, jpegload\n/box/out/480.webp: 480x361 uchar, 3 bands, srgb, webpload\n";
  BOOST_TEST((printed_size(printed, "/box/out/480.jpg") == Size{480, 360}));
  BOOST_TEST((printed_size(printed, "/box/out/480.webp") == Size{480, 361}));
  BOOST_TEST(!printed_size(printed, "/box/out/960.jpg").has_value());
  for (const char* bad : {"", "/box/in", "/box/in: ", "/box/in: x5 uchar", "/box/in: 0x5 uchar", "/box/in: 5x0 uchar", "/box/in: 5x", "/box/in: 5x6", "/box/in: -5x6 uchar",
                          "/box/in: 99999999999x6 uchar", "x/box/in: 5x6 uchar"})
    BOOST_TEST(!printed_size(bad, "/box/in").has_value(), bad);
}

BOOST_AUTO_TEST_CASE(the_sender_is_told_what_to_do_and_a_missing_sandbox_is_not_the_files_fault) {
  const struct {
    const char* label;
    End end;
    Made::End want;
    const char* says;
  } cases[] = {{"hang", End::TimedOut, Made::End::Refused, "20 giây"},
               {"crash", End::Crashed, Made::End::Refused, "bộ nhớ"},
               {"broken file", End::Failed, Made::End::Refused, "bị hỏng"},
               {"no sandbox", End::NoSandbox, Made::End::Later, "why"},
               {"stop", End::Stopped, Made::End::Later, "stopped"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Made made = told(Outcome{c.end, 1, "", "why"}, 20);
      BOOST_TEST((made.end == c.want));
      BOOST_TEST(made.reason.find(c.says) != std::string::npos, made.reason);
    }
}

BOOST_AUTO_TEST_SUITE_END()
