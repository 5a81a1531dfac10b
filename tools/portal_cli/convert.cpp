// portal convert: what the converter makes of a Word or Writer file, as JSON (D9.1a). Needs no instance; its tools run in the same sandbox.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "modules/workers/converter/document.h"
#include "shared/files/format.h"
#include "shared/files/limits.h"

#include "commands.h"

namespace portal::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint64_t kMega = 1024 * 1024;

// A folder that is gone at the end.
class Folder {
 public:
  Folder() : path_((fs::temp_directory_path() / "portal-convert-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("không tạo được thư mục tạm");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string_view key_of(converter::Made::End end) {
  switch (end) {
    case converter::Made::End::Ready:
      return "ready";
    case converter::Made::End::Refused:
      return "refused";
    case converter::Made::End::Later:
      break;
  }
  return "later";
}

struct Options {
  std::string file;
  std::string out;
  int seconds = 20;
  int memory_mb = 1536;
};

json parts_of(const converter::Made& made, const std::string& out) {
  json list = json::array();
  for (const files::MadePart& part : made.parts) {
    const std::string name = std::string{files::key_of(part.kind)} + (part.number == 0 ? "" : '-' + std::to_string(part.number)) + '.' + part.format;
    if (!out.empty()) fs::copy_file(part.temporary, fs::path(out) / name, fs::copy_options::overwrite_existing);
    list.push_back({{"name", name}, {"kind", files::key_of(part.kind)}, {"format", part.format}, {"bytes", part.bytes}, {"sha256", part.sha256}});
  }
  return list;
}

json convert(const Options& options) {
  if (!fs::is_regular_file(options.file)) throw std::runtime_error("không đọc được tệp " + options.file);
  const files::Format* format = files::detect_file(options.file);
  json answer{{"ok", true}, {"format", format == nullptr ? "" : std::string{format->key}}};
  if (format == nullptr || format->family != files::Family::Document) {
    answer["end"] = "refused";
    answer["reason"] = "Tệp không phải văn bản Word hoặc Writer.";
    return answer;
  }
  const Folder folder;
  const files::ToConvert file{{}, "", fs::file_size(options.file), format};
  const sandbox::Limits limits{static_cast<std::uint64_t>(options.memory_mb) * kMega, std::chrono::seconds{options.seconds}, 512 * kMega};
  const auto begun = std::chrono::steady_clock::now();
  const converter::Made made = converter::make_document({file, fs::absolute(options.file).string(), folder.path(), limits, files::default_limits(), [] { return false; }});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  answer["end"] = key_of(made.end);
  answer["reason"] = made.reason;
  answer["seconds"] = took.count();
  answer["parts"] = parts_of(made, options.out);
  for (const files::MadePart& part : made.parts)
    if (part.kind == files::PartKind::Text) answer["text"] = json::parse(read_whole(part.temporary));
  return answer;
}

}  // namespace

void add_convert(CLI::App& app, Settings& settings, Run& run) {
  const auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("convert", "chuyển một tệp Word, Writer hoặc RTF thành bài như khi tải lên, trả JSON (D9.1a)");
  verb->add_option("file", options->file, "tệp docx, doc, odt hoặc rtf")->required();
  verb->add_option("--out", options->out, "thư mục nhận bản xem PDF, các ảnh và văn bản");
  verb->add_option("--seconds", options->seconds, "thời gian dài nhất cho một tệp, giây")->check(CLI::Range(1, 300));
  verb->add_option("--memory-mb", options->memory_mb, "bộ nhớ nhiều nhất cho một công cụ, MB")->check(CLI::Range(64, 65536));
  verb->callback([&settings, &run, options] {
    static_cast<void>(settings);
    run = [options] {
      std::cout << convert(*options).dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
      return 0;
    };
  });
}

}  // namespace portal::cli
