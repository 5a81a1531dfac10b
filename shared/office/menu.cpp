#include "shared/office/menu.h"

#include <array>

#include "shared/access/capability.h"

namespace portal::office {
namespace {

using access::Actor;
using C = access::Capability;

bool everybody(const Actor& actor) { return actor.is_staff(); }

template <C... any>
bool may(const Actor& actor) {
  return (access::may(actor, any) || ...);
}

// What waits for a second look is the board's, the leadership's, and the unit's whose articles it is (D9.3f, D13.3).
bool looks_again(const Actor& actor) { return access::may(actor, C::SeeAllItems) || !actor.headed_units().empty(); }

// Readers' questions and feedback: who sees all of them, who heads a unit to which they are sent, and who is given one there (D11.2, D11.3).
bool handles_matters(const Actor& actor) {
  return may<C::SeeMatters, C::HandleMatters>(actor) || !actor.headed_units().empty() || actor.has(access::Role::Contributor);
}

constexpr std::array kRows{
    MenuRow{"inbox", "/quan-tri/", "inbox", "Hộp việc", "", everybody, "", MenuCount::Waiting},
    MenuRow{"mine", "/quan-tri/bai-cua-toi", "file-pen", "Bài của tôi", "", may<C::WriteItem>, ""},
    MenuRow{"news", "/quan-tri/tin-bai/", "newspaper", "Tin, bài", "", may<C::WriteItem, C::SeeAllItems>, "act_as_secretary", MenuCount::Open},
    MenuRow{"reviews", "/quan-tri/tin-bai/xem-lai", "refresh-cw", "Cần xem lại", "", looks_again, "act_as_secretary"},
    MenuRow{"intake", "/quan-tri/tiep-nhan/", "book-open", "Sổ tiếp nhận", "", may<C::HandleIntake>, "act_as_secretary", MenuCount::Intake},
    MenuRow{"feeds", "/quan-tri/nguon-tin/", "rss", "Nguồn tin", "", may<C::HandleIntake>, "act_as_secretary"},
    MenuRow{"matters", "/quan-tri/hoi-dap/", "message-circle-question-mark", "Hỏi đáp, phản hồi", "", handles_matters, "act_as_secretary"},
    MenuRow{"overview", "/quan-tri/dieu-hanh/", "layout-dashboard", "Điều hành", "Quản lý", may<C::SeeOverview>, ""},
    MenuRow{"sections", "/quan-tri/chuyen-muc/", "folder-tree", "Chuyên mục", "Quản lý", may<C::ManageSections>, "manage_sections"},
    MenuRow{"duties", "/quan-tri/thoi-han/", "alarm-clock", "Quy định thời hạn", "Quản lý", may<C::ManageDuties>, "manage_duties"},
    MenuRow{"calendar", "/quan-tri/lich/", "calendar-days", "Lịch làm việc", "Quản lý", may<C::ManageCalendar>, ""},
    MenuRow{"delegations", "/quan-tri/uy-quyen/", "user-check", "Ủy quyền", "Quản lý", may<C::Delegate>, ""},
    MenuRow{"roles", "/quan-tri/vai-tro/", "user-plus", "Xác nhận vai trò", "Quản lý", may<C::ConfirmContentRoles>, "", MenuCount::Roles},
    MenuRow{"accounts", "/quan-tri/tai-khoan/", "users", "Tài khoản, vai trò", "Quản lý", may<C::ManageAccounts>, ""},
    MenuRow{"senders", "/quan-tri/ket-noi/", "key-round", "Hệ thống kết nối", "Quản lý", may<C::ManageSenders>, ""},
    MenuRow{"mail", "/quan-tri/thu-di/", "mail", "Thư gửi đi", "Quản lý", may<C::ManageMail>, "act_as_secretary", MenuCount::DeadMail},
    MenuRow{"units", "/quan-tri/don-vi/", "building-2", "Đơn vị, danh bạ", "Quản lý", may<C::ManageUnits>, ""},
    MenuRow{"rights", "/quan-tri/quyen/", "shield-check", "Ai được làm gì", "Quản lý", may<C::SeeRights>, ""},
    MenuRow{"anchors", "/quan-tri/chung-thu/", "badge-check", "Chứng thư tin cậy", "Quản lý", may<C::ManageTrust>, ""},
    MenuRow{"settings", "/quan-tri/cai-dat/", "settings", "Cài đặt", "Quản lý", may<C::SeeSettings>, ""},
    MenuRow{"audit", "/quan-tri/nhat-ky/", "history", "Nhật ký", "Quản lý", may<C::SeeAudit>, ""},
    MenuRow{"keys", "/quan-tri/phim-tat", "keyboard", "Phím tắt", "Trợ giúp", everybody, ""},
};

}  // namespace

std::span<const MenuRow> menu_table() { return kRows; }

std::vector<const MenuRow*> menu_of(const Actor& actor, const std::set<std::string, std::less<>>& delegated) {
  std::vector<const MenuRow*> rows;
  if (!actor.is_staff()) return rows;
  for (const MenuRow& row : kRows)
    if (row.is_for(actor) || delegated.contains(row.delegated)) rows.push_back(&row);
  return rows;
}

}  // namespace portal::office
