#include "modules/admin/overview/behind.h"

#include <algorithm>
#include <charconv>

#include "modules/admin/work/views.h"
#include "shared/access/authority.h"
#include "shared/http/fields.h"
#include "shared/office/clock_pages.h"
#include "shared/office/counts.h"
#include "shared/workflow/awaited.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using base::UtcTime;

constexpr std::chrono::hours kDay{24};

// "3,7": duties by id; whatever is no number is left out.
std::vector<duty::DutyId> duties_in(std::string_view text) {
  std::vector<duty::DutyId> duties;
  while (!text.empty() && duties.size() < 50) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (const std::uint64_t id = number_in(text.substr(0, end)); id != 0) duties.push_back(duty::DutyId{id});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return duties;
}

// Whose act is next: by the item's step, by the duty where nobody holds the item, by the unit for what is no item.
std::string awaited(const BehindRow& row, const duty::Duty* duty, const std::string& secretaries) {
  if (row.closed) return "";
  if (duty != nullptr && workflow::is_asked(*duty)) return row.asked.empty() ? "Lãnh đạo " + row.unit : row.asked;
  if (row.state_key == "draft" || row.state_key == "returned") return row.author;
  const std::string by_step = name_of_holder({row.state_key, {}, row.unit_id, row.state_key == "unit_review" ? row.unit : row.editor, 0, {}}, secretaries);
  if (!by_step.empty() || duty == nullptr) return by_step;
  if (duty->party == "board") return secretaries.empty() ? "Thư ký Ban Biên tập" : secretaries;
  return row.unit.empty() ? std::string{duty::label_of_party(duty->party)} : "Lãnh đạo " + row.unit;
}

}  // namespace

Month month_in(const server::Context& context) {
  const Month now = Month::of(context.now);
  const auto asked = Month::parse(context.request.query.get("thang"));
  return asked && asked->value <= now.value ? *asked : now;
}

std::uint64_t number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number < UINT64_MAX / 2 ? number : 0;
}

std::optional<BehindList> behind_list(const server::Context& context, OverviewStore& store, const Month& month) {
  using After = std::optional<Cursor>;
  const http::Fields& query = context.request.query;
  const std::string_view kind = query.get("loai");
  const base::UnitId unit{number_in(query.get("don-vi"))};
  const UtcTime now = context.now;
  const UtcTime tomorrow = base::start_of(base::local_date(now)) + kDay;
  const std::string in_month = " tháng " + month.words();
  if (kind == "qua-han")
    return BehindList{"Đang quá hạn", "Hạn", true, [&store, now](const After& after, std::size_t limit) { return store.due_clocks(UtcTime{}, now, after, limit); }};
  if (kind == "hom-nay")
    return BehindList{"Đến hạn hôm nay", "Hạn", true,
                      [&store, now, tomorrow](const After& after, std::size_t limit) { return store.due_clocks(now, tomorrow, after, limit); }};
  using Ended = OverviewStore::Ended;
  if (kind == "dung-han" || kind == "tre-han" || kind == "da-xong") {
    const Ended ended = kind == "tre-han" ? Ended::Late : (kind == "dung-han" ? Ended::InTime : Ended::All);
    return BehindList{(ended == Ended::Late ? "Trễ hạn," : (ended == Ended::InTime ? "Đúng hạn," : "Thời hạn đã kết thúc,")) + in_month, "Kết thúc lúc", true,
                      [&store, month, ended, duties = duties_in(query.get("dieu"))](const After& after, std::size_t limit) {
                        return store.ended_clocks(month, ended, duties, after, limit);
                      }};
  }
  if (kind == "dang-khan")
    return BehindList{"Đăng khẩn theo chỉ đạo," + in_month, "Đăng lúc", false,
                      [&store, month](const After& after, std::size_t limit) { return store.urgent_items(month, after, limit); }};
  if (kind == "don-vi" && unit.is_set())
    return BehindList{"Tin, bài đơn vị cung cấp," + in_month, "Đến Ban Biên tập", false,
                      [&store, unit, month](const After& after, std::size_t limit) { return store.supplied_items(unit, month, after, limit); }};
  const auto state = workflow::parse_state(query.get("buoc"));
  if (kind == "giu" && state)
    return BehindList{std::string{workflow::label_of(*state)}, "Từ", false,
                      [&store, key = workflow::key_of(*state), person = base::PersonId{number_in(query.get("nguoi"))}, unit](const After& after, std::size_t limit) {
                        return store.held_items(key, person, unit, after, limit);
                      }};
  return {};
}

std::string behind_url(std::string_view path, const http::Fields& query) {
  std::string url{path};
  for (const char* name : {"loai", "thang", "don-vi", "dieu", "buoc", "nguoi"})
    if (const std::string_view value = query.get(name); !value.empty())
      url += (url.find('?') == std::string::npos ? "?" : "&") + std::string{name} + "=" + http::url_encode(value);
  return url;
}

Reader reader_of(server::Context& context, const duty::Books& books, OverviewStore& store) {
  return {context.actor, books, office::sees_every_item(context.db(), context.actor, context.now),
          access::authority_for(context.db(), context.actor, access::Capability::SeeMatters, context.now).has_value(), store.secretaries(context.now),
          context.now};
}

BehindLine line_of(const Reader& reader, const BehindRow& row) {
  BehindLine line;
  const duty::Duty* duty = row.duty.is_set() ? duty::find_duty(reader.books.duties, row.duty) : nullptr;
  if (row.item.is_set()) {
    const bool may = may_read_title(reader.actor, reader.sees_board, row);
    line.title = may ? row.title : "Bài " + row.code + " (chưa gửi Ban Biên tập)";
    if (may && reader.sees_board) line.url = office_url(row.module, row.item);
    if (!line.url.empty() && row.clock.id.is_set()) line.why_url = line.url + "/thoi-han/" + std::to_string(row.clock.id.value);
    const auto state = workflow::parse_state(row.state_key);
    line.state = state ? workflow::label_of(*state) : std::string_view{row.state_key};
  } else if (row.matter.is_set()) {
    line.title = reader.sees_matters ? row.matter_title : (duty != nullptr ? duty->title : row.matter_code);
    if (reader.sees_matters) line.url = qa::url_of(row.matter);
    const std::string clock = std::to_string(row.clock.id.value);
    line.why_url = reader.sees_matters ? line.url + "/thoi-han/" + clock : office::clock_url(row.clock.id);
  } else {
    line.title = duty != nullptr ? duty->title : row.subject;
    line.why_url = office::clock_url(row.clock.id);
  }
  line.code = row.matter.is_set() ? row.matter_code : row.code;
  line.unit = row.unit;
  if (duty != nullptr) {
    line.clause = duty->clause;
    line.party = duty::label_of_party(duty->party);
  }
  line.holder = awaited(row, duty, reader.secretaries);
  line.at = row.closed ? *row.closed : (row.due ? *row.due : row.since.value_or(reader.now));
  return line;
}

}  // namespace portal::admin
