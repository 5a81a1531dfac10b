#include "shared/files/package.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <pugixml.hpp>
#include <zip.h>

namespace portal::files {
namespace {

constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kMostTypes = kMega;           // of [Content_Types].xml and META-INF/manifest.xml
constexpr std::size_t kMostMembers = 4000;
constexpr std::uint64_t kMostUnpacked = 300 * kMega;
// Real documents reach 40: XML of tables that repeat themselves. Small ones may be denser; they do no harm.
constexpr std::uint64_t kMostDense = 100;
constexpr std::uint64_t kMayBeDense = 16 * kMega;

constexpr std::array<std::string_view, 4> kWordTypes{
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"};

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool leads_out(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos) return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

std::string lower(std::string_view name) {
  std::string out{name};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// An OpenDocument with a password keeps its members' names and says in its manifest how they are encrypted.
bool has_password(const Package& package) {
  if (std::any_of(package.members().begin(), package.members().end(), [](const Member& member) { return member.is_encrypted; })) return true;
  const auto manifest = package.read("META-INF/manifest.xml", kMostTypes);
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

std::optional<Package> Package::open(const std::string& path) {
  Package package;
  package.archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, nullptr));
  if (!package.archive_) return std::nullopt;
  const zip_int64_t count = zip_get_num_entries(package.archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(package.archive_.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0 || stat.name == nullptr) return std::nullopt;
    const bool is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    package.members_.push_back({stat.name, stat.size, stat.comp_size, is_encrypted});
  }
  return package;
}

bool Package::has(std::string_view name) const { return zip_name_locate(archive_.get(), std::string{name}.c_str(), 0) >= 0; }

std::optional<std::string> Package::read(std::string_view name, std::uint64_t most) const {
  const zip_int64_t number = zip_name_locate(archive_.get(), std::string{name}.c_str(), 0);
  if (number < 0) return std::nullopt;
  std::string bytes;
  const Unpacked done = unpack(static_cast<std::size_t>(number), most, [&bytes](std::string_view piece) { bytes.append(piece); });
  return done == Unpacked::Whole ? std::optional{std::move(bytes)} : std::nullopt;
}

Package::Unpacked Package::unpack(std::size_t number, std::uint64_t most, const std::function<void(std::string_view)>& take) const {
  // libzip knows more methods; what packs documents and photos needs no other decoder than zlib's.
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), number, 0, &stat) != 0 || (stat.valid & ZIP_STAT_COMP_METHOD) == 0) return Unpacked::Broken;
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) return Unpacked::Broken;
  const std::unique_ptr<zip_file_t, CloseFile> file{zip_fopen_index(archive_.get(), number, 0)};
  if (!file) return Unpacked::Broken;
  std::uint64_t bytes = 0;
  std::array<char, 65536> buffer{};
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return Unpacked::Broken;
    if (count == 0) return Unpacked::Whole;
    bytes += static_cast<std::uint64_t>(count);
    if (bytes > most) return Unpacked::More;
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
}

std::string Package::raw_name(std::size_t number) const {
  const char* name = zip_get_name(archive_.get(), number, ZIP_FL_ENC_RAW);
  return name == nullptr ? std::string{} : std::string{name};
}

std::optional<std::string> Package::word_part() const {
  const auto types = read("[Content_Types].xml", kMostTypes);
  pugi::xml_document parsed;
  if (!types || !parsed.load_buffer(types->data(), types->size())) return std::nullopt;
  for (const pugi::xml_node part : parsed.child("Types").children("Override")) {
    const std::string_view type = part.attribute("ContentType").value();
    std::string_view name = part.attribute("PartName").value();
    if (std::find(kWordTypes.begin(), kWordTypes.end(), type) == kWordTypes.end() || !name.starts_with('/')) continue;
    name.remove_prefix(1);
    if (has(name)) return std::string{name};
  }
  return std::nullopt;
}

bool Package::is_odt() const {
  constexpr std::string_view kType = "application/vnd.oasis.opendocument.text";
  return read("mimetype", kType.size()) == kType && has("content.xml");
}

std::optional<std::string> package_fault(const Package& package) {
  if (has_password(package)) return "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.";
  if (package.members().size() > kMostMembers) return "Tệp gồm quá nhiều phần (hơn " + std::to_string(kMostMembers) + "), không phải một văn bản bình thường.";
  std::uint64_t bytes = 0;
  std::uint64_t packed = 0;
  std::unordered_set<std::string> names;
  for (const Member& member : package.members()) {
    if (leads_out(member.name) || !names.insert(lower(member.name)).second) return "Tên các phần bên trong tệp không hợp lệ. Hãy mở tệp bằng Word, lưu lại rồi gửi lại.";
    if (member.bytes > kMostUnpacked) return "Tệp nở ra quá lớn khi mở (bom nén), không phải một văn bản bình thường.";
    bytes += member.bytes;
    packed += member.packed;
  }
  const bool is_dense = bytes > kMayBeDense && bytes / kMostDense > packed;
  if (bytes > kMostUnpacked || is_dense) return "Tệp nở ra quá lớn khi mở (bom nén), không phải một văn bản bình thường.";
  return std::nullopt;
}

}  // namespace portal::files
