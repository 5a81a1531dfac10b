#include "shared/office/menu.h"

#include <array>

namespace portal::office {
namespace {

using C = access::Capability;

constexpr std::array kRows{
    MenuRow{"inbox", "/quan-tri/", "inbox", "Hộp việc", "", std::nullopt, MenuCount::Waiting},
    MenuRow{"mine", "/quan-tri/bai-cua-toi", "file-pen", "Bài của tôi", "", C::WriteItem},
    MenuRow{"news", "/quan-tri/tin-bai/", "newspaper", "Tin, bài", "", std::nullopt, MenuCount::Open},
    MenuRow{"reviews", "/quan-tri/tin-bai/xem-lai", "refresh-cw", "Cần xem lại", "", std::nullopt},
    MenuRow{"overview", "/quan-tri/dieu-hanh/", "layout-dashboard", "Điều hành", "Quản lý", C::SeeOverview},
    MenuRow{"sections", "/quan-tri/chuyen-muc/", "folder-tree", "Chuyên mục", "Quản lý", C::ManageSections},
    MenuRow{"duties", "/quan-tri/thoi-han/", "alarm-clock", "Quy định thời hạn", "Quản lý", C::ManageDuties},
    MenuRow{"calendar", "/quan-tri/lich/", "calendar-days", "Lịch làm việc", "Quản lý", C::ManageCalendar},
    MenuRow{"delegations", "/quan-tri/uy-quyen/", "user-check", "Ủy quyền", "Quản lý", C::Delegate},
    MenuRow{"roles", "/quan-tri/vai-tro/", "user-plus", "Xác nhận vai trò", "Quản lý", C::ConfirmContentRoles},
    MenuRow{"accounts", "/quan-tri/tai-khoan/", "users", "Tài khoản, vai trò", "Quản lý", C::ManageAccounts},
    MenuRow{"units", "/quan-tri/don-vi/", "building-2", "Đơn vị, danh bạ", "Quản lý", C::ManageUnits},
    MenuRow{"rights", "/quan-tri/quyen/", "shield-check", "Ai được làm gì", "Quản lý", C::SeeRights},
    MenuRow{"settings", "/quan-tri/cai-dat/", "settings", "Cài đặt", "Quản lý", C::SeeSettings},
    MenuRow{"audit", "/quan-tri/nhat-ky/", "history", "Nhật ký", "Quản lý", C::SeeAudit},
    MenuRow{"keys", "/quan-tri/phim-tat", "keyboard", "Phím tắt", "Trợ giúp", std::nullopt},
};

}  // namespace

std::span<const MenuRow> menu_table() { return kRows; }

std::vector<const MenuRow*> menu_of(const access::Actor& actor) {
  std::vector<const MenuRow*> rows;
  if (!actor.is_staff()) return rows;
  for (const MenuRow& row : kRows)
    if (!row.capability || access::may(actor, *row.capability)) rows.push_back(&row);
  return rows;
}

}  // namespace portal::office
