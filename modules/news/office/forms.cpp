#include "modules/news/office/forms.h"

#include <charconv>

#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"

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

}  // namespace

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
  fields.add("body", content.body_json);
  return fields;
}

}  // namespace portal::news
