#include "shared/http/multipart.h"

#include <algorithm>

#include "shared/http/collect.h"
#include "shared/http/percent.h"

namespace portal::http {
namespace {

using base::fail;
using base::FaultKind;

constexpr std::size_t kMaxPartHeader = 1024;
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

struct PartHead {
  std::string name;
  std::string file_name;
  bool has_file = false;
};

std::string_view trim_blank(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// `; name="title"; filename="x"`: browsers write `"`, CR and LF inside a name as %22, %0D and %0A
// (WHATWG); nothing else is escaped.
bool read_parameters(std::string_view text, PartHead& head) {
  bool named = false;
  while (!text.empty()) {
    if (text.front() != ';') return false;
    text = trim_blank(text.substr(1));
    const auto equals = text.find("=\"");
    if (equals == std::string_view::npos) return false;
    const std::string_view key = text.substr(0, equals);
    const auto close = text.find('"', equals + 2);
    if (close == std::string_view::npos) return false;
    const std::string_view value = text.substr(equals + 2, close - equals - 2);
    if (equals_ignoring_case(key, "name")) {
      if (named) return false;
      named = true;
      head.name = value;
    } else if (equals_ignoring_case(key, "filename") || equals_ignoring_case(key, "filename*")) {
      head.has_file = true;
      head.file_name = value;
    } else {
      return false;
    }
    text = trim_blank(text.substr(close + 1));
  }
  return named;
}

bool read_head(std::string_view lines, PartHead& head) {
  bool seen = false;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || line.find('\0') != std::string_view::npos) return false;
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = trim_blank(line.substr(colon + 1));
    if (equals_ignoring_case(key, "Content-Disposition")) {
      constexpr std::string_view kForm = "form-data";
      if (seen || !equals_ignoring_case(value.substr(0, kForm.size()), kForm)) return false;
      seen = true;
      if (!read_parameters(trim_blank(value.substr(kForm.size())), head)) return false;
    } else if (!equals_ignoring_case(key, "Content-Type")) {
      return false;  // Content-Transfer-Encoding is dead in HTTP (RFC 7578, 4.7)
    }
  }
  return seen;
}

}  // namespace

MultipartReader::MultipartReader(std::string_view boundary, const FieldLimits& limits, Spool* spool, std::size_t max_text)
    : limits_(limits), spool_(spool), text_left_(max_text), delimiter_("\r\n--" + std::string{boundary}) {
  if (boundary.empty() || boundary.size() > 70) refuse_malformed();
}

void MultipartReader::refuse(base::Fault fault) {
  if (!fault_) fault_ = std::move(fault);
  pending_.clear();
}

void MultipartReader::refuse_malformed() {
  refuse({FaultKind::BadRequest, "Biểu mẫu gửi lên không đúng dạng multipart/form-data.", {}});
}

void MultipartReader::feed(std::string_view bytes) {
  if (fault_) return;
  pending_ += bytes;
  is_waiting_ = false;
  while (!fault_ && !is_waiting_) step();
}

void MultipartReader::step() {
  const std::string_view rest{pending_};
  switch (at_) {
    case At::Preamble: {
      const std::string_view first = std::string_view{delimiter_}.substr(kLineEnd.size());
      if (rest.size() < first.size()) {
        is_waiting_ = true;
        return;
      }
      if (!rest.starts_with(first)) return refuse_malformed();
      pending_.erase(0, first.size());
      at_ = At::Delimiter;
      return;
    }
    case At::Delimiter: {
      constexpr std::string_view kLast = "--";
      if (rest.size() < kLast.size()) {
        is_waiting_ = true;
        return;
      }
      if (rest.starts_with(kLast)) {
        pending_.erase(0, kLast.size());
        at_ = At::End;
        return;
      }
      if (!rest.starts_with(kLineEnd)) return refuse_malformed();
      pending_.erase(0, kLineEnd.size());
      at_ = At::Head;
      return;
    }
    case At::Head: {
      const auto end = rest.substr(0, kMaxPartHeader).find(kHeadEnd);
      if (end == std::string_view::npos) {
        if (rest.size() >= kMaxPartHeader) return refuse_malformed();
        is_waiting_ = true;
        return;
      }
      if (!begin_part(rest.substr(0, end))) return;
      pending_.erase(0, end + kHeadEnd.size());
      at_ = At::Content;
      return;
    }
    case At::Content: {
      const auto end = rest.find(delimiter_);
      if (end != std::string_view::npos) {
        take_content(rest.substr(0, end));
        if (fault_) return;
        pending_.erase(0, end + delimiter_.size());
        end_part();
        at_ = At::Delimiter;
        return;
      }
      // The last bytes may be the beginning of the delimiter.
      const std::size_t sure = rest.size() - std::min(rest.size(), delimiter_.size() - 1);
      take_content(rest.substr(0, sure));
      if (fault_) return;
      pending_.erase(0, sure);
      is_waiting_ = true;
      return;
    }
    case At::End:
      if (!kLineEnd.starts_with(rest)) return refuse_malformed();
      is_waiting_ = true;
      return;
  }
}

bool MultipartReader::begin_part(std::string_view lines) {
  PartHead head;
  if (!read_head(lines, head)) {
    refuse_malformed();
    return false;
  }
  if (head.has_file && spool_ == nullptr) {
    refuse({FaultKind::BadRequest, "Biểu mẫu này chưa nhận tệp đính kèm.", {}});
    return false;
  }
  if (head.has_file && ++files_ > limits_.max_files) {
    refuse({FaultKind::TooLarge, "Mỗi lần gửi nhiều nhất " + std::to_string(limits_.max_files) + " tệp.", {}});
    return false;
  }
  is_file_ = head.has_file;
  is_chosen_ = !head.file_name.empty();  // a field in which nothing was chosen sends an empty name
  name_ = std::move(head.name);
  value_.clear();
  if (is_file_ && is_chosen_) spool_->begin(name_, std::move(head.file_name));
  return true;
}

void MultipartReader::take_content(std::string_view bytes) {
  if (is_file_) {
    if (is_chosen_ && !bytes.empty()) spool_->write(bytes);
    return;
  }
  if (bytes.size() > text_left_) return refuse({FaultKind::TooLarge, "Phần chữ của biểu mẫu quá lớn.", {}});
  text_left_ -= bytes.size();
  value_ += bytes;
}

void MultipartReader::end_part() {
  if (is_file_) {
    if (is_chosen_) spool_->end();
    return;
  }
  if (auto fault = collect_field(fields_, limits_, std::move(name_), std::move(value_))) refuse(*std::move(fault));
}

base::Result<Fields> MultipartReader::finish() {
  if (!fault_ && (at_ != At::End || !(pending_.empty() || pending_ == kLineEnd))) refuse_malformed();
  if (fault_) return tl::unexpected(*fault_);
  return std::move(fields_);
}

base::Result<Fields> parse_multipart(std::string_view body, std::string_view boundary, const FieldLimits& limits) {
  MultipartReader reader(boundary, limits, nullptr, body.size());
  reader.feed(body);
  return reader.finish();
}

}  // namespace portal::http
