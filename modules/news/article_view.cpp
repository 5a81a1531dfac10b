#include "modules/news/article_view.h"

#include "generated/tpl/layout/bare.h"
#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/article.h"
#include "generated/tpl/news/print.h"
#include "generated/tpl/partials/share.h"
#include "modules/news/addresses.h"
#include "shared/files/size.h"
#include "shared/text/words.h"
#include "shared/view/qr.h"

namespace portal::news {
namespace {

namespace tpl_article = tpl::news_article;
namespace tpl_print = tpl::news_print;

bool is_page(const PublishedArticle& article) {
  const Kind* kind = find_kind(article.kind);
  return kind != nullptr && kind->is_page;
}

// A correction is shown once the words changed after the first posting.
bool is_changed(const ListEntry& entry) { return entry.updated_at > entry.published_at; }

void add_fact(view::Dict& page, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  view::Dict fact = page.section(tpl_article::kFACT);
  fact.set(tpl_article::kFACT_LABEL, label);
  fact.set(tpl_article::kFACT_TEXT, text);
}

// Place, time and registration of a conference (D5.9đ).
void add_facts(view::Dict& content, const PublishedArticle& article) {
  const ListEntry& entry = article.entry;
  if (!entry.starts_at && entry.place.empty() && article.registration.empty()) return;
  view::Dict facts = content.section(tpl_article::kHAS_FACTS);
  if (entry.starts_at) add_fact(facts, "Thời gian", describe_span(*entry.starts_at, article.ends_at));
  add_fact(facts, "Địa điểm", entry.place);
  add_fact(facts, "Đăng ký", article.registration);
}

// The variables that article.tpl and print.tpl share; both headers name them alike.
void fill_common(view::Dict& content, const PublishedArticle& article) {
  const ListEntry& entry = article.entry;
  const bool page = is_page(article);
  content.set(tpl_article::kARTICLE_TITLE, entry.title);
  if (!page) {
    view::Dict published = content.section(tpl_article::kHAS_PUBLISHED);
    published.set(tpl_article::kPUBLISHED, base::format_date_time(entry.published_at));
    published.set(tpl_article::kPUBLISHED_ISO, base::format_iso(entry.published_at));
    content.set_if(tpl_article::kHAS_AUTHOR, tpl_article::kAUTHOR, article.author_line);
  }
  if (page || is_changed(entry)) {
    view::Dict changed = content.section(tpl_article::kHAS_CHANGED);
    changed.set(tpl_article::kCHANGED, base::format_date_time(entry.updated_at));
    changed.set(tpl_article::kCHANGED_ISO, base::format_iso(entry.updated_at));
  }
  content.set(tpl_article::kUNIT, entry.unit_name);
  content.set(tpl_article::kRESPONSIBLE_UNIT, entry.unit_name);
  add_facts(content, article);
  content.set_if(tpl_article::kHAS_SUMMARY, tpl_article::kSUMMARY, entry.summary);
  if (!article.change_note.empty() && is_changed(entry)) {
    view::Dict correction = content.section(tpl_article::kHAS_CORRECTION);
    correction.set(tpl_article::kCORRECTED, base::format_date_time(entry.updated_at));
    correction.set(tpl_article::kCORRECTION, article.change_note);
  }
  std::string_view source = article.source;
  while (source.ends_with('.')) source.remove_suffix(1);  // the sentence brings its own full stop
  content.set_if(tpl_article::kHAS_SOURCE, tpl_article::kSOURCE, source);
}

void add_changes(view::Dict& content, const PublishedArticle& article) {
  if (article.changes.empty()) return;
  view::Dict history = content.section(tpl_article::kHAS_CHANGES);
  for (const ShownChange& change : article.changes) {
    view::Dict row = history.section(tpl_article::kCHANGE);
    row.set(tpl_article::kCHANGE_AT, base::format_date_time(change.at));
    row.set(tpl_article::kCHANGE_ISO, base::format_iso(change.at));
    row.set(tpl_article::kCHANGE_TEXT, change.note.empty() ? std::string{"Sửa nhỏ về chính tả, trình bày."} : change.note);
  }
}

void add_attachments(view::Dict& content, const PublishedArticle& article) {
  if (article.attachments.empty()) return;
  view::Dict section = content.section(tpl_article::kHAS_ATTACHMENTS);
  for (const ShownAttachment& attachment : article.attachments) {
    view::Dict row = section.section(tpl_article::kATTACHMENT);
    row.set(tpl_article::kATTACHMENT_URL, attachment.address);
    row.set(tpl_article::kATTACHMENT_TITLE, attachment.title);
    row.set(tpl_article::kATTACHMENT_FORMAT, attachment.format);
    row.set(tpl_article::kATTACHMENT_SIZE, files::size_words(attachment.bytes));
    row.set(tpl_article::kATTACHMENT_DIGEST, attachment.sha256);
    if (attachment.pages != 0) row.section(tpl_article::kHAS_PAGES).set(tpl_article::kATTACHMENT_PAGES, std::int64_t{attachment.pages});
    if (!attachment.signature.verdict.empty()) {
      view::Dict signature = row.section(tpl_article::kSIGNED);
      signature.set(tpl_article::kSIGNATURE_WORDS, attachment.signature.words);
      signature.set(tpl_article::kSIGNATURE_ICON, attachment.signature.verdict == "valid" ? "shield-check" : attachment.signature.verdict == "invalid" ? "circle-alert" : "info");
    }
    if (attachment.page.address.empty()) continue;
    view::Dict page = row.section(tpl_article::kFIRST_PAGE);
    page.set(tpl_article::kPAGE_SRC, attachment.page.address);
    page.set(tpl_article::kPAGE_WIDTH, std::int64_t{attachment.page.width});
    page.set(tpl_article::kPAGE_HEIGHT, std::int64_t{attachment.page.height});
  }
}

void add_related(view::Dict& content, const ArticlePage& page) {
  if (page.related.empty() || page.section.is_hidden) return;  // no page leads into a hidden section
  view::Dict related = content.section(tpl_article::kHAS_RELATED);
  related.set(tpl_article::kSECTION_URL, page.section.path);
  for (const Related& entry : page.related) {
    view::Dict item = related.section(tpl_article::kRELATED);
    item.set(tpl_article::kRELATED_URL, article_path(page.section.path, entry.slug));
    item.set(tpl_article::kRELATED_TITLE, entry.title);
    item.set(tpl_article::kRELATED_ISO, base::format_iso(entry.published_at));
    item.set(tpl_article::kRELATED_DATE, base::format_date(entry.published_at));
  }
}

std::string description_of(const ListEntry& entry) {
  return entry.summary.empty() ? entry.title : text::cut_words(entry.summary, 200);
}

}  // namespace

std::string describe_span(base::UtcTime starts, const std::optional<base::UtcTime>& ends) {
  if (!ends) return "từ " + base::format_date_time(starts);
  const bool same_day = base::local_date(starts) == base::local_date(*ends);
  return base::format_date_time(starts) + " – " + (same_day ? base::format_time(*ends) : base::format_date_time(*ends));
}

std::string render_article(const site::Frame& frame, const ArticlePage& page) {
  const ListEntry& entry = page.article.entry;
  const std::string path = article_path(page.section.path, entry.slug);
  const std::string description = description_of(entry);
  view::Page out(tpl::layout_public::kFile);
  site::PageInfo info;
  info.title = entry.title;
  info.description = description;
  info.canonical_path = path;
  info.section = &page.section;
  info.is_article = true;
  info.is_noindex = page.section.is_hidden;
  info.updated = entry.updated_at;
  view::Dict content = site::fill_layout(out, frame, info, tpl_article::kFile);
  if (!page.notice.empty()) {
    view::Dict notice = out.section(tpl::layout_public::kSITE_NOTICE);
    notice.set(tpl::layout_public::kNOTICE_TEXT, page.notice);
    view::Dict link = notice.section(tpl::layout_public::kNOTICE_LINK);
    link.set(tpl::layout_public::kNOTICE_URL, page.back_url);
    link.set(tpl::layout_public::kNOTICE_LABEL, "Quay lại bài");
    notice.show(tpl::layout_public::kNOTICE_CHECK);
  } else if (page.section.is_hidden) {
    out.section(tpl::layout_public::kSITE_NOTICE)
        .set(tpl::layout_public::kNOTICE_TEXT,
             "Chuyên mục “" + page.section.title + "” không còn hiển thị trên trang. Bài này được giữ ở địa chỉ cũ để tra cứu.");
  }
  fill_common(content, page.article);
  content.set_html(tpl_article::kBODY_HTML, base::stored_html(page.article.body_html));
  view::Dict share = content.include(tpl_article::kSHARE, tpl::partials_share::kFile);
  share.set(tpl::partials_share::kPRINT_URL, path + "/in");
  add_attachments(content, page.article);
  add_changes(content, page.article);
  if (page.article.unlisted_at) content.section(tpl_article::kIS_OVER).set(tpl_article::kOVER_SINCE, base::format_date(*page.article.unlisted_at));
  add_related(content, page);
  if (page.notice.empty()) content.set_if(tpl_article::kHAS_REPORT, tpl_article::kREPORT_URL, path + "/bao-cu");
  if (page.article.archived_at) content.section(tpl_article::kARCHIVED).set(tpl_article::kARCHIVED_AT, base::format_date(*page.article.archived_at));
  return frame.templates.render(out);
}

std::string render_print(const site::Frame& frame, const ArticlePage& page) {
  const ListEntry& entry = page.article.entry;
  const std::string path = article_path(page.section.path, entry.slug);
  const std::string address = std::string{frame.origin} + path;
  view::Page out(tpl::layout_bare::kFile);
  out.set(tpl::layout_bare::kTITLE, entry.title + " | " + frame.site.setting("agency_full_name"));
  out.show(tpl::layout_bare::kPUBLIC);
  out.set_if(tpl::layout_bare::kHAS_CANONICAL, tpl::layout_bare::kCANONICAL_URL, address);
  out.set(tpl::layout_bare::kHOME_URL, "/");
  out.set(tpl::layout_bare::kUBND_LINE, frame.site.setting("ubnd_line"));
  out.set(tpl::layout_bare::kAGENCY_NAME, frame.site.setting("agency_name"));
  view::Dict content = out.include(tpl::layout_bare::kCONTENT, tpl_print::kFile);
  fill_common(content, page.article);
  content.set_html(tpl_print::kBODY_HTML, base::stored_html(page.article.body_html));
  content.set(tpl_print::kARTICLE_URL, path);
  content.set(tpl_print::kARTICLE_ADDRESS, address);
  content.set(tpl_print::kPRINTED, base::format_date_time(frame.now));
  const view::QrCode code = view::make_qr(address);
  content.set(tpl_print::kQR_SIZE, std::int64_t{code.size});
  content.set(tpl_print::kQR_PATH, code.path);
  return frame.templates.render(out);
}

}  // namespace portal::news
