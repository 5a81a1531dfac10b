#include "shared/office/act_form.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/office/chrome.h"
#include "shared/office/queries.h"
#include "shared/office/schedule.h"
#include "shared/text/clean.h"
#include "shared/why/why.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/notify.h"

namespace portal::office {
namespace {

using workflow::Action;

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<Choice> grounds(db::Connection& db, char kind, std::string_view chosen) {
  std::vector<Choice> choices;
  if (kind == 'o') choices.push_back({"", "Không theo căn cứ nào của Điều 12 khoản 3", "Ví dụ: số liệu cần rà soát, thông tin đã cũ.", chosen.empty()});
  auto rows = db.query(kGrounds, kind == 'r' ? "return" : "refuse", kind == 's');
  while (rows.next())
    choices.push_back({std::string{rows.text(0)}, std::string{rows.text(1)} + ": " + std::string{rows.text(2)}, std::string{rows.text(3)},
                       rows.text(0) == chosen});
  return choices;
}

std::vector<Choice> board_members(server::Context& context, std::uint64_t chosen) {
  std::vector<Choice> choices{{"", "Chọn thành viên Ban Biên tập", "", chosen == 0}};
  const std::string today = base::format_iso(context.now).substr(0, 10);
  auto rows = context.db().query(kBoardMembers, today, today);
  while (rows.next()) {
    const auto id = rows.id<base::PersonId>(0).value;
    choices.push_back({std::to_string(id), std::string{rows.text(1)} + ", " + std::string{rows.text(2)}, "", id == chosen});
  }
  return choices;
}

// Whom a step can be given to: any member of the board edits (D11.1), a check is for who may do it (D15.2, D15.3); or whoever of them takes it.
constexpr std::string_view kGroup = "nhom";

std::vector<Choice> assignees(server::Context& context, const workflow::Transition& transition, const workflow::Item& item, const http::Fields& typed) {
  const bool for_group = typed.get("assignee") == kGroup;
  const bool is_check = transition.from == workflow::State::Verifying || transition.from == workflow::State::FinalCheck;
  const auto chosen = typed.has("assignee") ? number_of(typed.get("assignee")) : is_check ? item.checked_by.value : item.assigned_to.value;
  std::vector<Choice> choices;
  if (is_check) {
    choices.push_back({"", "Chọn người làm bước này", "", chosen == 0 && !for_group});
    for (const base::PersonId person : workflow::checkers_of(context.db(), item, context.now)) {
      auto rows = context.db().query(kPerson, person);
      if (!rows.next()) continue;
      choices.push_back({std::to_string(person.value), std::string{rows.text(0)} + ", " + std::string{rows.text(1)}, "", person.value == chosen});
    }
  } else {
    choices = board_members(context, for_group ? 0 : chosen);
    if (for_group) choices.front().selected = false;
  }
  choices.push_back({std::string{kGroup}, "Để người nào trong nhóm nhận cũng được", "", for_group});
  return choices;
}

std::vector<Choice> sections(db::Connection& db, std::uint64_t chosen) {
  std::vector<Choice> choices;
  auto rows = db.query(kSections);
  while (rows.next()) {
    const auto id = rows.id<base::SectionId>(0).value;
    const std::string indent = rows.is_null(3) ? "" : "– ";
    choices.push_back({std::to_string(id), indent + std::string{rows.text(1)}, "", id == chosen});
  }
  return choices;
}

// What the reason is called where it is more than a reason.
std::string_view reason_label(Action action) {
  constexpr std::array<std::pair<Action, std::string_view>, 7> kLabels{{{Action::Flag, "Điều không còn đúng"},
                                                                        {Action::AnswerFlag, "Trả lời"},
                                                                        {Action::AskReview, "Điều cần rà soát"},
                                                                        {Action::ReviewUpdate, "Điều cần cập nhật"},
                                                                        {Action::ReviewKeep, "Kết luận"},
                                                                        {Action::ReviewTakedown, "Kết luận"},
                                                                        {Action::OrderUrgent, "Nội dung chỉ đạo"}}};
  const auto* found = std::find_if(kLabels.begin(), kLabels.end(), [action](const auto& label) { return label.first == action; });
  return found == kLabels.end() ? std::string_view{"Lý do"} : found->second;
}

std::string_view ground_label(char kind) {
  if (kind == 'r') return "Căn cứ trả lại (Điều 4 khoản 2)";
  if (kind == 'o') return "Căn cứ (Điều 12 khoản 3). Chọn bí mật nhà nước thì nội dung bị ẩn ngay ở mọi trang";
  if (kind == 's') return "Căn cứ (Điều 12 khoản 3 điểm b)";
  return "Căn cứ từ chối (Điều 12 khoản 3)";
}

std::string typed_or(const http::Fields& typed, std::string_view name, std::string_view fallback) {
  return std::string{typed.has(name) ? typed.get(name) : fallback};
}

void ask_classification(server::Context& context, view::Dict& content, const workflow::Item& item, const http::Fields& typed, const Errors& errors) {
  view::Dict part = content.section("ASK_CLASSIFICATION");
  const auto section = typed.has("section") ? number_of(typed.get("section")) : item.section.value;
  add_select(part, "FIELD_SECTION", {.name = "section", .label = "Chuyên mục", .hint = "Theo Điều 5. Loại bài, phiếu kiểm tra và các bước phê duyệt theo chuyên mục này."},
             sections(context.db(), section), errors);
  add_text(part, "FIELD_ORIGIN",
           {.name = "origin", .label = "Nguồn gốc thông tin", .value = typed_or(typed, "origin", item.origin), .hint = "Đơn vị, sự kiện hoặc văn bản gốc.",
            .max_length = 200},
           errors);
  add_text(part, "FIELD_PURPOSE",
           {.name = "purpose", .label = "Mục đích thông tin", .value = typed_or(typed, "purpose", item.purpose),
            .hint = "Ví dụ: thông tin cho người dân, hướng dẫn nghiệp vụ.", .max_length = 200},
           errors);
}

void ask_withdrawal(view::Dict& content, const http::Fields& typed, const Errors& errors) {
  view::Dict part = content.section("ASK_WITHDRAWAL");
  const bool is_gone = typed.get("withdraw_mode") == "gone";
  const bool leads = typed.get("withdraw_mode") == "redirect";
  add_radios(part, "FIELD_MODE", {.name = "withdraw_mode", .label = "Người mở địa chỉ cũ sẽ thấy"},
             {{"notice", "Thông báo đã gỡ, kèm tiêu đề và lời nhắn dưới đây", "", !is_gone && !leads},
              {"redirect", "Trang khác, ghi ở ô “Chuyển đến”", "Khi đã có bài thay thế.", leads},
              {"gone", "Chỉ biết nội dung không còn, không nhắc tiêu đề", "Dùng khi tiêu đề cũng không được phổ biến.", is_gone}},
             errors);
  add_textarea(part, "FIELD_NOTICE",
               {.name = "notice", .label = "Lời nhắn cho bạn đọc (không bắt buộc)", .value = std::string{typed.get("notice")}, .max_length = 500}, errors, 3);
  add_text(part, "FIELD_REDIRECT",
           {.name = "redirect_to", .label = "Chuyển đến", .value = std::string{typed.get("redirect_to")},
            .hint = "Chỉ khi chọn “Trang khác”: địa chỉ trên trang này, ví dụ /tin-tuc/ten-bai-thay-the.", .max_length = 300},
           errors);
}

// The signed original that the secretary has seen (D9.1c).
void ask_original(view::Dict& content, const http::Fields& typed, const Errors& errors) {
  view::Dict part = content.section("ASK_ORIGINAL");
  const bool is_other = typed.get("original_kind") == "other";
  add_radios(part, "FIELD_ORIGINAL_KIND", {.name = "original_kind", .label = "Bản gốc"},
             {{"paper", "Tôi đã xem bản giấy có chữ ký, đúng với bản này", "Văn bản, số liệu do Lãnh đạo Sở ký hoặc ban hành.", !is_other},
              {"other", "Do cơ quan khác ban hành", "Không phải văn bản, số liệu của Lãnh đạo Sở nên không có bản gốc của Sở.", is_other}},
             errors);
  add_text(part, "FIELD_ORIGINAL_DOCUMENT",
           {.name = "original_document", .label = "Số, ký hiệu và ngày", .value = std::string{typed.get("original_document")},
            .hint = "Ví dụ: 125/QĐ-STP ngày 20/11/2026.", .max_length = 200},
           errors);
  add_text(part, "FIELD_ORIGINAL_SIGNER",
           {.name = "original_signer", .label = "Người ký, hoặc cơ quan ban hành", .value = std::string{typed.get("original_signer")}, .max_length = 200}, errors);
  add_text(part, "FIELD_ORIGINAL_KEPT",
           {.name = "original_kept", .label = "Nơi lưu bản gốc", .value = std::string{typed.get("original_kept")},
            .hint = "Ví dụ: Văn thư Sở, tập 03/2026. Để trống khi do cơ quan khác ban hành.", .max_length = 200},
           errors);
}

void ask_checks(server::Context& context, view::Dict& content, const workflow::Item& item, const http::Fields& typed, const Errors& errors) {
  std::vector<Choice> choices;
  const auto ticked = typed.all("checks[]");
  for (const workflow::CheckLine& line : workflow::read_checklist(context.db(), item, item.working_version)) {
    const bool again = std::find(ticked.begin(), ticked.end(), line.code) != ticked.end();
    choices.push_back({line.code, line.label, line.hint, line.is_ticked || again});
  }
  if (choices.empty()) return;
  view::Dict part = content.section("ASK_CHECKS");
  content.section("ALL_CHECKS").set("ALL_CHECKS_CODE", kAllChecks);
  add_checkboxes(part, "FIELD_CHECKS", {.name = "checks", .label = "Phiếu kiểm tra chất lượng của bản này (D12.1)"}, choices, errors);
}

}  // namespace

base::Result<workflow::ActRequest> parse_act(const http::Request& request, base::ItemId item, Action action) {
  const http::Fields& form = request.form;
  Errors errors;
  const auto clean = [&](const char* name, std::string_view label, std::size_t max, bool is_line) {
    auto cleaned = is_line ? text::clean_line(form.get(name), max) : text::clean_text(form.get(name), max);
    if (cleaned) return *std::move(cleaned);
    errors.push_back({name, std::string{label} + ": " + cleaned.error().message, "D4.1a"});
    return std::string{};
  };
  workflow::ActRequest act;
  act.item = item;
  act.action = action;
  act.row_version = static_cast<unsigned>(number_of(form.get("row_version")));
  act.reason = clean("reason", "Lý do", 1000, false);
  act.ground = form.get("ground");
  act.declared = form.get("declared") == "1";
  act.section = base::SectionId{number_of(form.get("section"))};
  act.origin = clean("origin", "Nguồn gốc", 200, true);
  act.purpose = clean("purpose", "Mục đích", 200, true);
  act.assignee = base::PersonId{number_of(form.get("assignee"))};
  act.for_group = form.get("assignee") == kGroup;
  for (const std::string_view code : form.all("checks[]")) act.checks.emplace(code);
  const std::string_view mode = form.get("withdraw_mode");
  act.withdrawal.mode = mode == "gone" ? workflow::WithdrawMode::Gone : mode == "redirect" ? workflow::WithdrawMode::Redirect : workflow::WithdrawMode::Notice;
  act.withdrawal.notice = clean("notice", "Lời nhắn", 500, false);
  act.withdrawal.redirect_to = clean("redirect_to", "Chuyển đến", 300, true);
  act.is_issued_by_other = form.get("original_kind") == "other";
  act.original_document = clean("original_document", "Số, ký hiệu", 200, true);
  act.original_signer = clean("original_signer", "Người ký", 200, true);
  act.original_kept = clean("original_kept", "Nơi lưu", 200, true);
  act.is_minor_change = form.get("change") == "minor";
  act.change_note = clean("change_note", "Đã thay đổi gì", 500, false);
  if (!errors.empty()) return base::fail(base::FaultKind::Invalid, "Xin sửa các chỗ được nêu rồi gửi lại.", std::move(errors));
  return act;
}

http::Response show_act_form(server::Context& context, const PanelHost& host, const workflow::Item& item, const workflow::Transition& transition,
                             const http::Fields& typed, const Errors& errors, int status) {
  const std::string label{button_of(transition)};
  OfficePage page(context,
                  {.title = label + ": " + item.title,
                   .menu = host.menu,
                   .crumbs = {{std::string{host.base_path}, std::string{host.list_label}}, {host.item_url(item.id), item.code}},
                   .here = label},
                  "office/act.tpl");
  view::Dict& content = page.content();
  const workflow::Needs& needs = transition.needs;
  content.set("ACT_LABEL", label);
  content.set("ITEM_TITLE", item.title);
  content.set("ITEM_URL", host.item_url(item.id));
  content.set("ACT_URL", host.item_url(item.id) + "/viec/" + slug_of(transition.action));
  content.set("KEY", workflow::new_form_key());
  // The version the person had in front of them; a stale form shows the newest and asks again.
  content.set("ROW_VERSION", std::int64_t{item.row_version});
  content.set("CLAUSE", why::clause_words(transition.clause));
  content.show("IS_DANGER", transition.to == workflow::State::Refused || transition.to == workflow::State::Withdrawn || transition.to == workflow::State::Returned ||
                                transition.action == Action::AskPurge || transition.action == Action::Purge);
  fill_error_summary(content, errors, errors.empty() ? "" : "Chưa làm được, xin xem lại");
  fill_state_chip(content, item);
  if (needs.classification) ask_classification(context, content, item, typed, errors);
  if (needs.assignee) {
    const bool is_check = transition.from == workflow::State::Verifying || transition.from == workflow::State::FinalCheck;
    add_select(content.section("ASK_ASSIGNEE"), "FIELD_ASSIGNEE",
               {.name = "assignee", .label = is_check ? "Giao cho" : "Giao biên tập cho",
                .hint = is_check ? "Người làm được bước này và chưa viết, chưa biên tập bài (Điều 15)." : "Thành viên Ban Biên tập (Điều 11, khoản 1)."},
               assignees(context, transition, item, typed), errors);
  }
  if (needs.ground != 0)
    add_radios(content.section("ASK_GROUND"), "FIELD_GROUND",
               {.name = "ground", .label = std::string{ground_label(needs.ground)}},
               grounds(context.db(), needs.ground, typed.get("ground")), errors);
  if (needs.reason)
    add_textarea(content.section("ASK_REASON"), "FIELD_REASON",
                 {.name = "reason", .label = std::string{reason_label(transition.action)}, .value = std::string{typed.get("reason")},
                  .hint = "Viết để người nhận biết cần làm gì; lý do được lưu trong lịch sử của bài.", .required = true, .max_length = 1000},
                 errors, 5);
  if (needs.declaration)
    add_checkbox(content.section("ASK_DECLARATION"), "FIELD_DECLARED",
                 {.name = "declared", .label = "Tôi tự chịu trách nhiệm về tính chính xác của bài này (Điều 9 khoản 1 điểm a)", .value = "1"},
                 typed.get("declared") == "1", errors);
  if (needs.original) ask_original(content, typed, errors);
  if (transition.action == Action::Withdraw) ask_withdrawal(content, typed, errors);
  if (transition.action == Action::Publish && item.is_published()) ask_change(content, typed, host.publisher.change_note(context.db(), item), errors);
  if (needs.checklist) ask_checks(context, content, item, typed, errors);
  return std::move(page).respond(status);
}

}  // namespace portal::office
