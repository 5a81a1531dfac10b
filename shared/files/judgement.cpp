#include "shared/files/judgement.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/base/crypto.h"
#include "shared/files/queries.h"
#include "shared/jobs/job_queue.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::files {
namespace {

using nlohmann::json;
using signatures::Reason;

constexpr std::size_t kMostSignatures = 64;
constexpr std::size_t kMaxSigner = 300;
constexpr std::size_t kMaxIssuer = 600;
constexpr std::size_t kMaxSerial = 100;

std::string day_of(base::UtcTime now) {
  const auto date = base::local_date(now);
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + '-' + two(static_cast<unsigned>(date.month())) + '-' + two(static_cast<unsigned>(date.day()));
}

std::string keys_of(const std::vector<Reason>& reasons) {
  std::string keys;
  for (const Reason reason : reasons) {
    if (!keys.empty()) keys += ',';
    keys += signatures::key_of(reason);
  }
  return keys;
}

// A word of a newer program is a doubt that this one cannot name.
std::vector<Reason> parse_keys(std::string_view keys) {
  std::vector<Reason> reasons;
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find(','), keys.size());
    const signatures::ReasonRow* row = signatures::find_reason(keys.substr(0, end));
    reasons.push_back(row == nullptr ? Reason::Unsupported : row->reason);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return reasons;
}

signatures::Kind parse_kind(std::string_view key) {
  if (key == "timestamp") return signatures::Kind::Timestamp;
  return key == "certification" ? signatures::Kind::Certification : signatures::Kind::Approval;
}

// What a certificate says of a person is a stranger's text: one line, NFC, cut.
std::string line_of(const json& value, std::size_t most) {
  if (!value.is_string()) return {};
  const std::string text = value.get<std::string>();
  std::string visible;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) visible += c;
  if (!text::is_valid(visible)) return {};
  visible = visible.substr(0, text::offset_of_character(visible, most));
  return text::clean_line(visible, most).value_or(std::string{});
}

std::optional<base::UtcTime> time_of(const json& value) { return value.is_string() ? base::parse_iso(value.get<std::string>()) : std::nullopt; }

std::vector<Reason> reasons_of(const json& list) {
  std::vector<Reason> reasons;
  for (const json& one : list) {
    const signatures::ReasonRow* row = signatures::find_reason(one.at("code").get<std::string>());
    reasons.push_back(row == nullptr ? Reason::Unsupported : row->reason);
  }
  return reasons;
}

JudgedSignature signature_of(const json& one) {
  JudgedSignature signature;
  signature.kind = parse_kind(one.at("kind").get<std::string>());
  signature.verdict = signatures::parse_verdict(one.at("verdict").get<std::string>());
  signature.reasons = reasons_of(one.at("reasons"));
  const json& signer = one.at("signer");
  if (signer.is_object()) {
    signature.signer = line_of(signer.at("name"), kMaxSigner);
    signature.organisation = line_of(signer.at("organisation"), kMaxSigner);
    signature.issuer = line_of(signer.at("issuer"), kMaxIssuer);
    signature.serial = line_of(signer.at("serial"), kMaxSerial);
    signature.valid_from = time_of(signer.at("not_before"));
    signature.valid_to = time_of(signer.at("not_after"));
  }
  signature.claimed_at = time_of(one.at("claimed_time"));
  signature.proved_at = time_of(one.at("proved_time"));
  signature.covers_all = one.at("covers_all").get<bool>();
  signature.is_intact = one.at("is_intact").get<bool>();
  signature.is_chain_trusted = one.at("is_chain_trusted").get<bool>();
  signature.is_not_revoked = one.at("is_not_revoked").get<bool>();
  return signature;
}

bool says_the_same(const Judgement& one, const Judgement& other) {
  return one.is_verified == other.is_verified && one.reasons == other.reasons && one.signatures == other.signatures;
}

}  // namespace

