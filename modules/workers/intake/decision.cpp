#include "modules/workers/intake/decision.h"

#include <algorithm>
#include <array>

#include "shared/files/files.h"
#include "shared/intake/identity.h"
#include "shared/mail/outbox.h"

namespace portal::intake {
namespace {

constexpr std::array<std::string_view, 8> kVerdicts{"accept", "hold", "refuse", "reply", "bounce", "auto_reply", "loop", "duplicate"};

// More stations than any honest way has: it goes round.
constexpr std::size_t kMostHops = 50;
constexpr std::size_t kTagDigits = 32;

constexpr std::array<std::string_view, 29> kPrograms{"exe", "scr", "pif", "com", "bat", "cmd", "vbs", "vbe", "js",  "jse", "wsf",  "wsh", "hta", "msi", "msp",
                                                     "jar", "lnk", "ps1", "cpl", "reg", "chm", "iso", "img", "vhd", "xll", "appx", "apk", "dll", "sys"};

std::string from_of(const mime::Mail& mail) { return mail.from.empty() ? std::string{} : lower_ascii(mail.from.front().address); }

bool is_from_daemon(const mime::Mail& mail) {
  const std::string from = from_of(mail);
  return from.starts_with("mailer-daemon@") || from.starts_with("postmaster@") || from == "mailer-daemon";
}

bool has_null_return_path(const mime::Mail& mail) { return mail.return_path && mail.return_path->empty(); }

bool is_own(std::string_view address, std::string_view own) { return !own.empty() && (address == own || !tag_in(address, own).empty()); }

// "Thư hỏng, không đọc được: Thư có quá nhiều phần."
Decision hold(Hold why, bool may_answer, std::string more = {}) {
  while (more.ends_with('.')) more.pop_back();
  return {Verdict::Hold, why, std::string{label_of(why)} + (more.empty() ? std::string{} : ": " + more) + ".", may_answer};
}

Decision plain(Verdict verdict, std::string reason) { return {verdict, Hold::None, std::move(reason), false}; }

// What programs send is noted before anything else is asked: an answer to it would be answered again.
std::optional<Decision> from_program(const mime::Mail& mail, const Facts& facts) {
  const std::string from = from_of(mail);
  if (facts.is_ours || is_own(from, facts.own_address)) return plain(Verdict::Loop, "Thư của chính hộp thư này quay lại.");
  if (mail.hops > kMostHops) return plain(Verdict::Loop, "Thư đã qua quá nhiều máy chủ, có dấu hiệu đi vòng.");
  if (mail.report) return plain(Verdict::Bounce, "Thông báo không gửi được thư.");
  if (is_from_daemon(mail)) return plain(Verdict::Bounce, "Thư của máy chủ thư.");
  if (mail.auto_submitted == "auto-replied" || mail.is_autoreply || mail.precedence == "auto_reply") return plain(Verdict::AutoReply, "Thư trả lời tự động.");
  if (has_null_return_path(mail)) return plain(Verdict::AutoReply, "Thư không có nơi trả lời, do máy gửi.");
  return {};
}

// What nobody should take for what it seems; nothing is written to such a sender.
std::optional<Decision> deceit(const mime::Mail& mail, const Facts& facts) {
  if (mail.from.size() != 1) return hold(Hold::Forged, false, mail.from.empty() ? "thư không ghi người gửi" : "thư ghi nhiều người gửi");
  if (!mail::is_address(from_of(mail))) return hold(Hold::Forged, false, "địa chỉ người gửi không hợp lệ");
  if (facts.origin == mime::Origin::Denied && (facts.is_own_domain || facts.sender.trust != Trust::None))
    return hold(Hold::Forged, false, "địa chỉ trong danh bạ nhưng máy chủ thư không xác thực được");
  if (mail.is_flagged_spam) return hold(Hold::Spam, false);
  const bool is_generated = !mail.auto_submitted.empty() && mail.auto_submitted != "no";
  if (mail.is_list || is_generated || mail.precedence == "bulk" || mail.precedence == "list" || mail.precedence == "junk") return hold(Hold::Bulk, false);
  return {};
}

}  // namespace

std::string_view key_of(Verdict verdict) { return kVerdicts.at(static_cast<std::size_t>(verdict)); }

std::string tag_in(std::string_view recipient, std::string_view own_address) {
  const std::string address = lower_ascii(recipient);
  const auto at = own_address.rfind('@');
  if (at == std::string_view::npos) return "";
  const std::string begin = std::string{own_address.substr(0, at)} + "+";
  const std::string_view domain = own_address.substr(at);
  if (address.size() != begin.size() + kTagDigits + domain.size() || !address.starts_with(begin) || !address.ends_with(domain)) return "";
  std::string tag = address.substr(begin.size(), kTagDigits);
  const bool is_hex = std::all_of(tag.begin(), tag.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  return is_hex ? tag : std::string{};
}

bool is_program(std::string_view file_name) {
  std::string name = lower_ascii(file_name);
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();  // Windows drops them
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return false;
  return std::find(kPrograms.begin(), kPrograms.end(), std::string_view{name}.substr(dot + 1)) != kPrograms.end();
}

Decision decide(const mime::Mail& mail, const Facts& facts) {
  if (auto decision = from_program(mail, facts)) return *std::move(decision);
  if (facts.has_same_content) return plain(Verdict::Duplicate, "Đã có trong sổ tiếp nhận.");
  if (!facts.unreadable.empty()) return hold(Hold::Unreadable, false, facts.unreadable);
  if (auto decision = deceit(mail, facts)) return *std::move(decision);
  if (facts.has_same_message) return hold(Hold::SameId, true);
  const bool is_known = facts.sender.trust != Trust::None;
  if (!facts.too_large.empty()) {
    if (!is_known) return hold(Hold::Unknown, false, facts.too_large);
    return {Verdict::Refuse, Hold::None, facts.too_large, true};
  }
  const auto bad = std::find_if(mail.attachments.begin(), mail.attachments.end(), [](const mime::Attachment& file) { return is_program(file.name); });
  if (bad != mail.attachments.end()) return hold(Hold::Files, true, bad->name);
  // A program is none the better for having been packed.
  const auto packed = std::find_if(facts.names_inside.begin(), facts.names_inside.end(), is_program);
  if (packed != facts.names_inside.end()) return hold(Hold::Files, true, files::clean_name(*packed) + " trong tệp nén");
  if (mail.text.find_first_not_of(" \t\n") == std::string::npos && mail.attachments.empty()) return hold(Hold::Empty, true);
  if (facts.about) {
    // Headers name a mail that many may have seen: without the tag it must be who got ours, or somebody of the directory.
    const bool is_theirs = facts.about->is_by_tag || is_known || lower_ascii(facts.about->address) == facts.sender.address;
    if (!is_theirs) return hold(Hold::Thread, true);
    return {Verdict::Reply, Hold::None, "Trả lời thư trước.", true};
  }
  if (!is_known) return hold(Hold::Unknown, true);
  return {Verdict::Accept, Hold::None, "", true};
}

}  // namespace portal::intake
