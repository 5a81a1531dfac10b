#include "shared/sheet/zip_file.h"

#include <zip.h>

#include <chrono>
#include <deque>
#include <stdexcept>

namespace portal::sheet {
namespace {

[[noreturn]] void fail(const char* what) { throw std::runtime_error(std::string{"zip: "} + what); }

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

}  // namespace

struct ZipFile::Impl {
  std::time_t seconds = 0;
  std::deque<std::string> data;  // libzip reads it when the archive is closed
  std::unique_ptr<zip_source_t, FreeSource> buffer;
  std::unique_ptr<zip_t, Discard> archive;
};

ZipFile::ZipFile(base::UtcTime made_at) : impl_(std::make_unique<Impl>()) {
  impl_->seconds = std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(made_at));
  zip_error_t error;
  zip_error_init(&error);
  impl_->buffer.reset(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!impl_->buffer) fail(zip_error_strerror(&error));
  zip_source_keep(impl_->buffer.get());  // one reference is the archive's, one stays here to read what it wrote
  impl_->archive.reset(zip_open_from_source(impl_->buffer.get(), ZIP_TRUNCATE, &error));
  if (impl_->archive) return;
  zip_source_free(impl_->buffer.get());
  fail(zip_error_strerror(&error));
}

ZipFile::~ZipFile() = default;

void ZipFile::add(const std::string& name, std::string data, bool is_stored) {
  zip_t* archive = impl_->archive.get();
  const std::string& kept = impl_->data.emplace_back(std::move(data));
  zip_source_t* source = zip_source_buffer(archive, kept.data(), kept.size(), 0);
  if (source == nullptr) fail("no memory");
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, at, is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) != 0 || zip_file_set_mtime(archive, at, impl_->seconds, 0) != 0)
    fail(zip_strerror(archive));
}

std::string ZipFile::bytes() && {
  if (zip_close(impl_->archive.get()) != 0) fail(zip_strerror(impl_->archive.get()));
  static_cast<void>(impl_->archive.release());  // closing freed it
  zip_source_t* buffer = impl_->buffer.get();
  zip_stat_t stat;
  if (zip_source_stat(buffer, &stat) != 0 || zip_source_open(buffer) != 0) fail("nothing was written");
  std::string out(stat.size, '\0');
  const zip_int64_t read = zip_source_read(buffer, out.data(), out.size());
  zip_source_close(buffer);
  if (read < 0 || static_cast<std::size_t>(read) != out.size()) fail("the file cannot be read back");
  return out;
}

}  // namespace portal::sheet
