#include "shared/files/archive.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "shared/encoding/encoding.h"
#include "shared/files/files.h"
#include "shared/files/size.h"
#include "shared/text/unicode.h"

namespace portal::files {
namespace {

constexpr std::uint64_t kMega = 1024 * 1024;
// As a package's (package.cpp): photos and documents are packed already, only what a text repeats is denser.
constexpr std::uint64_t kMostDense = 100;
constexpr std::uint64_t kMayBeDense = 16 * kMega;
constexpr std::uint64_t kMostClaimed = std::uint64_t{1} << 40U;  // so that sums stay sums
// 255 letters with their marks apart, which is the longest name of any filesystem; names beyond these are read as ASCII.
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kMostRead = 4000;

constexpr std::string_view kPassword = "Tệp nén đặt mật khẩu; xin gửi lại không đặt mật khẩu.";
constexpr std::string_view kBomb = "Tệp nén nở ra quá lớn khi mở (bom nén) nên không mở.";

// What makes a zip file a document, a book or a program.
constexpr std::array<std::string_view, 4> kPackages{"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"};

bool begins_as_zip(const std::string& path) {
  std::array<char, 4> head{};
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), head.size());
  const std::string_view begin{head.data(), static_cast<std::size_t>(in.gcount())};
  return begin == "PK\x03\x04" || begin == "PK\x05\x06";
}

// The last part of a name is all that is ever used of it: packers write '/', a few of Windows '\'.
std::string_view last_part(std::string_view name) { return name.substr(name.find_last_of("/\\") + 1); }

std::string lower(std::string_view name) {
  std::string out{name};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// A folder, or what an operating system leaves beside its owner's files.
bool is_no_file(std::string_view name, std::uint64_t bytes) {
  if (name.ends_with('/') || (name.ends_with('\\') && bytes == 0)) return true;
  if (name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != std::string_view::npos) return true;
  const std::string last = lower(last_part(name));
  return last == ".ds_store" || last == "thumbs.db" || last == "desktop.ini";
}

std::string in_ascii(std::string_view name) {
  std::string out{name.substr(name.size() > kLongestName ? name.size() - kLongestName : 0)};
  std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '_');
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

// Names of one archive were written by one program: read together, since one alone is often too short to tell its encoding ("¶nh 1.jpg"). `only_when_sure`:
// they are UTF-8 as they stand, and are left so unless an old encoding speaks through them.
void read_together(std::vector<std::string>& names, const std::vector<std::size_t>& which, bool only_when_sure) {
  std::string all;
  for (const std::size_t at : which) all += names[at] + '\n';
  const encoding::Reading reading = encoding::read_bytes(all);
  if (only_when_sure && !reading.is_legacy()) return;
  const auto lines = lines_of(reading.text);
  for (std::size_t i = 0; i < which.size(); ++i) names[which[i]] = lines.size() == which.size() ? lines[i] : encoding::read_bytes(names[which[i]]).text;
}

// The last parts of names as their packers wrote them, in Unicode, NFC.
std::vector<std::string> in_unicode(std::vector<std::string> names) {
  std::vector<std::size_t> unlabelled, unicode;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::replace_if(names[i].begin(), names[i].end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (i >= kMostRead || names[i].size() > kLongestName) names[i] = in_ascii(names[i]);
    else (text::is_readable(names[i]) ? unicode : unlabelled).push_back(i);
  }
  read_together(names, unicode, true);
  read_together(names, unlabelled, false);
  for (std::string& name : names)
    if (text::is_valid(name)) name = text::to_nfc(name);
  return names;
}

std::string too_heavy(const std::string& name, std::uint64_t bytes, std::uint64_t most) {
  return "Tệp “" + name + "” nặng " + size_words(bytes) + ", nhiều nhất là " + size_words(most) + ".";
}

}  // namespace

std::optional<Archive> Archive::open(const std::string& path) {
  if (!begins_as_zip(path)) return std::nullopt;
  Archive archive;
  archive.package_ = Package::open(path);
  if (!archive.package_) return archive;
  const Package& package = *archive.package_;
  if (std::any_of(kPackages.begin(), kPackages.end(), [&package](std::string_view name) { return package.has(name); })) return std::nullopt;
  archive.packed_ = std::filesystem::file_size(path);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < package.members().size(); ++i) {
    const std::string raw = package.raw_name(i);
    if (is_no_file(raw, package.members()[i].bytes)) continue;
    archive.members_.push_back(i);
    names.emplace_back(last_part(raw));
  }
  archive.names_ = in_unicode(std::move(names));
  return archive;
}

std::string Archive::fault(const ArchiveLimits& limits) const {
  if (is_broken()) return "Tệp nén hỏng hoặc thiếu phần cuối nên không mở được. Xin nén lại rồi gửi lại.";
  if (members_.empty()) return "Tệp nén không có tệp nào bên trong.";
  if (members_.size() > limits.files)
    return "Tệp nén chứa " + std::to_string(members_.size()) + " tệp, nhiều nhất là " + std::to_string(limits.files) + " tệp một lần. Xin chia ra rồi gửi lại.";
  const auto& all = package_->members();
  if (std::all_of(members_.begin(), members_.end(), [&all](std::size_t i) { return all[i].is_encrypted; })) return std::string{kPassword};
  std::uint64_t claimed = 0;
  for (const std::size_t i : members_) {
    if (all[i].bytes > kMostClaimed) return std::string{kBomb};
    claimed += all[i].bytes;
  }
  // By the whole file, since members may lie over each other.
  if (claimed > kMayBeDense && claimed / kMostDense > packed_) return std::string{kBomb};
  if (bytes(limits) > limits.bytes) return "Các tệp trong tệp nén cộng lại nặng quá " + size_words(limits.bytes) + ". Xin chia ra rồi gửi lại.";
  return "";
}

std::uint64_t Archive::bytes(const ArchiveLimits& limits) const {
  std::uint64_t sum = 0;
  for (const std::size_t i : members_)
    if (const Member& member = package_->members()[i]; !member.is_encrypted && member.bytes <= limits.file_bytes) sum += member.bytes;
  return sum;
}

Opened Archive::unpack(const ArchiveLimits& limits, http::Spool& spool) const {
  if (std::string why = fault(limits); !why.empty()) return {{}, std::move(why)};
  Opened opened;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Member& member = package_->members()[members_[i]];
    Unpacked& file = opened.files.emplace_back();
    file.name = clean_name(names_[i]);
    file.bytes = member.bytes;
    if (member.is_encrypted) file.reason = kPassword;
    else if (member.bytes > limits.file_bytes) file.reason = too_heavy(file.name, member.bytes, limits.file_bytes);
    if (!file.reason.empty()) continue;
    spool.begin("", file.name);
    // What it says is the most that it gets, so the sums of fault() hold for what is written.
    const Package::Unpacked done = package_->unpack(members_[i], member.bytes, [&spool](std::string_view piece) { spool.write(piece); });
    spool.end();
    if (done == Package::Unpacked::More) return {{}, std::string{kBomb}};
    if (done == Package::Unpacked::Broken) file.reason = "Tệp “" + file.name + "” trong tệp nén bị hỏng hoặc nén theo kiểu không mở được. Xin gửi lại tệp này.";
    else file.upload = spool.uploads().back();
  }
  return opened;
}

}  // namespace portal::files
