// Reasons: the words in which a judgement of signatures is told (D9.1c). Needs no library: whoever shows a judgement reads them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portal::signatures {

enum class Verdict : std::uint8_t { Valid, Unsure, Invalid };

// Why a signature is not Valid. Those of the first part make it Invalid, the others Unsure.
enum class Reason : std::uint8_t {
  BadByteRange,       // /ByteRange is missing, no four numbers, or does not go around /Contents exactly
  ContentsMismatch,   // the signature in the gap is not the one that the field holds
  BadCms,             // /Contents is no CMS signature
  DigestMismatch,     // the signed bytes were changed
  WrongSignature,     // the digest is right, the signature is not
  WrongCertificate,   // the certificate is not the one that the signature names (ESS)
  ChangedAfter,       // something that existed was changed after signing
  Revoked,            // the certificate was revoked before a time that is proved, or at an unknown time
  ExpiredWhenSigned,  // not in force at the proved time
  WrongUse,           // the certificate is not for signing

  AddedAfter,  // something was added after signing that may be seen and leaves alone what was there
  NotWhole,    // bytes behind the signature that could not be judged
  Unreadable,  // the file is damaged in a way that leaves what it shows to the reader
  Encrypted,
  Unsupported,  // a kind of signature that is not judged
  SeveralSigners,
  NoSignedAttributes,
  WeakAlgorithm,  // SHA-1, MD5, short keys, of the signature or of its chain, or a digest that the key's algorithm does not allow
  NoAnchors,      // nobody is trusted: no certificate is configured
  UntrustedChain,
  NotInForce,        // expired now, and no time is proved; or not in force at the time that the signer claims
  UnprovedTime,      // the signer's own clock is all there is; not a reason by itself
  RevocationUnknown  // the file does not carry a proof that the certificates were not revoked
};

enum class Kind : std::uint8_t { Approval, Certification, Timestamp };
struct ReasonRow {
  Reason reason;
  std::string_view key;
  bool is_damning;
  std::string_view words;
};

inline constexpr std::array<ReasonRow, 23> kReasons{{
    {Reason::BadByteRange, "bad_byte_range", true, "Phạm vi được ký (ByteRange) không đúng quy cách, không biết chữ ký phủ những gì."},
    {Reason::ContentsMismatch, "contents_mismatch", true, "Chữ ký nằm trong tệp khác với chữ ký mà biểu mẫu của tệp trỏ tới."},
    {Reason::BadCms, "bad_cms", true, "Dữ liệu chữ ký không đọc được."},
    {Reason::DigestMismatch, "digest_mismatch", true, "Nội dung đã bị thay đổi so với lúc ký."},
    {Reason::WrongSignature, "wrong_signature", true, "Chữ ký không khớp với chứng thư của người ký."},
    {Reason::WrongCertificate, "wrong_certificate", true, "Chứng thư đi kèm không phải chứng thư mà người ký đã dùng."},
    {Reason::ChangedAfter, "changed_after", true, "Có phần đã ký bị sửa sau khi ký."},
    {Reason::Revoked, "revoked", true, "Chứng thư đã bị thu hồi."},
    {Reason::ExpiredWhenSigned, "expired_when_signed", true, "Chứng thư không còn, hoặc chưa có hiệu lực tại thời điểm ký."},
    {Reason::WrongUse, "wrong_use", true, "Chứng thư không được cấp để ký."},
    {Reason::AddedAfter, "added_after", false, "Sau khi ký có phần được thêm vào và có thể nhìn thấy."},
    {Reason::NotWhole, "not_whole", false, "Chữ ký không phủ đến cuối tệp và phần còn lại không xét được."},
    {Reason::Unreadable, "unreadable", false, "Tệp hỏng hoặc không theo quy cách, mỗi chương trình có thể hiện một khác."},
    {Reason::Encrypted, "encrypted", false, "Tệp được mã hóa."},
    {Reason::Unsupported, "unsupported", false, "Kiểu chữ ký này không được kiểm tra."},
    {Reason::SeveralSigners, "several_signers", false, "Một chữ ký có nhiều người ký, không được kiểm tra."},
    {Reason::NoSignedAttributes, "no_signed_attributes", false, "Chữ ký không có thuộc tính được ký, không gắn với chứng thư nào."},
    {Reason::WeakAlgorithm, "weak_algorithm", false, "Thuật toán hoặc độ dài khóa không còn an toàn."},
    {Reason::NoAnchors, "no_anchors", false, "Chưa cấu hình chứng thư gốc được tin cậy."},
    {Reason::UntrustedChain, "untrusted_chain", false, "Chứng thư không dẫn tới chứng thư gốc được tin cậy."},
    {Reason::NotInForce, "not_in_force", false, "Chứng thư không có hiệu lực vào lúc xét, hoặc vào lúc mà người ký khai."},
    {Reason::UnprovedTime, "unproved_time", false, "Thời điểm ký chỉ theo đồng hồ của người ký."},
    {Reason::RevocationUnknown, "revocation_unknown", false, "Tệp không mang bằng chứng là chứng thư chưa bị thu hồi."},
}};

[[nodiscard]] constexpr const ReasonRow& row_of(Reason reason) { return kReasons[static_cast<std::size_t>(reason)]; }

// The row of a key, or nullptr for a word of a newer program.
[[nodiscard]] constexpr const ReasonRow* find_reason(std::string_view key) {
  for (const ReasonRow& row : kReasons)
    if (row.key == key) return &row;
  return nullptr;
}

[[nodiscard]] constexpr std::string_view key_of(Verdict verdict) {
  return verdict == Verdict::Valid ? "valid" : verdict == Verdict::Unsure ? "unsure" : "invalid";
}

// A word of a newer program is no verdict that anybody may rely on.
[[nodiscard]] constexpr Verdict parse_verdict(std::string_view key) {
  return key == "valid" ? Verdict::Valid : key == "invalid" ? Verdict::Invalid : Verdict::Unsure;
}

// For people.
[[nodiscard]] constexpr std::string_view label_of(Verdict verdict) {
  return verdict == Verdict::Valid ? "hợp lệ" : verdict == Verdict::Unsure ? "chưa kết luận được" : "không hợp lệ";
}

[[nodiscard]] constexpr std::string_view key_of(Reason reason) { return row_of(reason).key; }

// One Vietnamese sentence.
[[nodiscard]] constexpr std::string_view words_of(Reason reason) { return row_of(reason).words; }

[[nodiscard]] constexpr bool is_damning(Reason reason) { return row_of(reason).is_damning; }

[[nodiscard]] constexpr std::string_view key_of(Kind kind) {
  return kind == Kind::Approval ? "approval" : kind == Kind::Certification ? "certification" : "timestamp";
}

}  // namespace portal::signatures
