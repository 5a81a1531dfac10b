#include "modules/workers/scheduler/calendar.h"

#include "shared/base/log.h"
#include "shared/duty/recompute.h"
#include "shared/notices/notices.h"

namespace portal::scheduler {

void watch_calendar(db::Connection& db, const std::optional<base::UtcTime>& /*last*/, base::UtcTime now) {
  const duty::Books books = duty::load_books(db);
  const duty::StoredCalendar* own = books.find(books.own);
  const auto year = own == nullptr ? std::nullopt : duty::year_to_enter(*own, base::local_date(now));
  if (!year) return;
  notices::People people = notices::people_with_role(db, "board_head", {}, now);
  notices::add_all(people, notices::people_with_role(db, "director", {}, now));
  const std::string number = std::to_string(*year);
  notices::tell(db, people,
                {.kind = notices::Kind::DueSoon, .cause = "calendar:" + number,
                 .text = "Chưa nhập lịch làm việc năm " + number + ". Thời hạn kéo sang năm này chưa có ngày hết hạn (D9.3). Văn phòng Sở hoặc người quản trị mạng nhập lịch."},
                now);
}

void finish_recomputes(db::Connection& db, const std::optional<base::UtcTime>& /*last*/, base::UtcTime now) {
  const std::size_t changed = duty::settle_recomputes(db, now - std::chrono::minutes{1});
  if (changed > 0) base::log(base::Level::Warning, "recompute_finished", {{"clocks", static_cast<std::int64_t>(changed)}});
}

}  // namespace portal::scheduler
