// The office face's contents page. First match wins.
#pragma once

#include "modules/news/office/handlers.h"
#include "shared/access/capability.h"

namespace portal::news {

using http::Cache;
using http::Method;

inline constexpr http::RouteAccess kWriter = access::needs(access::Capability::WriteItem);

inline constexpr server::Route<OfficeApp> kOfficeRoutes[] = {
    {Method::Get, "/quan-tri/tin-bai/", http::kStaff, Cache::NoStore, {"q", "trang-thai", "chuyen-muc", "don-vi", "cua-toi", "tu"}, "items", show_items},
    {Method::Get, "/quan-tri/tin-bai/moi", kWriter, Cache::NoStore, {"chuyen-muc", "nhap"}, "new", show_new},
    {Method::Post, "/quan-tri/tin-bai/moi", kWriter, Cache::NoStore, {}, "create", create_article},
    {Method::Post, "/quan-tri/tin-bai/moi/nhap", kWriter, Cache::NoStore, {}, "keep-new-draft", keep_new_draft},
    {Method::Get, "/quan-tri/tin-bai/tu-tiep-nhan", http::kStaff, Cache::NoStore, {"tn"}, "classify-form", show_classify},
    {Method::Post, "/quan-tri/tin-bai/tu-tiep-nhan", http::kStaff, Cache::NoStore, {}, "classify", do_classify},
    {Method::Get, "/quan-tri/tin-bai/xem-lai", http::kStaff, Cache::NoStore, {"xong"}, "reviews", show_reviews},
    {Method::Post, "/quan-tri/tin-bai/xem-lai/luu-tru", http::kStaff, Cache::NoStore, {}, "archive-due", archive_due},
    {Method::Post, "/quan-tri/tin-bai/xem-lai/bao/{report#}/chuyen", http::kStaff, Cache::NoStore, {}, "report-pass-on", pass_report_on},
    {Method::Post, "/quan-tri/tin-bai/xem-lai/bao/{report#}/bo", http::kStaff, Cache::NoStore, {}, "report-drop", drop_report},
    {Method::Get, "/quan-tri/tin-bai/nhap/{key}", http::kStaff, Cache::NoStore, {}, "draft", show_draft},
    {Method::Post, "/quan-tri/tin-bai/nhap/{key}/bo", http::kStaff, Cache::NoStore, {}, "drop-draft", drop_draft},
    {Method::Get, "/quan-tri/tin-bai/giao", http::kStaff, Cache::NoStore, {"bai[]", "lui"}, "bulk", show_bulk},
    {Method::Post, "/quan-tri/tin-bai/giao", http::kStaff, Cache::NoStore, {}, "bulk-do", do_bulk},
    {Method::Get, "/quan-tri/tin-bai/hang-loat", http::kStaff, Cache::NoStore, {"viec", "bai[]", "xong", "lui-xong"}, "bulk-act", show_bulk_act},
    {Method::Post, "/quan-tri/tin-bai/hang-loat", http::kStaff, Cache::NoStore, {}, "bulk-act-do", do_bulk_act},
    {Method::Get, "/quan-tri/tin-bai/{id#}", http::kStaff, Cache::NoStore, {"xong"}, "item", show_item},
    {Method::Get, "/quan-tri/tin-bai/{id#}/sua", http::kStaff, Cache::NoStore, {"nhap"}, "edit", show_edit},
    {Method::Post, "/quan-tri/tin-bai/{id#}/sua", http::kStaff, Cache::NoStore, {}, "save", save_article, http::Body::Files},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tep.json", http::kStaff, Cache::NoStore, {}, "files", list_files},
    {Method::Post, "/quan-tri/tin-bai/{id#}/tep.json", http::kStaff, Cache::NoStore, {}, "files-add", add_files, http::Body::Files},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tep/{file#}/{width#}.jpg", http::kStaff, Cache::NoStore, {}, "picture-jpeg", show_picture},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tep/{file#}/{width#}.webp", http::kStaff, Cache::NoStore, {}, "picture-webp", show_picture},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tep/{file#}/tai-ve", http::kStaff, Cache::NoStore, {}, "file-download", download_file},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tai-lieu/{file#}", http::kStaff, Cache::NoStore, {"nhap"}, "document", show_document},
    {Method::Get, "/quan-tri/tin-bai/{id#}/tai-lieu/{file#}/ban-goc.pdf", http::kStaff, Cache::NoStore, {}, "document-preview", show_document_preview},
    {Method::Post, "/quan-tri/tin-bai/{id#}/tai-lieu/{file#}/lay", http::kStaff, Cache::NoStore, {}, "document-take", take_document},
    {Method::Post, "/quan-tri/tin-bai/{id#}/gop", http::kStaff, Cache::NoStore, {}, "merge", save_merge},
    {Method::Post, "/quan-tri/tin-bai/{id#}/nhap", http::kStaff, Cache::NoStore, {}, "keep-draft", keep_draft},
    {Method::Get, "/quan-tri/tin-bai/{id#}/dang-sua.json", http::kStaff, Cache::NoStore, {}, "editors", show_editors},
    {Method::Get, "/quan-tri/tin-bai/{id#}/xem-truoc", http::kStaff, Cache::NoStore, {}, "preview", show_preview},
    {Method::Get, "/quan-tri/tin-bai/{id#}/phien-ban/{version#}", http::kStaff, Cache::NoStore, {}, "version", show_version},
    {Method::Post, "/quan-tri/tin-bai/{id#}/phien-ban/{version#}/lay-lai", http::kStaff, Cache::NoStore, {}, "restore-version", restore_version},
    {Method::Get, "/quan-tri/tin-bai/{id#}/so-sanh", http::kStaff, Cache::NoStore, {"cu", "moi", "kieu"}, "compare", show_comparison},
    {Method::Get, "/quan-tri/tin-bai/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act-form", show_act},
    {Method::Post, "/quan-tri/tin-bai/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act", do_act},
    {Method::Get, "/quan-tri/tin-bai/{id#}/xac-nhan/moi", http::kStaff, Cache::NoStore, {}, "request-new", show_ask},
    {Method::Post, "/quan-tri/tin-bai/{id#}/xac-nhan/moi", http::kStaff, Cache::NoStore, {}, "request-ask", do_ask},
    {Method::Get, "/quan-tri/tin-bai/{id#}/xac-nhan/{request#}", http::kStaff, Cache::NoStore, {"xong"}, "request", show_request},
    {Method::Post, "/quan-tri/tin-bai/{id#}/xac-nhan/{request#}", http::kStaff, Cache::NoStore, {}, "request-answer", answer_request},
    {Method::Post, "/quan-tri/tin-bai/{id#}/xac-nhan/{request#}/rut", http::kStaff, Cache::NoStore, {}, "request-take-back", take_back_request},
    {Method::Get, "/quan-tri/tin-bai/{id#}/thu/{letter#}", http::kStaff, Cache::NoStore, {}, "letter", show_letter},
    {Method::Get, "/quan-tri/tin-bai/{id#}/hen-dang", http::kStaff, Cache::NoStore, {}, "posting-time", show_posting_time},
    {Method::Post, "/quan-tri/tin-bai/{id#}/hen-dang", http::kStaff, Cache::NoStore, {}, "posting-time-set", set_posting_time},
    {Method::Post, "/quan-tri/tin-bai/{id#}/hen-dang/bo", http::kStaff, Cache::NoStore, {}, "posting-time-drop", drop_posting_time},
    {Method::Get, "/quan-tri/tin-bai/{id#}/het-han", http::kStaff, Cache::NoStore, {}, "expiry", show_expiry},
    {Method::Post, "/quan-tri/tin-bai/{id#}/het-han", http::kStaff, Cache::NoStore, {}, "expiry-set", set_expiry},
    {Method::Post, "/quan-tri/tin-bai/{id#}/het-han/bo", http::kStaff, Cache::NoStore, {}, "expiry-drop", drop_expiry},
    {Method::Get, "/quan-tri/tin-bai/{id#}/thoi-han/{clock#}", http::kStaff, Cache::NoStore, {"xong"}, "clock", show_clock},
    {Method::Get, "/quan-tri/tin-bai/{id#}/thoi-han/{clock#}/{act}", http::kStaff, Cache::NoStore, {}, "clock-act-form", show_clock_act},
    {Method::Post, "/quan-tri/tin-bai/{id#}/thoi-han/{clock#}/{act}", http::kStaff, Cache::NoStore, {}, "clock-act", do_clock_act},
    {Method::Post, "/quan-tri/tin-bai/{id#}/phieu-kiem-tra", http::kStaff, Cache::NoStore, {}, "checks", save_checks},
};

}  // namespace portal::news
