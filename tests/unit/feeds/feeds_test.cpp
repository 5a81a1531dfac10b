// The worker of channels, as far as it is pure: where it may connect to, when it comes again, what an entry becomes (modules/workers/feeds).
#include <boost/test/unit_test.hpp>

#include "modules/workers/feeds/feed_worker.h"
#include "modules/workers/feeds/schedule.h"
#include "shared/base/config.h"

using namespace portal;
using namespace portal::feeds;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(feeds_worker)

BOOST_AUTO_TEST_CASE(only_machines_of_the_public_network_are_asked) {
  for (const char* address : {"203.113.131.1", "8.8.8.8", "2001:df0:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
    BOOST_TEST(may_connect(address, Networks::Public), address);
    BOOST_TEST(may_connect(address, Networks::Private), address);
    BOOST_TEST(may_connect(address, Networks::Loopback), address);
  }
  for (const char* address : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1"}) {
    BOOST_TEST(!may_connect(address, Networks::Public), address);
    BOOST_TEST(may_connect(address, Networks::Private), address);
    BOOST_TEST(!may_connect(address, Networks::Loopback), address);
  }
  for (const char* address : {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::7f00:1"}) {
    BOOST_TEST(!may_connect(address, Networks::Public), address);
    BOOST_TEST(!may_connect(address, Networks::Private), address);
    BOOST_TEST(may_connect(address, Networks::Loopback), address);
  }
  for (const char* address : {"0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "fe80::1", "ff02::1", "::", "", "moj.gov.vn"})
    for (const Networks networks : {Networks::Public, Networks::Private, Networks::Loopback}) BOOST_TEST(!may_connect(address, networks), address);
  BOOST_CHECK_THROW(static_cast<void>(parse_networks("")), base::ConfigError);
  BOOST_CHECK_THROW(static_cast<void>(parse_networks("all")), base::ConfigError);
}

BOOST_AUTO_TEST_CASE(a_source_that_fails_is_asked_ever_less_often) {
  BOOST_TEST((pause_after(30min, 1) == 30min));
  BOOST_TEST((pause_after(30min, 2) == 60min));
  BOOST_TEST((pause_after(30min, 4) == 240min));
  BOOST_TEST((pause_after(30min, 1000) == kLongestPause));
  BOOST_TEST((pause_after(7 * 24 * 60min, 5) == 7 * 24 * 60min));  // never more often than it was to be
  BOOST_TEST((hold_for(0) == 1min));
  BOOST_TEST((hold_for(3) == 8min));
  BOOST_TEST((hold_for(100) == kLongestPause));
}

BOOST_AUTO_TEST_CASE(charset_of_a_content_type) {
  BOOST_TEST(charset_in("application/rss+xml; charset=\"UTF-8\"") == "utf-8");
  BOOST_TEST(charset_in("text/xml;Charset=windows-1258; x=y") == "windows-1258");
  BOOST_TEST(charset_in("text/xml") == "");
}

BOOST_AUTO_TEST_CASE(D3_2d_an_entry_becomes_a_thing_with_its_source) {
  Source source;
  source.id = SourceId{3};
  source.name = "Cổng Bộ";
  source.address = "https://moj.example.vn/rss.xml";
  source.sender = {.name = "Đầu mối", .address = "a@moj.example.vn", .phone = "024 3333 4444"};
  feed::Entry entry;
  entry.title = "Tin";
  entry.html = "<p>Chữ</p>";
  entry.link = "https://moj.example.vn/1";
  const base::UtcTime now = *base::parse_iso("2026-11-30T08:00:00+07:00");
  const auto thing = thing_of(source, entry, now);
  BOOST_REQUIRE(thing.has_value());
  BOOST_TEST((thing->channel == intake::Channel::Feed));
  BOOST_TEST((thing->state == intake::State::Received));
  BOOST_TEST((thing->sender.trust == intake::Trust::Source));
  BOOST_TEST(thing->sender.organisation == "Cổng Bộ");
  BOOST_TEST(!thing->may_answer);
  BOOST_TEST(!thing->is_told);
  BOOST_TEST(thing->body.text == "Chữ\nNguồn: Cổng Bộ (https://moj.example.vn/1)");
  // The same words of another source are another thing; of this one, the same.
  Source other = source;
  other.id = SourceId{4};
  BOOST_TEST(thing_of(other, entry, now)->content_digest != thing->content_digest);
  BOOST_TEST(thing_of(source, entry, now + 1h)->content_digest == thing->content_digest);
  // D9.1b: without the data of who answers for it, it waits.
  source.sender.phone.clear();
  BOOST_TEST((thing_of(source, entry, now)->state == intake::State::Awaiting));
  entry.title.clear();
  BOOST_TEST(thing_of(source, entry, now)->title == "Chữ");
  entry.html = "<img>";
  BOOST_TEST(!thing_of(source, entry, now).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
