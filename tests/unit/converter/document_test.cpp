// Rules of modules/workers/converter/document.h that need no tool.
#include "modules/workers/converter/document.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace portal::converter;
using portal::sandbox::End;
using portal::sandbox::Outcome;

BOOST_AUTO_TEST_SUITE(document)

BOOST_AUTO_TEST_CASE(the_sender_is_told_what_to_do_and_a_missing_sandbox_is_not_the_files_fault) {
  const struct {
    const char* label;
    End end;
    Made::End want;
    const char* says;
  } cases[] = {{"hang", End::TimedOut, Made::End::Refused, "20 giây"},
               {"crash", End::Crashed, Made::End::Refused, "bộ nhớ"},
               {"broken file", End::Failed, Made::End::Refused, "bị hỏng"},
               {"done and nothing there", End::Done, Made::End::Refused, "bị hỏng"},
               {"no sandbox", End::NoSandbox, Made::End::Later, "why"},
               {"stop", End::Stopped, Made::End::Later, "stopped"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Made made = told_document(Outcome{c.end, 1, "", "why"}, 20);
      BOOST_TEST((made.end == c.want));
      BOOST_TEST(made.reason.find(c.says) != std::string::npos, made.reason);
    }
}

BOOST_AUTO_TEST_CASE(the_office_reads_what_was_not_carried_over_and_each_doubtful_letter) {
  DocumentText text;
  text.title = "Sắc lệnh";
  text.lost = {"Đã bỏ 1 hình vẽ (đường kẻ, khung, mũi tên…)."};
  text.letters.encoding = portal::encoding::Encoding::Tcvn3;
  text.letters.doubts.push_back({"Ộ", "é", "ộ", "BỘ", portal::encoding::Reason::Capital});
  const auto json = nlohmann::json::parse(to_json(text));
  BOOST_TEST(json["title"] == "Sắc lệnh");
  BOOST_TEST(json["lost"].size() == 1);
  BOOST_TEST(json["encoding"] == "tcvn3");
  BOOST_TEST(json["doubts"][0]["word"] == "BỘ");
  BOOST_TEST(json["tree"]["type"] == "doc");
}

BOOST_AUTO_TEST_SUITE_END()
