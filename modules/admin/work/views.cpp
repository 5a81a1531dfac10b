#include "modules/admin/work/views.h"

#include <algorithm>
#include <array>

#include "modules/admin/rules.h"
#include "shared/office/panel.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using workflow::State;

struct ChainWords {
  std::string_view prefix, label, url;
};

constexpr std::array kChains{
    ChainWords{"item:", "Bài số ", "/quan-tri/nhat-ky/"},       ChainWords{"account:", "Tài khoản số ", "/quan-tri/tai-khoan/"},
    ChainWords{"role:", "Vai trò số ", ""},                     ChainWords{"section:", "Chuyên mục số ", "/quan-tri/chuyen-muc/"},
    ChainWords{"unit:", "Đơn vị số ", "/quan-tri/don-vi/"},     ChainWords{"person:", "Người số ", "/quan-tri/nhan-su/"},
    ChainWords{"delegation:", "Ủy quyền số ", ""},              ChainWords{"setting:", "Cài đặt ", ""},
    ChainWords{"quota:", "Định mức của đơn vị số ", ""},        ChainWords{"clock:", "Thời hạn số ", "/quan-tri/thoi-han/dong-ho/"},
    ChainWords{"matter:", "Câu hỏi, phản hồi số ", "/quan-tri/hoi-dap/"},
    ChainWords{"calendar:", "Lịch làm việc số ", "/quan-tri/lich/"}, ChainWords{"duty:", "Quy định thời hạn số ", "/quan-tri/thoi-han/"},
    ChainWords{"mail:", "Thư gửi đi số ", ""},                ChainWords{"intake:", "Nội dung đã nhận số ", "/quan-tri/tiep-nhan/"},
};

const ChainWords* find_chain(std::string_view chain) {
  const auto found = std::find_if(kChains.begin(), kChains.end(), [chain](const ChainWords& words) { return chain.starts_with(words.prefix); });
  return found == kChains.end() ? nullptr : &*found;
}

void fill_next(view::Dict& out, const WorkRow& row, const NextAct& next, const std::string& url) {
  view::Dict act = out.section("NEXT").section(next.is_click ? "NEXT_FORM" : "NEXT_LINK");
  act.set("NEXT_URL", url + "/viec/" + office::slug_of(next.action));
  act.set("NEXT_LABEL", next.action == workflow::Action::Receive ? std::string_view{"Tiếp nhận"}
                        : next.action == workflow::Action::PassFinal ? std::string_view{"Kiểm tra lần cuối"}
                        : next.action == workflow::Action::Publish ? std::string_view{"Đăng"}
                        : next.action == workflow::Action::ApproveUnit ? std::string_view{"Duyệt"}
                                                                       : workflow::label_of(next.action));
  act.set("NEXT_TITLE", row.title);
  if (!next.is_click) return;
  act.set("KEY", workflow::new_form_key());
  act.set("ROW_VERSION", std::int64_t{row.row_version});
}

}  // namespace

std::string office_url(std::string_view module, base::ItemId id) {
  return workflow::office_path(module, id);
}

std::string holder_of(const WorkRow& row, const std::string& secretary) {
  if (!row.state) return "";
  switch (*row.state) {
    case State::Draft:
    case State::Returned:
    case State::Discarded: return row.author;
    case State::UnitReview: return "Lãnh đạo " + row.unit;
    case State::Submitted:
    case State::Ready: return secretary;
    case State::Editing: return row.holder.empty() ? "Chưa ai nhận biên tập" : row.holder;
    case State::Verifying: return row.holder.empty() ? "Chưa ai nhận xác thực" : row.holder;
    case State::FinalCheck: return row.holder.empty() ? "Chưa ai nhận kiểm tra lần cuối" : row.holder;
    case State::Published:
    case State::Archived:
    case State::Withdrawn:
    case State::Refused: return "";
  }
  return "";
}

std::string age_words(base::UtcTime since, base::UtcTime now) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
  constexpr long kHour = 60;
  constexpr long kDay = 24 * kHour;
  if (minutes < 2) return "vừa xong";
  if (minutes < kHour) return std::to_string(minutes) + " phút";
  if (minutes < kDay) return std::to_string(minutes / kHour) + " giờ";
  return std::to_string(minutes / kDay) + " ngày";
}

std::string length_words(base::UtcTime since, base::UtcTime now) {
  return now - since < std::chrono::minutes{2} ? std::string{"chưa đến 2 phút"} : age_words(since, now);
}

