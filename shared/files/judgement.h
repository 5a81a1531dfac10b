// Judgement: what the signatures of a stored PDF are worth (D9.1c), as rows: made by the converter (pdf-inspector, shared/signatures), shown by the
// office, told to readers, asked before a posting. A judgement holds for the trusted certificates of its moment; when they are others it is not believed
// any more, and the converter makes another one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/files/files.h"
#include "shared/signatures/reasons.h"

namespace portal::files {

// Told to who shows what was judged, when a new judgement of a file says something else than the last one; its payload is {"file": id}.
inline constexpr std::string_view kJudgedJob = "file.judged";

// Whose signatures are trusted on the day of `now`: certificates that an administrator entered, in force and not taken away.
struct Trusted {
  std::string pem;     // all of them, one after the other
  std::string digest;  // over their fingerprints: another one means other certificates
  std::size_t count = 0;
};
[[nodiscard]] Trusted trusted(db::Connection& db, base::UtcTime now);

struct JudgedSignature {
  signatures::Kind kind = signatures::Kind::Approval;
  signatures::Verdict verdict = signatures::Verdict::Unsure;
  std::vector<signatures::Reason> reasons;
  std::string signer, organisation, issuer, serial;  // as the certificate tells them
  std::optional<base::UtcTime> valid_from, valid_to;  // of the certificate
  std::optional<base::UtcTime> claimed_at, proved_at;
  bool covers_all = false;
  bool is_intact = false;
  bool is_chain_trusted = false;
  bool is_not_revoked = false;

  bool operator==(const JudgedSignature&) const = default;
};

struct Judgement {
  base::UtcTime at;
  std::string anchors;  // Trusted::digest
  std::size_t anchor_count = 0;
  bool is_verified = false;  // signatures::Report::is_verified
  std::vector<signatures::Reason> reasons;  // of the file as a whole
  std::vector<JudgedSignature> signatures;

  // A signature that something is wrong with.
  [[nodiscard]] bool is_damned() const;
};

// From what pdf-inspector wrote (shared/signatures/report_json.h), cut to what the rows hold; nothing for a text that is no such report: then nothing is
// known, and nothing is verified.
[[nodiscard]] std::optional<Judgement> read_report(std::string_view json, const Trusted& trusted, base::UtcTime at);

// Nothing for a file that was not judged.
[[nodiscard]] std::optional<Judgement> find_judgement(db::Connection& db, FileId file);

// In the caller's transaction. Says so by a kJudgedJob when it is another verdict than before.
void put_judgement(db::Connection& db, FileId file, const Judgement& judgement, base::UtcTime now);

// Files with signatures that were judged under other certificates than these, oldest first, at most 20.
struct ToJudge {
  FileId file;
  std::string sha256;
};
[[nodiscard]] std::vector<ToJudge> to_judge_again(db::Connection& db, std::string_view anchors);

}  // namespace portal::files
