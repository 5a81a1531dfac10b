// "Ai được làm gì": the capability table and the transition table as matrices, and the rights of each person with where they come from.
#include "modules/admin/rights/handlers.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rights/views.h"
#include "modules/admin/rules.h"
#include "shared/access/capability.h"
#include "shared/office/chrome.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using access::Capability;
using access::Role;
using workflow::Right;

constexpr std::array kCapabilities{
    CapabilityWords{Capability::WriteItem, "Viết tin, bài"},
    CapabilityWords{Capability::SeeAllItems, "Xem tin, bài của mọi đơn vị đã gửi Ban Biên tập"},
    CapabilityWords{Capability::ManageAccounts, "Quản lý tài khoản"},
    CapabilityWords{Capability::EnterRoles, "Nhập vai trò"},
    CapabilityWords{Capability::ConfirmContentRoles, "Xác nhận vai trò về nội dung"},
    CapabilityWords{Capability::ManageSections, "Quản lý chuyên mục, các bước phê duyệt"},
    CapabilityWords{Capability::ManageUnits, "Quản lý đơn vị, danh bạ"},
    CapabilityWords{Capability::Delegate, "Ủy quyền"},
    CapabilityWords{Capability::SeeRights, "Xem bảng quyền này"},
    CapabilityWords{Capability::SeeAudit, "Xem nhật ký"},
    CapabilityWords{Capability::ManageSettings, "Sửa cài đặt, thông tin liên hệ"},
    CapabilityWords{Capability::SeeOverview, "Xem trang Điều hành"},
    CapabilityWords{Capability::ManageMail, "Xem thư gửi đi, cho gửi lại, hủy gửi"},
    CapabilityWords{Capability::ManageQuotas, "Sửa định mức tin, bài của đơn vị"},
    CapabilityWords{Capability::ManageCalendar, "Quản lý lịch làm việc"},
    CapabilityWords{Capability::ManageDuties, "Quản lý quy định thời hạn"},
    CapabilityWords{Capability::SeeSettings, "Xem cài đặt và lịch sử thay đổi"},
    CapabilityWords{Capability::Remind, "Nhắc người đang giữ việc trễ, đơn vị thiếu tin, bài"},
    CapabilityWords{Capability::HandleMatters, "Tiếp nhận, chuyển, trả lời câu hỏi và phản hồi"},
    CapabilityWords{Capability::SeeMatters, "Xem mọi câu hỏi, phản hồi"},
    CapabilityWords{Capability::ExtendMatters, "Gia hạn trả lời khi phải xin ý kiến bộ, ngành"},
    CapabilityWords{Capability::DirectMatters, "Chỉ đạo xử lý câu hỏi, phản hồi"},
    CapabilityWords{Capability::HandleIntake, "Sổ tiếp nhận: kiểm tra thư đến, phân loại, không tiếp nhận; nguồn tin"},
    CapabilityWords{Capability::ManageTrust, "Chứng thư gốc được tin cậy khi kiểm tra chữ ký số"},
    CapabilityWords{Capability::ManageSenders, "Cấp, thu hồi mã truy cập của hệ thống kết nối"},
};
static_assert(kCapabilities.size() == static_cast<std::size_t>(Capability::ManageSenders) + 1, "the matrix tells of every capability");

// One literal name a column, so that the template can label each cell on phones.
constexpr std::array<const char*, kAllRoles.size()> kRoleColumns{"CONTRIBUTOR", "UNIT_HEAD", "LOCAL_UNIT", "SECRETARY", "BOARD_MEMBER", "BOARD_DEPUTY",
                                                                 "BOARD_HEAD", "OFFICE_ROLE", "DIRECTOR", "SERVICE_OFFICER", "SYSADMIN"};
constexpr std::array kRights{Right::Author, Right::UnitHead, Right::Secretary, Right::Editor, Right::Verifier, Right::FinalChecker,
                             Right::BoardMember, Right::BoardHead};
constexpr std::array<const char*, kRights.size()> kRightColumns{"AUTHOR", "HEAD_OF_UNIT", "SECRETARY", "EDITOR", "VERIFIER", "CHECKER", "MEMBER", "HEAD"};