std::optional<NextAct> next_act(const WorkRow& row, const Doer& doer) {
  using workflow::Action;
  if (!row.state || !doer.person.is_set()) return {};
  const bool is_mine = row.holder_id == doer.person;
  switch (*row.state) {
    case State::Submitted: return doer.is_secretary ? std::optional{NextAct{Action::Receive}} : std::nullopt;
    case State::Ready:  // a new version of what readers see says first what has changed (D12.3)
      return doer.is_secretary ? std::optional{NextAct{Action::Publish, !row.is_published}} : std::nullopt;
    case State::UnitReview: return doer.is_waiting ? std::optional{NextAct{Action::ApproveUnit, true}} : std::nullopt;
    case State::Editing:
      if (doer.is_group && !row.holder_id.is_set()) return NextAct{Action::Claim, true};
      return is_mine ? std::optional{NextAct{Action::FinishEdit, true}} : std::nullopt;
    case State::Verifying:
    case State::FinalCheck:
      if (doer.is_group && !row.holder_id.is_set()) return NextAct{Action::Claim, true};
      return doer.is_waiting ? std::optional{NextAct{*row.state == State::Verifying ? Action::Verify : Action::PassFinal}} : std::nullopt;
    case State::Draft:
    case State::Returned:
    case State::Published:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded:
    case State::Archived: return {};
  }
  return {};
}

void fill_work_rows(view::Dict& table, const WorkList& list, const office::ClockChips& clocks, const std::string& secretary, base::UtcTime now,
                    const RowActs& acts) {
  table.show("MAY_TICK", acts.may_tick);
  for (const WorkRow& row : list.rows) {
    view::Dict out = table.section("ROW");
    const std::string url = office_url(row.module, row.id);
    if (url.empty()) {
      out.section("NO_LINK").set("TITLE", row.title);
    } else {
      view::Dict link = out.section("LINK");
      link.set("URL", url);
      link.set("TITLE", row.title);
    }
    if (acts.may_tick && !url.empty()) {
      view::Dict tick = out.section("TICK");
      tick.set("TICK_ITEM", std::to_string(row.id.value));
      tick.set("TITLE", row.title);
    }
    out.set("CODE", row.code);
    out.set("KIND", label_in(item_kinds(), row.kind));
    out.set("AUTHOR", row.author);
    out.set("UNIT", row.unit);
    out.set("STATE_ICON", row.state ? workflow::icon_of(*row.state) : std::string_view{"info"});
    out.set("STATE", row.state ? workflow::label_of(*row.state) : std::string_view{row.state_key});
    if (acts.doer != nullptr && !url.empty())
      if (const auto next = next_act(row, *acts.doer)) fill_next(out, row, *next, url);
    const std::string holder = holder_of(row, secretary);
    out.set_if("HAS_AGE", "AGE", holder.empty() ? "" : length_words(row.state_since, now));  // what nobody holds waits for nobody
    out.set("SINCE", base::format_date_time(row.state_since));
    out.set_if("HAS_HOLDER", "HOLDER", holder);
    office::fill_clock_chip(out, clocks, row.id);
    if (row.schedule_at && row.schedule_state == "waiting")
      out.section("SCHEDULED").set("SCHEDULED_AT", base::format_date_time(*row.schedule_at));
    if (row.schedule_at && row.schedule_state == "failed" && row.state != State::Published && row.state != State::Withdrawn)
      out.section("SCHEDULE_FAILED").set("FAILED_WHY", row.schedule_why);
    out.show("REVISION", row.is_published && row.state != State::Published && row.state != State::Archived);
  }
}

void fill_requests(view::Dict& content, const std::vector<workflow::Request>& requests, base::UtcTime now) {
  if (requests.empty()) return;
  view::Dict part = content.section("REQUESTS");
  for (const workflow::Request& request : requests) {
    const std::string item_url = office_url(request.module, request.item);
    if (item_url.empty()) continue;
    view::Dict row = part.section("REQUEST");
    row.set("REQUEST_URL", item_url + "/xac-nhan/" + std::to_string(request.id.value));
    row.set("REQUEST_TITLE", request.item_title);
    row.set("REQUEST_CODE", request.item_code);
    row.set("REQUEST_BY", request.asked_by_name);
    row.set("REQUEST_TO", request.to == workflow::RequestTo::Unit ? request.unit_name : "người cung cấp: " + request.person_name);
    row.set("REQUEST_AT", base::format_date_time(request.asked_at));
    row.set("REQUEST_AGE", length_words(request.asked_at, now));
  }
}

std::string words_of_chain(std::string_view chain) {
  const ChainWords* words = find_chain(chain);
  if (words == nullptr) return std::string{chain};
  return std::string{words->label} + std::string{chain.substr(words->prefix.size())};
}

std::string url_of_chain(std::string_view chain) {
  const ChainWords* words = find_chain(chain);
  if (words == nullptr || words->url.empty()) return "";
  return std::string{words->url} + std::string{chain.substr(words->prefix.size())};
}

}  // namespace portal::admin
