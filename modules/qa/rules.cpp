#include "modules/qa/rules.h"

#include <algorithm>
#include <array>

#include "shared/duty/reckon.h"

namespace portal::qa {
namespace {

constexpr std::array kActs{
    ActRow{Act::Forward, "matter_forward", "chuyen", "Chuyển đơn vị xử lý", "send", "Đã chuyển đơn vị xử lý.", "D11.2, D11.3, D11.4", Party::Board},
    ActRow{Act::AskDirection, "matter_ask_direction", "xin-chi-dao", "Xin ý kiến chỉ đạo", "circle-question-mark", "Đã gửi xin ý kiến chỉ đạo của Lãnh đạo Sở.",
           "D11.2, D11.3", Party::Board},
    ActRow{Act::Direct, "matter_direct", "chi-dao", "Ghi ý kiến chỉ đạo", "stamp", "Đã ghi ý kiến chỉ đạo.", "D11.2, D11.4", Party::Leadership},
    ActRow{Act::Extend, "clock_extend", "gia-han", "Gia hạn trả lời", "calendar-clock", "Đã gia hạn trả lời.", "D9.3e", Party::Extender},
    ActRow{Act::Assign, "matter_assign", "giao-viec", "Giao người xử lý", "user-plus", "Đã giao người xử lý.", "D11.2", Party::LeadHead},
    ActRow{Act::Progress, "matter_progress", "tien-do", "Thông báo quá trình xử lý", "hourglass", "Đã gửi thông báo quá trình xử lý cho Ban Biên tập.", "D11.2",
           Party::LeadUnit},
    ActRow{Act::Result, "matter_result", "ket-qua", "Gửi kết quả cho Ban Biên tập", "file-check", "Đã gửi kết quả cho Ban Biên tập.", "D11.2, D11.3, D11.4",
           Party::LeadUnit},
    ActRow{Act::Opinion, "matter_opinion", "gop-y", "Gửi ý kiến phối hợp", "message-square", "Đã gửi ý kiến phối hợp.", "D11.4", Party::CoUnit},
    ActRow{Act::Return, "matter_return", "tra-lai", "Trả lại, không thuộc thẩm quyền", "corner-up-left", "Đã trả lại Ban Biên tập.", "D11.2", Party::LeadHead, true},
    ActRow{Act::Answer, "matter_answer", "tra-loi", "Ghi trả lời bạn đọc", "mail", "Đã ghi trả lời bạn đọc, thời hạn kết thúc.", "D9.3e, D11.5", Party::Board},
    ActRow{Act::Outside, "matter_outside", "ngoai-tham-quyen", "Ngoài thẩm quyền, hướng dẫn nơi gửi", "map-pin", "Đã ghi việc hướng dẫn bạn đọc gửi nơi có thẩm quyền.",
           "D11.2", Party::Board},
    ActRow{Act::Drop, "matter_drop", "bo", "Bỏ khỏi sổ", "trash-2", "Đã bỏ khỏi sổ.", "D11.1", Party::Board, true},
};
static_assert(kActs.size() == static_cast<std::size_t>(Act::Drop) + 1, "every act has its row");

}  // namespace

std::span<const ActRow> act_table() { return kActs; }

const ActRow& row_of(Act act) { return kActs.at(static_cast<std::size_t>(act)); }

const ActRow* find_act(std::string_view slug) {
  const auto found = std::find_if(kActs.begin(), kActs.end(), [slug](const ActRow& row) { return row.slug == slug; });
  return found == kActs.end() ? nullptr : &*found;
}

std::string why_not_now(Act act, const Matter& matter) {
  if (!matter.state) return "Việc này đang ở trạng thái mà phiên bản chương trình này chưa biết.";
  if (!matter.is_open()) return "Việc này đã kết thúc: " + std::string{label_of(*matter.state)} + ".";
  const bool is_with_unit = matter.state == State::WithUnit;
  switch (act) {
    case Act::Forward:
    case Act::Answer: return "";
    case Act::AskDirection: return matter.awaits_direction ? "Đã xin ý kiến chỉ đạo, đang chờ Lãnh đạo Sở." : "";
    case Act::Direct: return "";
    case Act::Extend: return matter.is_question() ? "" : "Thời hạn này chỉ gia hạn được với câu hỏi.";
    case Act::Assign:
    case Act::Progress:
    case Act::Result:
    case Act::Opinion:
    case Act::Return: return is_with_unit ? "" : "Việc này hiện không ở đơn vị.";
    case Act::Outside:
    case Act::Drop: return is_with_unit ? "Việc này đang ở đơn vị. Chờ đơn vị trả lời hoặc trả lại." : "";
  }
  return "Không có việc này.";
}

std::optional<unsigned> days_until(const duty::Duty& duty, base::UtcTime start, const duty::StoredCalendar& calendar, base::LocalDate day, unsigned most) {
  for (unsigned days = 1; days <= most; ++days) {
    const duty::Times times = duty::reckon(duty, start, days, {}, calendar);
    if (!times.due) return {};
    const base::LocalDate due = base::local_date(*times.due);
    if (due == day) return days;
    if (due > day) return {};
  }
  return {};
}

std::string why_not_limit(const duty::Books& books, const duty::Clock* answer, base::UnitId unit, unsigned days, base::UtcTime now) {
  const duty::Duty* own = duty::find_duty(books.duties, kQuestionUnitDuty, base::local_date(now));
  const duty::Duty* whole = answer == nullptr ? duty::find_duty(books.duties, kAnswerDuty, base::local_date(now)) : duty::find_duty(books.duties, answer->duty);
  if (own == nullptr || whole == nullptr) return "";  // opening the clock says what is missing
  const unsigned most = answer != nullptr && answer->amount ? *answer->amount : whole->amount.value_or(0);
  if (days < 1 || days > most)
    return "Thời hạn của đơn vị từ 1 đến " + std::to_string(most) + " ngày làm việc" +
           (answer != nullptr && answer->amount ? "." : "; 30 ngày chỉ khi đã gia hạn vì phải xin ý kiến bộ, ngành.");
  if (answer == nullptr || !answer->times.due || *answer->times.due <= now) return "";  // what is late already is not made later by a date
  const duty::StoredCalendar* calendar = books.calendar_for(*own, unit);
  if (calendar == nullptr) return "";
  const duty::Times times = duty::reckon(*own, now, days, {}, *calendar);
  if (!times.due || *times.due <= *answer->times.due) return "";
  unsigned fitting = days;
  while (fitting > 0) {
    const duty::Times fewer = duty::reckon(*own, now, fitting, {}, *calendar);
    if (fewer.due && *fewer.due <= *answer->times.due) break;
    --fitting;
  }
  return "Phải trả lời người hỏi trước " + base::format_date_time(*answer->times.due) +
         (fitting == 0 ? ": không còn ngày làm việc nào cho đơn vị, cần gia hạn trước." : ": đơn vị còn nhiều nhất " + std::to_string(fitting) + " ngày làm việc.");
}

std::string why_not_units(std::span<const base::UnitId> co_units, base::UnitId lead, bool is_directed, std::string_view instruction) {
  if (co_units.empty()) return "";
  if (std::find(co_units.begin(), co_units.end(), lead) != co_units.end()) return "Đơn vị chủ trì không đồng thời là đơn vị phối hợp.";
  if (is_directed || !instruction.empty()) return "";
  return "Việc của từ 02 đơn vị trở lên cần ý kiến chỉ đạo của Lãnh đạo Sở: ghi ý kiến đó ở ô “Ý kiến chỉ đạo”, hoặc xin ý kiến trước.";
}

bool can_be_reached(const Asker& asker) { return !asker.email.empty() || !asker.phone.empty() || !asker.address.empty(); }

}  // namespace portal::qa
