// Words for the devices of one's sessions (modules/admin/account/device.h).
#include "modules/admin/account/device.h"

#include <boost/test/unit_test.hpp>

using portal::admin::words_of_device;

BOOST_AUTO_TEST_SUITE(devices)

BOOST_AUTO_TEST_CASE(a_session_is_named_by_browser_and_system) {
  struct Case {
    const char* agent;
    const char* want;
  };
  for (const Case& c :
       {Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome trên Windows"},
        Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge trên Windows"},
        Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0 Chrome/114.0 Safari/537.36", "Cốc Cốc trên Windows"},
        Case{"Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36", "Chrome trên Android"},
        Case{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari trên iPhone"},
        Case{"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari trên máy Mac"},
        Case{"Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox trên Linux"}, Case{"curl/7.88.1", "curl/7.88.1"},
        Case{"", "không rõ thiết bị"}})
    BOOST_TEST(words_of_device(c.agent) == c.want, c.agent);
}

BOOST_AUTO_TEST_CASE(a_long_unknown_name_is_cut_between_letters) {
  BOOST_TEST(words_of_device(std::string(100, 'x')) == std::string(60, 'x'));
  BOOST_TEST(words_of_device(std::string(59, 'x') + "đđđ") == std::string(59, 'x'));
}

BOOST_AUTO_TEST_SUITE_END()
