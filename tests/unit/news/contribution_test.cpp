// What may be typed into the public form (D9.1b), and what its sender is told of it (modules/news/public/contribution.h).
#include <boost/test/unit_test.hpp>

#include <map>

#include "modules/news/public/contribution.h"

using namespace portal;
using namespace portal::news;

namespace {

const base::UtcTime kNow = *base::parse_iso("2026-11-30T08:00:00+07:00");

http::Fields form(std::initializer_list<std::pair<const char*, std::string>> changes = {}) {
  std::map<std::string, std::string> all{{"name", " Lò Văn Thử "}, {"email", "thu@vidu.vn"}, {"phone", "0299 3 555 100"}, {"title", "Bài cộng tác"},
                                         {"text", "Nội dung."}, {"declared", "1"}};
  for (const auto& [name, value] : changes) all[name] = value;
  http::Fields out;
  for (const auto& [name, value] : all) out.add(name, value);
  return out;
}

std::vector<std::string> wrong(const http::Fields& typed, std::size_t files = 0) {
  std::vector<std::string> fields;
  for (const base::FieldError& error : parse_contribution(typed, files, kNow).errors) fields.push_back(error.field);
  return fields;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contribution)

BOOST_AUTO_TEST_CASE(D9_1b_a_whole_form) {
  const auto parsed = parse_contribution(form({{"event_at", "29/11/2026 14:30"}, {"organisation", "Tổ hòa giải"}}), 0, kNow);
  BOOST_TEST(parsed.errors.empty());
  BOOST_TEST(parsed.draft.name == "Lò Văn Thử");
  BOOST_TEST(parsed.draft.organisation == "Tổ hòa giải");
  BOOST_TEST(base::format_date_time(*parsed.draft.event_at) == "29/11/2026 14:30");
}

BOOST_AUTO_TEST_CASE(D9_1b_each_mistake_has_its_field) {
  const struct {
    const char* label;
    http::Fields typed;
    std::size_t files;
    std::vector<std::string> want;
  } cases[] = {
      {"nothing", http::Fields{}, 0, {"name", "email", "phone", "title", "text", "declared"}},
      {"no name", form({{"name", " "}}), 0, {"name"}},
      {"no address", form({{"email", "thu@"}}), 0, {"email"}},
      {"a place instead of a telephone", form({{"phone", ""}, {"place", "Bản Hon"}}), 0, {}},
      {"neither", form({{"phone", ""}}), 0, {"phone"}},
      {"a telephone that is none", form({{"phone", "gọi tôi"}}), 0, {"phone"}},
      {"a file instead of text", form({{"text", " "}}), 1, {}},
      {"neither text nor file", form({{"text", " "}}), 0, {"text"}},
      {"no declaration", form({{"declared", ""}}), 0, {"declared"}},
      {"a date that is none", form({{"event_at", "31/02/2026"}}), 0, {"event_at"}},
      {"a date beyond reason", form({{"event_at", "01/01/2099"}}), 0, {"event_at"}},
      {"a line break in a name", form({{"name", "A\nBcc: x@y.vn"}}), 0, {"name"}},
      {"a title that is too long", form({{"title", std::string(301, 'a')}}), 0, {"title"}},
      {"text that is too long", form({{"text", std::string(kLongestContribution + 1, 'a')}}), 0, {"text"}},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(wrong(c.typed, c.files) == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(D7_3_states_in_words_for_who_sent_it) {
  const struct {
    const char *state, *item;
    bool is_published;
    const char* want;
  } cases[] = {
      {"new", "", false, "Đã nhận"},
      {"held", "", false, "Đã vào sổ, chờ kiểm tra"},
      {"spam", "", false, "Đã vào sổ, chờ kiểm tra"},  // who sends rubbish is not told that it was known
      {"awaiting", "", false, "Chờ ông, bà bổ sung"},
      {"received", "", false, "Đã vào sổ, chờ phân loại"},
      {"refused", "", false, "Không tiếp nhận"},
      {"closed", "published", false, "Đã kết thúc xử lý"},
      {"classified", "submitted", false, "Đang biên tập, kiểm tra"},
      {"classified", "verifying", false, "Đang biên tập, kiểm tra"},
      {"classified", "ready", false, "Đã duyệt, chờ đăng"},
      {"classified", "refused", false, "Không đăng"},
      {"classified", "returned", false, "Đề nghị chỉnh sửa"},
      {"classified", "withdrawn", false, "Không còn trên trang"},
      {"classified", "published", true, "Đã đăng"},
  };
  for (const auto& c : cases) {
    NewsStore::Tracked tracked{};
    tracked.state = c.state;
    tracked.item_state = c.item;
    BOOST_TEST(words_of(tracked, c.is_published).heading == c.want, c.state << " " << c.item);
  }
}

BOOST_AUTO_TEST_SUITE_END()
