// The inbox's filter in the page's address: what is written is read back, and what is not known is no filter.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "modules/admin/work/filter.h"

using namespace portal;
using admin::DueFilter;
using admin::InboxFilter;
using admin::WorkOrder;

namespace {

constexpr base::PersonId kMe{7};

InboxFilter parsed(const std::string& query) {
  const auto fields = http::parse_urlencoded(query);
  BOOST_REQUIRE(fields.has_value());
  return admin::parse_filter(*fields, kMe);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inbox_filter)

BOOST_AUTO_TEST_CASE(an_address_is_read_and_written_alike) {
  const std::string addresses[] = {"", "q=h%C3%B2a%20gi%E1%BA%A3i", "chuyen-muc=3&don-vi=5", "trang-thai=verifying&nguoi=chua-nhan", "nguoi=12&han=qua-han&cho=7&xep=han",
                                   "han=sap-den-han&cho=moi&xep=moi-nhat", "han=khong-co"};
  for (const std::string& address : addresses) {
    const std::string again = admin::query_of(parsed(address));
    BOOST_TEST_CONTEXT(address) {
      BOOST_TEST(admin::query_of(parsed(again)) == again);
      BOOST_TEST(std::count(again.begin(), again.end(), '=') == std::count(address.begin(), address.end(), '='));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_no_filter) {
  for (const char* address : {"chuyen-muc=-1", "don-vi=abc", "don-vi=99999999999999999999", "trang-thai=khong-co", "nguoi=ai-do", "han=mai", "cho=2", "xep=ten", "khac=1"})
    BOOST_TEST_CONTEXT(address) BOOST_TEST(!parsed(address).is_set());
}

BOOST_AUTO_TEST_CASE(i_am_toi_and_times_reach_back_from_now) {
  BOOST_TEST((parsed("nguoi=toi").holder == kMe));
  const auto now = *base::parse_iso("2026-11-30T08:00:00+07:00");
  BOOST_TEST((parsed("cho=3").not_after(now) == now - std::chrono::hours(72)));
  BOOST_TEST((parsed("cho=3").not_before(now) == base::UtcTime{}));
  BOOST_TEST((parsed("cho=moi").not_before(now) == now - std::chrono::hours(24)));
  BOOST_TEST((parsed("").not_after(now) > now));
}

BOOST_AUTO_TEST_SUITE_END()
