// SiteHolder: the newest SiteSnapshot with its menu and foot, shared by all request threads and read again about once a second in the background.
//
// A request takes the pointer once and keeps it until its answer is sent, so one page never mixes two states of the site. The pointer is
// the one shared_ptr of the program: an old snapshot must live exactly as long as the last request that began with it, and no single
// owner knows when that is. While the database is away the last snapshot stays (the pages read on).
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "shared/db/pool.h"
#include "shared/site/chrome.h"

namespace portal::site {

class SiteHolder {
 public:
  // Reads nothing yet: a program that only prints its routes needs no database. `pool` and `templates` must outlive the holder.
  SiteHolder(db::Pool& pool, const view::Templates& templates, std::chrono::milliseconds interval = std::chrono::milliseconds{1000})
      : pool_(pool), templates_(templates), interval_(interval) {}
  ~SiteHolder();
  SiteHolder(const SiteHolder&) = delete;
  SiteHolder& operator=(const SiteHolder&) = delete;

  // Never null. The first call reads the site and starts the background thread; throws db::Unavailable when it cannot, and the next call tries
  // again. Later calls take a pointer.
  [[nodiscard]] std::shared_ptr<const ShownSite> get() {
    auto now = current_.load(std::memory_order_acquire);
    return now ? now : read_first();
  }

 private:
  std::shared_ptr<const ShownSite> read_first();
  void refresh();
  void keep_fresh();

  db::Pool& pool_;
  const view::Templates& templates_;
  std::chrono::milliseconds interval_;
  std::atomic<std::shared_ptr<const ShownSite>> current_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace portal::site
