// FeedWorker: reads the channels of other portals when their time has come, and registers each entry that is new, once (D2.3, D3.2d). Nothing is published
// by it.
#pragma once

#include <set>

#include "modules/workers/feeds/fetch.h"
#include "shared/feed/feed.h"
#include "shared/files/store.h"
#include "shared/intake/model.h"
#include "shared/intake/register.h"
#include "shared/worker/worker.h"

namespace portal::feeds {

using SourceId = base::Id<struct SourceTag>;

struct Source {
  SourceId id;
  std::string name, address;
  intake::Sender sender;  // who answers for it there (D9.1b)
  std::chrono::minutes every{60};
  base::UtcTime from;     // what was published before is not taken
  std::int64_t failures = 0;
};

// What an entry becomes in the register; nothing when there is nothing in it to read. Pure.
[[nodiscard]] std::optional<intake::NewIntake> thing_of(const Source& source, const feed::Entry& entry, base::UtcTime now);

class FeedWorker final : public worker::Worker {
 public:
  explicit FeedWorker(const worker::Setting& setting);
  void work(db::Connection& db) override;

 private:
  [[nodiscard]] std::vector<Source> due(db::Connection& db) const;
  [[nodiscard]] bool claim(db::Connection& db, const Source& source) const;
  void read(db::Connection& db, const Source& source);
  // False when the program is to stop.
  [[nodiscard]] bool take_all(db::Connection& db, const Source& source, const feed::Feed& feed);
  // The thing that was registered; unset when it is known, older than the source's beginning, or empty.
  intake::IntakeId take(db::Connection& db, const Source& source, const feed::Entry& entry);
  void fail(db::Connection& db, const Source& source, const std::string& error) const;

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  Fetcher fetcher_;
  files::Store store_{""};  // entries bring no files
  base::UtcTime looked_at_{}, beat_at_{};
};

}  // namespace portal::feeds
