// Followers: the sections' libraries whose published lists hang on the tree. One line for each module that has such lists.
//
// Each is called in the transaction that changed the tree, with the section that was moved, hidden or shown, and writes its lists for everything
// below it again.
#pragma once

#include "modules/news/relist.h"

namespace portal::admin {

using TreeFollower = void (*)(db::Connection& db, base::SectionId top);

inline constexpr TreeFollower kTreeFollowers[] = {news::relist_below};

}  // namespace portal::admin
