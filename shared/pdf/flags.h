// Flags: what a PDF holds beside its pages, which whoever posts it should know (D9.1, D12.1): content that acts, parts that are not seen. Words for people; no
// library is needed to read them.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::pdf {

enum class Flag {
  JavaScript,
  RunsAtOpening,  // an action when the file, a page or a field is opened, that is more than going to a page
  Launch,         // starts a program or another file of the reader's machine
  Embedded,       // files inside
  Xfa,
  RichMedia,
  Submits,        // sends what a reader types
  Remote,         // leads into another file
  Restricted,     // printing or copying is forbidden; opens without a password
  Repaired,       // its structure is broken, each program mends it in its own way
  NoPicture,      // its first page could not be drawn here
  Unseen          // too much in it: not everything was looked into
};

struct FlagRow {
  Flag flag;
  std::string_view key;    // as stored
  std::string_view words;  // after "Tệp "
  bool is_active;          // it does something when it is opened
  bool stops;              // such a file is not posted
};

inline constexpr std::array<FlagRow, 12> kFlags{{
    {Flag::JavaScript, "javascript", "có mã JavaScript chạy trong trình xem PDF", true, false},
    {Flag::RunsAtOpening, "opening", "tự làm một việc khi người xem mở tệp hoặc mở một trang", true, false},
    {Flag::Launch, "launch", "có lệnh mở chương trình trên máy của người xem", true, true},
    {Flag::Embedded, "embedded", "có tệp khác nhúng bên trong", true, false},
    {Flag::Xfa, "xfa", "là biểu mẫu XFA, nhiều trình xem không hiện được", true, false},
    {Flag::RichMedia, "media", "có phim, âm thanh hoặc hình 3D", true, false},
    {Flag::Submits, "submits", "gửi nội dung người xem điền tới một địa chỉ khác", true, false},
    {Flag::Remote, "remote", "dẫn tới một tệp khác ngoài tệp này", true, false},
    {Flag::Restricted, "restricted", "bị khóa quyền in hoặc sao chép", false, false},
    {Flag::Repaired, "repaired", "có cấu trúc bị hỏng, trình xem phải tự sửa khi mở", false, false},
    {Flag::NoPicture, "no_picture", "có trang đầu mà máy chủ không dựng được thành hình", false, false},
    {Flag::Unseen, "unseen", "có quá nhiều phần nên chưa được xem hết", false, false},
}};

[[nodiscard]] constexpr const FlagRow& row_of(Flag flag) { return kFlags[static_cast<std::size_t>(flag)]; }

// "javascript,embedded", in the order of the table; and back, words of a newer program left out.
[[nodiscard]] inline std::string format_flags(const std::vector<Flag>& flags) {
  std::string keys;
  for (const FlagRow& row : kFlags) {
    if (std::find(flags.begin(), flags.end(), row.flag) == flags.end()) continue;
    if (!keys.empty()) keys += ',';
    keys += row.key;
  }
  return keys;
}

[[nodiscard]] inline std::vector<Flag> parse_flags(std::string_view keys) {
  std::vector<Flag> flags;
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find(','), keys.size());
    for (const FlagRow& row : kFlags)
      if (row.key == keys.substr(0, end)) flags.push_back(row.flag);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return flags;
}

// "Tệp có mã JavaScript …; có tệp khác nhúng bên trong."; "" without one.
[[nodiscard]] inline std::string words_of(const std::vector<Flag>& flags) {
  std::string words;
  for (const Flag flag : flags) {
    words += words.empty() ? "Tệp " : "; ";
    words += row_of(flag).words;
  }
  return words.empty() ? words : words + '.';
}

}  // namespace portal::pdf
