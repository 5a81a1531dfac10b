#include "modules/import_api/document.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "shared/imported/html_tree.h"
#include "shared/intake/identity.h"
#include "shared/mail/outbox.h"
#include "shared/text/clean.h"
#include "shared/text/contact.h"

namespace portal::import_api {
namespace {

using base::fail;
using base::FaultKind;
using base::FieldError;
using nlohmann::json;

constexpr std::array<std::string_view, 5> kMembers{"title", "text", "html", "sender", "approved_by"};
constexpr std::array<std::string_view, 5> kSenderMembers{"name", "email", "phone", "place", "position"};

class Reader {
 public:
  // The member as one clean line; "" when it is absent.
  std::string line(const json& object, const char* name, const std::string& path, std::size_t most, std::string_view clause) {
    const std::string raw = string_of(object, name, path, clause);
    auto line = text::clean_line(raw, most);
    if (line) return std::string{text::trim(*line)};
    wrong(path, line.error().message, clause);
    return "";
  }

  std::string string_of(const json& object, const char* name, const std::string& path, std::string_view clause) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return "";
    if (found->is_string()) return found->get<std::string>();
    wrong(path, "Phải là chuỗi ký tự.", clause);
    return "";
  }

  // A member that nobody knows is a slip of the pen, and would be lost without a word.
  template <std::size_t N>
  void check_members(const json& object, const std::array<std::string_view, N>& known, const std::string& path) {
    constexpr std::size_t kMostShown = 40;
    for (const auto& [name, value] : object.items()) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const auto shown = text::clean_line(name.substr(0, kMostShown), kMostShown);
      wrong(path + (shown ? *shown : std::string{"?"}), "Không có thành phần này trong bản mô tả.", "");
    }
  }

  void wrong(std::string path, std::string message, std::string_view clause) { errors_.push_back({std::move(path), std::move(message), std::string{clause}}); }

  [[nodiscard]] bool is_told(std::string_view path) const {
    return std::any_of(errors_.begin(), errors_.end(), [path](const FieldError& error) { return error.field == path; });
  }

  [[nodiscard]] std::vector<FieldError>& errors() { return errors_; }

 private:
  std::vector<FieldError> errors_;
};

void fill(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

// What the directory knows fills in what was not sent (D9.1b).
intake::Sender sender_of(Reader& reader, const json& body, const Sender& system) {
  intake::Sender sender;
  if (const auto found = body.find("sender"); found != body.end() && !found->is_null()) {
    if (!found->is_object()) {
      reader.wrong("sender", "Phải là một đối tượng gồm name, email, phone, place, position.", "D9.1b");
      return sender;
    }
    reader.check_members(*found, kSenderMembers, "sender.");
    sender.name = reader.line(*found, "name", "sender.name", intake::kMaxName, "D9.1b");
    sender.address = intake::lower_ascii(reader.line(*found, "email", "sender.email", intake::kMaxAddress, "D9.1b"));
    sender.phone = reader.line(*found, "phone", "sender.phone", intake::kMaxPhone, "D9.1b");
    sender.place = reader.line(*found, "place", "sender.place", intake::kMaxPlace, "D9.1b");
    sender.position = reader.line(*found, "position", "sender.position", intake::kMaxName, "D9.1b");
  }
  if (!sender.address.empty() && !mail::is_address(sender.address)) reader.wrong("sender.email", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.", "D9.1b");
  if (!sender.phone.empty() && !text::is_phone(sender.phone)) reader.wrong("sender.phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b");
  if (system.person.is_set()) {
    if (!sender.name.empty() && sender.name != system.person_name)
      reader.wrong("sender.name", "Mã truy cập này cấp cho " + system.person_name + "; không gửi thay người khác được.", "D9.1b");
    fill(sender.name, system.person_name);
    fill(sender.address, intake::lower_ascii(system.email));
    fill(sender.position, system.job_title);
    if (sender.place.empty()) fill(sender.phone, system.phone);
    sender.person = system.person;
  }
  if (system.unit.is_set() && sender.place.empty()) fill(sender.phone, system.unit_phone);
  sender.unit = system.unit;
  sender.organisation = system.unit_name.empty() ? system.name : system.unit_name;
  sender.trust = intake::Trust::Token;
  for (const intake::Missing missing : intake::missing_of(sender)) {
    const std::string path = missing == intake::Missing::Name ? "sender.name" : missing == intake::Missing::Email ? "sender.email" : "sender.phone";
    if (!reader.is_told(path)) reader.wrong(path, "Thiếu " + std::string{intake::words_of(missing)} + ".", "D9.1b");
  }
  return sender;
}

}  // namespace

base::Result<Document> parse_document(std::string_view text, const Sender& system, bool has_files) {
  if (text.size() > kMostJson) return fail(FaultKind::TooLarge, "Phần JSON quá lớn, nhiều nhất là " + std::to_string(kMostJson / (1024 * 1024)) + " MB.");
  const json body = json::parse(text, nullptr, false);
  if (body.is_discarded()) return fail(FaultKind::BadRequest, "Phần document không phải JSON đúng.");
  if (!body.is_object()) return fail(FaultKind::BadRequest, "Phần document phải là một đối tượng JSON.");
  Reader reader;
  Document document;
  reader.check_members(body, kMembers, "");
  document.title = reader.line(body, "title", "title", intake::kMaxTitle, "D9.1");
  if (document.title.empty() && !reader.is_told("title")) reader.wrong("title", "Thiếu tiêu đề.", "D9.1");
  const std::string raw = reader.string_of(body, "text", "text", "D4.1a");
  if (auto clean = text::clean_text(raw, intake::kMaxText)) document.text = *std::move(clean);
  else reader.wrong("text", clean.error().message, "D4.1a");
  document.html = reader.string_of(body, "html", "html", "D4.1a");
  if (document.html.size() > imported::kMostHtml)
    reader.wrong("html", "Quá dài, nhiều nhất là " + std::to_string(imported::kMostHtml / (1024 * 1024)) + " MB. Gửi phần chữ, còn ảnh gửi thành tệp.", "D4.1a");
  if (!document.text.empty() && !document.html.empty()) reader.wrong("html", "Chỉ gửi một trong hai: text hoặc html.", "");
  if (text::trim(raw).empty() && text::trim(document.html).empty() && !has_files)
    reader.wrong("text", "Chưa có nội dung: gửi text, html, hoặc kèm tệp văn bản.", "D9.1");
  document.approved_by = reader.line(body, "approved_by", "approved_by", intake::kMaxName, "D9.1a");
  document.sender = sender_of(reader, body, system);
  if (!reader.errors().empty()) return fail(FaultKind::Invalid, "Chưa tiếp nhận: nội dung gửi chưa đúng hoặc còn thiếu, xem errors.", std::move(reader.errors()));
  return document;
}

}  // namespace portal::import_api
