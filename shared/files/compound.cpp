#include "shared/files/compound.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <span>

namespace portal::files {
namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;          // bytes of a directory entry
constexpr std::size_t kInHeader = 109;       // sectors of the allocation table that the header names itself
constexpr std::size_t kMostSectors = 2000;   // of the directory
constexpr std::size_t kMostReads = 10'000;   // of sectors: lists that go in circles end
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // and what is above are marks
constexpr std::uint32_t kSmallStream = 4096;       // shorter ones lie elsewhere

// The file as sectors. Every read is whole or nothing.
class Sectors {
 public:
  explicit Sectors(const std::string& path) : in_(path, std::ios::binary) {}

  bool open() {
    if (!read_at(0, header_) || !std::string_view{header_.data(), header_.size()}.starts_with(kSignature)) return false;
    const unsigned shift = number(header_, 0x1E, 2);
    if (shift != 9 && shift != 12) return false;
    size_ = std::size_t{1} << shift;
    return true;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t first_of_directory() const { return number(header_, 0x30, 4); }

  std::optional<std::vector<char>> sector(std::uint32_t index) {
    std::vector<char> bytes(size_);
    if (index >= kLastSector || ++reads_ > kMostReads || !read_at((std::uint64_t{index} + 1) * size_, bytes)) return std::nullopt;
    return bytes;
  }

  // The sector behind `index` in its chain, by the allocation table.
  std::optional<std::uint32_t> next(std::uint32_t index) {
    const std::size_t per_sector = size_ / 4;
    const auto table = sector_of_table(index / per_sector);
    const auto bytes = table ? sector(*table) : std::nullopt;
    if (!bytes) return std::nullopt;
    return number(*bytes, (index % per_sector) * 4, 4);
  }

  static std::uint32_t number(std::span<const char> bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = length; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
  }

 private:
  // Where the allocation table's sector number `index` lies: in the header, or in a chain of lists.
  std::optional<std::uint32_t> sector_of_table(std::size_t index) {
    if (index < kInHeader) return number(header_, 0x4C + index * 4, 4);
    index -= kInHeader;
    const std::size_t per_list = size_ / 4 - 1;  // the last one names the next list
    std::uint32_t list = number(header_, 0x44, 4);
    for (std::size_t step = 0; step < kMostSectors; ++step) {
      const auto bytes = sector(list);
      if (!bytes) return std::nullopt;
      if (index < per_list) return number(*bytes, index * 4, 4);
      index -= per_list;
      list = number(*bytes, per_list * 4, 4);
    }
    return std::nullopt;
  }

  bool read_at(std::uint64_t at, std::span<char> into) {
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(at));
    in_.read(into.data(), static_cast<std::streamsize>(into.size()));
    return static_cast<std::size_t>(in_.gcount()) == into.size();
  }

  std::ifstream in_;
  std::array<char, kHeader> header_{};
  std::size_t size_ = 0;
  std::size_t reads_ = 0;
};

std::string name_of(std::span<const char> entry) {
  const std::size_t length = std::min<std::size_t>(Sectors::number(entry, 0x40, 2), 64);
  std::string name;
  for (std::size_t i = 0; i + 3 < length; i += 2) {  // without the NUL at its end
    const std::uint32_t unit = Sectors::number(entry, i, 2);
    name += unit >= 0x20 && unit < 0x7F ? static_cast<char>(unit) : '?';
  }
  return name;
}

// The flags of a .doc's text stand at byte 10 of its first sector.
bool says_encrypted(Sectors& sectors, std::span<const char> entry) {
  constexpr std::uint32_t kEncrypted = 0x0100;
  if (Sectors::number(entry, 0x78, 4) < kSmallStream) return false;
  const auto text = sectors.sector(Sectors::number(entry, 0x74, 4));
  return text && (Sectors::number(*text, 10, 2) & kEncrypted) != 0;
}

}  // namespace

bool Compound::is_one(std::string_view beginning) { return beginning.starts_with(kSignature); }

std::optional<Compound> Compound::read(const std::string& path) {
  Sectors sectors(path);
  if (!sectors.open()) return std::nullopt;
  Compound compound;
  std::uint32_t at = sectors.first_of_directory();
  for (std::size_t count = 0; at < kLastSector && count < kMostSectors; ++count) {
    const auto bytes = sectors.sector(at);
    if (!bytes) return std::nullopt;
    for (std::size_t i = 0; i + kEntry <= bytes->size(); i += kEntry) {
      const std::span<const char> entry = std::span<const char>(*bytes).subspan(i, kEntry);
      std::string name = name_of(entry);
      if (name.empty()) continue;
      if (name == "WordDocument") compound.is_encrypted_ = says_encrypted(sectors, entry);
      compound.names_.push_back(std::move(name));
    }
    const auto next = sectors.next(at);
    if (!next) return std::nullopt;
    at = *next;
  }
  return compound;
}

bool Compound::has(std::string_view name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }

}  // namespace portal::files
