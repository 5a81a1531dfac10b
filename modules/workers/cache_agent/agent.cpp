#include "modules/workers/cache_agent/agent.h"

#include <filesystem>

#include "shared/base/log.h"
#include "shared/jobs/job_queue.h"

namespace portal::cache_agent {
namespace {

constexpr std::string_view kKind = "cache.takedown";
constexpr std::chrono::seconds kRegisterEvery{10};
constexpr std::chrono::milliseconds kLongestWait{2000};  // a program that comes back is confirmed within this

std::string host_of(std::string_view origin) {
  const auto scheme = origin.find("://");
  if (scheme != std::string_view::npos) origin.remove_prefix(scheme + 3);
  return std::string{origin.substr(0, origin.find(':'))};
}

}  // namespace

Agent::Agent(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop)
    : clock_(clock),
      should_stop_(std::move(should_stop)),
      node_(config.text("node")),
      cursor_folder_(config.text("cache_dir") + "/cursor"),
      nginx_(config.text("purge_socket"), config.text("nginx_socket"), host_of(config.text("public_origin"))) {}

void Agent::purge(const Takedown& takedown) {
  for (const CacheEntry& entry : entries_to_purge(takedown)) nginx_.purge(entry.zone, entry.key);
}

void Agent::empty_cursor_zone() {
  namespace fs = std::filesystem;
  // nginx treats an entry whose file is missing as not cached. Files may go away under us: nginx itself removes old ones.
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(cursor_folder_, error); at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (error) break;
    std::error_code gone;
    if (at->is_regular_file(gone)) fs::remove(at->path(), gone);
  }
}

std::string Agent::confirm(const Takedown& takedown) {
  for (const Question& question : questions(takedown)) {
    if (should_stop_()) return "stopped before every address was asked";
    const Answer answer = nginx_.ask(question.path, question.encoding);
    if (std::string why = why_not_confirmed(question, takedown, answer.status, answer.body); !why.empty()) return why;
  }
  return {};
}

std::string Agent::take_down(const Takedown& takedown) {
  try {
    purge(takedown);
    empty_cursor_zone();
    return confirm(takedown);
  } catch (const NoAnswer& error) {
    return error.what();
  }
}

void Agent::work(db::Connection& db) {
  if (clock_.now() - registered_at_ >= kRegisterEvery) {
    jobs::register_node(db, node_, clock_.now());
    registered_at_ = clock_.now();
  }
  while (!should_stop_()) {
    const auto job = jobs::claim_job(db, kKind, node_, clock_.now());
    if (!job) return;
    const base::UtcTime begun = clock_.now();
    const auto takedown = parse_takedown(job->payload);
    const std::string why = takedown ? take_down(*takedown) : "the job's payload is not a list of addresses";
    const auto item = static_cast<std::int64_t>(job->item.value);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.now() - begun).count();
    if (why.empty()) {
      jobs::finish_job(db, *job, clock_.now());
      base::log(base::Level::Info, "takedown_confirmed",
                {{"item", item}, {"addresses", static_cast<std::int64_t>(takedown->addresses.size())}, {"ms", std::int64_t{ms}}});
      continue;
    }
    jobs::retry_job(db, *job, why, clock_.now(), kLongestWait);
    const auto level = job->attempts == 5 ? base::Level::Error : base::Level::Warning;
    if (job->attempts <= 5 || job->attempts % 100 == 0)
      base::log(level, "takedown_not_confirmed", {{"item", item}, {"attempts", std::int64_t{job->attempts}}, {"why", std::string_view{why}}});
  }
}

}  // namespace portal::cache_agent
