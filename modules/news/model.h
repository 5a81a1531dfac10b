// Model: what the articles of Điều 5 are, for both faces. Plain values; no database, no HTML.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace portal::news {

// The module's name in core_item, the log and the grant matrix.
inline constexpr std::string_view kModule = "news";

// A kind of article: which checklist and which fields it has (sql/seeds/reference/checklists.json).
struct Kind {
  std::string_view key;
  std::string_view label;   // as a form offers it
  std::string_view clause;
  bool has_event = false;   // place, start, end, registration are asked for (D5.9đ)
  bool is_page = false;     // an introduction page: listed in its section only, without date or feed (D5.1)
  bool took_place = false;  // tells of what has happened: its event_at is not ahead (D9.3a); an announcement (D5.9đ) may tell of what comes
};

inline constexpr std::array<Kind, 8> kKinds{{{"news", "Tin tức, sự kiện", "D5.5", false, false, true},
                                             {"legal_education", "Phổ biến pháp luật", "D5.4", false, false},
                                             {"direction", "Chỉ đạo, điều hành", "D5.6", false, false},
                                             {"guidance", "Hướng dẫn nghiệp vụ", "D5.9b", false, false},
                                             {"research", "Nghiên cứu, trao đổi", "D5.9d", false, false},
                                             {"event", "Hội nghị, hội thảo, tập huấn", "D5.9đ", true, false},
                                             {"other", "Thông tin khác", "D5.9f", false, false},
                                             {"page", "Trang giới thiệu", "D5.1", false, true}}};

// The row of a key, or nullptr for a word of a newer program.
[[nodiscard]] constexpr const Kind* find_kind(std::string_view key) {
  for (const Kind& kind : kKinds)
    if (kind.key == key) return &kind;
  return nullptr;
}

// Columns' widths in code points: what a form accepts and the table holds.
inline constexpr std::size_t kMaxTitle = 300;
inline constexpr std::size_t kMaxSummary = 1000;
inline constexpr std::size_t kMaxAuthorLine = 200;
inline constexpr std::size_t kMaxSource = 300;
inline constexpr std::size_t kMaxPlace = 300;
inline constexpr std::size_t kMaxRegistration = 500;
inline constexpr std::size_t kMaxChangeNote = 500;

// The picture that stands for the article: below its summary, and where lists show one. `file` is the number of the upload, 0 for none.
struct LeadPicture {
  int file = 0;
  std::string alt;
  std::string caption;

  bool operator==(const LeadPicture&) const = default;
};

// A file for readers to take away. `slot` is the number in its address: that of the upload which began it; `file` is the upload that it has now. So a
// replacement keeps the address, and readers get it when the version with it is posted.
struct Attachment {
  int slot = 0;
  int file = 0;
  std::string title;
  bool is_internal = false;  // for those who handle the article: no reader gets it

  bool operator==(const Attachment&) const = default;
};

inline constexpr std::size_t kMostAttachments = 20;
inline constexpr std::size_t kMaxAttachmentTitle = 200;

// One saved version of an article: a row of news_article_version. Texts are clean (shared/text/clean.h), `body_json` is the canonical
// JSON of a valid richtext::Document.
struct Content {
  std::string title;
  std::string summary;
  std::string author_line;   // shown instead of the author's own name when not empty
  std::string source;        // where the information comes from (D9.1b)
  std::optional<base::UtcTime> event_at;   // when it took place; news needs it (D9.3a)
  std::string place;                       // kind event, also the next three (D5.9đ)
  std::optional<base::UtcTime> starts_at;
  std::optional<base::UtcTime> ends_at;
  std::string registration;
  std::string change_note;   // what a correction of published text says to readers (D12.3)
  std::string body_json;
  LeadPicture lead;
  std::vector<Attachment> attachments;

  bool operator==(const Content&) const = default;
};

// SHA-256 over every field, in order and length-prefixed: workflow::VersionInfo::content_digest, so that the trail vouches for the words.
[[nodiscard]] std::string content_digest(const Content& content);

// What is wrong with `event_at` for an article of `kind` at `now`, as an error of the field "event_at"; nothing when all is well or the time is not
// given (whether it must be is asked when the article leaves its author).
[[nodiscard]] std::optional<base::FieldError> event_time_error(std::string_view kind, const std::optional<base::UtcTime>& event_at, base::UtcTime now);

// A row of a list: what news_published holds beside the body.
struct ListEntry {
  base::ItemId item;
  std::string slug;
  base::SectionId section;
  std::string title;
  std::string summary;
  std::string unit_name;
  base::UtcTime published_at;
  base::UtcTime updated_at;
  std::optional<base::UtcTime> starts_at;
  std::string place;
};

// A line under "Cùng chuyên mục": an older article of the same section.
struct Related {
  std::string slug;
  std::string title;
  base::UtcTime published_at;
};

// How many of them a page shows; the statements are given it.
inline constexpr std::size_t kRelated = 5;

// One posting of a new version, as readers see it under "Lịch sử thay đổi" (D12.3).
struct ShownChange {
  base::UtcTime at;
  bool is_minor = false;
  std::string note;
};

// The first page of an attachment as a picture; no address when there is none.
struct PagePicture {
  std::string address;
  unsigned width = 0;
  unsigned height = 0;
};

// What readers are told of an attachment's signatures (signature_words.h).
struct ShownSignature {
  std::string verdict;  // signatures::key_of(Verdict); "" when there is nothing to tell
  std::string words;
};

// An attachment as readers see it: where, what, how large, how many pages, and its digest to check it by.
struct ShownAttachment {
  std::string address;
  std::string title;
  std::string format;      // "PDF"
  std::uint64_t bytes = 0;
  std::string sha256;
  unsigned pages = 0;      // 0: not known
  PagePicture page = {};
  ShownSignature signature = {};
};

// What the public page of an article shows.
struct PublishedArticle {
  ListEntry entry;
  std::string kind;
  std::string author_line;
  std::string source;
  std::optional<base::UtcTime> event_at;
  std::optional<base::UtcTime> ends_at;
  std::string registration;
  std::string change_note;
  std::string body_html;   // what richtext::render_html made when it was published
  std::vector<ShownChange> changes;             // newest first
  std::vector<ShownAttachment> attachments;
  std::string card_html;                        // the leading picture as a card shows it
  std::optional<base::UtcTime> unlisted_at;     // its time on the lists is over since then
  std::optional<base::UtcTime> archived_at;     // left the lists, keeps its address (D13.2)

  [[nodiscard]] bool is_off_lists() const { return unlisted_at || archived_at; }
};

// Articles per month of a section (news_month); `month` is "yyyy-mm" in Viet Nam time.
struct MonthCount {
  int year = 0;
  unsigned month = 0;
  std::uint64_t articles = 0;
};

// A withdrawn article's answer (D12.3).
struct GoneArticle {
  enum class Mode { Notice, Gone, Redirect };
  Mode mode = Mode::Gone;
  std::string title;
  std::string notice;
  std::string redirect_to;
  base::UtcTime withdrawn_at;
};

// The slug an article has until its first publication, when the title makes the lasting one. create_item's caller stores it.
[[nodiscard]] inline std::string provisional_slug(base::ItemId item) { return "bai-" + std::to_string(item.value); }

// What is kept of the address of an article whose words were purged (D12.3b): enough to answer 410 there, and no word of the title.
[[nodiscard]] std::string purged_slug(std::string_view slug);

// The news_listed/news_month section that stands for the whole site.
inline constexpr base::SectionId kWholeSite{0};

}  // namespace portal::news
