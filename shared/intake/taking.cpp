#include "shared/intake/taking.h"

#include "shared/intake/identity.h"

namespace portal::intake {
namespace {

// A file that only begins as an archive is said to be a broken one when its sender calls it one; otherwise it is a file that nobody knows.
bool is_called_zip(std::string_view name) { return lower_ascii(name).ends_with(".zip"); }

// What a file is called where its sender gave it no name.
std::string name_of(const http::Upload& upload, std::size_t number, const files::Format* format) {
  if (!upload.name.empty()) return files::clean_name(upload.name);
  return "tep-" + std::to_string(number) + (format == nullptr ? std::string{} : "." + std::string{format->extension});
}

NewFile kept(const files::Store& store, const http::Upload& upload, std::size_t number, std::uint64_t most) {
  auto received = files::receive_any(store, upload, most);
  NewFile out{.name = name_of(upload, number, received ? received->format : nullptr), .type = {}, .bytes = upload.bytes};
  if (received) {
    received->name = out.name;
    out.received = *std::move(received);
  } else {
    out.reason = received.error().message;
  }
  return out;
}

bool is_unknown(const NewFile& file) { return file.received && file.received->format == nullptr; }

}  // namespace

void Taking::add(const http::Upload& upload, std::string type) {
  NewFile file = kept(store_, upload, ++number_, most_);
  file.type = std::move(type);
  const std::size_t at = files_.size();
  files_.push_back(std::move(file));
  if (!is_unknown(files_[at])) return;
  const auto archive = files::Archive::open(upload.path);
  if (!archive || (archive->is_broken() && !is_called_zip(files_[at].name))) return;
  open(*archive, at);
}

void Taking::add_missing(std::string name, std::uint64_t bytes, std::string reason) {
  ++number_;
  files_.push_back({.name = std::move(name), .type = {}, .bytes = bytes, .received = {}, .reason = std::move(reason)});
}

void Taking::open(const files::Archive& archive, std::size_t at) {
  names_inside_.insert(names_inside_.end(), archive.names().begin(), archive.names().end());
  const files::ArchiveLimits limits{.file_bytes = most_};
  files_[at].reason = archive.fault(limits);
  if (!files_[at].reason.empty()) return;
  const std::uint64_t bytes = archive.bytes(limits);
  if (archive.names().size() > files_left_ || bytes > bytes_left_) {
    files_[at].reason = "Các tệp nén của lần gửi này cộng lại có hơn " + std::to_string(kMostPacked) + " tệp hoặc nở ra quá lớn nên tệp này không mở. Xin gửi làm nhiều lần.";
    return;
  }
  const files::Opened opened = archive.unpack(limits, unpacked_);
  files_left_ -= archive.names().size();
  bytes_left_ -= bytes;
  files_[at].reason = opened.fault.empty() ? "Đã mở: " + std::to_string(opened.files.size()) + " tệp ở dưới." : opened.fault;
  for (const files::Unpacked& one : opened.files) add_unpacked(one);
}

void Taking::add_unpacked(const files::Unpacked& one) {
  NewFile file{.name = one.name, .type = {}, .bytes = one.bytes, .received = {}, .reason = one.reason};
  if (one.upload) file = kept(store_, *one.upload, 0, most_);
  if (is_unknown(file) && files::Archive::open(one.upload->path)) file.reason = "Tệp nén trong tệp nén không được mở.";
  files_.push_back(std::move(file));
}

std::uint64_t bytes_inside(const std::string& path, std::uint64_t most) {
  const files::ArchiveLimits limits{.file_bytes = most};
  const auto archive = files::Archive::open(path);
  return archive && archive->fault(limits).empty() ? archive->bytes(limits) : 0;
}

}  // namespace portal::intake
