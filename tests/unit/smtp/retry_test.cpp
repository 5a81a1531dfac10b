// When a message is tried again and when it is given up (shared/smtp/retry.h).
#include "shared/smtp/retry.h"

#include <boost/test/unit_test.hpp>

using namespace portal::smtp;
using namespace std::chrono_literals;
using portal::base::UtcTime;

namespace {

const UtcTime kSince = *portal::base::parse_iso("2026-11-30T08:00:00+07:00");

std::chrono::seconds wait_of(Result result, unsigned attempts) {
  const Next next = next_of(result, attempts, kSince, kSince + 1h);
  BOOST_TEST((next.fate == Fate::Again));
  return std::chrono::duration_cast<std::chrono::seconds>(next.at - (kSince + 1h));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(retry)

BOOST_AUTO_TEST_CASE(waits_double) {
  const struct {
    unsigned attempts;
    std::chrono::seconds deferred, unreachable;
  } cases[] = {{1, 1min, 5s},  {2, 2min, 10s}, {3, 4min, 20s},  {4, 8min, 40s},   {5, 16min, 80s},  {6, 32min, 160s},
               {7, 64min, 5min}, {8, 128min, 5min}, {9, 256min, 5min}, {10, 6h, 5min}, {30, 6h, 5min}, {4000000000, 6h, 5min}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.attempts << " attempts") {
      BOOST_TEST((wait_of(Result::Deferred, c.attempts) == c.deferred));
      BOOST_TEST((wait_of(Result::Unreachable, c.attempts) == c.unreachable));
    }
}

BOOST_AUTO_TEST_CASE(a_refusal_is_for_good_at_once_and_72_hours_are_the_end_of_all_else) {
  BOOST_TEST((next_of(Result::Accepted, 1, kSince, kSince).fate == Fate::Sent));
  BOOST_TEST((next_of(Result::Refused, 1, kSince, kSince).fate == Fate::Dead));
  for (const Result result : {Result::Deferred, Result::Unreachable}) {
    BOOST_TEST((next_of(result, 3, kSince, kSince + 72h - 1s).fate == Fate::Again));
    BOOST_TEST((next_of(result, 20, kSince, kSince + 72h - 1s).at == kSince + 72h));  // a last time at the end, not beyond
    BOOST_TEST((next_of(result, 3, kSince, kSince + 72h).fate == Fate::Dead));
  }
  const Next stopped = next_of(Result::Stopped, 5, kSince, kSince + 80h);
  BOOST_TEST((stopped.fate == Fate::Again && stopped.at == kSince + 80h));
}

BOOST_AUTO_TEST_CASE(a_message_is_tried_about_twenty_times_in_72_hours) {
  UtcTime now = kSince;
  unsigned attempts = 0;
  for (Next next{Fate::Again, now}; next.fate == Fate::Again; next = next_of(Result::Deferred, attempts, kSince, now)) {
    now = next.at;
    ++attempts;
  }
  BOOST_TEST((now == kSince + 72h));
  BOOST_TEST(attempts == 21U);
}

BOOST_AUTO_TEST_CASE(everything_waits_for_a_server_that_is_not_there_a_minute_at_most) {
  BOOST_TEST((pause_of(0) == 0s && pause_of(1) == 1s && pause_of(2) == 2s && pause_of(6) == 32s && pause_of(7) == 1min && pause_of(1000) == 1min));
}

BOOST_AUTO_TEST_CASE(the_office_reads_why_in_vietnamese_with_the_servers_own_words) {
  BOOST_TEST(reason_of({Result::Refused, 550, "550 5.1.1 no such user"}) ==
             "Máy chủ thư từ chối (mã 550 – địa chỉ người nhận không có hoặc không nhận thư): 550 5.1.1 no such user");
  BOOST_TEST(reason_of({Result::Deferred, 451, ""}) == "Máy chủ thư chưa nhận (mã 451 – máy chủ thư hẹn gửi lại sau)");
  BOOST_TEST(reason_of({Result::Refused, 599, "no"}) == "Máy chủ thư từ chối (mã 599): no");
  BOOST_TEST(reason_of({Result::Unreachable, 0, "connection refused"}) == "Không gửi được tới máy chủ thư: connection refused");
}

BOOST_AUTO_TEST_SUITE_END()
