#include "shared/workflow/item.h"

#include "shared/workflow/audit.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

unsigned to_unsigned(std::int64_t number) { return static_cast<unsigned>(number); }

}  // namespace

base::Result<Item> find_item(db::Connection& db, base::ItemId id, bool for_update) {
  auto rows = for_update ? db.query(kItemForUpdate, id) : db.query(kItem, id);
  if (!rows.next()) return base::fail(base::FaultKind::NotFound, "Không tìm thấy bài này.");
  Item item;
  item.id = rows.id<base::ItemId>(0);
  item.code = rows.text(1);
  item.module = rows.text(2);
  item.kind = rows.text(3);
  item.title = rows.text(4);
  item.section = rows.id<base::SectionId>(5);
  item.unit = rows.id<base::UnitId>(6);
  item.author = rows.id<base::PersonId>(7);
  item.is_personal = rows.text(8) == "personal";
  item.state = parse_state(rows.text(9));
  item.state_since = rows.time(10);
  item.assigned_to = rows.id<base::PersonId>(11);
  item.needs_verify = rows.flag(12);
  item.needs_final_check = rows.flag(13);
  item.working_version = to_unsigned(rows.number(14));
  item.verified_version = to_unsigned(rows.number(15));
  item.passed_version = to_unsigned(rows.number(16));
  item.published_version = to_unsigned(rows.number(17));
  item.row_version = to_unsigned(rows.number(18));
  item.origin = rows.text(19);
  item.purpose = rows.text(20);
  item.event_at = rows.optional_time(21);
  item.created_at = rows.time(22);
  item.submitted_at = rows.optional_time(23);
  item.unit_approved_at = rows.optional_time(24);
  item.supplied_at = rows.optional_time(25);
  item.published_at = rows.optional_time(26);
  item.withdrawn_at = rows.optional_time(27);
  item.secrecy = parse_secrecy(rows.text(28));
  item.hidden_at = rows.optional_time(29);
  item.purge_asked_by = rows.id<base::PersonId>(30);
  item.awaits = parse_awaits(rows.text(31));
  item.flagged_at = rows.optional_time(32);
  item.urgent_ordered_at = rows.optional_time(33);
  item.urgent_at = rows.optional_time(34);
  item.archived_at = rows.optional_time(35);
  item.checked_by = rows.id<base::PersonId>(36);
  item.held_since = rows.optional_time(37);
  item.needs_original = rows.flag(38);
  return item;
}

std::vector<HistoryEntry> read_history(db::Connection& db, base::ItemId id) {
  std::vector<HistoryEntry> history;
  auto rows = db.query(kHistory, id, item_chain(id));
  while (rows.next()) {
    HistoryEntry& entry = history.emplace_back();
    entry.seq = to_unsigned(rows.number(0));
    entry.at = rows.time(1);
    entry.person_name = rows.text(2);
    entry.action_key = rows.text(3);
    entry.action = parse_action(entry.action_key);
    entry.from_state = rows.text(4);
    entry.to_state = rows.text(5);
    entry.version = to_unsigned(rows.number(6));
    entry.authority = rows.text(7);
    entry.ground_label = rows.text(8);
    entry.note = rows.text(9);
  }
  return history;
}

std::vector<Flag> read_flags(db::Connection& db, base::ItemId id) {
  std::vector<Flag> flags;
  auto rows = db.query(kFlags, id);
  while (rows.next())
    flags.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, rows.time(3), std::string{rows.text(4)},
                     std::string{rows.text(5)}, std::string{rows.text(6)}, rows.optional_time(7)});
  return flags;
}

std::vector<CheckLine> read_checklist(db::Connection& db, const Item& item, unsigned version) {
  std::vector<CheckLine> lines;
  auto rows = db.query(kChecklist, item.id, version, item.kind);
  while (rows.next())
    lines.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, !rows.is_null(3), std::string{rows.text(3)}});
  return lines;
}

std::string office_path(std::string_view module, base::ItemId id) {
  if (module == "news") return "/quan-tri/tin-bai/" + std::to_string(id.value);
  return "";
}

}  // namespace portal::workflow
