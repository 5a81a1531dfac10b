#include "shared/workflow/audit.h"

#include "shared/base/crypto.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

constexpr std::string_view kGenesis = "0000000000000000000000000000000000000000000000000000000000000000";

// One row as the digest sees it. Fields are joined by a character that no field can hold, so that moving text between fields shows.
struct Row {
  std::string chain;
  std::int64_t seq = 0;
  std::string at;
  std::string person, account, action, from_state, to_state, version, content_digest, authority, ground, note_digest, previous;

  [[nodiscard]] std::string digest() const {
    constexpr char kSeparator = '\x1f';
    std::string text;
    for (const std::string& field : {chain, std::to_string(seq), at, person, account, action, from_state, to_state, version, content_digest,
                                     authority, ground, note_digest, previous})
      text += field + kSeparator;
    return base::sha256_hex(text);
  }
};

std::string id_text(std::uint64_t value) { return value == 0 ? "" : std::to_string(value); }

std::string note_digest_of(const std::string& note) { return note.empty() ? "" : base::sha256_hex(note); }

}  // namespace

void append_audit(db::Connection& db, const AuditEntry& entry, base::UtcTime now) {
  Row row;
  row.chain = entry.chain;
  row.previous = kGenesis;
  {
    auto last = db.query(kLastAudit, entry.chain);
    if (last.next()) {
      row.seq = last.number(0);
      row.previous = last.text(1);
    }
  }
  ++row.seq;
  row.at = base::format_sql(now);
  row.person = id_text(entry.person.value);
  row.account = id_text(entry.account.value);
  row.action = entry.action.key();
  row.from_state = entry.from_state;
  row.to_state = entry.to_state;
  row.version = std::to_string(entry.version);
  row.content_digest = entry.content_digest;
  row.authority = entry.authority;
  row.ground = entry.ground;
  row.note_digest = note_digest_of(entry.note);
  db.execute(kAddAudit, row.chain, row.seq, row.at, entry.person, entry.account, row.action, row.from_state, row.to_state, entry.version,
             row.content_digest, row.authority, row.ground, row.note_digest, row.previous, row.digest());
  if (!entry.note.empty()) db.execute(kAddAuditNote, row.chain, row.seq, entry.note);
}

namespace {

// Reads kAuditPage's and kAuditChain's columns and says what does not fit what was read before; nothing when all is well.
class ChainReader {
 public:
  explicit ChainReader(ChainEnd end) : end_(std::move(end)) {}

  std::optional<std::string> take(const db::Rows& rows) {
    Row row;
    row.chain = rows.text(0);
    row.seq = rows.number(1);
    row.at = rows.text(2);
    row.person = id_text(static_cast<std::uint64_t>(rows.number(3)));
    row.account = id_text(static_cast<std::uint64_t>(rows.number(4)));
    row.action = rows.text(5);
    row.from_state = rows.text(6);
    row.to_state = rows.text(7);
    row.version = std::to_string(rows.number(8));
    row.content_digest = rows.text(9);
    row.authority = rows.text(10);
    row.ground = rows.text(11);
    row.note_digest = rows.text(12);
    row.previous = rows.text(13);
    const std::string where = row.chain + " #" + std::to_string(row.seq);
    if (row.chain != end_.chain) end_ = {row.chain, 0, std::string{kGenesis}};
    if (row.seq != end_.seq + 1) return where + ": a row is missing before it";
    if (row.previous != end_.digest) return where + ": does not follow the row before it";
    if (row.digest() != rows.text(14)) return where + ": the row was changed";
    // A purged note is absent; a present one must be the one that was digested.
    if (!rows.is_null(15) && note_digest_of(std::string{rows.text(15)}) != row.note_digest) return where + ": its note was changed";
    end_.seq = row.seq;
    end_.digest = rows.text(14);
    return {};
  }

  [[nodiscard]] const ChainEnd& end() const { return end_; }

 private:
  ChainEnd end_;
};

}  // namespace

std::int64_t count_acts(db::Connection& db, ActName action, base::UtcTime from, base::UtcTime to) {
  auto rows = db.query(kCountActs, action.key(), from, to);
  return rows.next() ? rows.number(0) : 0;
}

std::optional<std::string> verify_chain(db::Connection& db, ChainEnd& end) {
  if (end.seq == 0) end.digest = kGenesis;
  ChainReader reader(end);
  auto rows = db.query(kAuditChain, end.chain, end.seq);
  while (rows.next())
    if (auto fault = reader.take(rows)) return fault;
  end = reader.end();
  return {};
}

std::optional<std::string> verify_audit(db::Connection& db, const std::function<void(std::size_t)>& progress) {
  ChainReader reader({});
  std::size_t seen = 0;
  for (bool more = true; more;) {
    more = false;
    const ChainEnd last = reader.end();
    auto rows = db.query(kAuditPage, last.chain, last.chain, last.seq);
    while (rows.next()) {
      more = true;
      if (auto fault = reader.take(rows)) return fault;
      if (++seen % 1000 == 0 && progress) progress(seen);
    }
  }
  auto versions = db.query(kVersionRecount);
  if (versions.next()) return "item:" + std::to_string(versions.number(0)) + ": versions are missing or added outside the workflow";
  auto digests = db.query(kVersionMismatch);
  if (digests.next())
    return "item:" + std::to_string(digests.number(0)) + ": version " + std::to_string(digests.number(1)) + " is not the one that the trail saw saved";
  auto states = db.query(kStateMismatch);
  if (states.next())
    return "item:" + std::to_string(states.number(0)) + ": its state (" + std::string{states.text(1)} + ", version " + std::to_string(states.number(3)) +
           ") is not the last one of its trail (" + std::string{states.text(2)} + ", version " + std::to_string(states.number(4)) + ")";
  return {};
}

}  // namespace portal::workflow
