// Rules of modules/workers/mailer that need no database.
#include <boost/test/unit_test.hpp>

#include "modules/workers/mailer/digest_time.h"
#include "modules/workers/mailer/plain_text.h"

using namespace portal;
using namespace portal::mailer;

namespace {

calendar::Calendar calendar_of_2026() {
  using namespace std::chrono_literals;
  calendar::CalendarData data;
  data.id = "so";
  calendar::WeekHours week;
  for (std::size_t day = 0; day < 5; ++day) week.weekdays.at(day) = {{7h + 30min, 11h + 30min}, {13h + 30min, 17h}};
  data.weeks = {week};
  data.entered_years = {2026};
  const base::LocalDate holiday{std::chrono::year{2026} / 9 / 2}, swapped{std::chrono::year{2026} / 8 / 22};
  data.public_holidays = {{holiday, "Quốc khánh", "BLLĐ"}};
  data.make_up_days = {{swapped, "Làm bù", "Thông báo", {{7h + 30min, 11h + 30min}}}};
  auto made = calendar::Calendar::make(std::move(data));
  BOOST_REQUIRE(made.has_value());
  return *std::move(made);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mailer_rules)

BOOST_AUTO_TEST_CASE(digests_are_made_from_the_hour_on_and_on_working_days) {
  const calendar::Calendar calendar = calendar_of_2026();
  const struct {
    const char* label;
    const char* now;
    bool with_calendar;
    bool is_time;
  } cases[] = {
      {"a minute before", "2026-11-30T06:59:59+07:00", true, false},
      {"the hour", "2026-11-30T07:00:00+07:00", true, true},
      {"late in the evening", "2026-11-30T23:59:00+07:00", true, true},
      {"after midnight", "2026-12-01T00:30:00+07:00", true, false},
      {"Sunday", "2026-11-29T08:00:00+07:00", true, false},
      {"a holiday on a Wednesday", "2026-09-02T08:00:00+07:00", true, false},
      {"a Saturday that is worked", "2026-08-22T08:00:00+07:00", true, true},
      {"Monday of a year that nobody entered", "2027-01-04T08:00:00+07:00", true, true},
      {"Saturday of such a year", "2027-01-02T08:00:00+07:00", true, false},
      {"no calendar", "2026-09-02T08:00:00+07:00", false, true},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(is_digest_time(c.with_calendar ? &calendar : nullptr, 7, *base::parse_iso(c.now)) == c.is_time); }
}

BOOST_AUTO_TEST_CASE(a_text_has_paragraphs_and_the_letters_that_were_typed) {
  BOOST_TEST(plain_text("Kính gửi: A &amp; B\nViệc: &lt;b&gt; &quot;x&quot; &#39;y&#39;\n  Mã: TB-1\n\n- một\n- hai\nHết &amp;lt;\n") ==
             "Kính gửi: A & B\n\nViệc: <b> \"x\" 'y'\n  Mã: TB-1\n- một\n- hai\n\nHết &lt;\n");
  BOOST_TEST(plain_text("").empty());
  BOOST_TEST(plain_text("a") == "a\n");
}

BOOST_AUTO_TEST_SUITE_END()
