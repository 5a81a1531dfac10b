#include "shared/signatures/signatures.h"

#include <algorithm>
#include <array>
#include <climits>

#include <openssl/err.h>
#include <openssl/pem.h>

#include "shared/signatures/cms.h"
#include "shared/signatures/structure.h"

namespace portal::signatures {
namespace {

void add(std::vector<Reason>& reasons, Reason reason) {
  if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
}

// D:20261125134500+07'00'. Nothing for what is no such time.
std::optional<base::UtcTime> pdf_time(std::string_view text) {
  if (!text.starts_with("D:")) return {};
  text.remove_prefix(2);
  constexpr std::size_t kSeconds = 14;
  if (text.size() < kSeconds || !std::all_of(text.begin(), text.begin() + kSeconds, [](char c) { return c >= '0' && c <= '9'; })) return {};
  std::string iso;
  iso.append(text.substr(0, 4)).append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2)).append("T");
  iso.append(text.substr(8, 2)).append(":").append(text.substr(10, 2)).append(":").append(text.substr(12, 2));
  std::string_view zone = text.substr(kSeconds);
  if (zone.empty() || zone.front() == 'Z') return base::parse_iso(iso + "Z");
  const bool is_offset = zone.size() >= 3 && (zone[0] == '+' || zone[0] == '-');
  if (!is_offset) return {};
  const std::string_view minutes = zone.size() >= 6 && zone[3] == '\'' ? zone.substr(4, 2) : std::string_view{"00"};
  return base::parse_iso(iso + std::string{zone.substr(0, 3)} + ":" + std::string{minutes});
}

std::string covered_bytes(std::string_view pdf, const FoundSignature& found) {
  std::string bytes;
  bytes.reserve(found.end);
  bytes.append(pdf.substr(0, found.first_length));
  bytes.append(pdf.substr(found.second_from, found.end - found.second_from));
  return bytes;
}

bool is_timestamp(const FoundSignature& found) { return found.sub_filter == "ETSI.RFC3161"; }

void judge_afterwards(Signature& signature, Afterwards afterwards) {
  switch (afterwards) {
    case Afterwards::Nothing:
    case Afterwards::Harmless:
      return;
    case Afterwards::Added:
      return add(signature.reasons, Reason::AddedAfter);
    case Afterwards::Changed:
      return add(signature.reasons, Reason::ChangedAfter);
    case Afterwards::Unjudged:
      return add(signature.reasons, Reason::NotWhole);
  }
}

Verdict verdict_of(const Signature& signature) {
  if (std::any_of(signature.reasons.begin(), signature.reasons.end(), is_damning)) return Verdict::Invalid;
  const bool has_doubt = std::any_of(signature.reasons.begin(), signature.reasons.end(), [](Reason reason) { return reason != Reason::UnprovedTime; });
  // Each question once more, so that no path leads to Valid by leaving one out.
  const bool is_answered = signature.is_intact && signature.is_chain_trusted && signature.is_not_revoked && signature.signer.has_value();
  return has_doubt || !is_answered ? Verdict::Unsure : Verdict::Valid;
}

Signature begin(const FoundSignature& found, std::string_view pdf) {
  Signature signature;
  signature.field = found.field;
  signature.sub_filter = found.sub_filter;
  signature.kind = is_timestamp(found) ? Kind::Timestamp : found.is_certification ? Kind::Certification : Kind::Approval;
  signature.reason = found.reason;
  signature.location = found.location;
  signature.claimed_time = pdf_time(found.claimed);
  signature.covered_to = found.end;
  signature.covers_all = found.has_byte_range && found.end == pdf.size();
  return signature;
}

}  // namespace

bool Report::is_verified() const {
  if (!reasons.empty() || std::any_of(signatures.begin(), signatures.end(), [](const Signature& one) { return one.verdict == Verdict::Invalid; })) return false;
  return std::any_of(signatures.begin(), signatures.end(), [](const Signature& one) { return one.kind != Kind::Timestamp && one.verdict == Verdict::Valid; });
}

Anchors::Anchors() : impl_(std::make_unique<Impl>()) {}

Anchors::~Anchors() = default;
Anchors::Anchors(Anchors&&) noexcept = default;
Anchors& Anchors::operator=(Anchors&&) noexcept = default;

std::size_t Anchors::add(std::string_view pem_or_der) {
  constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
  if (pem_or_der.find(kBegin) == std::string_view::npos) {
    Certificate one = read_der(pem_or_der);
    if (one == nullptr) return 0;
    impl_->certificates.push_back(std::move(one));
    return 1;
  }
  const Bio bio(BIO_new_mem_buf(pem_or_der.data(), static_cast<int>(std::min<std::size_t>(pem_or_der.size(), INT_MAX))));
  // Without a callback OpenSSL asks the terminal for the password of an encrypted one.
  const auto no_password = [](char*, int, int, void*) { return -1; };
  std::vector<Certificate> read;
  while (X509* one = PEM_read_bio_X509(bio.get(), nullptr, no_password, nullptr)) read.emplace_back(one);
  const bool is_whole = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  if (!is_whole) return 0;  // half of what somebody trusts would be found out only when it is missed
  for (Certificate& one : read) impl_->certificates.push_back(std::move(one));
  return read.size();
}

std::size_t Anchors::size() const { return impl_->certificates.size(); }

Report inspect(std::string_view pdf, const Anchors& anchors, base::UtcTime now) {
  Report report;
  report.anchors = anchors.size();
  const FoundFile file = read_structure(pdf);
  report.is_pdf = file.is_pdf;
  if (!file.is_pdf) return report;
  if (!file.is_readable) add(report.reasons, Reason::Unreadable);
  if (file.is_encrypted) add(report.reasons, Reason::Encrypted);
  Evidence evidence;
  for (const std::string& der : file.certificates)
    if (const Certificate certificate = read_der(der); certificate != nullptr) evidence.add_certificate(certificate.get());
  for (const std::string& der : file.crls) evidence.add_crl(der);
  for (const std::string& der : file.ocsps) evidence.add_ocsp(der);
  // From the last to the first: a time stamp proves a time for everything that it covers.
  std::optional<base::UtcTime> later;
  for (std::size_t i = file.signatures.size(); i > 0; --i) {
    const FoundSignature& found = file.signatures[i - 1];
    Signature signature = begin(found, pdf);
    if (!found.has_byte_range) {
      add(signature.reasons, Reason::BadByteRange);
    } else {
      if (!found.is_same_contents) add(signature.reasons, file.is_encrypted ? Reason::Encrypted : Reason::ContentsMismatch);
      const std::string content = covered_bytes(pdf, found);
      const Question question{found.cms, content, anchors, evidence, now, later};
      if (is_timestamp(found))
        judge_timestamp(signature, question);
      else if (found.sub_filter == "adbe.pkcs7.detached" || found.sub_filter == "ETSI.CAdES.detached")
        judge_cms(signature, question);
      else
        add(signature.reasons, Reason::Unsupported);
      judge_afterwards(signature, found.afterwards);
    }
    if (found.field.empty()) add(signature.reasons, Reason::NotWhole);
    for (const Reason reason : report.reasons) add(signature.reasons, reason);
    signature.verdict = verdict_of(signature);
    if (signature.kind == Kind::Timestamp && signature.verdict == Verdict::Valid) later = signature.proved_time;
    report.signatures.push_back(std::move(signature));
  }
  std::reverse(report.signatures.begin(), report.signatures.end());
  return report;
}

}  // namespace portal::signatures
