// query_check SOCKET SECRETS_DIR: prepares every statement of every kAllQueries with the database account of each program that may run it, so
// that a column that does not exist or a table without a grant is found before a visitor finds it. One line per fault; exit 1 when there is one.
//
// kPrograms says which sets a program links. A set is whole for an account, but for the statements named beside it: those the account is meant
// to be refused (a statement named there that prepares is a fault too, so that the list cannot grow stale).
#include <algorithm>
#include <fstream>
#include <iostream>
#include <span>
#include <vector>

#include "modules/admin/account/queries.h"
#include "modules/admin/anchors/queries.h"
#include "modules/admin/mail/queries.h"
#include "modules/admin/overview/queries.h"
#include "modules/admin/calendar/queries.h"
#include "modules/admin/calendar_queries.h"
#include "modules/admin/duties/queries.h"
#include "modules/admin/feeds/queries.h"
#include "modules/admin/intake/queries.h"
#include "modules/admin/people/queries.h"
#include "modules/admin/rights/queries.h"
#include "modules/admin/search/queries.h"
#include "modules/admin/sections/queries.h"
#include "modules/admin/senders/queries.h"
#include "modules/admin/site_queries.h"
#include "modules/admin/work/queries.h"
#include "modules/import_api/queries.h"
#include "modules/news/office/queries.h"
#include "modules/news/public/queries.h"
#include "modules/news/queries.h"
#include "modules/qa/queries.h"
#include "modules/workers/feeds/queries.h"
#include "modules/workers/intake/queries.h"
#include "modules/workers/mailer/queries.h"
#include "modules/workers/scheduler/queries.h"
#include "shared/access/queries.h"
#include "shared/db/connection.h"
#include "shared/duty/queries.h"
#include "shared/files/queries.h"
#include "shared/drafts/queries.h"
#include "shared/intake/queries.h"
#include "shared/jobs/queries.h"
#include "shared/mail/queries.h"
#include "shared/notices/queries.h"
#include "shared/office/queries.h"
#include "shared/site/queries.h"
#include "shared/workflow/queries.h"
#include "shared/workflow/request_queries.h"
#include "shared/workflow/unit_queries.h"
#include "tools/portal_cli/queries.h"

