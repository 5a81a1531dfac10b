// Sandbox: runs a tool on a file that a stranger made, where it can do no harm: bubblewrap with namespaces of its own (no network, no processes, no files of
// the machine but /usr read-only, the one input and one output folder), no capabilities, and limits of memory, processor time, file size and wall time. When
// the time is over everything inside is killed. There is no way to run the tool without it: where namespaces are not to be had, run() answers NoSandbox.
//
//   const sandbox::Outcome outcome = sandbox::run({{"/usr/bin/vipsheader", "-f", "width", "/box/in"}, path, folder}, limits, should_stop);
//
// Inside, the input is /box/in, the output folder /box/out and the current one; the network does not exist. A tool of our own is a program outside /usr: it
// is named by `program` and called as kOwnTool.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal::sandbox {

// Where a program of ours stands inside.
inline constexpr std::string_view kOwnTool = "/box/tool";

struct Tool {
  std::vector<std::string> command;  // the first is a path below /usr, or kOwnTool
  std::string input;                 // host path of the file
  std::string output_folder;         // host path of a folder that exists
  std::vector<std::pair<std::string, std::string>> environment = {};
  std::string program = {};          // host path of what kOwnTool is
};

struct Limits {
  std::uint64_t memory_bytes = 0;        // address space of each process
  std::chrono::seconds time{0};          // on the wall and of the processor
  std::uint64_t file_bytes = 0;          // of each file that it writes, and of its /tmp
};

enum class End {
  Done,       // exit code 0
  Failed,     // another exit code: the tool says no
  Crashed,    // ended by a signal: out of a limit, or broken
  TimedOut,
  Stopped,    // should_stop() became true
  NoSandbox   // nothing was run; `errors` says why
};

struct Outcome {
  End end = End::NoSandbox;
  int code = 0;          // exit code or signal
  std::string output;    // what it printed, cut to 4 KB
  std::string errors;    // what it complained of, cut to 4 KB
};

// Blocks until the tool has ended. Throws std::system_error when the machine cannot start a process at all.
[[nodiscard]] Outcome run(const Tool& tool, const Limits& limits, const std::function<bool()>& should_stop);

// Why nothing can be run here, in words for the log; nothing when the sandbox works. Runs an empty tool in it.
[[nodiscard]] std::optional<std::string> why_unavailable();

}  // namespace portal::sandbox
