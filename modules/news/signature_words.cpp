#include "modules/news/signature_words.h"

#include <algorithm>

#include "shared/base/time.h"

namespace portal::news {
namespace {

using files::JudgedSignature;
using files::Judgement;
using signatures::Reason;
using signatures::Verdict;

bool has(const JudgedSignature& signature, Reason reason) {
  return std::find(signature.reasons.begin(), signature.reasons.end(), reason) != signature.reasons.end();
}

bool is_of_person(const JudgedSignature& signature) { return signature.kind != signatures::Kind::Timestamp; }

std::string name_of(const JudgedSignature& signature) {
  if (signature.signer.empty()) return "người ký không rõ";
  return signature.organisation.empty() || signature.organisation == signature.signer ? signature.signer : signature.signer + " (" + signature.organisation + ")";
}

// The names of those whose signature has this verdict, each once.
std::string names_of(const Judgement& judgement, Verdict verdict) {
  std::vector<std::string> names;
  for (const JudgedSignature& one : judgement.signatures)
    if (is_of_person(one) && one.verdict == verdict && std::find(names.begin(), names.end(), name_of(one)) == names.end()) names.push_back(name_of(one));
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

// The reasons of those signatures, each once; the signer's clock alone is none.
std::string reasons_of(const Judgement& judgement, Verdict verdict) {
  std::vector<Reason> reasons = judgement.reasons;
  for (const JudgedSignature& one : judgement.signatures)
    if (one.verdict == verdict) reasons.insert(reasons.end(), one.reasons.begin(), one.reasons.end());
  std::string joined;
  std::vector<Reason> said;
  for (const Reason reason : reasons) {
    if (reason == Reason::UnprovedTime || std::find(said.begin(), said.end(), reason) != said.end()) continue;
    if (verdict == Verdict::Invalid && !signatures::is_damning(reason)) continue;
    said.push_back(reason);
    joined += (joined.empty() ? "" : " ") + std::string{signatures::words_of(reason)};
  }
  return joined;
}

std::size_t count_of(const Judgement& judgement, Verdict verdict) {
  return static_cast<std::size_t>(std::count_if(judgement.signatures.begin(), judgement.signatures.end(),
                                                [verdict](const JudgedSignature& one) { return is_of_person(one) && one.verdict == verdict; }));
}

std::string sentence(std::string words) {
  if (!words.empty() && !words.ends_with('.')) words += '.';
  return words;
}

// Of the first signature that is valid.
std::string time_of_valid(const Judgement& judgement) {
  for (const JudgedSignature& one : judgement.signatures) {
    if (!is_of_person(one) || one.verdict != Verdict::Valid) continue;
    if (one.proved_at) return ", ký ngày " + base::format_date(*one.proved_at);
    if (one.claimed_at) return ", ký ngày " + base::format_date(*one.claimed_at) + " theo đồng hồ của người ký";
  }
  return {};
}

std::string afterwards_of(const JudgedSignature& signature) {
  if (has(signature, Reason::ChangedAfter)) return "Có phần đã ký bị sửa sau khi ký";
  if (has(signature, Reason::AddedAfter)) return "Có phần được thêm vào sau khi ký và nhìn thấy được";
  if (has(signature, Reason::NotWhole)) return "Có phần sau chữ ký không xét được";
  return signature.covers_all ? "Không có gì được thêm" : "Chỉ thêm phần không làm đổi nội dung đã ký";
}

}  // namespace

Verdict verdict_of(const Judgement& judgement) {
  if (judgement.is_damned()) return Verdict::Invalid;
  return judgement.is_verified ? Verdict::Valid : Verdict::Unsure;
}

std::optional<ShownSignature> shown_signature(const Judgement& judgement) {
  if (std::none_of(judgement.signatures.begin(), judgement.signatures.end(), is_of_person)) return std::nullopt;
  const Verdict verdict = verdict_of(judgement);
  std::string words;
  switch (verdict) {
    case Verdict::Valid:
      words = "Chữ ký số hợp lệ: " + names_of(judgement, Verdict::Valid) + time_of_valid(judgement) + ".";
      if (const std::size_t others = count_of(judgement, Verdict::Unsure); others != 0)
        words += " Còn " + std::to_string(others) + " chữ ký khác chưa kết luận được.";
      break;
    case Verdict::Unsure:
      words = "Có chữ ký số của " + names_of(judgement, Verdict::Unsure) + ", chưa kết luận được. " + reasons_of(judgement, Verdict::Unsure);
      break;
    case Verdict::Invalid:
      words = "Chữ ký số không hợp lệ: " + sentence(names_of(judgement, Verdict::Invalid)) + ' ' + reasons_of(judgement, Verdict::Invalid);
      break;
  }
  return ShownSignature{std::string{signatures::key_of(verdict)}, std::move(words)};
}

SignatureWords words_of(const JudgedSignature& signature) {
  SignatureWords words;
  words.signer = signature.kind == signatures::Kind::Timestamp ? "Dấu thời gian của " + name_of(signature) : name_of(signature);
  words.issuer = signature.issuer;
  if (signature.proved_at) words.time = base::format_date_time(*signature.proved_at) + " (có dấu thời gian chứng minh)";
  else if (signature.claimed_at) words.time = base::format_date_time(*signature.claimed_at) + " (theo đồng hồ của người ký)";
  else words.time = "Không ghi";
  words.coverage = signature.covers_all ? "Phủ toàn bộ tệp" : "Không phủ đến cuối tệp";
  if (!signature.is_intact) words.coverage += "; phần được ký không còn nguyên vẹn hoặc không kiểm tra được";
  words.afterwards = afterwards_of(signature);
  words.chain = signature.is_chain_trusted ? "Dẫn tới chứng thư gốc được tin cậy" : "Chưa dẫn tới chứng thư gốc được tin cậy";
  words.revocation = has(signature, Reason::Revoked) ? "Đã bị thu hồi"
                     : signature.is_not_revoked      ? "Chưa bị thu hồi, theo bằng chứng trong tệp hoặc vì chính chứng thư này được tin cậy"
                                                     : "Không có bằng chứng là chưa bị thu hồi";
  words.verdict = signature.verdict == Verdict::Valid ? "Hợp lệ" : signature.verdict == Verdict::Invalid ? "Không hợp lệ" : "Chưa kết luận được";
  for (const Reason reason : signature.reasons) words.reasons.emplace_back(signatures::words_of(reason));
  return words;
}

std::string summary_of(const Judgement& judgement) {
  if (judgement.signatures.empty())
    return judgement.reasons.empty() ? "Tệp không có chữ ký số." : "Không thấy chữ ký số; " + sentence(std::string{signatures::words_of(judgement.reasons.front())});
  const std::string count = std::to_string(judgement.signatures.size()) + " chữ ký số: ";
  switch (verdict_of(judgement)) {
    case Verdict::Valid:
      return count + "đã xác thực.";
    case Verdict::Invalid:
      return count + "có chữ ký không hợp lệ.";
    case Verdict::Unsure:
      break;
  }
  return count + "chưa kết luận được là hợp lệ.";
}

}  // namespace portal::news
