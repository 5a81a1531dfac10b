// What becomes of a mail (modules/workers/intake/decision.h): a table of mails and what the database knows of them.
#include "modules/workers/intake/decision.h"

#include <boost/test/unit_test.hpp>

#include <functional>

#include "modules/workers/intake/imap.h"

using namespace portal;
using namespace portal::intake;
using mime::Origin;

namespace {

constexpr std::string_view kOwn = "bbt@stp.gov.vn";
const std::string kTag = "0123456789abcdef0123456789abcdef";

// An ordinary mail of somebody of the directory.
mime::Mail mail() {
  mime::Mail mail;
  mail.from = {{"Yến", "yen@stp.gov.vn"}};
  mail.recipients = {std::string{kOwn}};
  mail.subject = "Tin";
  mail.message_id = "m@stp.gov.vn";
  mail.return_path = "yen@stp.gov.vn";
  mail.text = "Nội dung";
  return mail;
}

Facts facts() {
  Facts facts;
  facts.own_address = kOwn;
  facts.is_own_domain = true;
  facts.sender = {.name = "Yến", .address = "yen@stp.gov.vn", .person = base::PersonId{1}, .trust = Trust::Address};
  return facts;
}

struct Case {
  const char* label;
  std::function<void(mime::Mail&, Facts&)> change;
  Verdict verdict;
  Hold hold = Hold::None;
  bool may_answer = false;
};

void unknown(mime::Mail& mail, Facts& facts) {
  mail.from = {{"Ai đó", "la@vidu.com"}};
  facts.is_own_domain = false;
  facts.sender = {.name = "Ai đó", .address = "la@vidu.com"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decision)

BOOST_AUTO_TEST_CASE(each_mail_has_one_verdict) {
  const Case cases[] = {
      {"somebody of the directory", [](auto&, auto&) {}, Verdict::Accept, Hold::None, true},
      {"signed as well", [](auto&, auto& f) { f.origin = Origin::Proven; f.sender.trust = Trust::Signed; }, Verdict::Accept, Hold::None, true},
      {"a stranger", [](auto& m, auto& f) { unknown(m, f); }, Verdict::Hold, Hold::Unknown, true},
      {"a stranger of another domain that nobody vouches for", [](auto& m, auto& f) { unknown(m, f); f.origin = Origin::Denied; }, Verdict::Hold, Hold::Unknown, true},
      // F37: forged.
      {"our domain, and the mail server denies it", [](auto&, auto& f) { f.origin = Origin::Denied; }, Verdict::Hold, Hold::Forged},
      {"our domain, nobody of the directory, denied", [](auto& m, auto& f) { unknown(m, f); f.is_own_domain = true; f.origin = Origin::Denied; }, Verdict::Hold, Hold::Forged},
      {"an address of the directory elsewhere, denied", [](auto&, auto& f) { f.is_own_domain = false; f.origin = Origin::Denied; }, Verdict::Hold, Hold::Forged},
      {"two senders", [](auto& m, auto&) { m.from.push_back({"", "x@y.vn"}); }, Verdict::Hold, Hold::Forged},
      {"no sender", [](auto& m, auto&) { m.from.clear(); }, Verdict::Hold, Hold::Forged},
      {"a sender that is no address", [](auto& m, auto&) { m.from[0].address = "yen stp"; }, Verdict::Hold, Hold::Forged},
      {"flagged by the mail server", [](auto& m, auto&) { m.is_flagged_spam = true; }, Verdict::Hold, Hold::Spam},
      {"to many", [](auto& m, auto&) { m.is_list = true; }, Verdict::Hold, Hold::Bulk},
      {"bulk", [](auto& m, auto&) { m.precedence = "bulk"; }, Verdict::Hold, Hold::Bulk},
      {"by a program", [](auto& m, auto&) { m.auto_submitted = "auto-generated"; }, Verdict::Hold, Hold::Bulk},
      {"Auto-Submitted: no is a person", [](auto& m, auto&) { m.auto_submitted = "no"; }, Verdict::Accept, Hold::None, true},
      {"a program as attachment", [](auto& m, auto&) { m.attachments = {{"anh.jpg.exe", "image/jpeg", "", 3}}; }, Verdict::Hold, Hold::Files, true},
      {"a program in an archive", [](auto& m, auto& f) { m.attachments = {{"anh.zip", "", "", 3}}, f.names_inside = {"anh.jpg", "anh.jpg.exe"}; }, Verdict::Hold, Hold::Files, true},
      {"pictures in an archive", [](auto& m, auto& f) { m.attachments = {{"anh.zip", "", "", 3}}, f.names_inside = {"anh.jpg"}; }, Verdict::Accept, Hold::None, true},
      {"a picture", [](auto& m, auto&) { m.attachments = {{"anh.jpg", "image/jpeg", "", 3}}; }, Verdict::Accept, Hold::None, true},
      {"nothing in it", [](auto& m, auto&) { m.text = " \n"; }, Verdict::Hold, Hold::Empty, true},
      {"files alone", [](auto& m, auto&) { m.text = ""; m.attachments = {{"bai.docx", "", "", 3}}; }, Verdict::Accept, Hold::None, true},
      // Programs are never answered (RFC 3834).
      {"a delivery report", [](auto& m, auto&) { m.report = mime::Report{"failed", "5.1.1", "a@b", "t@stp.gov.vn"}; m.return_path = ""; }, Verdict::Bounce},
      {"a mail server without a report", [](auto& m, auto&) { m.from[0].address = "MAILER-DAEMON@x.vn"; }, Verdict::Bounce},
      {"an out-of-office answer", [](auto& m, auto&) { m.auto_submitted = "auto-replied"; }, Verdict::AutoReply},
      {"one of the older kind", [](auto& m, auto&) { m.is_autoreply = true; }, Verdict::AutoReply},
      {"the null return path", [](auto& m, auto&) { m.return_path = ""; }, Verdict::AutoReply},
      {"a bounce of a stranger with our tag", [](auto& m, auto& f) { unknown(m, f); m.return_path = ""; f.about = About{7, "", {}, {}, true}; }, Verdict::AutoReply},
      // Loops.
      {"from the board itself", [](auto& m, auto&) { m.from[0].address = "BBT@stp.gov.vn"; }, Verdict::Loop},
      {"from the board's tagged address", [](auto& m, auto&) { m.from[0].address = "bbt+" + kTag + "@stp.gov.vn"; }, Verdict::Loop},
      {"a mail of ours", [](auto&, auto& f) { f.is_ours = true; }, Verdict::Loop},
      {"going round", [](auto& m, auto&) { m.hops = 51; }, Verdict::Loop},
      // Duplicates.
      {"the same again", [](auto&, auto& f) { f.has_same_content = f.has_same_message = true; }, Verdict::Duplicate},
      {"the same under another Message-ID", [](auto&, auto& f) { f.has_same_content = true; }, Verdict::Duplicate},
      {"another under the same Message-ID", [](auto&, auto& f) { f.has_same_message = true; }, Verdict::Hold, Hold::SameId, true},
      // Replies.
      {"by the tag, whoever it is", [](auto& m, auto& f) { unknown(m, f); f.about = About{7, "yen@stp.gov.vn", {}, {}, true}; }, Verdict::Reply, Hold::None, true},
      {"by headers, from who got ours", [](auto& m, auto& f) { unknown(m, f); f.about = About{7, "LA@vidu.com", {}, {}, false}; }, Verdict::Reply, Hold::None, true},
      {"by headers, from the directory", [](auto&, auto& f) { f.about = About{7, "khac@stp.gov.vn", {}, {}, false}; }, Verdict::Reply, Hold::None, true},
      {"by headers, from a stranger", [](auto& m, auto& f) { unknown(m, f); f.about = About{7, "yen@stp.gov.vn", {}, {}, false}; }, Verdict::Hold, Hold::Thread, true},
      {"a forged one with the tag", [](auto&, auto& f) { f.origin = Origin::Denied; f.about = About{7, "", {}, {}, true}; }, Verdict::Hold, Hold::Forged},
      // What was not opened.
      {"too large, from the directory", [](auto&, auto& f) { f.too_large = "Thư nặng 61 MB"; }, Verdict::Refuse, Hold::None, true},
      {"too large, from a stranger", [](auto& m, auto& f) { unknown(m, f); f.too_large = "Thư nặng 61 MB"; }, Verdict::Hold, Hold::Unknown},
      {"broken", [](auto&, auto& f) { f.unreadable = "quá nhiều phần"; }, Verdict::Hold, Hold::Unreadable},
      {"broken, but seen to be a program's", [](auto& m, auto& f) { f.unreadable = "x"; m.auto_submitted = "auto-replied"; }, Verdict::AutoReply},
  };
  for (const Case& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      mime::Mail one = mail();
      Facts known = facts();
      c.change(one, known);
      const Decision decision = decide(one, known);
      BOOST_TEST(key_of(decision.verdict) == key_of(c.verdict));
      BOOST_TEST(key_of(decision.hold) == key_of(c.hold));
      BOOST_TEST(decision.may_answer == c.may_answer);
      BOOST_TEST((decision.verdict == Verdict::Accept || !decision.reason.empty()));
    }
}

BOOST_AUTO_TEST_CASE(a_tag_is_the_boards_address_with_32_hexadecimal_digits) {
  const struct {
    const char* label;
    std::string recipient;
    bool is_tag;
  } cases[] = {
      {"ours", "bbt+" + kTag + "@stp.gov.vn", true},
      {"in capitals", "BBT+0123456789ABCDEF0123456789ABCDEF@STP.gov.vn", true},
      {"without a tag", std::string{kOwn}, false},
      {"too short", "bbt+0123@stp.gov.vn", false},
      {"another domain", "bbt+" + kTag + "@stp.gov.com", false},
      {"another mailbox", "abt+" + kTag + "@stp.gov.vn", false},
      {"no digits", "bbt+0123456789abcdef0123456789abcdeg@stp.gov.vn", false},
      {"a pattern", "bbt+%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%@stp.gov.vn", false},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST((tag_in(c.recipient, kOwn) == (c.is_tag ? kTag : ""))); }
  BOOST_TEST(tag_in("+" + kTag, "").empty());
}

BOOST_AUTO_TEST_CASE(programs_are_known_by_their_last_ending) {
  for (const char* name : {"a.exe", "A.EXE", "bai.docx.js", "x.lnk ", "x.scr.", "a.b.hta"}) BOOST_TEST_CONTEXT(name) { BOOST_TEST(is_program(name)); }
  for (const char* name : {"a.docx", "a.pdf", "exe", "a.exe.pdf", "", ".", "anh.jpg"}) BOOST_TEST_CONTEXT(name) { BOOST_TEST(!is_program(name)); }
}

BOOST_AUTO_TEST_CASE(imap_answers_are_read) {
  BOOST_TEST(uids_in("* SEARCH 12 15 13\r\n", 12) == (std::vector<std::uint64_t>{13, 15}), boost::test_tools::per_element());
  BOOST_TEST(uids_in("* SEARCH 7\r\n", 7).empty());  // "8:*" names the last one
  BOOST_TEST(uids_in("* SEARCH\r\n", 0).empty());
  BOOST_TEST(uids_in("A1 OK SEARCH 3\r\n* SEARCH x 4\r\n", 0) == (std::vector<std::uint64_t>{4}), boost::test_tools::per_element());
  BOOST_TEST(validity_in("* OK [UIDVALIDITY 17] UIDs valid\r\n") == 17U);
  BOOST_TEST(validity_in("* OK [UIDNEXT 17]\r\n") == 0U);
  BOOST_TEST(validity_in("Subject: [UIDVALIDITY 3]") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
