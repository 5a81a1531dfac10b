#include "shared/calendar/ical.h"

namespace portal::calendar {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, without the line end

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void add_padded(std::string& out, unsigned number, std::size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

// "20270208".
std::string date_value(base::LocalDate day) {
  std::string out;
  add_padded(out, static_cast<unsigned>(int{day.year()}), 4);
  add_padded(out, unsigned{day.month()}, 2);
  add_padded(out, unsigned{day.day()}, 2);
  return out;
}

// "20261116T013000Z" of format_sql's "2026-11-16 01:30:00.000000".
std::string stamp_value(base::UtcTime at) {
  std::string out;
  for (const char c : base::format_sql(at).substr(0, 19)) {
    if (c >= '0' && c <= '9') out += c;
    if (c == ' ') out += 'T';
  }
  return out + "Z";
}

void add(std::string& out, std::string_view name, const std::string& value) { out += ical_line(std::string{name} + value); }

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out += ical_line(std::string{name} + ical_text(text));
}

}  // namespace

std::string ical_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\\' || c == ';' || c == ',') out += {'\\', c};
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  return out;
}

std::string ical_line(std::string_view line) {
  std::string out;
  std::size_t room = kLongestLine;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && is_continuation(line[cut])) --cut;
    if (cut == 0) cut = room;  // no UTF-8: cut anywhere rather than never
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLongestLine - 1;  // the space at the beginning counts
  }
  return out.append(line).append("\r\n");
}

std::string write_ical(const IcalCalendar& calendar) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  add_text(out, "PRODID:", calendar.product);
  out += "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
  add_text(out, "NAME:", calendar.name);
  add_text(out, "X-WR-CALNAME:", calendar.name);
  out += "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n";
  for (const IcalEvent& event : calendar.events) {
    out += "BEGIN:VEVENT\r\n";
    add_text(out, "UID:", event.uid);
    add(out, "DTSTAMP:", stamp_value(calendar.stamp));
    add(out, "DTSTART;VALUE=DATE:", date_value(event.day));
    // The end is the first day that no longer belongs to it (3.6.1).
    add(out, "DTEND;VALUE=DATE:", date_value(base::LocalDate{std::chrono::sys_days{event.day} + std::chrono::days{1}}));
    add_text(out, "SUMMARY:", event.summary);
    add_text(out, "DESCRIPTION:", event.description);
    add_text(out, "CATEGORIES:", event.category);
    out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace portal::calendar