namespace {

using namespace portal;

struct Set {
  std::string_view name;
  std::span<const db::Sql> all;
  std::vector<db::Sql> refused;
};

struct Account {
  std::string_view name;
  std::vector<Set> sets;
};

// Logging in is admin's; the others only look at sessions (and news-office notes that one is in use).
const std::vector<db::Sql> kLogin{access::kAddSession, access::kEndSession, access::kEndSessionsOfAccount, access::kDropExpired, access::kNoteLogin,
                                  access::kUseTotpStep, access::kThrottle, access::kNoteFailure, access::kForgetFailures};
// admin reads items and moves none.
const std::vector<db::Sql> kMoving{workflow::kTickCheck, workflow::kUntickCheck, workflow::kCreateItem, workflow::kReceiveItem,
                                   workflow::kAddVersion, workflow::kSetVersion, workflow::kMoveItem, workflow::kAddOriginal, workflow::kPurgeOriginals, workflow::kAddSchedule, workflow::kReplaceSchedules,
                                   workflow::kEndSchedule, workflow::kSetTitle, workflow::kPurgeItem,
                                   workflow::kPurgeDrafts, workflow::kPurgeRequests, workflow::kPurgeFlags,
                                   workflow::kAddFlag, workflow::kEndFlags};
const std::vector<db::Sql> kAsking{workflow::kAddRequest, workflow::kEndRequest, workflow::kAddLetter, workflow::kLetters};
// What is posted or withdrawn at its time ends the requests about it; nobody is asked and no letter is written.
const std::vector<db::Sql> kAsked{workflow::kAddRequest, workflow::kAddLetter, workflow::kLetters};
// The scheduler posts, withdraws and tells; it writes no text, makes no item and assesses nothing.
const std::vector<db::Sql> kByPeople{workflow::kHistory,      workflow::kChecklist,  workflow::kMissingChecks, workflow::kTickCheck,
                                     workflow::kTickedChecks, workflow::kUntickCheck, workflow::kGround,       workflow::kNextCounter,
                                     workflow::kCreateItem,   workflow::kAddVersion, workflow::kRememberForm,  workflow::kAddSchedule,
                                     workflow::kSectionSteps, workflow::kAddFlag, workflow::kAddOriginal, workflow::kPurgeOriginals};
// Acts write into the outbox and count what was not sent; taking from it is the mailer's, one's own choice admin's.
const std::vector<db::Sql> kSending{mail::kTake, mail::kFreeHolder, mail::kFreeAbandoned, mail::kEnd, mail::kSent, mail::kSetMode, mail::kCancelReady, mail::kBounced};
// What the mailer makes words of.
constexpr std::array kReadingNotices{notices::kOne, notices::kUnread};
constexpr std::array kReadingLetters{workflow::kLetters, workflow::kOutsideSender};
constexpr std::array kReckoningDays{duty::kRevision, duty::kCalendars, duty::kHours, duty::kYears, duty::kDays, duty::kDuties, duty::kUnitCalendars};
constexpr std::array kAskingForUnit{workflow::kUnitEnded};
constexpr std::array kActing{access::kAccountPerson, access::kRoles};
// Calendar and duties are changed in admin; an act on an item moves its clocks, begins and ends their pauses.
const std::vector<db::Sql> kKeepingCalendar{duty::kBumpCalendar, duty::kPutYear, duty::kPutDay,  duty::kDropDay,
                                            duty::kDropHours,    duty::kAddHours,     duty::kAddDuty, duty::kEndDuty, duty::kEditDuty,
                                            duty::kOweRecompute, duty::kOwedRecomputes, duty::kSettleRecompute};
// The scheduler begins clocks and lets none stand.
const std::vector<db::Sql> kKeepingCalendarAndPausing{duty::kBumpCalendar, duty::kPutYear,  duty::kPutDay,   duty::kDropDay,  duty::kDropHours,
                                                      duty::kAddHours,     duty::kAddDuty,  duty::kEndDuty,  duty::kEditDuty, duty::kAddPause, duty::kOweRecompute};
const std::vector<db::Sql> kKeepingCalendarByTool{duty::kDropDay,      duty::kDropHours,      duty::kEndDuty,        duty::kEditDuty,
                                                  duty::kOweRecompute, duty::kOwedRecomputes, duty::kSettleRecompute};
// Of the section library admin links only what follows a change of the section tree (modules/news/relist.h).
constexpr std::array kRelisting{news::sql::kTree,           news::sql::kHoldTree,    news::sql::kCountDownSection, news::sql::kUnlistSection,
                                news::sql::kListSection,    news::sql::kCountUpSection, news::sql::kDropEmptyMonths};

// admin names matters in inbox, search and lists; it reads neither what readers wrote nor the timeline, and moves none.
constexpr std::array kNamingMatters{qa::sql::kMatter, qa::sql::kListAll, qa::sql::kListRouted, qa::sql::kRoutes, qa::sql::kClockIdsOf};
// qa-office shows the office's frame, its counts and “Vì sao hạn này?”; no panel of an item.
const std::vector<db::Sql> kPanel{office::kDraftOwners, office::kGrounds, office::kTakedown, office::kOpenTakedowns};
constexpr std::array kMattersWorkflow{workflow::kNextCounter,  workflow::kLastAudit, workflow::kAddAudit,
                                      workflow::kAddAuditNote, workflow::kFindForm,  workflow::kRememberForm};
// It begins and ends clocks and lets none stand.
const std::vector<db::Sql> kKeepingCalendarAndStanding{duty::kBumpCalendar, duty::kPutYear,  duty::kPutDay,       duty::kDropDay,      duty::kDropHours,
                                                       duty::kAddHours,     duty::kAddDuty,  duty::kEndDuty,      duty::kEditDuty,     duty::kAddPause,
                                                       duty::kOweRecompute, duty::kOwedRecomputes, duty::kSettleRecompute};

constexpr std::array kAddingToTrail{workflow::kLastAudit, workflow::kAddAudit, workflow::kAddAuditNote};
// The converter knows blobs and, of items, who has one; the scheduler takes nothing in and looks into nothing; the tool only compares.
const std::vector<db::Sql> kFilesOfItems{files::kAddUse, files::kUsedElsewhere, files::kUnused, files::kLockUnused, files::kDropFile};
const std::vector<db::Sql> kFilesReceived{files::kAddFile, files::kQuarantine, files::kAddUse, files::kAddPicture, files::kAddPart, files::kPutPdf, files::kMakeReady, files::kRefuse, files::kWaits,
                                          files::kPutJudgement, files::kDropSignatures, files::kAddSignature};
// What was judged is told anew.
constexpr std::array kTakingJobs{jobs::kClaimNext, jobs::kJob, jobs::kFreeAbandoned, jobs::kFinish, jobs::kRetry};
constexpr std::array kFilesOfThings{files::kPictures, files::kParts};
constexpr std::array kFilesRead{files::kUsesOfItem, files::kUsedElsewhere, files::kUse, files::kPictures, files::kParts, files::kHasFile, files::kFilesAfter, files::kTrusted,
                               files::kJudgement, files::kSignatures};

// The register: what the office reads and moves, and enters at its counter; what a section needs to make an item of a thing; what the worker asks and writes.
const std::vector<db::Sql> kTakingIn{intake::sql::kAddLink, intake::sql::kNewAnswers, intake::sql::kLinkOf, intake::sql::kEndAnswer,
                                     intake::sql::kNewWeb,  intake::sql::kHoldWeb,    intake::sql::kEndWeb, intake::sql::kIsWebWaiting};
constexpr std::array kMakingItems{intake::sql::kIntake, intake::sql::kHoldIntake, intake::sql::kSetIntake, intake::sql::kBody, intake::sql::kFilesOf,
                                  intake::sql::kAboutItem, intake::sql::kByItem, intake::sql::kThread};
const std::vector<db::Sql> kReadingThings{intake::sql::kPurgedWords, intake::sql::kBody,     intake::sql::kFilesOf,       intake::sql::kAddLink,
                                          intake::sql::kTimeline, intake::sql::kBodyMismatch};
constexpr std::array kWritingReceipts{intake::sql::kIntake, intake::sql::kGround, intake::sql::kAddLink, intake::sql::kTrackOf};
constexpr std::array kCheckingThings{intake::sql::kStateMismatch, intake::sql::kBodyMismatch, intake::sql::kPurgedWords};
// Registering alone, by a program that reads nothing of the register.
constexpr std::array kAddingThings{intake::sql::kAddIntake, intake::sql::kAddBody};
constexpr std::array kAddingFiles{intake::sql::kAddIntakeFile};
constexpr std::array kKnowingSenders{intake::sql::kPersonsByAddress, intake::sql::kUnitsByAddress};
constexpr std::array kTellingOnly{notices::kTell, notices::kToMail, notices::kWithRole, notices::kWithDelegation};
constexpr std::array kQueueingOnly{mail::kSetting, mail::kQueue};
constexpr std::array kTellingOfThings{notices::kTell, notices::kSettleCauses, notices::kToMail, notices::kWithRole, notices::kWithDelegation};
constexpr std::array kQueueingMail{mail::kSetting, mail::kQueue, mail::kQueueOnce, mail::kBounced};
constexpr std::array kKeepingBlobs{files::kSetting, files::kAddFile, files::kQuarantine, files::kFileState};
constexpr std::array kWritingTrail{workflow::kNextCounter, workflow::kLastAudit, workflow::kAddAudit, workflow::kAddAuditNote};
constexpr std::array kAddingJobs{jobs::kAddJob};

std::vector<Account> accounts() {
  return {
      {"portal_news", {{"site", site::kAllQueries, {}}, {"news/public", news::kAllQueries, {}}}},
      {"portal_news_office",
       {{"access", access::kAllQueries, kLogin},
        {"office", office::kAllQueries, {}},
        {"workflow", workflow::kAllQueries, {}},
        {"workflow (requests)", workflow::kRequestQueries, {}},
        {"duty", duty::kAllQueries, kKeepingCalendar},
        {"jobs", jobs::kAllQueries, {jobs::kRegisterNode}},
        {"site", site::kAllQueries, {}},
        {"news", news::sql::kAllQueries, {}},
        {"news/office", news::office_sql::kAllQueries, {}},
        {"workflow (units)", kAskingForUnit, {}},
        {"drafts", drafts::kAllQueries, {}},
        {"files", files::kAllQueries, {files::kDropPictures, files::kAddPicture, files::kDropParts, files::kAddPart, files::kPutPdf, files::kDropFile,
          files::kPutJudgement, files::kDropSignatures, files::kAddSignature}},
        {"intake (making items)", kMakingItems, {}},
        {"mail", mail::kAllQueries, kSending},
        {"notices", notices::kAllQueries, {}}}},
      {"portal_qa_office",
       {{"access", access::kAllQueries, kLogin},
        {"office", office::kAllQueries, kPanel},
        {"workflow (matters)", kMattersWorkflow, {}},
        {"duty", duty::kAllQueries, kKeepingCalendarAndStanding},
        {"qa", qa::sql::kAllQueries, {}},
        {"mail", mail::kAllQueries, kSending},
        {"notices", notices::kAllQueries, {}}}},
      {"portal_admin",
       {{"access", access::kAllQueries, {}},
        {"office", office::kAllQueries, {office::kDraftOwners}},  // the panel's, which admin does not show
        {"workflow", workflow::kAllQueries, kMoving},
        {"workflow (requests)", workflow::kRequestQueries, kAsking},
        {"duty", duty::kAllQueries, {}},
        {"jobs", jobs::kAllQueries, {jobs::kRegisterNode}},
        {"news (relisting)", kRelisting, {}},
        {"admin/account", admin::account_sql::kAllQueries, {}},
        // It plans a unit's end; the scheduler carries it out.
        {"workflow (units)", workflow::kUnitQueries, {workflow::kMoveItemUnit}},
        {"admin/anchors", admin::anchor_sql::kAllQueries, {}},
        {"admin/intake", admin::intake_sql::kAllQueries, {}},
        {"intake", intake::sql::kAllQueries, kTakingIn},
        {"files (keeping)", kKeepingBlobs, {}},
        {"files (of things)", kFilesOfThings, {}},
        {"admin/feeds", admin::feed_sql::kAllQueries, {}},
        {"admin/senders", admin::sender_sql::kAllQueries, {}},
        {"admin/mail", admin::mail_sql::kAllQueries, {}},
        {"mail", mail::kAllQueries, {}},
        {"admin/overview", admin::overview_sql::kAllQueries, {}},
        {"admin/people", admin::people_sql::kAllQueries, {}},
        {"admin/rights", admin::rights_sql::kAllQueries, {}},
        {"admin/search", admin::search_sql::kAllQueries, {}},
        {"admin/sections", admin::section_sql::kAllQueries, {}},
        {"admin/calendar", admin::calendar_admin_sql::kAllQueries, {}},
        {"admin/calendar publisher", admin::calendar_sql::kAllQueries, {}},
        {"admin/duties", admin::duty_admin_sql::kAllQueries, {}},
        {"admin/site", admin::site_sql::kAllQueries, {}},
        {"admin/work", admin::work_sql::kAllQueries, {}},
        {"qa (naming)", kNamingMatters, {}},
        {"notices", notices::kAllQueries, {}}}},
      {"portal_cache_agent", {{"jobs", jobs::kAllQueries, {jobs::kQueueForEveryNode, jobs::kAddJob}}}},
      {"portal_converter",
       {{"jobs", jobs::kAllQueries, {jobs::kQueueForEveryNode, jobs::kRegisterNode}}, {"files", files::kAllQueries, kFilesOfItems},
        {"workflow (trail)", kAddingToTrail, {}}}},
      {"portal_scheduler",
       {{"scheduler", scheduler::sql::kAllQueries, {}},
        {"access (acting)", kActing, {}},
        {"workflow", workflow::kAllQueries, kByPeople},
        {"workflow (requests)", workflow::kRequestQueries, kAsked},
        {"workflow (units)", workflow::kUnitQueries, {}},
        {"admin/site (units)", admin::site_sql::kUnitQueries, {}},
        {"news", news::sql::kAllQueries, {news::sql::kBeginArticle, news::sql::kAddVersion}},
        {"duty", duty::kAllQueries, kKeepingCalendarAndPausing},
        {"files", files::kAllQueries, kFilesReceived},
        {"jobs (taking)", kTakingJobs, {}},
        {"mail", mail::kAllQueries, kSending},
        {"notices", notices::kAllQueries, {}}}},
      {"portal_mailer",
       {{"mailer", mailer::sql::kAllQueries, {}},
        {"mail", mail::kAllQueries, {mail::kSetMode}},
        {"notices (reading)", kReadingNotices, {}},
        {"workflow (letters)", kReadingLetters, {}},
        {"intake (receipts)", kWritingReceipts, {}},
        {"duty (calendars)", kReckoningDays, {}}}},
      {"portal_intake",
       {{"intake worker", intake::worker_sql::kAllQueries, {}},
        {"intake", intake::sql::kAllQueries, kReadingThings},
        {"mail (queueing)", kQueueingMail, {}},
        {"notices (telling)", kTellingOfThings, {}},
        {"files (keeping)", kKeepingBlobs, {}},
        {"workflow (trail)", kWritingTrail, {}},
        {"jobs (adding)", kAddingJobs, {}}}},
      {"portal_import_api",
       {{"import-api", import_api::sql::kAllQueries, {}},
        {"intake (adding)", kAddingThings, {}},
        {"intake (files)", kAddingFiles, {}},
        {"intake (senders)", kKnowingSenders, {}},
        {"mail (queueing)", kQueueingOnly, {}},
        {"notices (telling)", kTellingOnly, {}},
        {"files (keeping)", kKeepingBlobs, {}},
        {"workflow (trail)", kWritingTrail, {}},
        {"jobs (adding)", kAddingJobs, {}}}},
      {"portal_feeds",
       {{"feeds", feeds::sql::kAllQueries, {}},
        {"intake (adding)", kAddingThings, {}},
        {"mail (queueing)", kQueueingOnly, {}},
        {"notices (telling)", kTellingOnly, {}},
        {"workflow (trail)", kWritingTrail, {}}}},
      {"portal_cli",
       {{"access", access::kAllQueries, {access::kAddSession, access::kNoteFailure}},
        {"workflow", workflow::kAllQueries, {workflow::kRememberForm, workflow::kPurgeDrafts}},
        {"workflow (requests)", workflow::kRequestQueries, {}},
        {"duty", duty::kAllQueries, kKeepingCalendarByTool},
        {"jobs", jobs::kAllQueries, {jobs::kRegisterNode}},
        {"news", news::sql::kAllQueries, {}},
        {"admin/calendar publisher", admin::calendar_sql::kAllQueries, {}},
        {"admin/site", admin::site_sql::kAllQueries, {}},
        {"mail", mail::kAllQueries, {mail::kSetMode}},
        {"notices", notices::kAllQueries, {}},
        {"qa", qa::sql::kAllQueries, {}},
        {"intake (checking)", kCheckingThings, {}},
        {"files", kFilesRead, {}},
        {"cli", cli::kAllQueries, {}}}},
  };
}

std::string password_of(const std::string& folder, std::string_view account) {
  std::ifstream file(folder + "/" + std::string{account});
  std::string line;
  if (!std::getline(file, line) || line.empty()) throw std::runtime_error(std::string{account} + ": no password in " + folder);
  return line;
}

// Why the statement does not prepare; "" when it does.
std::string refusal(db::Connection& connection, db::Sql sql) {
  try {
    connection.check(sql);
    return "";
  } catch (const db::SqlError& error) {
    return error.what();
  }
}

int check(const Set& set, std::string_view account, db::Connection& connection) {
  int faults = 0;
  for (const db::Sql& sql : set.all) {
    const bool is_refused = std::ranges::find(set.refused, sql.text(), &db::Sql::text) != set.refused.end();
    const std::string why = refusal(connection, sql);
    if (why.empty() != is_refused) continue;
    ++faults;
    std::cout << account << ": " << set.name << ": " << (is_refused ? "prepares, though query_check.cpp says it is refused" : why) << "\n    "
              << sql.text() << '\n';
  }
  return faults;
}

int run(const std::string& socket, const std::string& secrets) {
  int faults = 0;
  std::size_t tried = 0;
  for (const Account& account : accounts()) {
    db::ConnectOptions options;
    options.socket = socket;
    options.database = "portal";
    options.user = account.name;
    options.password = password_of(secrets, account.name);
    db::Connection connection(options);
    for (const Set& set : account.sets) {
      faults += check(set, account.name, connection);
      tried += set.all.size();
    }
  }
  std::cout << tried << " statements, " << faults << " faults\n";
  return faults == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: query_check SOCKET SECRETS_DIR\n";
    return 2;
  }
  try {
    return run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "query_check: " << error.what() << '\n';
    return 2;
  }
}
