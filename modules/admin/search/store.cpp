#include "modules/admin/search/store.h"

#include <algorithm>
#include <set>

#include "modules/admin/search/queries.h"
#include "modules/admin/work/views.h"
#include "modules/qa/store.h"
#include "shared/access/capability.h"
#include "shared/office/counts.h"
#include "shared/office/menu.h"
#include "shared/text/fold.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

namespace sql = search_sql;

// % and _ in what a person types mean themselves.
std::string like_pattern(std::string_view words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

void cut(FoundGroup& group) {
  group.has_more = group.found.size() > kFoundShown;
  if (group.has_more) group.found.resize(kFoundShown);
}

std::string joined(std::string_view a, std::string_view b) {
  return std::string{a} + (a.empty() || b.empty() ? "" : " · ") + std::string{b};
}

struct FoundItem {
  base::UtcTime since;
  std::uint64_t id;
  Found found;
};

void append(db::Rows rows, std::vector<FoundItem>& items) {
  while (rows.next()) {
    const auto state = workflow::parse_state(rows.text(4));
    items.push_back({rows.time(6), static_cast<std::uint64_t>(rows.number(0)),
                     {std::string{rows.text(3)},
                      joined(joined(rows.text(2), state ? workflow::label_of(*state) : rows.text(4)), rows.text(5)),
                      office_url(rows.text(1), rows.id<base::ItemId>(0))}});
  }
}

}  // namespace

FoundGroup SearchStore::items(const std::string& pattern, const std::string& words) {
  std::vector<FoundItem> items;
  if (office::sees_every_item(db_, actor_, now_)) {
    append(db_.query(sql::kItemsBoard, actor_.person, base::list_of(actor_.headed_units()), pattern, words), items);
  } else {
    append(db_.query(sql::kItemsOwn, actor_.person, pattern, words), items);
    for (const base::UnitId unit : actor_.headed_units()) append(db_.query(sql::kItemsUnit, unit, pattern, words), items);
    std::sort(items.begin(), items.end(), [](const FoundItem& a, const FoundItem& b) { return a.since != b.since ? a.since > b.since : a.id > b.id; });
    items.erase(std::unique(items.begin(), items.end(), [](const FoundItem& a, const FoundItem& b) { return a.id == b.id; }), items.end());
  }
  FoundGroup group{"Tin, bài", "newspaper", {}, false};
  for (FoundItem& item : items) group.found.push_back(std::move(item.found));
  cut(group);
  return group;
}

FoundGroup SearchStore::matters(const std::string& words) {
  qa::Filter filter;
  filter.words = words;
  const qa::MatterList list = qa::list_matters(db_, actor_, filter, now_, kFoundShown);
  FoundGroup group{"Câu hỏi, phản hồi", "message-circle-question-mark", {}, list.has_more};
  for (const qa::Matter& matter : list.matters)
    group.found.push_back({matter.title, joined(joined(matter.code, qa::label_of_state(matter)), matter.unit_name), qa::url_of(matter.id)});
  return group;
}

std::vector<FoundGroup> SearchStore::find(const std::string& words) {
  const std::string pattern = like_pattern(words);
  std::vector<FoundGroup> groups{items(pattern, words), matters(words)};
  const bool manages_units = access::may(actor_, access::Capability::ManageUnits);
  {
    FoundGroup people{"Người", "user", {}, false};
    auto rows = db_.query(sql::kPeople, pattern);
    while (rows.next())
      people.found.push_back({std::string{rows.text(1)}, joined(joined(rows.text(2), rows.text(3)), rows.text(4)),
                              manages_units ? "/quan-tri/nhan-su/" + std::to_string(rows.number(0)) : std::string{}});
    cut(people);
    groups.push_back(std::move(people));
  }
  {
    FoundGroup units{"Đơn vị", "building-2", {}, false};
    auto rows = db_.query(sql::kUnits, base::format_iso(now_).substr(0, 10), pattern, pattern);
    while (rows.next())
      units.found.push_back({std::string{rows.text(1)}, joined(rows.text(2), rows.text(3)),
                             manages_units ? "/quan-tri/don-vi/" + std::to_string(rows.number(0)) : std::string{}});
    cut(units);
    groups.push_back(std::move(units));
  }
  {
    const bool manages = access::may(actor_, access::Capability::ManageSections);
    FoundGroup sections{"Chuyên mục", "folder-tree", {}, false};
    auto rows = db_.query(sql::kSections, pattern, words);
    while (rows.next())
      sections.found.push_back({std::string{rows.text(1)}, std::string{rows.text(2)},
                                manages ? "/quan-tri/chuyen-muc/" + std::to_string(rows.number(0)) : "/quan-tri/tin-bai/?chuyen-muc=" + std::to_string(rows.number(0))});
    cut(sections);
    groups.push_back(std::move(sections));
  }
  FoundGroup screens{"Màn hình", "layout-dashboard", {}, false};
  const std::string folded = text::fold(words);
  for (const office::MenuRow* row : office::menu_of(actor_, office::delegated_acts(db_, actor_, now_)))
    if (text::fold(row->label).find(folded) != std::string::npos)
      screens.found.push_back({std::string{row->label}, std::string{row->group}, std::string{row->url}});
  groups.push_back(std::move(screens));
  std::erase_if(groups, [](const FoundGroup& group) { return group.found.empty(); });
  return groups;
}

}  // namespace portal::admin
