#include "shared/sandbox/sandbox.h"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace portal::sandbox {
namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr std::size_t kKept = 4096;             // bytes of each stream
constexpr std::chrono::milliseconds kLook{100}; // how often should_stop() is asked
constexpr rlim_t kFiles = 256;
constexpr rlim_t kProcesses = 2048;             // of the account that the worker runs as, which may be everybody's; what is inside dies together anyway

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

// A pipe whose ends close by themselves.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) fail("pipe2");
  }
  ~Pipe() {
    close_writer();
    ::close(ends_[0]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

std::vector<std::string> command_line(const Tool& tool, const Limits& limits) {
  const std::string size = std::to_string(limits.file_bytes);
  std::vector<std::string> line{kBubblewrap,
                                "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "sandbox",
                                "--clearenv", "--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp", "--setenv", "LANG", "C.UTF-8",
                                "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/bin", "/bin",
                                "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
                                "--ro-bind-try", "/etc/ImageMagick-6", "/etc/ImageMagick-6", "--ro-bind-try", "/etc/fonts", "/etc/fonts",
                                "--ro-bind-try", "/etc/libreoffice", "/etc/libreoffice",
                                "--dev", "/dev", "--size", size, "--tmpfs", "/tmp"};
  if (::access("/usr/lib64", F_OK) == 0) line.insert(line.end(), {"--symlink", "usr/lib64", "/lib64"});
  for (const auto& [name, value] : tool.environment) line.insert(line.end(), {"--setenv", name, value});
  if (!tool.program.empty()) line.insert(line.end(), {"--ro-bind", tool.program, std::string{kOwnTool}});
  if (!tool.input.empty()) line.insert(line.end(), {"--ro-bind", tool.input, "/box/in"});
  if (!tool.output_folder.empty()) line.insert(line.end(), {"--bind", tool.output_folder, "/box/out", "--chdir", "/box/out"});
  line.emplace_back("--");
  line.insert(line.end(), tool.command.begin(), tool.command.end());
  return line;
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

// In the child, between fork and exec: nothing but system calls.
[[noreturn]] void become(char* const* arguments, int output, int errors, const Limits& limits) {
  ::setpgid(0, 0);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);  // the worker holds its stop signals back
  ::signal(SIGPIPE, SIG_DFL);
  const int nothing = ::open("/dev/null", O_RDONLY);
  if (nothing < 0 || ::dup2(nothing, STDIN_FILENO) < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(errors, STDERR_FILENO) < 0) ::_exit(127);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_NOFILE, kFiles);
  limit(RLIMIT_NPROC, kProcesses);
  limit(RLIMIT_CORE, 0);
  static char* const kNoEnvironment[] = {nullptr};
  ::execve(kBubblewrap, arguments, kNoEnvironment);
  ::_exit(127);
}

// Reads what there is; false at the end of the stream. What is over kKept is let pass.
bool drain(int descriptor, std::string& into) {
  std::array<char, kKept> buffer{};
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  into.append(buffer.data(), std::min(static_cast<std::size_t>(count), kKept - std::min(kKept, into.size())));
  return count > 0;
}

struct Waited {
  bool is_timed_out = false;
  bool is_stopped = false;
};

// Until both streams are closed, which is when the last process inside has ended.
Waited follow(const Pipe& output, const Pipe& errors, Outcome& outcome, std::chrono::steady_clock::time_point deadline,
              const std::function<bool()>& should_stop) {
  std::array<pollfd, 2> watched{{{output.reader(), POLLIN, 0}, {errors.reader(), POLLIN, 0}}};
  std::array<std::string*, 2> kept{&outcome.output, &outcome.errors};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    if (should_stop()) return {false, true};
    if (std::chrono::steady_clock::now() >= deadline) return {true, false};
    if (::poll(watched.data(), watched.size(), static_cast<int>(kLook.count())) < 0 && errno != EINTR) fail("poll");
    for (std::size_t i = 0; i < watched.size(); ++i)
      if (watched[i].fd >= 0 && watched[i].revents != 0 && !drain(watched[i].fd, *kept[i])) watched[i].fd = -1;
  }
  return {};
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// bubblewrap gives a tool's signal back as 128 + its number, as a shell does.
void read_status(int status, Outcome& outcome) {
  constexpr int kSignalBase = 128;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : kSignalBase + WTERMSIG(status);
  if (code > kSignalBase) {
    outcome.end = End::Crashed;
    outcome.code = code - kSignalBase;
    if (outcome.code == SIGXCPU) outcome.end = End::TimedOut;
  } else if (code == 127 || (code != 0 && outcome.errors.starts_with("bwrap: "))) {
    outcome.end = End::NoSandbox;
    if (outcome.errors.empty()) outcome.errors = "bubblewrap cannot be started";
  } else {
    outcome.end = code == 0 ? End::Done : End::Failed;
    outcome.code = code;
  }
}

}  // namespace

Outcome run(const Tool& tool, const Limits& limits, const std::function<bool()>& should_stop) {
  const bool is_own = !tool.program.empty() && !tool.command.empty() && tool.command.front() == kOwnTool;
  if (tool.command.empty() || (!is_own && !tool.command.front().starts_with("/usr/"))) throw std::logic_error("a tool is a path below /usr, or a program of ours");
  const std::vector<std::string> line = command_line(tool, limits);
  std::vector<char*> arguments;
  for (const std::string& argument : line) arguments.push_back(const_cast<char*>(argument.c_str()));  // NOLINT: exec's interface
  arguments.push_back(nullptr);
  Pipe output;
  Pipe errors;
  const auto deadline = std::chrono::steady_clock::now() + limits.time;
  const pid_t child = ::fork();
  if (child < 0) fail("fork");
  if (child == 0) become(arguments.data(), output.writer(), errors.writer(), limits);
  ::setpgid(child, child);
  output.close_writer();
  errors.close_writer();
  Outcome outcome;
  Waited waited;
  try {
    waited = follow(output, errors, outcome, deadline, should_stop);
  } catch (...) {
    ::kill(-child, SIGKILL);
    wait_for(child);
    throw;
  }
  // With the outer process the namespace's first one dies (--die-with-parent), and with that everything inside.
  if (waited.is_timed_out || waited.is_stopped) ::kill(-child, SIGKILL);
  read_status(wait_for(child), outcome);
  if (waited.is_timed_out) outcome.end = End::TimedOut;
  if (waited.is_stopped) outcome.end = End::Stopped;
  return outcome;
}

std::optional<std::string> why_unavailable() {
  constexpr Limits kSmall{512ULL * 1024 * 1024, std::chrono::seconds{10}, 1024 * 1024};
  const Outcome outcome = run({{"/usr/bin/true"}, "", ""}, kSmall, [] { return false; });
  if (outcome.end == End::Done) return std::nullopt;
  if (::access(kBubblewrap, X_OK) != 0) return "bubblewrap is not installed";
  return outcome.errors.empty() ? "an empty tool ended with " + std::to_string(outcome.code) : outcome.errors;
}

}  // namespace portal::sandbox
