#include "shared/workflow/outside_sender.h"

#include "shared/workflow/request_queries.h"

namespace portal::workflow {

std::optional<OutsideSender> outside_sender(db::Connection& db, base::ItemId item) {
  auto rows = db.query(kOutsideSender, item);
  if (!rows.next()) return {};
  return OutsideSender{static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)}};
}

}  // namespace portal::workflow
