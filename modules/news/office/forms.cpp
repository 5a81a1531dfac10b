#include "modules/news/office/forms.h"

#include <charconv>

#include "modules/news/attachments.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"
#include "shared/text/words.h"

namespace portal::news {
namespace {

using base::FieldError;

// Collects mistakes while fields are read one after another.
class Reader {
 public:
  explicit Reader(const http::Fields& form) : form_(form) {}

  std::string line(std::string_view name, std::string_view label, std::size_t max) {
    return keep(name, label, text::clean_line(form_.get(name), max));
  }

  std::string paragraph(std::string_view name, std::string_view label, std::size_t max) {
    return keep(name, label, text::clean_text(form_.get(name), max));
  }

  std::optional<base::UtcTime> time(std::string_view name, std::string_view label) {
    const std::string_view typed = text::trim(form_.get(name));
    if (typed.empty()) return {};
    const auto at = base::parse_date_time(typed);
    if (!at) errors_.push_back({std::string{name}, std::string{label} + ": viết ngày giờ như 25/11/2026 14:30.", ""});
    return at;
  }

  std::string body() {
    const std::string_view typed = form_.get("body");
    if (text::trim(typed).empty()) return R"({"type":"doc","content":[{"type":"paragraph"}]})";
    const auto document = richtext::parse_field(typed, "body");
    if (document) return richtext::to_json(*document);
    for (const FieldError& error : document.error().fields) errors_.push_back(error);
    return {};
  }

  std::uint64_t number(std::string_view name) const {
    const std::string_view typed = form_.get(name);
    std::uint64_t value = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), value);
    return value;
  }

  void add(FieldError error) { errors_.push_back(std::move(error)); }

  [[nodiscard]] std::vector<FieldError>& errors() { return errors_; }

 private:
  std::string keep(std::string_view name, std::string_view label, base::Result<std::string> cleaned) {
    if (cleaned) return *std::move(cleaned);
    errors_.push_back({std::string{name}, std::string{label} + ": " + cleaned.error().message, ""});
    return {};
  }

  const http::Fields& form_;
  std::vector<FieldError> errors_;
};

// The leading picture and the attachments. Whether the numbers are uploads of this article is asked where the article is known (news/files.h).
void read_files(const http::Fields& form, Reader& reader, Content& content) {
  constexpr std::uint64_t kMostNumber = 2'000'000'000;
  const std::uint64_t lead = reader.number("lead");
  const std::string alt = reader.line("lead_alt", "Mô tả ảnh đại diện", richtext::kMaxAlt);
  const std::string caption = reader.line("lead_caption", "Chú thích ảnh đại diện", richtext::kMaxCaption);
  if (lead > kMostNumber) reader.add({"lead", "Chọn một ảnh đã gửi lên cho bài này.", "D9.1"});
  else if (lead != 0) content.lead = {static_cast<int>(lead), alt, caption};
  if (auto attachments = parse_attachments(form.get("attachments"))) content.attachments = *std::move(attachments);
  else
    reader.add({"attachments", "Tên tệp đính kèm dài nhất " + std::to_string(kMaxAttachmentTitle) + " ký tự, nhiều nhất " + std::to_string(kMostAttachments) + " tệp.", "D9.1"});
}

}  // namespace

http::Fields with_attachments(const http::Fields& form) {
  if (!form.has("attachments")) return form;
  const auto attachments = parse_attachments(form.get("attachments"));
  http::Fields out;
  for (const auto& [name, value] : form.pairs())
    if (name != "attachments" && !name.starts_with("dk_")) out.add(name, value);
  if (!attachments) {
    out.add("attachments", std::string{form.get("attachments")});
    return out;
  }
  std::vector<Attachment> kept;
  for (Attachment attachment : *attachments) {
    const std::string slot = std::to_string(attachment.slot);
    if (form.has("dk_bo_" + slot)) continue;
    // A line of its own in the field: what is wrong with the words is said when they are read.
    if (form.has("dk_ten_" + slot)) {
      attachment.title = text::one_line(form.get("dk_ten_" + slot));
      attachment.is_internal = form.has("dk_noi_bo_" + slot);
    }
    kept.push_back(std::move(attachment));
  }
  out.add("attachments", format_attachments(kept));
  return out;
}

http::Fields with_field(const http::Fields& fields, std::string_view name, std::string value) {
  http::Fields out;
  for (const auto& [key, old] : fields.pairs())
    if (key != name) out.add(key, old);
  out.add(std::string{name}, std::move(value));
  return out;
}

base::Result<ArticleForm> parse_article_form(const http::Fields& form, std::string_view kind, base::UtcTime now) {
  Reader reader(form);
  ArticleForm article;
  Content& content = article.content;
  content.title = reader.line("title", "Tiêu đề", kMaxTitle);
  content.summary = reader.line("summary", "Tóm tắt", kMaxSummary);
  content.author_line = reader.line("author_line", "Dòng tác giả", kMaxAuthorLine);
  content.source = reader.line("source", "Nguồn", kMaxSource);
  content.event_at = reader.time("event_at", "Thời điểm diễn ra");
  content.place = reader.line("place", "Địa điểm", kMaxPlace);
  content.starts_at = reader.time("starts_at", "Bắt đầu");
  content.ends_at = reader.time("ends_at", "Kết thúc");
  content.registration = reader.line("registration", "Đăng ký", kMaxRegistration);
  content.change_note = reader.line("change_note", "Nội dung đính chính", kMaxChangeNote);
  content.body_json = reader.body();
  read_files(form, reader, content);
  article.section = base::SectionId{reader.number("section")};
  article.unit = base::UnitId{reader.number("unit")};
  if (text::trim(form.get("title")).empty()) reader.add({"title", "Viết tiêu đề.", "D9.1"});
  if (auto error = event_time_error(kind, content.event_at, now)) reader.add(*std::move(error));
  if (!article.section.is_set()) reader.add({"section", "Chọn chuyên mục.", "D5"});
  if (content.starts_at && content.ends_at && *content.ends_at < *content.starts_at)
    reader.add({"ends_at", "Thời điểm kết thúc đứng trước thời điểm bắt đầu.", "D5.9đ"});
  if (!reader.errors().empty())
    return base::fail(base::FaultKind::Invalid, "Chưa lưu được bài.", std::move(reader.errors()));
  return article;
}

http::Fields fields_of(const Content& content) {
  const auto time = [](const std::optional<base::UtcTime>& at) { return at ? base::format_date_time(*at) : std::string{}; };
  http::Fields fields;
  fields.add("title", content.title);
  fields.add("summary", content.summary);
  fields.add("author_line", content.author_line);
  fields.add("source", content.source);
  fields.add("event_at", time(content.event_at));
  fields.add("place", content.place);
  fields.add("starts_at", time(content.starts_at));
  fields.add("ends_at", time(content.ends_at));
  fields.add("registration", content.registration);
  fields.add("change_note", content.change_note);
  fields.add("lead", content.lead.file == 0 ? std::string{} : std::to_string(content.lead.file));
  fields.add("lead_alt", content.lead.alt);
  fields.add("lead_caption", content.lead.caption);
  fields.add("attachments", format_attachments(content.attachments));
  fields.add("body", content.body_json);
  return fields;
}

}  // namespace portal::news
