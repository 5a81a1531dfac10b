// What the leaders' page knows (D3.2c, D9.3, D9.4, D13.1, D14.3đ). Plain values; what follows from them is in views.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/qa/model.h"
#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/duty/clock.h"

namespace portal::admin {

// A month in Viet Nam: "2026-11".
struct Month {
  std::chrono::year_month value;

  [[nodiscard]] base::UtcTime begin() const { return base::start_of(base::LocalDate{value / 1}); }
  [[nodiscard]] base::UtcTime end() const { return base::start_of(base::LocalDate{(value + std::chrono::months{1}) / 1}); }
  [[nodiscard]] std::string text() const;   // "2026-11"
  [[nodiscard]] std::string words() const;  // "11/2026"
  [[nodiscard]] static Month of(base::UtcTime at);
  // Nothing for another text than "yyyy-mm" of the years 2000 to 2999.
  [[nodiscard]] static std::optional<Month> parse(std::string_view text);
};

// How many ended in time and late.
struct Rate {
  std::int64_t in_time = 0, late = 0;

  [[nodiscard]] std::int64_t all() const { return in_time + late; }
  // Whole percent, cut and not rounded: 99.6 % is not 100 %. REQUIRES all() > 0.
  [[nodiscard]] std::int64_t percent() const { return in_time * 100 / all(); }
};

struct DutyRate {
  duty::DutyId duty;
  Rate rate;
};

struct MonthRate {
  std::string month;  // "2026-11"
  Rate rate;
};

// D9.4.
struct UnitQuota {
  base::UnitId unit;
  std::string name, kind;
  std::optional<std::int64_t> min, max;  // unset: owes nothing
  std::int64_t supplied = 0;

  [[nodiscard]] bool is_local() const { return kind == "local"; }
  [[nodiscard]] bool is_short() const { return min && supplied < *min; }
};

// D13.1: the working days of a month up to a day, and which of them had news.
struct Freshness {
  struct Day {
    base::LocalDate date;
    bool has_news = false;
    bool is_today = false;  // it is not over: without news it is not missed yet
  };
  std::vector<Day> days;
  bool is_calendar_known = true;  // the year is entered

  [[nodiscard]] std::int64_t fresh() const;
  [[nodiscard]] std::int64_t missed() const;
};

// Open items of one step that one person, unit or role has.
struct Holder {
  std::string state;
  base::PersonId person;
  base::UnitId unit;
  std::string name;  // of the person or the unit
  std::int64_t items = 0;
  base::UtcTime oldest;
};

// A line of a list behind a number.
struct BehindRow {
  base::ItemId item;
  std::string module, code, title, state_key;
  bool reached_board = false, is_published = false;
  base::UnitId unit_id;
  base::PersonId author_id;
  std::string unit, editor, author;
  duty::DutyId duty;        // of a clock
  duty::Clock clock;        // of a clock: as far as its chip needs it
  std::string asked;        // the supplier who is asked to confirm something (D12.1); "" when a unit is asked
  std::string subject;
  qa::MatterId matter;      // of a clock of a reader's question or feedback
  std::string matter_code, matter_title;
  std::uint64_t key = 0;    // of the keyset: the clock or the item
  base::UtcTime at;         // of the keyset
  std::optional<base::UtcTime> due, closed, since;
};

// Who reminded of something today, and when.
struct Reminded {
  std::string by;
  base::UtcTime at;
};

struct QuotaRow {
  std::uint64_t id = 0;
  base::UnitId unit;
  std::string unit_name;  // "" for the general row
  std::string valid_from, valid_to;  // ISO, "" for none
  std::int64_t min = 0, max = 0;
  std::string source;
};

}  // namespace portal::admin
