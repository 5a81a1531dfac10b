#include "shared/richtext/parse.h"

#include <algorithm>

#include "shared/richtext/json.h"
#include "shared/richtext/json_write.h"
#include "shared/richtext/schema_reader.h"
#include "shared/text/clean.h"

namespace portal::richtext {
namespace {

using base::FaultKind;
using base::Result;

constexpr std::string_view kTooLarge = "Bài quá dài: nội dung lưu được nhiều nhất 1 MB.";

std::vector<ContentError> whole(std::string message) {
  return {ContentError{{}, std::move(message)}};
}

std::string sentence(const JsonFault& fault) {
  switch (fault.kind) {
    case JsonFault::Kind::TooDeep:
      return "Nội dung lồng nhau quá sâu (nhiều nhất 32 tầng).";
    case JsonFault::Kind::TooMany:
      return "Bài có quá nhiều phần tử (nhiều nhất 20.000).";
    case JsonFault::Kind::DuplicateName:
      return "Nội dung gửi lên có hai thành phần trùng tên.";
    case JsonFault::Kind::Syntax:
      break;
  }
  return "Nội dung gửi lên bị hỏng hoặc thiếu (JSON sai ở byte " + std::to_string(fault.offset) +
         ").";
}

// Canonical form can be longer than what was sent (attributes are written out, NFC of rare letters,
// percent-encoding), by less than four times; only long input needs the second look.
bool grows_too_large(const Document& document, std::size_t sent_bytes) {
  return sent_bytes > kMaxJsonBytes / 4 && to_json(document).size() > kMaxJsonBytes;
}

}  // namespace

ParseResult parse_document(std::string_view json) {
  if (json.size() > kMaxJsonBytes) return tl::unexpected(whole(std::string(kTooLarge)));
  const auto tree = read_json(json);
  if (!tree) return tl::unexpected(whole(sentence(tree.error())));
  ParseResult document = SchemaReader::read(*tree);
  if (document && grows_too_large(*document, json.size()))
    return tl::unexpected(whole(std::string(kTooLarge)));
  return document;
}

ParseResult check_tree(const Node& root) { return parse_document(write_json(root)); }

Result<Document> parse_field(std::string_view json, std::string_view field) {
  ParseResult document = parse_document(json);
  if (document) return std::move(*document);
  std::vector<base::FieldError> fields;
  fields.reserve(document.error().size());
  for (ContentError& error : document.error()) {
    fields.push_back({std::string(field), std::move(error.message), {}});
  }
  std::string first = fields.front().message;
  const FaultKind kind = json.size() > kMaxJsonBytes ? FaultKind::TooLarge : FaultKind::Invalid;
  return base::fail(kind, std::move(first), std::move(fields));
}

Result<Document> from_plain_text(std::string_view typed) {
  if (typed.size() > kMaxJsonBytes) return base::fail(FaultKind::TooLarge, std::string(kTooLarge));
  const auto clean = text::clean_text(typed, kMaxJsonBytes);
  if (!clean) return tl::unexpected(clean.error());
  std::vector<std::string_view> lines;
  for (std::string_view rest = *clean; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = text::trim(rest.substr(0, end));
    if (!line.empty()) lines.push_back(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (lines.size() * 2 + 1 > kMaxNodes) {
    return base::fail(FaultKind::TooLarge, "Bài có quá nhiều đoạn (nhiều nhất 9.999 đoạn).");
  }
  Document document = SchemaReader::paragraphs(lines);
  if (to_json(document).size() > kMaxJsonBytes)
    return base::fail(FaultKind::TooLarge, std::string(kTooLarge));
  return document;
}

}  // namespace portal::richtext
