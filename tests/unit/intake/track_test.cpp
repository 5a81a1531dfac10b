// Receipts (shared/intake/track.h): letters that nobody takes for each other, typed as people type.
#include <boost/test/unit_test.hpp>

#include <set>

#include "shared/base/crypto.h"
#include "shared/intake/track.h"

using namespace portal;
using namespace portal::intake;

BOOST_AUTO_TEST_SUITE(track)

BOOST_AUTO_TEST_CASE(no_letter_looks_like_another) {
  for (const char* alike : {"0OQ", "1IL", "2Z", "5S", "8B", "6G", "UV"}) {
    int of_these = 0;
    for (const char c : std::string_view{alike}) of_these += kTrackLetters.find(c) != std::string_view::npos ? 1 : 0;
    BOOST_TEST(of_these <= 1, alike);
  }
  BOOST_TEST(std::set<char>(kTrackLetters.begin(), kTrackLetters.end()).size() == kTrackLetters.size());
}

BOOST_AUTO_TEST_CASE(the_same_seed_is_the_same_receipt_and_another_is_another) {
  std::set<std::string> codes;
  for (int i = 0; i < 2000; ++i) {
    const std::string seed = base::sha256_hex(std::to_string(i));
    const Receipt receipt = receipt_of(seed);
    BOOST_TEST((receipt == receipt_of(seed)));
    BOOST_TEST(receipt.code.size() == 12U);
    BOOST_TEST(receipt.secret.size() == 9U);
    BOOST_TEST(receipt.code.starts_with("GT-"));
    codes.insert(receipt.code + receipt.secret);
    const auto typed = parse_receipt(receipt.code, receipt.secret);
    BOOST_TEST((typed && *typed == receipt));
  }
  BOOST_TEST(codes.size() == 2000U);
  BOOST_CHECK_THROW(static_cast<void>(receipt_of("abc")), std::logic_error);
}

BOOST_AUTO_TEST_CASE(typed_as_people_type) {
  const Receipt want{"GT-7KM4-HQ3T", "C9RE-4WXN"};
  const struct {
    const char *label, *code, *secret;
    bool is_good;
  } cases[] = {
      {"as printed", "GT-7KM4-HQ3T", "C9RE-4WXN", true},
      {"small, spaces", " gt 7km4 hq3t ", "c9re 4wxn", true},
      {"without the beginning", "7KM4HQ3T", "C9RE4WXN", true},
      {"dots", "GT.7KM4.HQ3T", "C9RE.4WXN", true},
      {"too short", "GT-7KM4-HQ3", "C9RE-4WXN", false},
      {"no secret", "GT-7KM4-HQ3T", "", false},
      {"a letter that is none", "GT-7KM4-HQ3O", "C9RE-4WXN", false},
      {"words", "GT-7KM4-HQ3T'; --", "C9RE-4WXN", false},
      {"very long", "GT-7KM4-HQ3T                                                              ", "C9RE-4WXN", false},
      {"Vietnamese letters", "GT-7KM4-HQ3Đ", "C9RE-4WXN", false},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
    const auto got = parse_receipt(c.code, c.secret);
    BOOST_TEST(got.has_value() == c.is_good);
    if (got && c.is_good) BOOST_TEST((*got == want));
  }
}

BOOST_AUTO_TEST_CASE(the_digest_depends_on_both) {
  const Receipt one{"GT-7KM4-HQ3T", "C9RE-4WXN"};
  BOOST_TEST(digest_of(one) != digest_of({one.code, "C9RE-4WXM"}));
  BOOST_TEST(digest_of(one) != digest_of({"GT-7KM4-HQ3R", one.secret}));
  BOOST_TEST(digest_of(one) == base::sha256_hex("track:GT-7KM4-HQ3T:C9RE-4WXN"));
}

BOOST_AUTO_TEST_SUITE_END()