void fill_capabilities(view::Dict& content) {
  for (const CapabilityWords& words : kCapabilities) {
    view::Dict row = content.section("CAPABILITY");
    row.set("WORDS", words.words);
    std::string clauses;
    for (std::size_t i = 0; i < kAllRoles.size(); ++i)
      for (const access::CapabilityRow& entry : access::capability_table())
        if (entry.capability == words.capability && entry.role == kAllRoles.at(i)) {
          row.show(kRoleColumns.at(i));
          if (clauses.find(entry.clause) == std::string::npos) clauses += (clauses.empty() ? "" : "; ") + std::string{entry.clause};
        }
    row.set("CLAUSE", clauses);
  }
}

void fill_actions(view::Dict& content) {
  for (const workflow::Action action : workflow::kAllActions) {
    view::Dict row = content.section("ACTION");
    row.set("WORDS", workflow::label_of(action));
    std::string from;
    std::string clauses;
    std::string others;
    std::array<bool, kRights.size()> has{};
    for (const workflow::Transition& transition : workflow::transitions()) {
      if (transition.action != action) continue;
      const std::string state{workflow::label_of(transition.from)};
      if (from.find(state) == std::string::npos) from += (from.empty() ? "" : "; ") + state;
      if (clauses.find(transition.clause) == std::string::npos) clauses += (clauses.empty() ? "" : ", ") + std::string{transition.clause};
      // Who has a check in hand is one of those who may do it.
      const Right checks = transition.from == workflow::State::Verifying ? Right::Verifier : Right::FinalChecker;
      const Right right = transition.right == Right::Holder ? checks : transition.right;
      for (std::size_t i = 0; i < kRights.size(); ++i) has.at(i) = has.at(i) || right == kRights.at(i);
      // A right without a column of its own is named.
      const std::string words{workflow::label_of(right)};
      if (std::find(kRights.begin(), kRights.end(), right) == kRights.end() && others.find(words) == std::string::npos)
        others += (others.empty() ? "" : "; ") + words;
    }
    row.set("FROM", from);
    row.set("CLAUSE", clauses);
    for (std::size_t i = 0; i < kRights.size(); ++i) row.show(kRightColumns.at(i), has.at(i));
    row.set_if("HAS_OTHERS", "OTHERS", others);
  }
}

void fill_people(view::Dict& content, RightsStore& store, base::UtcTime now) {
  struct Held {
    std::string name;
    base::PersonId person;
    std::vector<std::string> lines;
  };
  std::map<base::PersonId, Held> people;
  for (const RoleEntry& entry : store.roles_in_force()) {
    Held& held = people[entry.person];
    held.name = entry.full_name;
    held.lines.push_back(label_of_role(entry) + (entry.unit_name.empty() ? "" : ", " + entry.unit_name) + " (tài khoản " + entry.username + ", từ " + entry.valid_from +
                    (entry.valid_to.empty() ? "" : " đến hết " + entry.valid_to) + ")");
  }
  for (const Delegation& d : store.delegations()) {
    if (d.revoked_at || d.valid_from > now || d.valid_to <= now) continue;
    Held& held = people[d.person];
    held.name = d.full_name;
    const DelegableAct* act = find_act(d.act);
    held.lines.push_back("Ủy quyền: " + (act != nullptr ? std::string{act->label} : d.act) + (d.section_title.empty() ? "" : ", " + d.section_title) + " (số " +
                    d.document_number + ", đến hết " + base::format_date(d.valid_to - std::chrono::seconds(1)) + ")");
  }
  std::vector<const Held*> sorted;
  for (auto& [id, held] : people) {
    held.person = id;
    sorted.push_back(&held);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Held* a, const Held* b) { return std::tie(a->name, a->person) < std::tie(b->name, b->person); });
  for (const Held* held : sorted) {
    view::Dict row = content.section("PERSON");
    row.set("NAME", held->name);
    row.set("WHY_URL", std::string{kWhyPath} + "?nguoi=" + std::to_string(held->person.value));
    for (const std::string& line : held->lines) row.section("LINE").set("TEXT", line);
  }
}

}  // namespace

std::span<const CapabilityWords> capability_words() { return kCapabilities; }

http::Response show_rights(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Ai được làm gì", .menu = "rights"}, "admin/rights.tpl");
  RightsStore store(context.db(), context.now);
  fill_capabilities(page.content());
  fill_actions(page.content());
  fill_people(page.content(), store, context.now);
  return std::move(page).respond();
}

}  // namespace portal::admin
