// For apply.cpp only: how create_item makes the Permit of an item that did not exist when authorize() could have been asked.
#pragma once

#include <string>

#include "shared/workflow/apply.h"

namespace portal::workflow {

[[nodiscard]] Permit permit_for_new_item(const access::Actor& actor, std::string authority);
void bind_permit(Permit& permit, base::ItemId item, unsigned row_version);

}  // namespace portal::workflow
