// Schedule: when a channel is read next. Pure.
#pragma once

#include <chrono>
#include <cstdint>

namespace portal::feeds {

inline constexpr std::chrono::minutes kLongestPause{24 * 60};

// After a failure: the source's own pause, doubled with each further failure, at most a day (but never shorter than its own).
[[nodiscard]] std::chrono::minutes pause_after(std::chrono::minutes every, std::int64_t failures);

// How long a source belongs to the worker that took it: a minute, doubled with each try that nobody ended (the worker was killed in it).
[[nodiscard]] std::chrono::minutes hold_for(std::int64_t failures);

}  // namespace portal::feeds
