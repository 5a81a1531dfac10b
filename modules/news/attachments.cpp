#include "modules/news/attachments.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <nlohmann/json.hpp>

#include "shared/text/clean.h"

namespace portal::news {
namespace {

using nlohmann::json;

// Before the numbers of a line, where no title can stand; people read it in the comparison of two versions.
constexpr std::string_view kInternal = "nội bộ";

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

int number_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

std::string text_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// A positive number at the beginning of `text`, taken off it with the blank behind.
int take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number <= 0) return 0;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty() && text.front() != ' ') return 0;
  if (!text.empty()) text.remove_prefix(1);
  return number;
}

}  // namespace

std::string format_files(const Content& content) {
  if (content.lead.file == 0 && content.attachments.empty()) return {};
  json files = json::object();
  if (content.lead.file != 0) files["lead"] = {{"file", content.lead.file}, {"alt", content.lead.alt}, {"caption", content.lead.caption}};
  for (const Attachment& attachment : content.attachments) {
    json row{{"slot", attachment.slot}, {"file", attachment.file}, {"title", attachment.title}};
    if (attachment.is_internal) row["internal"] = true;
    files["attachments"].push_back(std::move(row));
  }
  return dump(files);
}

bool parse_files(std::string_view column, Content& content) {
  if (column.empty()) return true;
  const json files = json::parse(column, nullptr, false);
  if (!files.is_object()) return false;
  if (files.contains("lead")) content.lead = {number_in(files["lead"], "file"), text_in(files["lead"], "alt"), text_in(files["lead"], "caption")};
  if (files.contains("attachments"))
    for (const json& one : files["attachments"]) content.attachments.push_back({number_in(one, "slot"), number_in(one, "file"), text_in(one, "title"), one.value("internal", false)});
  return true;
}

std::string format_attachments(const std::vector<Attachment>& attachments) {
  std::string lines;
  for (const Attachment& attachment : attachments) {
    if (!lines.empty()) lines += '\n';
    if (attachment.is_internal) lines += std::string{kInternal} + ' ';
    lines += std::to_string(attachment.slot) + ' ' + std::to_string(attachment.file) + ' ' + attachment.title;
  }
  return lines;
}

std::optional<std::vector<Attachment>> parse_attachments(std::string_view lines) {
  std::vector<Attachment> attachments;
  std::set<int> slots;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = text::trim(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    Attachment attachment;
    if (line.starts_with(kInternal)) {
      attachment.is_internal = true;
      line = text::trim(line.substr(kInternal.size()));
    }
    attachment.slot = take_number(line);
    attachment.file = take_number(line);
    auto title = text::clean_line(line, kMaxAttachmentTitle);
    if (attachment.slot == 0 || attachment.file == 0 || !title || !slots.insert(attachment.slot).second) return std::nullopt;
    if (attachments.size() >= kMostAttachments) return std::nullopt;
    attachment.title = *std::move(title);
    attachments.push_back(std::move(attachment));
  }
  return attachments;
}

std::string format_shown(const std::vector<ShownAttachment>& attachments) {
  json list = json::array();
  for (const ShownAttachment& one : attachments) {
    json row{{"address", one.address}, {"title", one.title}, {"format", one.format}, {"bytes", one.bytes}, {"sha256", one.sha256}};
    if (one.pages != 0) row["pages"] = one.pages;
    if (!one.page.address.empty()) row["page"] = {{"address", one.page.address}, {"width", one.page.width}, {"height", one.page.height}};
    if (!one.signature.verdict.empty()) row["signature"] = {{"verdict", one.signature.verdict}, {"words", one.signature.words}};
    list.push_back(std::move(row));
  }
  return dump(list);
}

std::vector<ShownAttachment> parse_shown(std::string_view column) {
  std::vector<ShownAttachment> shown;
  const json list = json::parse(column, nullptr, false);
  if (!list.is_array()) return shown;
  for (const json& one : list) {
    const auto bytes = one.find("bytes");
    shown.push_back({text_in(one, "address"), text_in(one, "title"), text_in(one, "format"),
                     bytes != one.end() && bytes->is_number_unsigned() ? bytes->get<std::uint64_t>() : 0, text_in(one, "sha256"),
                     static_cast<unsigned>(std::max(0, number_in(one, "pages")))});
    if (const auto signature = one.find("signature"); signature != one.end() && signature->is_object())
      shown.back().signature = {text_in(*signature, "verdict"), text_in(*signature, "words")};
    if (const auto page = one.find("page"); page != one.end() && page->is_object())
      shown.back().page = {text_in(*page, "address"), static_cast<unsigned>(std::max(0, number_in(*page, "width"))),
                           static_cast<unsigned>(std::max(0, number_in(*page, "height")))};
  }
  return shown;
}

}  // namespace portal::news
