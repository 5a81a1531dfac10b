// Ical: writes a calendar of whole-day events as iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets between characters, texts are
// escaped, every event has a UID that stays the same from one writing to the next and the time at which its data was last changed (DTSTAMP).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"

namespace portal::calendar {

struct IcalEvent {
  std::string uid;         // globally unique and stable: "2027-02-08-public_holiday@host"
  base::LocalDate day;
  std::string summary;
  std::string description;  // may be empty
  std::string category;     // may be empty
};

struct IcalCalendar {
  std::string product;   // "-//Sở Tư pháp//Lịch làm việc//VI"
  std::string name;
  base::UtcTime stamp;   // when the data was last changed
  std::vector<IcalEvent> events;
};

[[nodiscard]] std::string write_ical(const IcalCalendar& calendar);

// "Nghỉ lễ; tết, bù\nở nhà" -> "Nghỉ lễ\; tết\, bù\\nở nhà": a TEXT value (3.3.11). Control characters other than line ends are left out.
[[nodiscard]] std::string ical_text(std::string_view text);

// One content line, folded (3.1), with its CRLF.
[[nodiscard]] std::string ical_line(std::string_view line);

}  // namespace portal::calendar
