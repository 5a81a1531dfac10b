#include "shared/access/session.h"
#include "shared/server/server.h"

namespace portal::server {

Context::Context(const Services& all_services, http::Request parsed)
    : services(all_services), request(std::move(parsed)), now(all_services.clock.now()) {}

db::Connection& Context::db() {
  if (!lease_) {
    lease_.emplace(services.pool.lease());
    static_cast<void>((*lease_)->take_usage());  // what an earlier request left
  }
  return **lease_;
}

const std::string& Context::csrf_token() {
  if (form_token_.empty()) form_token_ = access::mask_token(actor.csrf_token);
  return form_token_;
}

void Context::release_db() {
  static_cast<void>(db_usage());
  lease_.reset();
}

db::Connection::Usage Context::db_usage() {
  if (lease_) {
    const db::Connection::Usage fresh = (*lease_)->take_usage();
    usage_.queries += fresh.queries;
    usage_.microseconds += fresh.microseconds;
  }
  return usage_;
}

int status_of(base::FaultKind kind) {
  switch (kind) {
    case base::FaultKind::NotFound:
      return 404;
    case base::FaultKind::Gone:
      return 410;
    case base::FaultKind::Forbidden:
      return 403;
    case base::FaultKind::Invalid:
      return 422;
    case base::FaultKind::Stale:
    case base::FaultKind::Conflict:
    case base::FaultKind::NotAllowedNow:
      return 409;
    case base::FaultKind::Throttled:
      return 429;
    case base::FaultKind::TooLarge:
      return 413;
    case base::FaultKind::BadRequest:
      return 400;
  }
  return 500;
}

}  // namespace portal::server
