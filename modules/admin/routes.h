// The contents page of admin. First match wins.
#pragma once

#include "modules/admin/account/handlers.h"
#include "modules/admin/anchors/handlers.h"
#include "modules/admin/calendar/handlers.h"
#include "modules/admin/duties/handlers.h"
#include "modules/admin/feeds/handlers.h"
#include "modules/admin/intake/counter.h"
#include "modules/admin/intake/handlers.h"
#include "modules/admin/login/handlers.h"
#include "modules/admin/mail/handlers.h"
#include "modules/admin/mine/handlers.h"
#include "modules/admin/notices/handlers.h"
#include "modules/admin/overview/handlers.h"
#include "modules/admin/people/handlers.h"
#include "modules/admin/rights/handlers.h"
#include "modules/admin/search/handlers.h"
#include "modules/admin/sections/handlers.h"
#include "modules/admin/senders/handlers.h"
#include "modules/admin/work/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

using access::Capability;
using access::needs;
using http::Cache;
using http::Method;

inline constexpr server::Route<App> kRoutes[] = {
    {Method::Get, "/quan-tri/dang-nhap", http::kAnonymous, Cache::NoStore, {"tiep", "xong"}, "login", show_login},
    {Method::Post, "/quan-tri/dang-nhap", http::kAnonymous, Cache::NoStore, {}, "login-post", do_login},
    {Method::Get, "/quan-tri/dang-nhap/ma", http::kAnonymous, Cache::NoStore, {"tiep"}, "code", show_code},
    {Method::Post, "/quan-tri/dang-nhap/ma", http::kAnonymous, Cache::NoStore, {}, "code-post", do_code},
    {Method::Post, "/quan-tri/dang-xuat", http::kStaff, Cache::NoStore, {}, "logout", do_logout},

    {Method::Get, "/quan-tri/", http::kStaff, Cache::NoStore,
     {"xem", "q", "chuyen-muc", "don-vi", "trang-thai", "nguoi", "han", "cho", "xep", "sau"}, "work", show_work},
    {Method::Get, "/quan-tri/hang-doi/{state}", http::kStaff, Cache::NoStore, {"q", "don-vi", "loai", "sau"}, "queue", show_queue},
    {Method::Get, "/quan-tri/nhat-ky/", needs(Capability::SeeAudit), Cache::NoStore, {"muc", "nguoi", "den-ngay", "truoc"}, "audit", show_audit},
    {Method::Get, "/quan-tri/nhat-ky/{id#}", http::kStaff, Cache::NoStore, {}, "history", show_history},

    {Method::Get, "/quan-tri/bai-cua-toi", http::kStaff, Cache::NoStore, {"sau"}, "mine", show_mine},
    {Method::Get, "/quan-tri/tim", http::kStaff, Cache::NoStore, {"q"}, "search", show_search},
    {Method::Get, "/quan-tri/phim-tat", http::kStaff, Cache::NoStore, {}, "keys", show_keys},

    {Method::Get, "/quan-tri/dieu-hanh/", needs(Capability::SeeOverview), Cache::NoStore, {"thang", "xong"}, "overview", show_overview},
    {Method::Get, "/quan-tri/dieu-hanh/danh-sach", needs(Capability::SeeOverview), Cache::NoStore,
     {"loai", "thang", "don-vi", "dieu", "buoc", "nguoi", "sau", "xong"}, "overview-list", show_behind},
    {Method::Get, "/quan-tri/dieu-hanh/danh-sach.csv", needs(Capability::SeeOverview), Cache::NoStore,
     {"loai", "thang", "don-vi", "dieu", "buoc", "nguoi"}, "overview-csv", send_file},
    {Method::Get, "/quan-tri/dieu-hanh/danh-sach.ods", needs(Capability::SeeOverview), Cache::NoStore,
     {"loai", "thang", "don-vi", "dieu", "buoc", "nguoi"}, "overview-ods", send_file},
    // Who may see the page; the right to remind may come by delegation (D19.2), so the handlers ask for it.
    {Method::Get, "/quan-tri/dieu-hanh/nhac", needs(Capability::SeeOverview), Cache::NoStore, {"dong-ho", "don-vi", "ve"}, "remind", new_reminder},
    {Method::Post, "/quan-tri/dieu-hanh/nhac", needs(Capability::SeeOverview), Cache::NoStore, {}, "remind-send", send_reminder},
    {Method::Get, "/quan-tri/dinh-muc/", needs(Capability::SeeOverview), Cache::NoStore, {"xong"}, "quotas", list_quotas},
    {Method::Get, "/quan-tri/dinh-muc/moi", needs(Capability::ManageQuotas), Cache::NoStore, {}, "quota-new", new_quota},
    {Method::Post, "/quan-tri/dinh-muc/moi", needs(Capability::ManageQuotas), Cache::NoStore, {}, "quota-set", set_quota},

    {Method::Get, "/quan-tri/thong-bao/", http::kStaff, Cache::NoStore, {"xem", "truoc", "xong"}, "notices", show_notices},
    {Method::Post, "/quan-tri/thong-bao/da-doc", http::kStaff, Cache::NoStore, {}, "notices-read", read_all_notices},
    {Method::Post, "/quan-tri/thong-bao/{id#}/da-doc", http::kStaff, Cache::NoStore, {}, "notice-read", read_notice},
    {Method::Post, "/quan-tri/thong-bao/{id#}/chua-doc", http::kStaff, Cache::NoStore, {}, "notice-unread", unread_notice},

    // Staff, because who stands in for the secretary has no role for it: each handler asks for the right first.
    {Method::Get, "/quan-tri/thu-di/", http::kStaff, Cache::NoStore, {"trang-thai", "truoc", "xong"}, "mail", show_mail},
    {Method::Post, "/quan-tri/thu-di/{id#}/gui-lai", http::kStaff, Cache::NoStore, {}, "mail-resend", resend_mail},
    {Method::Post, "/quan-tri/thu-di/{id#}/huy", http::kStaff, Cache::NoStore, {}, "mail-cancel", cancel_mail},

    {Method::Get, "/quan-tri/ca-nhan", http::kStaff, Cache::NoStore, {"xong"}, "own", show_own},
    {Method::Post, "/quan-tri/ca-nhan/mat-khau", http::kStaff, Cache::NoStore, {}, "own-password", change_password},
    {Method::Post, "/quan-tri/ca-nhan/thu", http::kStaff, Cache::NoStore, {}, "own-mail", choose_mail},
    {Method::Get, "/quan-tri/ca-nhan/hai-lop", http::kStaff, Cache::NoStore, {}, "own-totp", show_totp},
    {Method::Post, "/quan-tri/ca-nhan/hai-lop", http::kStaff, Cache::NoStore, {}, "own-totp-on", set_totp},
    {Method::Post, "/quan-tri/ca-nhan/hai-lop/tat", http::kStaff, Cache::NoStore, {}, "own-totp-off", drop_totp},
    {Method::Post, "/quan-tri/ca-nhan/phien", http::kStaff, Cache::NoStore, {}, "own-session-end", end_session},

    // Staff, because who stands in for the secretary has no role for it: each handler asks for the right first.
    {Method::Get, "/quan-tri/tiep-nhan/", http::kStaff, Cache::NoStore, {"q", "kenh", "trang-thai", "tu-ngay", "den-ngay", "sau"}, "intake", show_register},
    {Method::Get, "/quan-tri/tiep-nhan/xuat.csv", http::kStaff, Cache::NoStore, {"q", "kenh", "trang-thai", "tu-ngay", "den-ngay"}, "intake-csv", send_register},
    {Method::Get, "/quan-tri/tiep-nhan/moi", http::kStaff, Cache::NoStore, {}, "intake-counter", show_counter},
    {Method::Post, "/quan-tri/tiep-nhan/moi", http::kStaff, Cache::NoStore, {}, "intake-counter-add", add_counter, http::Body::Files},
    {Method::Get, "/quan-tri/tiep-nhan/{id#}", http::kStaff, Cache::NoStore, {"xong"}, "intake-thing", show_thing},
    {Method::Get, "/quan-tri/tiep-nhan/{id#}/giay-tiep-nhan", http::kStaff, Cache::NoStore, {}, "intake-slip", show_slip},
    {Method::Get, "/quan-tri/tiep-nhan/{id#}/tep/{file#}/tai-ve", http::kStaff, Cache::NoStore, {}, "intake-file", send_thing_file},
    {Method::Get, "/quan-tri/tiep-nhan/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "intake-act-form", show_intake_act},
    {Method::Post, "/quan-tri/tiep-nhan/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "intake-act", do_intake_act},
    {Method::Get, "/quan-tri/tiep-nhan/{id#}/tieu-huy", http::kStaff, Cache::NoStore, {}, "intake-purge-form", show_intake_purge},
    {Method::Post, "/quan-tri/tiep-nhan/{id#}/tieu-huy", http::kStaff, Cache::NoStore, {}, "intake-purge", do_intake_purge},

    // As the register: each handler asks for the right.
    {Method::Get, "/quan-tri/nguon-tin/", http::kStaff, Cache::NoStore, {"xong"}, "feeds", list_feed_sources},
    {Method::Get, "/quan-tri/nguon-tin/moi", http::kStaff, Cache::NoStore, {}, "feed-new", new_feed_source},
    {Method::Post, "/quan-tri/nguon-tin/moi", http::kStaff, Cache::NoStore, {}, "feed-add", add_feed_source},
    {Method::Get, "/quan-tri/nguon-tin/{id#}", http::kStaff, Cache::NoStore, {}, "feed", edit_feed_source},
    {Method::Post, "/quan-tri/nguon-tin/{id#}", http::kStaff, Cache::NoStore, {}, "feed-save", save_feed_source},
    {Method::Post, "/quan-tri/nguon-tin/{id#}/doc-ngay", http::kStaff, Cache::NoStore, {}, "feed-read", read_feed_source},

    {Method::Get, "/quan-tri/ket-noi/", needs(Capability::ManageSenders), Cache::NoStore, {"xong"}, "senders", list_senders},
    {Method::Get, "/quan-tri/ket-noi/moi", needs(Capability::ManageSenders), Cache::NoStore, {}, "sender-new", new_sender},
    {Method::Post, "/quan-tri/ket-noi/moi", needs(Capability::ManageSenders), Cache::NoStore, {}, "sender-add", add_sender},
    {Method::Get, "/quan-tri/ket-noi/{id#}/thu-hoi", needs(Capability::ManageSenders), Cache::NoStore, {}, "sender-revoke-form", ask_revoke_sender},
    {Method::Post, "/quan-tri/ket-noi/{id#}/thu-hoi", needs(Capability::ManageSenders), Cache::NoStore, {}, "sender-revoke", revoke_sender},

    {Method::Get, "/quan-tri/don-vi/", needs(Capability::ManageUnits), Cache::NoStore, {}, "units", list_units},
    {Method::Get, "/quan-tri/don-vi/moi", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit-new", new_unit},
    {Method::Post, "/quan-tri/don-vi/moi", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit-add", add_unit},
    {Method::Get, "/quan-tri/don-vi/{id#}", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit", edit_unit},
    {Method::Post, "/quan-tri/don-vi/{id#}", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit-save", save_unit},
    {Method::Get, "/quan-tri/don-vi/{id#}/sap-nhap", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit-end-new", new_unit_end},
    {Method::Post, "/quan-tri/don-vi/{id#}/sap-nhap", needs(Capability::ManageUnits), Cache::NoStore, {}, "unit-end-enter", enter_unit_end},
    // Who manages units and who confirms roles: the handlers ask.
    {Method::Get, "/quan-tri/don-vi/thay-doi/{id#}", http::kStaff, Cache::NoStore, {}, "unit-end", show_unit_end},
    {Method::Post, "/quan-tri/don-vi/thay-doi/{id#}/xac-nhan", needs(Capability::ConfirmContentRoles), Cache::NoStore, {}, "unit-end-confirm", confirm_unit_end},
    {Method::Post, "/quan-tri/don-vi/thay-doi/{id#}/bo", http::kStaff, Cache::NoStore, {}, "unit-end-cancel", cancel_unit_end},
    {Method::Get, "/quan-tri/nhan-su/", needs(Capability::ManageUnits), Cache::NoStore, {}, "people", list_people},
    {Method::Get, "/quan-tri/nhan-su/moi", needs(Capability::ManageUnits), Cache::NoStore, {}, "person-new", new_person},
    {Method::Post, "/quan-tri/nhan-su/moi", needs(Capability::ManageUnits), Cache::NoStore, {}, "person-add", add_person},
    {Method::Get, "/quan-tri/nhan-su/{id#}", needs(Capability::ManageUnits), Cache::NoStore, {}, "person", edit_person},
    {Method::Post, "/quan-tri/nhan-su/{id#}", needs(Capability::ManageUnits), Cache::NoStore, {}, "person-save", save_person},

    {Method::Get, "/quan-tri/tai-khoan/", needs(Capability::ManageAccounts), Cache::NoStore, {}, "accounts", list_accounts},
    {Method::Get, "/quan-tri/tai-khoan/moi", needs(Capability::ManageAccounts), Cache::NoStore, {}, "account-new", new_account},
    {Method::Post, "/quan-tri/tai-khoan/moi", needs(Capability::ManageAccounts), Cache::NoStore, {}, "account-add", add_account},
    {Method::Get, "/quan-tri/tai-khoan/{id#}", needs(Capability::ManageAccounts), Cache::NoStore, {}, "account", show_account},
    {Method::Post, "/quan-tri/tai-khoan/{id#}/viec/{viec}", needs(Capability::ManageAccounts), Cache::NoStore, {}, "account-change", change_account},
    {Method::Get, "/quan-tri/tai-khoan/{id#}/vai-tro", needs(Capability::EnterRoles), Cache::NoStore, {}, "role-new", new_role},
    {Method::Post, "/quan-tri/tai-khoan/{id#}/vai-tro", needs(Capability::EnterRoles), Cache::NoStore, {}, "role-enter", add_role},

    {Method::Get, "/quan-tri/vai-tro/", needs(Capability::ConfirmContentRoles), Cache::NoStore, {}, "roles", list_waiting_roles},
    {Method::Post, "/quan-tri/vai-tro/{id#}/xac-nhan", needs(Capability::ConfirmContentRoles), Cache::NoStore, {}, "role-confirm", confirm_role},
    {Method::Post, "/quan-tri/vai-tro/{id#}/bac", needs(Capability::ConfirmContentRoles), Cache::NoStore, {}, "role-refuse", revoke_role},
    {Method::Post, "/quan-tri/vai-tro/{id#}/thu-hoi", needs(Capability::EnterRoles), Cache::NoStore, {}, "role-revoke", revoke_role},

    {Method::Get, "/quan-tri/uy-quyen/", needs(Capability::Delegate), Cache::NoStore, {}, "delegations", list_delegations},
    {Method::Get, "/quan-tri/uy-quyen/moi", needs(Capability::Delegate), Cache::NoStore, {}, "delegation-new", new_delegation},
    {Method::Post, "/quan-tri/uy-quyen/moi", needs(Capability::Delegate), Cache::NoStore, {}, "delegation-give", give_delegation},
    {Method::Post, "/quan-tri/uy-quyen/{id#}/thu-hoi", needs(Capability::Delegate), Cache::NoStore, {}, "delegation-revoke", revoke_delegation},

    {Method::Get, "/quan-tri/quyen/", needs(Capability::SeeRights), Cache::NoStore, {}, "rights", show_rights},
    {Method::Get, "/quan-tri/quyen/nguoi", needs(Capability::SeeRights), Cache::NoStore, {"nguoi", "bai", "chuyen-muc"}, "rights-person", explain_person},

    // Staff, because a delegation of manage_sections is no role: each handler asks for the right first.
    {Method::Get, "/quan-tri/chuyen-muc/", http::kStaff, Cache::NoStore, {}, "sections", list_sections},
    {Method::Get, "/quan-tri/chuyen-muc/moi", http::kStaff, Cache::NoStore, {}, "section-new", new_section},
    {Method::Post, "/quan-tri/chuyen-muc/moi", http::kStaff, Cache::NoStore, {}, "section-add", add_section},
    {Method::Get, "/quan-tri/chuyen-muc/{id#}", http::kStaff, Cache::NoStore, {}, "section", edit_section},
    {Method::Post, "/quan-tri/chuyen-muc/{id#}", http::kStaff, Cache::NoStore, {}, "section-save", save_section},
    {Method::Get, "/quan-tri/chuyen-muc/{id#}/quy-dinh", http::kStaff, Cache::NoStore, {}, "section-rules", show_rules},
    {Method::Post, "/quan-tri/chuyen-muc/{id#}/quy-dinh", http::kStaff, Cache::NoStore, {}, "section-rule-add", add_rule},
    {Method::Post, "/quan-tri/chuyen-muc/{id#}/quy-dinh/{rule#}/bo", http::kStaff, Cache::NoStore, {}, "section-rule-drop", drop_rule},
    {Method::Post, "/quan-tri/chuyen-muc/{id#}/len", http::kStaff, Cache::NoStore, {}, "section-up", move_section},
    {Method::Post, "/quan-tri/chuyen-muc/{id#}/xuong", http::kStaff, Cache::NoStore, {}, "section-down", move_section},

    {Method::Get, "/quan-tri/chung-thu/", needs(Capability::ManageTrust), Cache::NoStore, {"xong"}, "anchors", list_anchors},
    {Method::Get, "/quan-tri/chung-thu/moi", needs(Capability::ManageTrust), Cache::NoStore, {}, "anchor-new", new_anchor},
    {Method::Post, "/quan-tri/chung-thu/moi", needs(Capability::ManageTrust), Cache::NoStore, {}, "anchor-add", add_anchor},
    {Method::Get, "/quan-tri/chung-thu/{id#}/bo", needs(Capability::ManageTrust), Cache::NoStore, {}, "anchor-remove-form", ask_anchor_removal},
    {Method::Post, "/quan-tri/chung-thu/{id#}/bo", needs(Capability::ManageTrust), Cache::NoStore, {}, "anchor-remove", remove_anchor},

    {Method::Get, "/quan-tri/lich/", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendars", list_calendars},
    {Method::Get, "/quan-tri/lich/moi", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-new", new_calendar},
    {Method::Post, "/quan-tri/lich/moi", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-add", add_calendar},
    {Method::Get, "/quan-tri/lich/{id#}", needs(Capability::ManageCalendar), Cache::NoStore, {"nam", "xong"}, "calendar", show_one_calendar},
    {Method::Get, "/quan-tri/lich/{id#}/gio", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-hours", edit_hours},
    {Method::Post, "/quan-tri/lich/{id#}/gio", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-hours-save", save_hours},
    {Method::Get, "/quan-tri/lich/{id#}/nam/{year#}", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-year", edit_year},
    {Method::Post, "/quan-tri/lich/{id#}/nam/{year#}", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-year-save", save_year},
    {Method::Get, "/quan-tri/lich/{id#}/ngay", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-day", new_day},
    {Method::Post, "/quan-tri/lich/{id#}/ngay", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-day-save", save_day},
    {Method::Post, "/quan-tri/lich/{id#}/ngay/bo", needs(Capability::ManageCalendar), Cache::NoStore, {}, "calendar-day-drop", drop_day},

    // Staff, because a delegation of manage_duties is no role: each handler asks for the right first.
    {Method::Get, "/quan-tri/thoi-han/", http::kStaff, Cache::NoStore, {"xong"}, "duties", list_duties},
    {Method::Get, "/quan-tri/thoi-han/dong-ho/{clock#}", http::kStaff, Cache::NoStore, {"xong"}, "duty-clock", show_duty_clock},
    {Method::Get, "/quan-tri/thoi-han/dong-ho/{clock#}/bao-cao", http::kStaff, Cache::NoStore, {}, "clock-report", new_report},
    {Method::Post, "/quan-tri/thoi-han/dong-ho/{clock#}/bao-cao", http::kStaff, Cache::NoStore, {}, "clock-report-save", save_report},
    {Method::Get, "/quan-tri/thoi-han/{id#}", http::kStaff, Cache::NoStore, {}, "duty", show_duty},
    {Method::Get, "/quan-tri/thoi-han/{id#}/sua", http::kStaff, Cache::NoStore, {}, "duty-edit", edit_duty},
    {Method::Post, "/quan-tri/thoi-han/{id#}/sua", http::kStaff, Cache::NoStore, {}, "duty-save", save_duty},

    // One setting: staff, because four_eyes belongs to the board's head and the others do not.
    {Method::Get, "/quan-tri/cai-dat/", needs(Capability::SeeSettings), Cache::NoStore, {}, "settings", list_settings},
    {Method::Get, "/quan-tri/cai-dat/{name}/lich-su", needs(Capability::SeeSettings), Cache::NoStore, {}, "setting-history", show_setting_history},
    {Method::Get, "/quan-tri/cai-dat/{name}", http::kStaff, Cache::NoStore, {}, "setting", edit_setting},
    {Method::Post, "/quan-tri/cai-dat/{name}", http::kStaff, Cache::NoStore, {}, "setting-save", save_setting},
};

}  // namespace portal::admin
