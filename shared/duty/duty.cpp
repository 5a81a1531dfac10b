#include "shared/duty/duty.h"

#include <algorithm>

#include "shared/duty/queries.h"
#include "shared/duty/rows.h"

namespace portal::duty {
namespace {

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const auto comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return parts;
}

std::optional<unsigned> optional_unsigned(const db::Rows& rows, std::size_t column) {
  if (rows.is_null(column)) return {};
  return static_cast<unsigned>(rows.number(column));
}

}  // namespace

bool Duty::binds(std::string_view kind) const {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool Duty::is_in_force(base::LocalDate day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }

std::vector<Duty> read_duties(db::Connection& db) {
  std::vector<Duty> duties;
  auto rows = db.query(kDuties);
  while (rows.next()) {
    Duty& duty = duties.emplace_back();
    duty.id = rows.id<DutyId>(0);
    duty.code = rows.text(1);
    duty.clause = rows.text(2);
    duty.title = rows.text(3);
    duty.valid_from = date_of(rows.text(4));
    if (!rows.is_null(5)) duty.valid_to = date_of(rows.text(5));
    duty.subject = rows.text(6);
    duty.kinds = split(rows.text(7));
    duty.start_event = rows.text(8);
    duty.stop_event = rows.text(9);
    duty.amount = optional_unsigned(rows, 10);
    duty.unit = rows.text(11);
    duty.window_kind = rows.text(12);
    duty.first_week = rows.text(13);
    duty.roll_forward = rows.flag(14);
    duty.extended_amount = optional_unsigned(rows, 15);
    duty.amber = std::chrono::minutes{rows.number(16)};
    duty.remind = std::chrono::minutes{rows.number(17)};
    duty.party = rows.text(18);
    duty.role = rows.text(19);
    duty.note = rows.text(20);
    duty.row_version = static_cast<unsigned>(rows.number(21));
  }
  return duties;
}

const Duty* find_duty(const std::vector<Duty>& duties, std::string_view code, base::LocalDate day) {
  const Duty* found = nullptr;
  for (const Duty& duty : duties)
    if (duty.code == code && duty.is_in_force(day) && (found == nullptr || found->valid_from < duty.valid_from)) found = &duty;
  return found;
}

const Duty* find_duty(const std::vector<Duty>& duties, DutyId id) {
  const auto found = std::find_if(duties.begin(), duties.end(), [id](const Duty& duty) { return duty.id == id; });
  return found == duties.end() ? nullptr : &*found;
}

std::string_view label_of_party(std::string_view party) {
  if (party == "supplier") return "Người cung cấp";
  if (party == "board") return "Ban Biên tập";
  if (party == "unit") return "Đơn vị";
  if (party == "office") return "Văn phòng Sở";
  return party;
}

}  // namespace portal::duty
