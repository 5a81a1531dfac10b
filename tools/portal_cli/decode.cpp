// portal decode: what encoding a text is in, and the text in Unicode with its doubtful letters (D4.1a). Needs no instance.
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "shared/encoding/encoding.h"

#include "commands.h"

namespace portal::cli {
namespace {

using nlohmann::json;

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json to_json(const encoding::Reading& reading) {
  json doubts = json::array();
  for (const encoding::Doubt& doubt : reading.doubts)
    doubts.push_back({{"position", doubt.position},
                      {"is", reading.text.substr(doubt.offset, doubt.length)},
                      {"was", doubt.was},
                      {"could_be", doubt.could_be},
                      {"reason", encoding::words_of(doubt.reason)}});
  return {{"ok", true},
          {"encoding", encoding::key_of(reading.encoding)},
          {"label", encoding::label_of(reading.encoding)},
          {"confidence", reading.confidence},
          {"is_sure", reading.is_sure()},
          {"is_changed", reading.is_changed()},
          {"text", reading.text},
          {"doubts", doubts}};
}

// A line of `--lines`: "a text", or {"runs": [{"text": "…", "font": ".VnTimeH"}]}.
encoding::Reading read_line(const std::string& line) {
  const json value = json::parse(line);
  if (value.is_string()) return encoding::read(value.get_ref<const std::string&>());
  std::vector<encoding::Run> runs;
  for (const json& run : value.at("runs"))
    runs.push_back({run.at("text").get_ref<const std::string&>(),
                    run.contains("font") ? std::string_view{run.at("font").get_ref<const std::string&>()} : std::string_view{}});
  return encoding::read_runs(runs);
}

int decode_lines(std::istream& in) {
  for (std::string line; std::getline(in, line);) std::cout << dump(to_json(read_line(line))) << '\n';
  return 0;
}

int decode_whole(std::istream& in, bool as_json) {
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const encoding::Reading reading = encoding::read_bytes(bytes);
  if (as_json) {
    std::cout << dump(to_json(reading)) << '\n';
    return 0;
  }
  std::cout << reading.text;
  say(std::string{encoding::label_of(reading.encoding)} + ", độ chắc chắn " + std::to_string(static_cast<int>(reading.confidence * 100)) + " %, " +
      std::to_string(reading.doubts.size()) + " chữ cần xem lại");
  for (const encoding::Doubt& doubt : reading.doubts)
    say("  chữ thứ " + std::to_string(doubt.position) + ": “" + reading.text.substr(doubt.offset, doubt.length) + "”, gốc “" + doubt.was + "”" +
        (doubt.could_be.empty() ? "" : ", có thể là “" + doubt.could_be + "”") + ": " + std::string{encoding::words_of(doubt.reason)});
  return 0;
}

}  // namespace

void add_decode(CLI::App& app, Settings& settings, Run& run) {
  struct Options {
    std::string file;
    bool lines = false;
  };

  const auto options = std::make_shared<Options>();
  CLI::App* decode = app.add_subcommand("decode", "nhận biết bảng mã của một đoạn chữ và chuyển sang Unicode (D4.1a)");
  decode->add_option("--file", options->file, "tệp cần đọc (mặc định đọc từ đầu vào chuẩn)");
  decode->add_flag("--lines", options->lines, "mỗi dòng vào là một chuỗi JSON, hoặc {\"runs\": [{\"text\", \"font\"}]}; mỗi dòng ra là một kết quả JSON");
  decode->callback([&settings, &run, options] {
    run = [&settings, options] {
      std::ifstream file;
      if (!options->file.empty()) {
        file.open(options->file, std::ios::binary);
        if (!file) throw std::runtime_error("không đọc được tệp " + options->file);
      }
      std::istream& in = options->file.empty() ? std::cin : file;
      return options->lines ? decode_lines(in) : decode_whole(in, settings.json);
    };
  });
}

}  // namespace portal::cli
