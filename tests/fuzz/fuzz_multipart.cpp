// First line the boundary, the rest a multipart/form-data body. Promises: accepted fields are clean
// text; written again under another boundary they read back the same; a part that carries a file is
// never taken for a field; however the body is cut into pieces, fields and files are the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/http/multipart.h"
#include "tests/fuzz/fields_check.h"

using namespace portal::http;

namespace {

std::string multipart(const Fields& fields, std::string_view boundary) {
  std::string out;
  for (const auto& [name, value] : fields.pairs()) {
    out += "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"" + name +
           "\"\r\n\r\n" + value + "\r\n";
  }
  return out + "--" + std::string(boundary) + "--\r\n";
}

// Counts what comes.
class Counted final : public Spool {
 public:
  void begin(std::string field, std::string name) override { uploads_.push_back({std::move(field), std::move(name), "", 0, ""}); }
  void write(std::string_view bytes) override { uploads_.back().bytes += bytes.size(); }
  void end() override {}
  [[nodiscard]] const std::vector<Upload>& uploads() const override { return uploads_; }

 private:
  std::vector<Upload> uploads_;
};

void check_pieces(std::string_view body, std::string_view boundary, std::size_t size) {
  Counted whole_files;
  MultipartReader whole(boundary, {}, &whole_files, body.size());
  whole.feed(body);
  const auto wanted = whole.finish();
  Counted files;
  MultipartReader reader(boundary, {}, &files, body.size());
  for (std::size_t at = 0; at < body.size(); at += size) reader.feed(body.substr(at, size));
  const auto got = reader.finish();
  CHECK(got.has_value() == wanted.has_value());
  if (!got) return;
  CHECK(got->pairs() == wanted->pairs());
  CHECK(files.uploads().size() == whole_files.uploads().size());
  for (std::size_t i = 0; i < files.uploads().size(); ++i) CHECK(files.uploads()[i].bytes == whole_files.uploads()[i].bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const auto fields =
      parse_multipart(bytes.substr(std::min(line + 1, bytes.size())), bytes.substr(0, line));
  check_pieces(bytes.substr(std::min(line + 1, bytes.size())), bytes.substr(0, line), 1 + size % 13);
  if (!fields) return 0;
  check_fields(*fields);
  if (fields->empty()) return 0;
  const auto again = parse_multipart(multipart(*fields, "again"), "again");
  CHECK(again.has_value() && again->pairs() == fields->pairs());
  return 0;
}