Trusted trusted(db::Connection& db, base::UtcTime now) {
  Trusted all;
  base::Sha256 digest;
  const std::string today = day_of(now);
  auto rows = db.query(kTrusted, today, today);
  while (rows.next()) {
    digest.add(rows.text(0));
    all.pem += rows.text(1);
    if (!all.pem.ends_with('\n')) all.pem += '\n';
    ++all.count;
  }
  all.digest = digest.finish_hex();
  return all;
}

bool Judgement::is_damned() const {
  return std::any_of(signatures.begin(), signatures.end(), [](const JudgedSignature& one) { return one.verdict == signatures::Verdict::Invalid; });
}

std::optional<Judgement> read_report(std::string_view text, const Trusted& trusted, base::UtcTime at) {
  const json report = json::parse(text, nullptr, false);
  if (!report.is_object()) return std::nullopt;
  try {
    Judgement judgement;
    judgement.at = at;
    judgement.anchors = trusted.digest;
    judgement.anchor_count = trusted.count;
    judgement.is_verified = report.at("is_verified").get<bool>();
    judgement.reasons = reasons_of(report.at("reasons"));
    for (const json& one : report.at("signatures")) {
      if (judgement.signatures.size() >= kMostSignatures) return std::nullopt;
      judgement.signatures.push_back(signature_of(one));
    }
    return judgement;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::optional<Judgement> find_judgement(db::Connection& db, FileId file) {
  Judgement judgement;
  {
    auto row = db.query(kJudgement, file);
    if (!row.next()) return std::nullopt;
    judgement.at = row.time(0);
    judgement.anchors = row.text(1);
    judgement.anchor_count = static_cast<std::size_t>(row.number(2));
    judgement.is_verified = row.flag(3);
    judgement.reasons = parse_keys(row.text(4));
  }
  auto rows = db.query(kSignatures, file);
  while (rows.next()) {
    JudgedSignature one;
    one.kind = parse_kind(rows.text(0));
    one.verdict = signatures::parse_verdict(rows.text(1));
    one.reasons = parse_keys(rows.text(2));
    one.signer = rows.text(3);
    one.organisation = rows.text(4);
    one.issuer = rows.text(5);
    one.serial = rows.text(6);
    one.valid_from = rows.optional_time(7);
    one.valid_to = rows.optional_time(8);
    one.claimed_at = rows.optional_time(9);
    one.proved_at = rows.optional_time(10);
    one.covers_all = rows.flag(11);
    one.is_intact = rows.flag(12);
    one.is_chain_trusted = rows.flag(13);
    one.is_not_revoked = rows.flag(14);
    judgement.signatures.push_back(std::move(one));
  }
  return judgement;
}

void put_judgement(db::Connection& db, FileId file, const Judgement& judgement, base::UtcTime now) {
  const auto before = find_judgement(db, file);
  db.execute(kPutJudgement, file, judgement.at, judgement.anchors, judgement.anchor_count, judgement.signatures.size(), judgement.is_verified,
             keys_of(judgement.reasons));
  db.execute(kDropSignatures, file);
  unsigned number = 0;
  for (const JudgedSignature& one : judgement.signatures)
    db.execute(kAddSignature, file, ++number, signatures::key_of(one.kind), signatures::key_of(one.verdict), keys_of(one.reasons), one.signer, one.organisation,
               one.issuer, one.serial, one.valid_from, one.valid_to, one.claimed_at, one.proved_at, one.covers_all, one.is_intact, one.is_chain_trusted,
               one.is_not_revoked);
  if (before && !says_the_same(*before, judgement)) jobs::add_job(db, kJudgedJob, R"({"file":)" + std::to_string(file.value) + "}", now);
}

std::vector<ToJudge> to_judge_again(db::Connection& db, std::string_view anchors) {
  std::vector<ToJudge> all;
  auto rows = db.query(kToJudge, anchors);
  while (rows.next()) all.push_back({rows.id<FileId>(0), std::string{rows.text(1)}});
  return all;
}

}  // namespace portal::files
