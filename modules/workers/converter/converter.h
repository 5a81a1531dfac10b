// Converter: claims the jobs of files in quarantine and brings each out of it: made anew and ready, or refused with the reason.
#pragma once

#include <functional>

#include "modules/workers/converter/making.h"
#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/files/store.h"
#include "shared/jobs/job_queue.h"
#include "shared/malware/scanner.h"
#include "shared/sandbox/sandbox.h"
#include "shared/worker/worker.h"

namespace portal::converter {

class Converter final : public worker::Worker {
 public:
  explicit Converter(const worker::Setting& setting);

  // Every job that is ready. Throws db::Unavailable.
  void work(db::Connection& db) override;

 private:
  // False when no job is ready.
  bool work_once(db::Connection& db);
  void convert(db::Connection& db, const jobs::Job& job);
  // Whether there are PDFs that came before they were looked into; they are queued behind everything that comes in.
  bool queues_unseen(db::Connection& db);
  // The signatures of what was judged under other trusted certificates (D9.1c), once more.
  void judge_again(db::Connection& db);
  // Whether the bytes may go on: true when nothing was found in them, or nobody scans here. Otherwise the job has been answered.
  bool passes_scan(db::Connection& db, const jobs::Job& job, const files::ToConvert& file);
  // Whether tools can be run here; looked at again from time to time while they cannot.
  bool has_sandbox();

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  files::Store store_;
  sandbox::Limits limits_;
  malware::Scanner scanner_;
  std::string why_not_;          // why there is no sandbox; "" when there is one
  base::UtcTime looked_at_;
  base::UtcTime judged_at_;
  bool has_seen_all_ = false;  // every PDF was looked into; what comes from now on is
};

}  // namespace portal::converter
