// Periods: the clocks of obligations that come with every month (D9.4, D18.5, D20.1), begun before anything of that month happens.
//
// A row of subject unit_month binds every unit of its kinds, one of board_month the board. A row of calendar days without an amount lasts as long as
// the month (D9.4: until its last day); one with a window is due in the window after the month (D20.1: the first week of the next).
#pragma once

#include "shared/duty/clock.h"

namespace portal::duty {

// Opens the clocks of the month in which `act.now` falls that are not there yet: subject "unit:5:2026-11" or "board:2026-11". In the caller's
// transaction; may be repeated. Gives how many were opened.
std::size_t open_month(db::Connection& db, const Books& books, const Act& act);
// The same for the month in which `day` falls: one that began while no program ran.
std::size_t open_month(db::Connection& db, const Books& books, const Act& act, base::LocalDate day);

}  // namespace portal::duty
