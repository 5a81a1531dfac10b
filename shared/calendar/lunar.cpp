#include "shared/calendar/lunar.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace portal::calendar {
namespace {

using namespace std::chrono;

// Days are Julian day numbers here: 2440588 is 01/01/1970, counted by Viet Nam's midnights.
constexpr long kJulianDayOf1970 = 2440588;
constexpr double kUtcOffsetDays = 7.0 / 24.0;
constexpr double kMeanMonth = 29.530588853;
constexpr double kFirstNewMoon = 2415021.076998695;  // the new moon of 01/01/1900, from which they are numbered

long julian_day(base::LocalDate date) { return sys_days{date}.time_since_epoch().count() + kJulianDayOf1970; }

base::LocalDate date_of(long julian) { return sys_days{days{julian - kJulianDayOf1970}}; }

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }

// The moment of new moon number `number`, as a Julian date in universal time (Meeus, Astronomical Algorithms, the short series).
double new_moon(long number) {
  const auto k = static_cast<double>(number);
  const double t = k / 1236.85;  // Julian centuries since 1900
  const double t2 = t * t;
  const double t3 = t2 * t;
  const double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;          // mean anomaly of the sun
  const double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;        // mean anomaly of the moon
  const double latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;     // the moon's argument of latitude
  double correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun);
  correction += -0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon);
  correction += 0.0104 * sine(2 * latitude) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon);
  correction += 0.0004 * sine(2 * latitude + sun) - 0.0004 * sine(2 * latitude - sun) - 0.0006 * sine(2 * latitude + moon);
  correction += 0.0010 * sine(2 * latitude - moon) + 0.0005 * sine(2 * moon + sun);
  const double dynamical_minus_universal = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + correction - dynamical_minus_universal;
}

// The day in Viet Nam on which new moon number `number` falls. A Julian date changes at noon, hence the half day.
long new_moon_day(long number) { return static_cast<long>(std::floor(new_moon(number) + 0.5 + kUtcOffsetDays)); }

// The number of the new moon nearest to the beginning of `day`, give or take one.
long new_moon_near(long day) { return static_cast<long>(std::floor((static_cast<double>(day) - kFirstNewMoon) / kMeanMonth + 0.5)); }

// The twelfth of the sun's way (0–11, from the March equinox) in which it stands when `day` begins in Viet Nam; the winter solstice begins 9.
int sun_sign(long day) {
  const double t = (static_cast<double>(day) - 0.5 - kUtcOffsetDays - 2451545.0) / 36525;  // Julian centuries since 2000
  const double t2 = t * t;
  const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const double mean_longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const double longitude = mean_longitude + (1.914600 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
                           (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly);
  return static_cast<int>(std::floor((longitude - 360.0 * std::floor(longitude / 360.0)) / 30.0));
}

// The new moon that begins month 11 of lunar year `year`: the last one of the solar year before which the solstice has not passed.
long month_11(int year) {
  const long last_day = julian_day(base::LocalDate{std::chrono::year{year}, December, 31d});
  long number = new_moon_near(last_day) + 1;
  while (new_moon_day(number) > last_day || sun_sign(new_moon_day(number)) == 9) --number;
  return number;
}

struct LunarMonth {
  int year;
  unsigned month;
  bool is_leap;
  long first_day;  // Julian day
  long end;        // first day of the next month
};

// The 12 or 13 months from month 11 of `year - 1` to month 10 of `year`.
std::vector<LunarMonth> months_of(int year) {
  const long first = month_11(year - 1);
  const long end = month_11(year);
  const bool has_leap_month = end - first == 13;
  std::vector<LunarMonth> months;
  unsigned month = 11;
  int lunar_year = year - 1;
  bool leap_seen = false;
  for (long number = first; number < end; ++number) {
    const long begins = new_moon_day(number);
    const long ends = new_moon_day(number + 1);
    const bool is_leap = has_leap_month && !leap_seen && number > first && sun_sign(begins) == sun_sign(ends);
    if (is_leap) {
      leap_seen = true;
    } else if (number > first) {
      month = month == 12 ? 1 : month + 1;
      if (month == 1) lunar_year = year;
    }
    months.push_back({lunar_year, month, is_leap, begins, ends});
  }
  return months;
}

}  // namespace

LunarDate to_lunar(base::LocalDate date) {
  const long day = julian_day(date);
  const int solar_year = static_cast<int>(date.year());
  // The end of December belongs to the months that begin with this year's month 11.
  for (const int year : {solar_year, solar_year + 1})
    for (const LunarMonth& month : months_of(year))
      if (month.first_day <= day && day < month.end) return {month.year, month.month, static_cast<unsigned>(day - month.first_day + 1), month.is_leap};
  return {};  // not reached: months_of(y) and months_of(y + 1) meet and cover all of year y
}

std::optional<base::LocalDate> from_lunar(const LunarDate& lunar) {
  if (lunar.year < kFirstLunarYear || lunar.year > kLastLunarYear || lunar.day < 1) return {};
  for (const LunarMonth& month : months_of(lunar.month >= 11 ? lunar.year + 1 : lunar.year)) {
    if (month.year != lunar.year || month.month != lunar.month || month.is_leap != lunar.is_leap_month) continue;
    const long day = month.first_day + static_cast<long>(lunar.day) - 1;
    if (day < month.end) return date_of(day);
  }
  return {};
}

base::LocalDate lunar_new_year(int year) {
  for (const LunarMonth& month : months_of(year))
    if (month.month == 1 && !month.is_leap) return date_of(month.first_day);
  return {};  // not reached: twelve months in a row contain each number
}

}  // namespace portal::calendar
