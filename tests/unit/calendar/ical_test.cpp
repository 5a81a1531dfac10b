#include "shared/calendar/ical.h"

#include <boost/test/unit_test.hpp>

namespace portal::calendar {
namespace {

using namespace std::chrono;

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

bool is_utf8_at_every_cut(const std::string& folded) {
  for (std::size_t at = folded.find("\r\n "); at != std::string::npos; at = folded.find("\r\n ", at + 1))
    if ((static_cast<unsigned char>(folded[at + 3]) & 0xC0U) == 0x80U) return false;
  return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_is_folded_at_75_octets_between_characters) {
  BOOST_TEST(ical_line("SUMMARY:ngắn") == "SUMMARY:ngắn\r\n");
  BOOST_TEST(ical_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  BOOST_TEST(ical_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string line(shift, 'x');
    for (int i = 0; i < 120; ++i) line += "ễ";
    const std::string folded = ical_line(line);
    BOOST_TEST(unfolded(folded) == line + "\r\n");
    BOOST_TEST(is_utf8_at_every_cut(folded));
    for (std::size_t from = 0, to = folded.find("\r\n"); to != std::string::npos; from = to + 2, to = folded.find("\r\n", from)) BOOST_TEST(to - from <= 75U);
  }
}

BOOST_AUTO_TEST_CASE(text_is_escaped) {
  BOOST_TEST(ical_text("Nghỉ lễ; tết, bù\\ở\nnhà\r\x01") == "Nghỉ lễ\\; tết\\, bù\\\\ở\\nnhà");
}

BOOST_AUTO_TEST_CASE(an_event_is_a_whole_day_with_stamp_and_uid) {
  const base::UtcTime stamp = sys_days{2026y / November / 16} + 1h + 30min;
  const std::string text = write_ical({"-//Sở//Lịch//VI", "Lịch", stamp, {{"2026-12-31-day_off@so.vn", 2026y / December / 31, "Nghỉ", "", "Nghỉ"}}});
  BOOST_TEST(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sở//Lịch//VI\r\n"));
  BOOST_TEST(text.find("BEGIN:VEVENT\r\nUID:2026-12-31-day_off@so.vn\r\nDTSTAMP:20261116T013000Z\r\nDTSTART;VALUE=DATE:20261231\r\n"
                       "DTEND;VALUE=DATE:20270101\r\nSUMMARY:Nghỉ\r\nCATEGORIES:Nghỉ\r\n") != std::string::npos);
  BOOST_TEST(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

}  // namespace portal::calendar
