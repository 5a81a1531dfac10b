#include "shared/site/holder.h"

#include <csignal>

#include "shared/base/log.h"

namespace portal::site {
namespace {

// The thread must not be the one that SIGTERM interrupts: the server's main loop waits for it.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }

  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

SiteHolder::~SiteHolder() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const ShownSite> SiteHolder::read_first() {
  const std::lock_guard lock(mutex_);
  if (!current_.load(std::memory_order_acquire)) {
    refresh();
    const BlockedSignals blocked;
    thread_ = std::thread([this] { keep_fresh(); });
  }
  return current_.load(std::memory_order_acquire);
}

void SiteHolder::refresh() {
  auto lease = pool_.lease();
  auto fresh = SiteSnapshot::load(*lease);
  const auto now = current_.load(std::memory_order_acquire);
  if (!now || !(now->snapshot == fresh)) current_.store(std::make_shared<const ShownSite>(templates_, std::move(fresh)), std::memory_order_release);
}

void SiteHolder::keep_fresh() {
  bool was_away = false;
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, interval_, [this] { return stop_; })) {
    lock.unlock();
    try {
      refresh();
      if (was_away) base::log(base::Level::Info, "site_snapshot_back");
      was_away = false;
    } catch (const std::exception& error) {
      if (!was_away) base::log(base::Level::Warning, "site_snapshot_kept", {{"why", std::string_view{error.what()}}});
      was_away = true;
    }
    lock.lock();
  }
}

}  // namespace portal::site
