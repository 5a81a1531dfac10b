#include "modules/workers/feeds/feed_worker.h"

#include <algorithm>

#include "modules/workers/feeds/queries.h"
#include "modules/workers/feeds/schedule.h"
#include "shared/base/crypto.h"
#include "shared/base/log.h"
#include "shared/imported/words.h"
#include "shared/intake/transition.h"
#include "shared/mime/words.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::feeds {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 1s, kBeatEvery = 10s;
constexpr std::size_t kLongestError = 480, kTitleOfWords = 120;

std::string title_for(const feed::Entry& entry, std::string_view text) {
  if (!entry.title.empty()) return entry.title;
  const std::string_view first = text.substr(0, text.find('\n'));
  return mime::visible_line(first, kTitleOfWords);
}

}  // namespace

std::optional<intake::NewIntake> thing_of(const Source& source, const feed::Entry& entry, base::UtcTime now) {
  imported::Words words = imported::words_of_html(entry.html, entry.base);
  intake::NewIntake wanted{.channel = intake::Channel::Feed, .received_at = now};
  wanted.title = title_for(entry, words.text);
  if (wanted.title.empty()) return {};
  if (!entry.author.empty()) words.note("Tác giả ghi ở nguồn: " + entry.author + ".");
  if (entry.published) words.note("Đăng ở nguồn lúc " + base::format_date_time(*entry.published) + ".");
  if (entry.enclosures > 0) words.note(std::to_string(entry.enclosures) + " tệp kèm theo ở nguồn không tải về.");
  imported::add_source(words, source.name, entry.link.empty() ? source.address : entry.link);
  wanted.sender = source.sender;
  wanted.sender.organisation = source.name;
  wanted.sender.trust = intake::Trust::Source;
  wanted.state = intake::first_state(intake::is_complete(wanted.sender));
  wanted.body = {std::move(words.text), std::move(words.document), std::move(words.original), std::move(words.encoding), std::move(words.remark)};
  wanted.authority = "kênh tin " + source.name;
  wanted.is_told = false;
  wanted.content_digest = base::sha256_hex(intake::content_digest_of(wanted) + ":feed:" + std::to_string(source.id.value));
  return wanted;
}

FeedWorker::FeedWorker(const worker::Setting& setting)
    : clock_(setting.clock), should_stop_(setting.should_stop), fetcher_(parse_networks(setting.config.text("feeds_networks"))) {}

std::vector<Source> FeedWorker::due(db::Connection& db) const {
  const base::UtcTime now = clock_.now();
  const std::string today = base::format_iso(now).substr(0, 10);
  std::vector<Source> all;
  auto rows = db.query(sql::kDue, today, today, now);
  while (rows.next()) {
    Source& source = all.emplace_back();
    source.id = rows.id<SourceId>(0);
    source.name = rows.text(1);
    source.address = rows.text(2);
    source.sender.name = rows.text(3);
    source.sender.address = rows.text(4);
    source.sender.phone = rows.text(5);
    source.sender.place = rows.text(6);
    source.every = std::chrono::minutes{rows.number(7)};
    if (const auto from = base::parse_iso(std::string{rows.text(8)} + "T00:00:00+07:00")) source.from = *from;
    source.failures = rows.number(9);
  }
  return all;
}

bool FeedWorker::claim(db::Connection& db, const Source& source) const {
  const base::UtcTime now = clock_.now();
  db.execute(sql::kBeginState, source.id, source.address, now);
  const base::UtcTime until = now + hold_for(source.failures);
  return db.execute(sql::kClaim, source.address, source.address, source.address, until, now, source.id, now, source.address).affected == 1;
}

void FeedWorker::fail(db::Connection& db, const Source& source, const std::string& error) const {
  db.execute(sql::kFailed, text::cut_to_bytes(error, kLongestError), clock_.now() + pause_after(source.every, source.failures + 1), source.id, source.address);
  base::log(base::Level::Warning, "feed_not_read", {{"source", static_cast<std::int64_t>(source.id.value)}, {"why", std::string_view{error}}});
}

