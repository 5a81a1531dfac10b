// Acts of administration are carried out as those of the whole office (shared/office/deed.h), under the names that its handlers use.
#pragma once

#include "shared/office/deed.h"

namespace portal::admin {

using office::authority_of;
using office::Carried;
using office::carry_out;
using office::carry_out_once;
using office::Changes;
using office::Deed;
using office::last_change;
using office::note;

}  // namespace portal::admin
