#include "modules/workers/mailer/render.h"

#include "generated/tpl/mail/digest_html.h"
#include "generated/tpl/mail/digest_text.h"
#include "generated/tpl/mail/letter_html.h"
#include "generated/tpl/mail/letter_text.h"
#include "generated/tpl/mail/notice_html.h"
#include "generated/tpl/mail/notice_text.h"
#include "modules/workers/mailer/plain_text.h"
#include "shared/notices/notices.h"
#include "shared/text/unicode.h"
#include "shared/workflow/item.h"
#include "shared/workflow/letters.h"
#include "shared/workflow/outside_sender.h"

namespace portal::mailer {
namespace {

constexpr std::string_view kPreferences = "/quan-tri/ca-nhan";
constexpr std::string_view kNotices = "/quan-tri/thong-bao/";
constexpr std::size_t kSubjectWords = 120;  // of a notice that is about no item: characters of its text

Rendered not_needed(std::string_view why) { return {.message = {}, .why_not = std::string{why}, .return_path = {}}; }

std::string_view label_of(const notices::Told& told) { return notices::label_of(told.kind.value_or(notices::Kind::Waits)); }

std::string path_of(const notices::Told& told) {
  const std::string path = told.item.is_set() ? workflow::office_path(told.module, told.item) : std::string{};
  return path.empty() ? std::string{kNotices} : path;
}

// "Chờ xử lý: Hội nghị tập huấn…".
std::string subject_of(const notices::Told& told) {
  const std::string label{label_of(told)};
  if (!told.title.empty()) return label + ": " + told.title;
  const std::size_t cut = text::offset_of_character(told.text, kSubjectWords);
  return label + ": " + told.text.substr(0, cut) + (cut < told.text.size() ? "…" : "");
}

// What both halves of a mail about `told` say of it.
void fill_told(view::Dict& row, const notices::Told& told, const std::string& url) {
  row.set("KIND", label_of(told));
  if (!told.title.empty()) {
    view::Dict item = row.section("HAS_ITEM");
    item.set("TITLE", told.title);
    item.set("CODE", told.code);
  }
  row.set("TEXT", told.text);
  row.set("WHEN", base::format_date_time(told.at));
  row.set("URL", url);
}

// `url`: "" for who cannot open the office.
void fill_letter(view::Page& page, const workflow::Letter& letter, const std::string& url) {
  page.show(letter.is_refusal ? "REFUSED" : "RETURNED");
  page.set("CODE", letter.item_code);
  page.set("MADE_AT", base::format_long_date(letter.made_at));
  page.set_if("HAS_TITLE", "ITEM_TITLE", letter.title);
  page.set_if("HAS_TO_TITLE", "TO_TITLE", letter.to_title);
  page.set_if("HAS_TO_UNIT", "TO_UNIT", letter.to_unit);
  page.set("TO", letter.to_name);
  page.set("CLAUSE", letter.clause);
  page.set("GROUND", letter.ground);
  if (!letter.reason.empty()) {
    view::Dict part = page.section("HAS_REASON");
    fill_lines(part, letter.reason);
  }
  page.show("IS_HIDDEN", letter.is_hidden);
  page.set("SIGNED", letter.signed_name);
  page.set("AUTHORITY", letter.authority);
  page.set_if("HAS_URL", "URL", url);
}

}  // namespace

void fill_lines(view::Dict& part, std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) part.section("LINE").set("WORDS", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Renderer::Renderer(const base::Config& config)
    : templates_(config.text("templates_dir"), config.text("assets_manifest")),
      office_(config.text("office_origin")),
      public_(config.text("public_origin")),
      has_reply_tags_(config.flag("mail_reply_tags")) {}

std::string Renderer::url(std::string_view path) const { return office_ + std::string{path}; }

Renderer::Sender Renderer::sender(db::Connection& db) const {
  Sender from{.agency = mail::setting_text(db, "agency_full_name"), .address = mail::setting_text(db, "editorial_email"), .domain = {}};
  if (!mail::is_address(from.address)) throw std::runtime_error("the setting editorial_email is no address to send from");
  from.domain = from.address.substr(from.address.rfind('@') + 1);
  return from;
}

smtp::Message Renderer::begin(const mail::Taken& taken, const Sender& from) const {
  smtp::Message message;
  message.from = {"Ban Biên tập, " + from.agency, from.address};
  message.to = {taken.name, taken.address};
  message.message_id = taken.message_id;
  message.date = taken.created_at;
  if (has_reply_tags_) {
    // "banbientap+<tag>@…": an answer names the mail that it answers even where its headers got lost. The tag is random, so nobody makes one up.
    const std::string tag = taken.message_id.substr(0, taken.message_id.find('@'));
    message.reply_to = {message.from.name, from.address.substr(0, from.address.rfind('@')) + "+" + tag + "@" + from.domain};
  }
  return message;
}

void Renderer::fill_frame(view::Page& page, const mail::Taken& taken, const Sender& from, const std::string& subject) const {
  page.set("SUBJECT", subject);
  page.set("NAME", taken.name);
  page.set("AGENCY", from.agency);
}

void Renderer::finish(smtp::Message& message, const view::Page& html, const view::Page& text) const {
  message.html = templates_.render(html);
  message.text = plain_text(templates_.render(text));
}

Rendered Renderer::notice(db::Connection& db, const mail::Taken& taken) const {
  const auto told = notices::find_notice(db, taken.person, notices::NoticeId{taken.notice});
  if (!told) return not_needed("Thông báo không còn.");
  if (taken.resends == 0) {  // whoever has it sent again wants it sent
    if (told->read_at) return not_needed("Người nhận đã đọc, hoặc việc đã xong, trước khi thư đi.");
    if (taken.mode != "at_once") return not_needed("Người nhận đã chọn không nhận từng thông báo qua thư.");
  }
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  message.subject = subject_of(*told);
  message.list_id = "thong-bao." + from.domain;
  message.preferences_url = url(kPreferences);
  view::Page html(tpl::mail_notice_html::kFile), text(tpl::mail_notice_text::kFile);
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    fill_told(*page, *told, url(path_of(*told)));
    page->set("PREFERENCES_URL", message.preferences_url);
  }
  finish(message, html, text);
  return {.message = std::move(message), .why_not = {}, .return_path = {}};
}

Rendered Renderer::digest(db::Connection& db, const mail::Taken& taken) const {
  if (taken.resends == 0 && taken.mode != "digest") return not_needed("Người nhận đã chọn không nhận thư tổng hợp.");
  const notices::Page unread = notices::read_page(db, taken.person, true, {});
  if (unread.notices.empty()) return not_needed("Người nhận đã đọc mọi thông báo trước khi thư đi.");
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  message.subject = "Thông báo chưa đọc ngày " + base::format_date(taken.created_at) + " (" + std::to_string(unread.notices.size()) + (unread.has_more ? "+" : "") + ")";
  message.list_id = "thong-bao." + from.domain;
  message.preferences_url = url(kPreferences);
  view::Page html(tpl::mail_digest_html::kFile), text(tpl::mail_digest_text::kFile);
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    for (const notices::Told& told : unread.notices) {
      view::Dict row = page->section("NOTICE");
      fill_told(row, told, url(path_of(told)));
    }
    if (unread.has_more) page->show("HAS_MORE");
    page->set("NOTICES_URL", url(kNotices));
    page->set("PREFERENCES_URL", message.preferences_url);
  }
  finish(message, html, text);
  return {.message = std::move(message), .why_not = {}, .return_path = {}};
}

