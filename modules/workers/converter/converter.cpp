#include "modules/workers/converter/converter.h"

#include <filesystem>
#include <system_error>

#include <nlohmann/json.hpp>

#include "modules/workers/converter/document.h"
#include "modules/workers/converter/pdf.h"
#include "modules/workers/converter/picture.h"
#include "shared/base/log.h"
#include "shared/files/files.h"
#include "shared/files/judgement.h"

namespace portal::converter {
namespace {

using namespace std::chrono_literals;

constexpr unsigned kMostAttempts = 4;     // a file that takes the worker itself down each time is given up
constexpr auto kLookAgain = 30s;          // for a sandbox that was not to be had
constexpr auto kLongestWait = 60s;
constexpr auto kAskOfAnchors = 2s;
constexpr auto kScanAgain = 5s;           // of what waits for the scanner
constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kLargestOutput = 512 * kMega;

// The folder of one job, gone with it.
class Folder {
 public:
  explicit Folder(const files::Store& store) : path_(store.new_temporary()) { std::filesystem::create_directory(path_); }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

files::FileId file_of(const jobs::Job& job) {
  const auto json = nlohmann::json::parse(job.payload, nullptr, false);
  return json.is_object() && json.contains("file") && json["file"].is_number_unsigned() ? files::FileId{json["file"].get<std::uint64_t>()} : files::FileId{};
}

// How a format is made fit to be seen; nothing for one that nobody is given.
Making making_of(const files::Format* format) {
  if (format == nullptr) return nullptr;
  switch (format->family) {
    case files::Family::Picture:
      return make_picture;
    case files::Family::Document:
      return make_document;
    case files::Family::Pdf:
      return make_pdf;
  }
  return nullptr;
}

// Nothing is known of the signatures of a file whose report is none: none is verified.
files::Judgement unknown(const files::Trusted& trusted, base::UtcTime at) {
  files::Judgement judgement;
  judgement.at = at;
  judgement.anchors = trusted.digest;
  judgement.anchor_count = trusted.count;
  judgement.reasons = {signatures::Reason::Unreadable};
  return judgement;
}

files::Judgement judgement_of(const files::MadePdf& pdf, const files::Trusted& trusted, base::UtcTime at) {
  auto judgement = files::read_report(pdf.report, trusted, at);
  return judgement ? *std::move(judgement) : unknown(trusted, at);
}

}  // namespace

Converter::Converter(const worker::Setting& setting)
    : clock_(setting.clock),
      should_stop_(setting.should_stop),
      store_(setting.config.text("store_dir")),
      limits_{static_cast<std::uint64_t>(setting.config.number("sandbox_memory_mb")) * kMega, std::chrono::seconds{setting.config.number("sandbox_seconds")},
              kLargestOutput},
      scanner_(setting.config.text("clamd"), std::chrono::seconds{setting.config.number("clamd_seconds")}) {}

bool Converter::has_sandbox() {
  if (looked_at_ != base::UtcTime{} && (why_not_.empty() || clock_.now() - looked_at_ < kLookAgain)) return why_not_.empty();
  looked_at_ = clock_.now();
  why_not_ = sandbox::why_unavailable().value_or("");
  if (!why_not_.empty()) base::log(base::Level::Error, "no_sandbox", {{"why", std::string_view{why_not_}}});
  return why_not_.empty();
}

bool Converter::passes_scan(db::Connection& db, const jobs::Job& job, const files::ToConvert& file) {
  if (!scanner_.is_configured()) return true;
  const malware::Scanned scanned = scanner_.scan(store_.path_of(file.sha256), should_stop_);
  const auto id = static_cast<std::int64_t>(file.file.value);
  switch (scanned.end) {
    case malware::End::Clean:
      return true;
    case malware::End::Found:
      files::refuse_infected(db, file.file, scanned.words, clock_.now());
      base::log(base::Level::Warning, "file_infected", {{"file", id}, {"found", std::string_view{scanned.words}}});
      jobs::finish_job(db, job, clock_.now());
      return false;
    case malware::End::Unavailable:
      break;
  }
  files::keep_waiting(db, file.file, "Tệp chờ máy quét mã độc; khi máy quét chạy lại, tệp được xử lý tiếp.");
  base::log(base::Level::Error, "scanner_unavailable", {{"file", id}, {"why", std::string_view{scanned.words}}});
  jobs::wait_job(db, job, "scanner: " + scanned.words, clock_.now(), kScanAgain);
  return false;
}

void Converter::convert(db::Connection& db, const jobs::Job& job) {
  const auto file = files::to_convert(db, file_of(job));
  if (!file) return jobs::finish_job(db, job, clock_.now());  // done already: work is idempotent
  const auto id = static_cast<std::int64_t>(file->file.value);
  const Making making = making_of(file->format);
  if (making != nullptr && !passes_scan(db, job, *file)) return;
  if (making != nullptr && !has_sandbox()) {
    files::keep_waiting(db, file->file, "Máy chủ chưa chạy được hộp cách ly để xử lý tệp; tệp chờ ở khu cách ly. Xin báo quản trị mạng.");
    return jobs::wait_job(db, job, why_not_, clock_.now(), kLookAgain);
  }
  if (making == nullptr || job.attempts > kMostAttempts) {
    files::refuse(db, file->file, "Máy chủ không xử lý được tệp này sau nhiều lần thử. Hãy lưu lại dạng khác rồi gửi lại.", clock_.now());
    base::log(base::Level::Error, "file_given_up", {{"file", id}, {"attempts", std::int64_t{job.attempts}}});
    return jobs::finish_job(db, job, clock_.now());
  }
  const base::UtcTime begun = clock_.now();
  const Folder folder(store_);
  const bool is_pdf = file->format->family == files::Family::Pdf;
  const files::Trusted trusted = is_pdf ? files::trusted(db, begun) : files::Trusted{};
  const Made made = making({*file, store_.path_of(file->sha256), folder.path(), limits_, files::read_limits(db), should_stop_, trusted.pem, begun});
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.now() - begun).count();
  switch (made.end) {
    case Made::End::Later:
      looked_at_ = {};  // the sandbox may have gone meanwhile
      return jobs::retry_job(db, job, made.reason, clock_.now(), kLongestWait);
    case Made::End::Refused:
      files::refuse(db, file->file, made.reason, clock_.now());
      base::log(base::Level::Warning, "file_refused", {{"file", id}, {"ms", std::int64_t{ms}}, {"why", std::string_view{made.reason}}});
      break;
    case Made::End::Ready:
      files::make_ready(db, store_, file->file, {made.pictures, made.width, made.height, made.parts, made.pdf}, clock_.now(), [&] {
        if (made.pdf) files::put_judgement(db, file->file, judgement_of(*made.pdf, trusted, begun), clock_.now());
      });
      base::log(base::Level::Info, "file_ready",
                {{"file", id}, {"ms", std::int64_t{ms}}, {"made", static_cast<std::int64_t>(made.pictures.size() + made.parts.size())}});
      break;
  }
  if (file->is_given_out) jobs::add_job(db, files::kJudgedJob, job.payload, clock_.now());  // the articles that have it tell what is known now
  jobs::finish_job(db, job, clock_.now());
}

bool Converter::queues_unseen(db::Connection& db) {
  if (has_seen_all_ || jobs::has_open_job(db, files::kConvertJob)) return false;
  const std::size_t count = files::queue_unseen(db, clock_.now());
  has_seen_all_ = count == 0;
  if (count > 0) base::log(base::Level::Info, "files_never_looked_into", {{"count", static_cast<std::int64_t>(count)}});
  return count > 0;
}

bool Converter::work_once(db::Connection& db) {
  const auto job = jobs::claim_job(db, files::kConvertJob, "", clock_.now());
  if (!job) return false;
  try {
    convert(db, *job);
  } catch (const std::system_error& error) {  // the store's disk, or no process could be started: another time
    base::log(base::Level::Error, "file_not_converted", {{"why", std::string_view{error.what()}}});
    jobs::retry_job(db, *job, error.what(), clock_.now(), kLongestWait);
  }
  return true;
}

void Converter::judge_again(db::Connection& db) {
  const base::UtcTime now = clock_.now();
  if (now - judged_at_ < kAskOfAnchors) return;
  judged_at_ = now;
  const files::Trusted trusted = files::trusted(db, now);
  const auto outdated = files::to_judge_again(db, trusted.digest);
  if (outdated.empty() || !has_sandbox()) return;
  for (const files::ToJudge& one : outdated) {
    if (should_stop_()) return;
    const Folder folder(store_);
    const files::ToConvert file{one.file, one.sha256, 0, files::find_format("pdf")};
    const Order order{file, store_.path_of(one.sha256), folder.path(), limits_, files::default_limits(), should_stop_, trusted.pem, now};
    const Inspection inspection = inspect_pdf(order);
    if (inspection.outcome.end == sandbox::End::Stopped || inspection.outcome.end == sandbox::End::NoSandbox) return;
    db::in_transaction(db, [&] {
      files::put_judgement(db, one.file, inspection.inspected ? judgement_of(inspection.inspected->pdf, trusted, now) : unknown(trusted, now), clock_.now());
      return true;
    });
    base::log(base::Level::Info, "file_judged_again", {{"file", static_cast<std::int64_t>(one.file.value)}});
  }
  judged_at_ = {};  // there may be more
}

void Converter::work(db::Connection& db) {
  try {
    judge_again(db);
  } catch (const std::system_error& error) {
    base::log(base::Level::Error, "file_not_judged", {{"why", std::string_view{error.what()}}});
  }
  while (!should_stop_() && (work_once(db) || queues_unseen(db))) {
  }
}

}  // namespace portal::converter
