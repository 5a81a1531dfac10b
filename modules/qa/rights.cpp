#include "modules/qa/rights.h"

#include <algorithm>

#include "shared/access/authority.h"

namespace portal::qa {
namespace {

using access::Actor;
using access::Capability;
using access::Role;
using base::FaultKind;

std::string words_for(db::Connection& db, const Actor& actor, Capability capability, base::UtcTime now) {
  const auto right = access::authority_for(db, actor, capability, now);
  return right ? right->words : std::string{};
}

bool heads(const Actor& actor, base::UnitId unit) { return actor.has(Role::UnitHead, unit) || actor.has(Role::LocalUnit, unit); }

// Whose act it is, for who asks and may not.
std::string_view words_of(Party party) {
  switch (party) {
    case Party::Board: return "Thư ký hoặc Trưởng Ban Biên tập";
    case Party::Extender: return "Trưởng Ban Biên tập hoặc Lãnh đạo Sở";
    case Party::Leadership: return "Lãnh đạo Sở, hoặc Thư ký ghi theo văn bản chỉ đạo";
    case Party::LeadHead: return "lãnh đạo đơn vị chủ trì";
    case Party::LeadUnit: return "lãnh đạo đơn vị chủ trì hoặc người được giao xử lý";
    case Party::CoUnit: return "lãnh đạo đơn vị phối hợp";
  }
  return "";
}

}  // namespace

const std::string& Standing::right(Party party) const {
  switch (party) {
    case Party::Board: return board;
    case Party::Extender: return extender;
    case Party::Leadership: return director.empty() ? board : director;
    case Party::LeadHead: return lead_head;
    case Party::LeadUnit: return lead_unit;
    case Party::CoUnit: return co_unit;
  }
  return board;
}

Standing standing_of(db::Connection& db, const Actor& actor, const Matter& matter, base::UtcTime now) {
  Standing standing;
  standing.board = words_for(db, actor, Capability::HandleMatters, now);
  standing.extender = words_for(db, actor, Capability::ExtendMatters, now);
  standing.director = words_for(db, actor, Capability::DirectMatters, now);
  standing.sees_all = access::authority_for(db, actor, Capability::SeeMatters, now).has_value();
  standing.sees_asker = !standing.board.empty() || !standing.director.empty();
  for (const Route& route : routes_of(db, matter.id)) {
    const bool is_head = heads(actor, route.unit);
    const bool is_in_unit = is_head || actor.has(Role::Contributor, route.unit);
    const bool is_assigned = route.is_lead && route.assigned_to.is_set() && route.assigned_to == actor.person && is_in_unit;
    if (!is_head && !is_assigned) continue;
    standing.forwards.push_back(route.forward);
    if (!route.is_current) continue;
    if (!route.is_lead) {
      standing.co_unit = "Lãnh đạo " + route.unit_name;
      standing.co_unit_id = route.unit;
      continue;
    }
    standing.sees_asker = true;
    if (is_head) standing.lead_head = "Lãnh đạo " + route.unit_name;
    standing.lead_unit = is_head ? standing.lead_head : "Được lãnh đạo " + route.unit_name + " giao";
  }
  return standing;
}

std::vector<const ActRow*> acts_now(const Standing& standing, const Matter& matter, const duty::Clock* answer, base::UtcTime now) {
  std::vector<const ActRow*> acts;
  for (const ActRow& row : act_table()) {
    if (standing.right(row.party).empty() || !why_not_now(row.act, matter).empty()) continue;
    const bool can_be_extended = answer != nullptr && !answer->extended_at && answer->times.due && now <= *answer->times.due;
    if (row.act == Act::Extend && !can_be_extended) continue;
    acts.push_back(&row);
  }
  return acts;
}

base::Result<Permit> authorize(db::Connection& db, const Actor& actor, Act act, const Matter& matter, base::UtcTime now) {
  const Standing standing = standing_of(db, actor, matter, now);
  if (!standing.may_see()) return base::fail(FaultKind::NotFound, "Không tìm thấy câu hỏi, phản hồi này.");
  const ActRow& row = row_of(act);
  const std::string& right = standing.right(row.party);
  if (right.empty()) return base::fail(FaultKind::Forbidden, "“" + std::string{row.label} + "” là việc của " + std::string{words_of(row.party)} + ".");
  if (std::string why = why_not_now(act, matter); !why.empty()) return base::fail(FaultKind::NotAllowedNow, std::move(why));
  Permit permit;
  permit.person_ = actor.person;
  permit.account_ = actor.account;
  permit.act_ = act;
  permit.matter_ = matter.id;
  permit.authority_ = right;
  if (row.party == Party::CoUnit)
    permit.unit_ = standing.co_unit_id;
  else if (row.party == Party::LeadHead || row.party == Party::LeadUnit)
    permit.unit_ = matter.unit;
  return permit;
}

base::Result<Permit> authorize_registering(db::Connection& db, const Actor& actor, base::UtcTime now) {
  std::string right = words_for(db, actor, Capability::HandleMatters, now);
  if (right.empty()) return base::fail(FaultKind::Forbidden, "Ghi câu hỏi, phản hồi vào sổ là việc của " + std::string{words_of(Party::Board)} + ".");
  Permit permit;
  permit.person_ = actor.person;
  permit.account_ = actor.account;
  permit.authority_ = std::move(right);
  return permit;
}

}  // namespace portal::qa
