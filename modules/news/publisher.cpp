#include "modules/news/publisher.h"

#include <algorithm>

#include "modules/news/addresses.h"
#include "modules/news/article_writer.h"
#include "modules/news/content_check.h"
#include "modules/news/files.h"
#include "modules/news/published.h"
#include "modules/news/queries.h"
#include "modules/news/signature_words.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/text/clean.h"
#include "shared/text/slug.h"

namespace portal::news {
namespace {

using base::FieldError;

bool is_blank(std::string_view text) { return text::trim(text).empty(); }

// A sentence inside another one.
std::string lowered(std::string sentence) {
  if (!sentence.empty() && sentence.front() >= 'A' && sentence.front() <= 'Z') sentence.front() = static_cast<char>(sentence.front() - 'A' + 'a');
  return sentence;
}

// What the version itself lacks; the row's columns are those of sql::kForProblems.
void check_words(db::Rows& row, std::string_view kind, std::vector<FieldError>& errors) {
  if (is_blank(row.text(0))) errors.push_back({"title", "Viết tiêu đề.", "D12.1"});
  if (is_blank(row.text(2))) errors.push_back({"source", "Ghi nguồn của thông tin, ví dụ tên phòng cung cấp hoặc số văn bản.", "D9.1b"});
  const auto document = richtext::parse_document(row.text(7));
  if (!document)
    errors.push_back({"body", "Nội dung không đọc được, hãy mở bài và lưu lại.", "D12.1"});
  else if (richtext::is_empty(*document))
    errors.push_back({"body", "Viết nội dung bài.", "D12.1"});
  const Kind* row_kind = find_kind(kind);
  if (row_kind == nullptr) errors.push_back({"kind", "Chọn loại bài.", "D11.1"});
}

void check_times(db::Rows& row, std::string_view kind, base::UtcTime now, std::vector<FieldError>& errors) {
  if (row.flag(8) && row.is_null(3))
    errors.push_back({"event_at", "Ghi ngày, giờ diễn ra sự việc: thời hạn đưa tin tính từ lúc đó.", "D9.3a"});
  if (auto error = event_time_error(kind, row.optional_time(3), now)) errors.push_back(*std::move(error));
  const Kind* row_kind = find_kind(kind);
  if (row_kind == nullptr || !row_kind->has_event) return;
  if (row.is_null(5)) errors.push_back({"starts_at", "Ghi ngày, giờ bắt đầu.", "D5.9đ"});
  if (is_blank(row.text(4))) errors.push_back({"place", "Ghi địa điểm.", "D5.9đ"});
  const auto starts = row.optional_time(5);
  const auto ends = row.optional_time(6);
  if (starts && ends && *ends < *starts) errors.push_back({"ends_at", "Giờ kết thúc phải sau giờ bắt đầu.", "D5.9đ"});
}

void check_supplier(db::Rows& row, std::vector<FieldError>& errors) {
  if (is_blank(row.text(9))) errors.push_back({"author", "Chưa có họ và tên của người viết.", "D9.1b"});
  if (is_blank(row.text(10)) || is_blank(row.text(11)))
    errors.push_back({"author", "Hồ sơ của người viết chưa có đủ thư điện tử và số điện thoại; hãy nhờ quản trị mạng bổ sung.", "D9.1b"});
}

}  // namespace

std::vector<FieldError> NewsPublisher::problems(db::Connection& db, const workflow::Item& item, base::UtcTime now) {
  std::vector<FieldError> errors;
  auto row = db.query(sql::kForProblems, item.working_version, item.id);
  if (!row.next()) {
    errors.push_back({"title", "Bài chưa có nội dung nào được lưu.", "D12.1"});
    return errors;
  }
  check_words(row, item.kind, errors);
  check_times(row, item.kind, now, errors);
  check_supplier(row, errors);
  const auto content = read_version(db, item.id, item.working_version);
  if (content) {
    if (const auto document = richtext::parse_document(content->body_json))
      for (FieldError& error : file_problems(*content, *document, ItemPictures(db, item.id, Audience::Office))) errors.push_back(std::move(error));
    for (const ContentNote& note : check_content(*content, item.kind, [](std::string_view) { return true; }))
      if (note.blocks) errors.push_back({"body", note.message, note.clause});
  }
  return errors;
}

workflow::Publisher::Proof NewsPublisher::original(db::Connection& db, const workflow::Item& item, base::UtcTime now) {
  const auto content = read_version(db, item.id, item.working_version);
  if (!content || content->attachments.empty()) return {false, "Bài chưa có tệp đính kèm nào."};
  const files::Trusted trusted = files::trusted(db, now);
  const ItemPictures pictures(db, item.id, Audience::Office);
  Proof proof;
  for (const Attachment& attachment : content->attachments) {
    const files::Judgement* judgement = pictures.judgement(attachment.file);
    // Who was trusted when it was judged may not be trusted any more: the converter judges again within seconds.
    const bool is_of_now = judgement != nullptr && judgement->anchors == trusted.digest;
    if (is_of_now && judgement->is_verified) return {true, {}};
    if (!proof.words.empty()) proof.words += ' ';
    proof.words += "Tệp “" + attachment.title + "”: ";
    proof.words += judgement == nullptr ? "chữ ký số chưa được kiểm tra." : is_of_now ? lowered(summary_of(*judgement)) : "chữ ký số đang được kiểm tra lại.";
  }
  return proof;
}

void NewsPublisher::publish(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item,
                            const workflow::Change& change, base::UtcTime now) {
  base::UtcTime updated = now;
  if (item.is_published()) {
    db.execute(sql::kAddChange, item.id, now, item.passed_version, change.is_minor, change.note);
    if (auto row = db.query(sql::kUpdatedAt, item.id); change.is_minor && row.next()) updated = row.time(0);  // readers are told of no new date
  }
  db.execute(sql::kSetUnlisted, std::optional<base::UtcTime>{}, item.id);
  write_published(db, item.id, item.passed_version, item.published_at.value_or(now), updated, Standing::AsClassified);
}

void NewsPublisher::unlist(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item, base::UtcTime now) {
  db.execute(sql::kSetUnlisted, now, item.id);
  std::optional<base::UtcTime> updated;
  if (auto row = db.query(sql::kUpdatedAt, item.id); row.next()) updated = row.time(0);
  if (updated) write_published(db, item.id, item.published_version, item.published_at.value_or(now), *updated);
}

std::string NewsPublisher::change_note(db::Connection& db, const workflow::Item& item) {
  const auto content = read_version(db, item.id, item.working_version);
  const auto posted = read_version(db, item.id, item.published_version);
  // The note that the version before it carried has been said.
  return content && (!posted || posted->change_note != content->change_note) ? content->change_note : "";
}

void NewsPublisher::withdraw(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item,
                             const workflow::Withdrawal& withdrawal, base::UtcTime now) {
  std::string slug;
  if (auto row = db.query(sql::kSlugOf, item.id); row.next()) slug = row.text(0);
  std::string title;  // the one that readers knew: a working copy's has passed no check
  if (auto row = db.query(sql::kTitleOf, item.id); row.next()) title = row.text(0);
  remove_published(db, item.id);
  if (slug.empty()) return;
  const bool tells = withdrawal.mode == workflow::WithdrawMode::Notice;
  const bool leads = withdrawal.mode == workflow::WithdrawMode::Redirect;
  // Gone says nothing about what it was: the title itself may be what must not be read (D12.3b).
  db.execute(sql::kPutGone, slug, item.id, tells ? "notice" : leads ? "redirect" : "gone", tells ? std::string_view{title} : std::string_view{},
             tells ? std::string_view{withdrawal.notice} : std::string_view{}, leads ? std::string_view{withdrawal.redirect_to} : std::string_view{}, now);
}

bool NewsPublisher::is_readable(db::Connection& db, const workflow::Item& item, std::string_view path) {
  if (!path.starts_with('/') || path.size() > 300) return false;
  if (path.ends_with('/')) return db.query(sql::kIsSectionPath, path).next();
  const auto slash = path.rfind('/');
  return db.query(sql::kIsOtherArticle, path.substr(slash + 1), path.substr(0, slash + 1), item.id).next();
}

void NewsPublisher::relist(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item) {
  write_archived(db, item.id, item.archived_at);
}

std::vector<std::string> NewsPublisher::hide(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item) {
  std::string slug;
  bool told = false;
  {
    auto row = db.query(sql::kGoneOf, item.id);
    if (!row.next()) return {};
    slug = row.text(0);
    told = row.text(1) != "gone";
  }
  if (!told) return {};
  db.execute(sql::kHideGone, item.id);
  const Ancestry ancestry = SectionTree::read(db).ancestry(item.section);
  const std::string page = article_path(ancestry.path.empty() ? "/" : ancestry.path, slug);
  return {page, page + "/in"};
}

std::optional<workflow::PostedPlace> NewsPublisher::place(db::Connection& db, const workflow::Item& item) {
  auto row = db.query(sql::kPlaceOf, item.id);
  if (!row.next()) return {};
  return workflow::PostedPlace{row.id<base::SectionId>(0), std::string{row.text(1)}};
}

std::string NewsPublisher::title(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item) {
  const auto content = read_even_hidden(db, item.id, item.working_version);
  return content ? content->title : std::string{};
}

void NewsPublisher::purge(db::Connection& db, const workflow::Permit& /*proof that it was allowed*/, const workflow::Item& item) {
  std::string slug;
  if (auto row = db.query(sql::kSlugOf, item.id); row.next()) slug = row.text(0);
  db.execute(sql::kPurgeVersions, item.id);
  db.execute(sql::kPurgeVersionFiles, item.id);
  db.execute(sql::kPurgeFiles, item.id);
  db.execute(sql::kPurgeIntake, item.id);
  if (slug.empty()) return;
  db.execute(sql::kPurgeGone, purged_slug(slug), item.id);
  db.execute(sql::kSetSlug, provisional_slug(item.id), item.id);
}

base::Result<unsigned> NewsPublisher::restore(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, base::UtcTime now) {
  const auto content = read_version(db, item.id, item.published_version);
  if (!content) throw std::logic_error("item " + std::to_string(item.id.value) + ": the published version has no words");
  return add_version(db, permit, *content, {}, now);
}

std::vector<std::string> NewsPublisher::addresses(db::Connection& db, const workflow::Item& item) { return addresses_of(db, item.id); }

}  // namespace portal::news
