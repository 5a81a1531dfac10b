// A reader's report about one article (D9.3f): no JavaScript, no cookie, no puzzle.
#include <algorithm>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/report.h"
#include "generated/tpl/news/report_sent.h"
#include "modules/news/addresses.h"
#include "modules/news/public/views.h"

namespace portal::news {
namespace {

view::Dict begin(view::Page& page, const Frame& frame, const site::Section& section, std::string_view title, std::string_view file) {
  site::PageInfo info;
  info.title = title;
  info.description = title;
  info.section = &section;
  info.is_noindex = true;
  return site::fill_layout(page, frame, info, file);
}

std::string_view error_of(std::span<const base::FieldError> errors, std::string_view field) {
  const auto found = std::find_if(errors.begin(), errors.end(), [field](const base::FieldError& error) { return error.field == field; });
  return found == errors.end() ? std::string_view{} : std::string_view{found->message};
}

}  // namespace

std::string view_report(const Frame& frame, const ReportView& report) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, report.section, "Báo nội dung đã cũ hoặc sai", tpl::news_report::kFile);
  const std::string article = article_path(report.section.path, report.entry.slug);
  content.set(tpl::news_report::kARTICLE_TITLE, report.entry.title);
  content.set(tpl::news_report::kARTICLE_URL, article);
  content.set(tpl::news_report::kACTION, article + "/bao-cu");
  content.set(tpl::news_report::kNOTE, report.note);
  content.set(tpl::news_report::kCONTACT, report.contact);
  content.set_if(tpl::news_report::kNOTE_FAILED, tpl::news_report::kNOTE_ERROR, error_of(report.errors, "note"));
  content.set_if(tpl::news_report::kCONTACT_FAILED, tpl::news_report::kCONTACT_ERROR, error_of(report.errors, "contact"));
  if (!report.errors.empty()) {
    view::Dict summary = content.section(tpl::news_report::kHAS_ERRORS);
    for (const base::FieldError& error : report.errors) {
      view::Dict row = summary.section(tpl::news_report::kERROR_ITEM);
      row.set(tpl::news_report::kERROR_FIELD, error.field);
      row.set(tpl::news_report::kERROR_TEXT, error.message);
    }
  }
  return frame.templates.render(page);
}

std::string view_report_sent(const Frame& frame, const site::Section& section, const ListEntry& entry) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, section, "Đã nhận thông báo", tpl::news_report_sent::kFile);
  content.set(tpl::news_report_sent::kARTICLE_TITLE, entry.title);
  content.set(tpl::news_report_sent::kARTICLE_URL, article_path(section.path, entry.slug));
  return frame.templates.render(page);
}

}  // namespace portal::news
