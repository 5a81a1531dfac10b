// Signature words: what a judgement of a file's signatures (shared/files/judgement.h) is told as, to readers in one line and to the office in full
// (D9.1c). Never "hợp lệ" when unsure. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "shared/files/judgement.h"

namespace portal::news {

// Verified, wrong, or neither.
[[nodiscard]] signatures::Verdict verdict_of(const files::Judgement& judgement);

// The line beside a download; nothing for a file without a signature of a person or an organisation.
[[nodiscard]] std::optional<ShownSignature> shown_signature(const files::Judgement& judgement);

// What each question was answered with.
struct SignatureWords {
  std::string signer;      // "Nguyễn Văn A (Sở Tư pháp)"
  std::string issuer;
  std::string time;        // and whether it is proved
  std::string coverage;
  std::string afterwards;  // what was done to the file after signing
  std::string chain;
  std::string revocation;
  std::string verdict;     // "Hợp lệ", "Chưa kết luận được", "Không hợp lệ"
  std::vector<std::string> reasons;
};
[[nodiscard]] SignatureWords words_of(const files::JudgedSignature& signature);

// One sentence above them: "1 chữ ký; chưa kết luận được …".
[[nodiscard]] std::string summary_of(const files::Judgement& judgement);

}  // namespace portal::news
