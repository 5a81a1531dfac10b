// portal signatures: what can be said of the digital signatures of a PDF, as JSON (D9.1c). Needs no instance.
#include "shared/signatures/signatures.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "shared/base/time.h"
#include "shared/signatures/report_json.h"

#include "commands.h"

namespace portal::cli {
namespace {

using nlohmann::json;

// A stranger's file may inflate without end. What it asks for beyond this is refused: it is then told to be unreadable, and the machine goes on.
void limit_process() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they reserve terabytes
  constexpr rlim_t kMemoryBytes = rlim_t{1} * 1024 * 1024 * 1024;
  const rlimit memory{kMemoryBytes, kMemoryBytes};
  ::setrlimit(RLIMIT_AS, &memory);
#endif
  constexpr rlim_t kSeconds = 60;  // of the processor; then the kernel ends it
  const rlimit time{kSeconds, kSeconds};
  ::setrlimit(RLIMIT_CPU, &time);
}

std::string read_whole(const std::string& file, std::size_t limit) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) throw std::runtime_error("không đọc được tệp " + file);
  if (std::filesystem::file_size(file) > limit) throw std::runtime_error("tệp lớn quá mức kiểm tra được: " + file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void add_signatures(CLI::App& app, Settings& settings, Run& run) {
  struct Options {
    std::string file;
    std::vector<std::string> anchors;
    std::string at;
  };

  const auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("signatures", "kiểm tra chữ ký số của một tệp PDF, trả JSON (D9.1c)");
  verb->add_option("file", options->file, "tệp PDF")->required();
  verb->add_option("--anchors", options->anchors, "tệp PEM hoặc DER của các chứng thư gốc được tin cậy; dùng được nhiều lần");
  verb->add_option("--at", options->at, "xét tại thời điểm này (ISO 8601) thay vì bây giờ");
  verb->callback([&settings, &run, options] {
    static_cast<void>(settings);  // it needs no instance
    run = [options] {
      base::UtcTime now = base::SystemClock().now();
      if (!options->at.empty()) {
        const auto at = base::parse_iso(options->at);
        if (!at) throw std::runtime_error("--at cần một thời điểm như 2026-11-25T13:50:00+07:00");
        now = *at;
      }
      signatures::Anchors anchors;
      constexpr std::size_t kMaxAnchorBytes = 4 * 1024 * 1024;
      for (const std::string& file : options->anchors)
        if (anchors.add(read_whole(file, kMaxAnchorBytes)) == 0) throw std::runtime_error("không có chứng thư nào trong " + file);
      const std::string pdf = read_whole(options->file, signatures::kMaxFileBytes);
      limit_process();
      const signatures::Report report = signatures::inspect(pdf, anchors, now);
      json answer = signatures::to_json(report, now);
      answer["ok"] = true;
      std::cout << answer.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
      return 0;
    };
  });
}

}  // namespace portal::cli
