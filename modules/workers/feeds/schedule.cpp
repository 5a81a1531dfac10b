#include "modules/workers/feeds/schedule.h"

#include <algorithm>

namespace portal::feeds {
namespace {

std::chrono::minutes doubled(std::chrono::minutes first, std::int64_t times) {
  std::chrono::minutes pause = first;
  for (std::int64_t i = 0; i < times && pause < kLongestPause; ++i) pause *= 2;
  return std::max(first, std::min(pause, kLongestPause));
}

}  // namespace

std::chrono::minutes pause_after(std::chrono::minutes every, std::int64_t failures) { return doubled(every, std::max<std::int64_t>(failures - 1, 0)); }

std::chrono::minutes hold_for(std::int64_t failures) { return doubled(std::chrono::minutes{1}, failures); }

}  // namespace portal::feeds
