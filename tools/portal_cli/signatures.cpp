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

json time_of(const std::optional<base::UtcTime>& at) { return at ? json(base::format_iso(*at)) : json(nullptr); }

json reasons_of(const std::vector<signatures::Reason>& reasons) {
  json list = json::array();
  for (const signatures::Reason reason : reasons) list.push_back({{"code", signatures::key_of(reason)}, {"words", signatures::words_of(reason)}});
  return list;
}

json to_json(const signatures::Signature& one) {
  json signer = nullptr;
  if (one.signer)
    signer = {{"name", one.signer->name},
              {"organisation", one.signer->organisation},
              {"subject", one.signer->subject},
              {"issuer", one.signer->issuer},
              {"serial", one.signer->serial},
              {"not_before", time_of(one.signer->not_before)},
              {"not_after", time_of(one.signer->not_after)}};
  return {{"field", one.field},
          {"kind", signatures::key_of(one.kind)},
          {"sub_filter", one.sub_filter},
          {"verdict", signatures::key_of(one.verdict)},
          {"label", signatures::label_of(one.verdict)},
          {"reasons", reasons_of(one.reasons)},
          {"signer", signer},
          {"digest", one.digest},
          {"claimed_time", time_of(one.claimed_time)},
          {"proved_time", time_of(one.proved_time)},
          {"reason", one.reason},
          {"location", one.location},
          {"covered_to", one.covered_to},
          {"covers_all", one.covers_all},
          {"is_intact", one.is_intact},
          {"is_chain_trusted", one.is_chain_trusted},
          {"is_not_revoked", one.is_not_revoked}};
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
      json list = json::array();
      for (const signatures::Signature& one : report.signatures) list.push_back(to_json(one));
      const json answer{{"ok", true},
                        {"is_pdf", report.is_pdf},
                        {"is_verified", report.is_verified()},
                        {"at", base::format_iso(now)},
                        {"anchors", report.anchors},
                        {"reasons", reasons_of(report.reasons)},
                        {"signatures", list}};
      std::cout << answer.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
      return 0;
    };
  });
}

}  // namespace portal::cli
