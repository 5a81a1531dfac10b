// Promises of shared/sandbox: what a tool inside cannot do, and how each end is told. Every case runs bubblewrap.
#include "shared/sandbox/sandbox.h"

#include <csignal>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

using namespace portal::sandbox;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

constexpr Limits kLimits{1024ULL * 1024 * 1024, 10s, 8ULL * 1024 * 1024};

Outcome shell(const std::string& script, const std::string& input = "", const std::string& output = "", const Limits& limits = kLimits) {
  return run({{"/usr/bin/sh", "-c", script}, input, output}, limits, [] { return false; });
}

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "portal-sandbox-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sandbox_)

BOOST_AUTO_TEST_CASE(it_works_here) { BOOST_TEST(why_unavailable().value_or("") == ""); }

BOOST_AUTO_TEST_CASE(a_tool_reads_its_input_and_writes_its_folder) {
  const Folder folder;
  std::ofstream(folder.path + "/input") << "chữ";
  fs::create_directory(folder.path + "/out");
  const Outcome outcome = shell("cat /box/in > made && cat made", folder.path + "/input", folder.path + "/out");
  BOOST_TEST((outcome.end == End::Done), outcome.errors);
  BOOST_TEST(outcome.output == "chữ");
  BOOST_TEST(fs::file_size(folder.path + "/out/made") == 5U);  // UTF-8
}

BOOST_AUTO_TEST_CASE(a_program_of_our_own_is_run_as_the_tool_and_no_other_one) {
  const Folder folder;
  fs::copy_file("/usr/bin/cat", folder.path + "/own");
  std::ofstream(folder.path + "/input") << "x";
  const auto never = [] { return false; };
  const Outcome outcome = run({{std::string{kOwnTool}, "/box/in"}, folder.path + "/input", "", {}, folder.path + "/own"}, kLimits, never);
  BOOST_TEST((outcome.end == End::Done), outcome.errors);
  BOOST_TEST(outcome.output == "x");
  BOOST_CHECK_THROW(static_cast<void>(run({{std::string{kOwnTool}}, "", ""}, kLimits, never)), std::logic_error);
  BOOST_CHECK_THROW(static_cast<void>(run({{folder.path + "/own"}, "", "", {}, folder.path + "/own"}, kLimits, never)), std::logic_error);
}

BOOST_AUTO_TEST_CASE(nothing_of_the_machine_is_there) {
  const Folder folder;
  std::ofstream(folder.path + "/input") << "x";
  const struct {
    const char* label;
    const char* script;
  } cases[] = {{"the machine's accounts", "cat /etc/passwd"},
               {"homes", "ls /root /home"},
               {"writing the input", "echo x > /box/in"},
               {"writing programs", "echo x > /usr/bin/x"},
               {"the environment", "test -n \"$SHOULD_NOT_BE_SEEN\""},
               {"other processes", "kill -0 $(( $PPID + 2 )) 2>/dev/null || ls /proc/1"},
               {"an interface that leads anywhere", "grep -v lo: /sys/class/net/* /proc/net/dev"}};
  ::setenv("SHOULD_NOT_BE_SEEN", "secret", 1);
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST((shell(c.script, folder.path + "/input").end == End::Failed)); }
}

BOOST_AUTO_TEST_CASE(the_network_is_not_there) {
  // A listener of this machine that a process outside reaches.
  const Outcome outcome = run({{"/usr/bin/perl", "-MIO::Socket::INET", "-e",
                                "exit(defined(IO::Socket::INET->new(PeerAddr=>'1.1.1.1',PeerPort=>53,Timeout=>2)) ? 0 : 7)"},
                               "",
                               ""},
                              kLimits, [] { return false; });
  BOOST_TEST((outcome.end == End::Failed));
  BOOST_TEST(outcome.code == 7);
}

BOOST_AUTO_TEST_CASE(a_hang_ends_with_its_time_and_takes_its_children_along) {
  const Folder folder;
  Limits limits = kLimits;
  limits.time = 1s;
  const auto begun = std::chrono::steady_clock::now();
  const Outcome outcome = shell("(while :; do sleep 1; date > alive; done) & sleep 1000", "", folder.path, limits);
  BOOST_TEST((outcome.end == End::TimedOut));
  BOOST_TEST((std::chrono::steady_clock::now() - begun < 5s));
  ::sleep(1);
  fs::remove(folder.path + "/alive");
  ::sleep(2);
  BOOST_TEST(!fs::exists(folder.path + "/alive"));  // nobody is left to write it
}

BOOST_AUTO_TEST_CASE(a_loop_ends_with_its_processor_time) {
  Limits limits = kLimits;
  limits.time = 1s;
  BOOST_TEST((shell("while :; do :; done", "", "", limits).end == End::TimedOut));
}

BOOST_AUTO_TEST_CASE(memory_and_files_have_a_limit) {
  const Folder folder;
  Limits limits = kLimits;
  limits.memory_bytes = 256ULL * 1024 * 1024;
  const Outcome greedy = shell("perl -e 'my $x = \"x\" x (1024*1024*1024); print length $x'", "", "", limits);
  BOOST_TEST((greedy.end == End::Failed || greedy.end == End::Crashed));
  BOOST_TEST(greedy.output.empty());
  limits.file_bytes = 1024 * 1024;
  const Outcome writer = shell("head -c 5000000 /dev/zero > big", "", folder.path, limits);
  BOOST_TEST((writer.end == End::Failed || writer.end == End::Crashed));
  BOOST_TEST(fs::file_size(folder.path + "/big") <= limits.file_bytes);
}

BOOST_AUTO_TEST_CASE(a_crash_and_a_refusal_are_told_apart) {
  const Outcome crash = shell("kill -SEGV $$");
  BOOST_TEST((crash.end == End::Crashed));
  BOOST_TEST(crash.code == SIGSEGV);
  const Outcome refusal = shell("echo xấu >&2; exit 3");
  BOOST_TEST((refusal.end == End::Failed));
  BOOST_TEST(refusal.code == 3);
  BOOST_TEST(refusal.errors == "xấu\n");
}

BOOST_AUTO_TEST_CASE(a_flood_of_words_is_cut_and_stopping_is_told) {
  const Outcome flood = shell("yes | head -c 3000000");
  BOOST_TEST((flood.end == End::Done));
  BOOST_TEST(flood.output.size() == 4096U);
  int asked = 0;
  const Outcome stopped = run({{"/usr/bin/sleep", "100"}, "", ""}, kLimits, [&asked] { return ++asked > 3; });
  BOOST_TEST((stopped.end == End::Stopped));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_bound_runs_nothing) {
  const Folder folder;
  const Outcome outcome = shell("echo made > /box/out/x", folder.path + "/khong-co", folder.path);
  BOOST_TEST((outcome.end == End::NoSandbox));
  BOOST_TEST(!outcome.errors.empty());
  BOOST_TEST(!fs::exists(folder.path + "/x"));
}

BOOST_AUTO_TEST_SUITE_END()
