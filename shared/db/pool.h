// Pool: connections shared by a program's threads. A lease returns its connection at the end, or drops it when it broke.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "shared/db/connection.h"

namespace portal::db {

class Pool;

class Lease {
 public:
  Lease(Pool& pool, std::unique_ptr<Connection> connection);
  ~Lease();
  Lease(Lease&& other) noexcept;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease& operator=(Lease&&) = delete;

  [[nodiscard]] Connection& operator*() const { return *connection_; }
  [[nodiscard]] Connection* operator->() const { return connection_.get(); }

 private:
  Pool* pool_;
  std::unique_ptr<Connection> connection_;
};

class Pool {
 public:
  Pool(ConnectOptions options, std::size_t limit) : options_(std::move(options)), limit_(limit) {}

  // An idle connection that answers, or a new one. A connection that broke while idle (database restarted, F04) is replaced here, outside
  // any transaction. Throws Unavailable when the database is away or none comes free within 1 s.
  [[nodiscard]] Lease lease();

 private:
  friend class Lease;
  // The one that was given back last, or nullptr.
  std::unique_ptr<Connection> take_idle();
  void give_back(std::unique_ptr<Connection> connection);

  ConnectOptions options_;
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t in_use_ = 0;
};

}  // namespace portal::db
