#include "modules/workers/scheduler/sweep.h"

#include "modules/workers/scheduler/queries.h"
#include "shared/base/log.h"
#include "shared/base/setting_limits.h"

namespace portal::scheduler {
namespace {

using base::UtcTime;

constexpr std::uint64_t kBlock = 1000;   // LIMIT of the statements
constexpr int kMostBlocks = 200;         // the rest waits for the next hour

std::int64_t days_of(db::Connection& db, std::string_view setting) {
  const base::SettingLimits* limits = base::find_limits(setting);
  if (limits == nullptr) throw std::logic_error(std::string{setting} + " has no limits");
  auto rows = db.query(sql::kSetting, setting);
  const auto days = rows.next() ? base::parse_within(*limits, rows.text(0)) : std::nullopt;
  return days.value_or(limits->fallback);
}

template <typename... Args>
std::int64_t drop(db::Connection& db, db::Sql statement, const Args&... args) {
  std::uint64_t dropped = 0;
  for (int block = 0; block < kMostBlocks; ++block) {
    const std::uint64_t gone = db.execute(statement, args...).affected;
    dropped += gone;
    if (gone < kBlock) break;
  }
  return static_cast<std::int64_t>(dropped);
}

}  // namespace

void sweep(db::Connection& db, const std::optional<UtcTime>& /*last*/, UtcTime now) {
  const auto before = [&](std::string_view setting) -> UtcTime { return now - std::chrono::hours(24 * days_of(db, setting)); };
  const std::int64_t forms = drop(db, sql::kSweepForms, before("keep_form_keys_days"));
  const std::int64_t failures = drop(db, sql::kSweepFailures, before("keep_failures_days"), now);
  const std::int64_t sessions = drop(db, sql::kSweepSessions, before("keep_sessions_days"));
  const std::int64_t drafts = drop(db, sql::kSweepDrafts, before("keep_drafts_days")) + drop(db, sql::kSweepClosedDrafts, before("keep_closed_drafts_days"));
  const std::int64_t jobs = drop(db, sql::kSweepJobs, before("keep_jobs_days"));
  const std::int64_t notices = drop(db, sql::kSweepNotices, before("keep_notices_days"));
  const std::int64_t mails = drop(db, sql::kSweepMail, before("keep_mail_days"));
  const std::int64_t links = drop(db, sql::kSweepLinks, before("keep_mail_days")) + drop(db, sql::kSweepAnswers, before("keep_mail_days")) +
                             drop(db, sql::kSweepWeb, before("keep_form_keys_days"));
  if (forms + failures + sessions + drafts + jobs + notices + mails + links == 0) return;
  base::log(base::Level::Info, "swept",
            {{"forms", forms}, {"failures", failures}, {"sessions", sessions}, {"drafts", drafts}, {"jobs", jobs}, {"notices", notices}, {"mails", mails},
             {"links", links}});
}

}  // namespace portal::scheduler
