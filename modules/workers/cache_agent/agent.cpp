#include "modules/workers/cache_agent/agent.h"

#include <algorithm>
#include <filesystem>

#include "shared/base/log.h"

namespace portal::cache_agent {
namespace {

constexpr std::chrono::seconds kRegisterEvery{10};
constexpr std::chrono::milliseconds kLongestWait{2000};  // a program that comes back is confirmed within this

std::string host_of(std::string_view origin) {
  const auto scheme = origin.find("://");
  if (scheme != std::string_view::npos) origin.remove_prefix(scheme + 3);
  return std::string{origin.substr(0, origin.find(':'))};
}

}  // namespace

const Agent::Task Agent::kTasks[] = {{"cache.takedown", "takedown_confirmed", "takedown_not_confirmed", &Agent::take_down},
                                     {"cache.refresh", "pages_refreshed", "pages_not_refreshed", &Agent::refresh},
                                     {"cache.sections", "sections_confirmed", "sections_not_confirmed", &Agent::follow_sections}};

Agent::Agent(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop)
    : clock_(clock),
      should_stop_(std::move(should_stop)),
      node_(config.text("node")),
      cache_folder_(config.text("cache_dir")),
      origin_(config.text("public_origin")),
      nginx_(config.text("purge_socket"), config.text("nginx_socket"), host_of(config.text("public_origin"))) {}

void Agent::empty_zone(std::string_view zone) {
  namespace fs = std::filesystem;
  // nginx treats an entry whose file is missing as not cached. Files may go away under us: nginx itself removes old ones.
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(cache_folder_ + "/" + std::string{zone}, error); at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (error) break;
    std::error_code gone;
    if (at->is_regular_file(gone)) fs::remove(at->path(), gone);
  }
}

std::string Agent::confirm(const std::vector<Question>& questions, const std::function<bool(std::string_view body)>& leads) {
  for (const Question& question : questions) {
    if (should_stop_()) return "stopped before every address was asked";
    const Answer answer = nginx_.ask(question.path, question.encoding);
    const bool is_led = question.expect == Expect::NoLink && leads(answer.body);
    if (std::string why = why_not_confirmed(question, answer.status, is_led); !why.empty()) return why;
  }
  return {};
}

std::string Agent::take_down(std::string_view payload) {
  const auto takedown = parse_takedown(payload);
  if (!takedown) return "the job's payload is not a list of addresses";
  for (const CacheEntry& entry : entries_to_purge(*takedown)) nginx_.purge(entry.zone, entry.key);
  empty_zone("cursor");
  return confirm(questions(*takedown), [&](std::string_view body) { return leads_to(body, takedown->page()); });
}

// Made again over what is kept, and never taken out: while a program is down readers keep the page that they have. One that cannot be made now is made
// by its next reader.
std::string Agent::refresh(std::string_view payload) {
  for (const std::string& page : parse_refresh(payload))
    for (const std::string_view encoding : kEncodings) {
      if (should_stop_()) return "stopped before every page was made again";
      static_cast<void>(nginx_.refresh(page, encoding));
    }
  return {};
}

// Every page of the site shows the tree in its menu, so every page goes. Until the programs have made them again there is nothing stale to fall back
// on; that is a second's traffic.
std::string Agent::follow_sections(std::string_view payload) {
  const auto change = parse_section_change(payload);
  if (!change) return "the job's payload is not a list of paths";
  for (const std::string_view zone : {"fragments", "home", "pages", "cursor"}) empty_zone(zone);
  return confirm(questions(*change), [&](std::string_view body) {
    return std::any_of(change->gone.begin(), change->gone.end(), [&](const std::string& path) { return leads_below(body, origin_, path); });
  });
}

bool Agent::work_once(db::Connection& db, const Task& task) {
  const auto job = jobs::claim_job(db, task.kind, node_, clock_.now());
  if (!job) return false;
  const base::UtcTime begun = clock_.now();
  std::string why;
  try {
    why = (this->*task.run)(job->payload);
  } catch (const NoAnswer& error) {
    why = error.what();
  }
  const auto item = static_cast<std::int64_t>(job->item.value);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.now() - begun).count();
  if (why.empty()) {
    jobs::finish_job(db, *job, clock_.now());
    base::log(base::Level::Info, task.done, {{"item", item}, {"ms", std::int64_t{ms}}});
    return true;
  }
  jobs::retry_job(db, *job, why, clock_.now(), kLongestWait);
  const auto level = job->attempts == 5 ? base::Level::Error : base::Level::Warning;
  if (job->attempts <= 5 || job->attempts % 100 == 0)
    base::log(level, task.not_done, {{"item", item}, {"attempts", std::int64_t{job->attempts}}, {"why", std::string_view{why}}});
  return true;
}

void Agent::work(db::Connection& db) {
  if (registered_at_ == base::UtcTime{})  // what a killed predecessor held does not wait for its claim to end
    for (const Task& task : kTasks) jobs::free_claims(db, task.kind, node_);
  if (clock_.now() - registered_at_ >= kRegisterEvery) {
    jobs::register_node(db, node_, clock_.now());
    registered_at_ = clock_.now();
  }
  while (!should_stop_())
    if (std::none_of(std::begin(kTasks), std::end(kTasks), [&](const Task& task) { return work_once(db, task); })) return;
}

}  // namespace portal::cache_agent