Rendered Renderer::letter(db::Connection& db, const mail::Taken& taken) const {
  auto letter = workflow::find_letter(db, taken.item, workflow::LetterId{taken.letter});
  if (!letter) return not_needed("Thông báo của Ban Biên tập không còn.");
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  // To who is nobody of the directory: under their own name, and they fix what is wrong by answering (D4.2).
  const auto outside = taken.person.is_set() ? std::nullopt : workflow::outside_sender(db, taken.item);
  if (outside && !outside->name.empty()) letter->to_name = message.to.name = outside->name;
  message.subject = std::string{letter->is_refusal ? "Từ chối đăng" : "Trả lại để chỉnh sửa"} + " tin, bài " + letter->item_code +
                    (letter->title.empty() ? "" : ": " + letter->title);
  view::Page html(tpl::mail_letter_html::kFile), text(tpl::mail_letter_text::kFile);
  const std::string where = taken.person.is_set() ? url(workflow::office_path(letter->module, taken.item) + "/thu/" + std::to_string(taken.letter)) : std::string{};
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    fill_letter(*page, *letter, where);
  }
  finish(message, html, text);
  // The board learns when its letter does not arrive: an answer of the mail server comes back to the tagged address.
  const std::string back = message.reply_to.address.empty() ? from.address : message.reply_to.address;
  return {.message = std::move(message), .why_not = {}, .return_path = back};
}

Rendered Renderer::render(db::Connection& db, const mail::Taken& taken, base::UtcTime now) const {
  if (!taken.kind) return not_needed("Loại thư này do phiên bản mới hơn của chương trình gửi.");
  switch (*taken.kind) {
    case mail::Kind::Notice: return notice(db, taken);
    case mail::Kind::Digest: return digest(db, taken);
    case mail::Kind::Letter: return letter(db, taken);
    case mail::Kind::Receipt: return receipt(db, taken, now);
    case mail::Kind::Refusal: return refusal(db, taken);
    case mail::Kind::Posted: return posted(db, taken);
  }
  return not_needed("");
}

}  // namespace portal::mailer
