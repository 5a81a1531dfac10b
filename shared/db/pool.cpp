#include "shared/db/pool.h"

namespace portal::db {

Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection)
    : pool_(&pool), connection_(std::move(connection)) {}

Lease::Lease(Lease&& other) noexcept
    : pool_(other.pool_), connection_(std::move(other.connection_)) {}

Lease::~Lease() {
  if (connection_) pool_->give_back(std::move(connection_));
}

std::unique_ptr<Connection> Pool::take_idle() {
  const std::scoped_lock lock(mutex_);
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Connection> connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

Lease Pool::lease() {
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, std::chrono::seconds(1), [this] { return in_use_ < limit_; }))
      throw Unavailable("no database connection came free");
    ++in_use_;
  }
  try {
    // Outside the lock: asking a connection is a system call, and closing a dead one more than that.
    while (std::unique_ptr<Connection> connection = take_idle())
      if (connection->is_usable()) return {*this, std::move(connection)};
    return {*this, std::make_unique<Connection>(options_)};
  } catch (...) {
    const std::scoped_lock lock(mutex_);
    --in_use_;
    freed_.notify_one();
    throw;
  }
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  const std::scoped_lock lock(mutex_);
  --in_use_;
  if (!connection->is_broken()) idle_.push_back(std::move(connection));
  freed_.notify_one();
}

}  // namespace portal::db