intake::IntakeId FeedWorker::take(db::Connection& db, const Source& source, const feed::Entry& entry) {
  const base::UtcTime now = clock_.now();
  if (entry.published && *entry.published < source.from) return {};
  if (db.query(sql::kHasEntry, source.id, entry.key).next()) return {};
  const auto wanted = thing_of(source, entry, now);
  intake::IntakeId made;
  try {
    db::in_transaction(db, [&] {
      made = wanted ? intake::register_intake(db, store_, *wanted, now) : intake::IntakeId{};
      db.execute(sql::kAddEntry, source.id, entry.key, now, made);
      return true;
    });
    return made;
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
  }
  // Another worker was quicker, or the same words are there under another name.
  if (!db.query(sql::kHasEntry, source.id, entry.key).next()) db.execute(sql::kAddEntry, source.id, entry.key, now, intake::IntakeId{});
  return {};
}

bool FeedWorker::take_all(db::Connection& db, const Source& source, const feed::Feed& feed) {
  std::size_t taken = 0;
  intake::IntakeId first;
  // The oldest first, so that the register is in the order of the source.
  bool goes_on = true;
  for (auto entry = feed.entries.rbegin(); entry != feed.entries.rend(); ++entry) {
    if (should_stop_()) {
      goes_on = false;
      break;
    }
    const intake::IntakeId made = take(db, source, *entry);
    if (!made.is_set()) continue;
    if (!first.is_set()) first = made;
    ++taken;
  }
  if (taken > 0) {
    intake::tell_of_many(db, first, "Kênh tin “" + source.name + "”: " + std::to_string(taken) + " nội dung mới chờ phân loại (D3.2d, D11.1).", clock_.now());
    base::log(base::Level::Info, "feed_taken", {{"source", static_cast<std::int64_t>(source.id.value)}, {"entries", static_cast<std::int64_t>(taken)}});
  }
  return goes_on;
}

void FeedWorker::read(db::Connection& db, const Source& source) {
  std::string etag, last_modified;
  {
    auto rows = db.query(sql::kValidators, source.id);
    if (rows.next()) etag = rows.text(0), last_modified = rows.text(1);
  }
  const feed::Limits limits;
  Fetched fetched = fetcher_.get(source.address, etag, last_modified, limits.bytes, should_stop_);
  if (fetched.end == Fetched::End::Stopped) return;
  if (fetched.end == Fetched::End::Failed) return fail(db, source, fetched.error);
  if (fetched.end == Fetched::End::Read) {
    const auto feed = feed::parse_feed(fetched.body, fetched.charset, fetched.address, limits);
    if (!feed) return fail(db, source, feed.error().message);
    if (!take_all(db, source, *feed)) return;
    etag = fetched.etag;
    last_modified = fetched.last_modified;
  }
  const base::UtcTime now = clock_.now();
  db.execute(sql::kRead, etag, last_modified, now, now + source.every, source.id, source.address);
}

void FeedWorker::work(db::Connection& db) {
  const base::UtcTime now = clock_.now();
  if (now - beat_at_ >= kBeatEvery) {
    beat_at_ = now;
    db.execute(sql::kBeat, now + kBeatEvery, now);
  }
  if (now - looked_at_ < kLookEvery) return;
  looked_at_ = now;
  for (const Source& source : due(db)) {
    if (should_stop_()) return;
    if (!claim(db, source)) continue;
    try {
      read(db, source);
    } catch (const db::SqlError& error) {  // of this source's content alone; a lost database ends the round
      fail(db, source, "Không ghi được vào sổ tiếp nhận; đã ghi sự việc để khắc phục.");
      base::log(base::Level::Error, "feed_not_registered", {{"source", static_cast<std::int64_t>(source.id.value)}, {"what", std::string_view{error.what()}}});
    }
  }
}

}  // namespace portal::feeds
