// The public form for articles (D7.3, D9.1b), its files, its receipt, and the page that tells a receipt's owner what became of it. This program adds to an
// inbox that it cannot read, and to a folder that is no part of the file store; the worker `intake` registers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/public/app.h"
#include "shared/files/parcels.h"
#include "shared/http/fields.h"
#include "shared/intake/track.h"

namespace portal::news {

[[nodiscard]] http::Response show_contribution(App& app, server::Context& context);
// The whole form, or one of its buttons that takes a file away. Everything that was typed comes back with any refusal, files too.
[[nodiscard]] http::Response send_contribution(App& app, server::Context& context);
// Pieces of a file, for who has JavaScript: {"tep", "ten", "da_nhan", "tong"}; after a broken line it goes on from `da_nhan`.
[[nodiscard]] http::Response take_piece(App& app, server::Context& context);
[[nodiscard]] http::Response show_tracking(App& app, server::Context& context);
[[nodiscard]] http::Response track(App& app, server::Context& context);

// What stands in the form.
struct ContributionDraft {
  std::string name{}, address{}, phone{}, place{}, organisation{}, position{}, title{}, text{};
  std::optional<base::UtcTime> event_at{};
};

inline constexpr std::size_t kMostContributionFiles = 10;
inline constexpr std::size_t kLongestContribution = 50'000;  // code points of the text

// The draft, or every mistake of it. `files`: how many came whole. Pure.
struct ParsedContribution {
  ContributionDraft draft;
  std::vector<base::FieldError> errors;
};
[[nodiscard]] ParsedContribution parse_contribution(const http::Fields& form, std::size_t files, base::UtcTime now);

struct ContributionView {
  std::string_view token, question;        // of the challenge
  const http::Fields& typed;
  std::span<const files::Parcel> files;
  std::span<const base::FieldError> errors;
  const files::ParcelLimits& limits;
};
[[nodiscard]] std::string view_contribution(const Frame& frame, const ContributionView& view);

struct ReceiptView {
  const intake::Receipt& receipt;
  const ContributionDraft& draft;
  std::span<const files::Parcel> files;
  base::UtcTime sent_at;
  bool is_repeat = false;  // this form was taken before; what files came with it now were not
};
[[nodiscard]] std::string view_contribution_sent(const Frame& frame, const ReceiptView& view);

// What the page says of a thing, in words for who sent it.
struct TrackWords {
  std::string_view heading, icon, chip, what;
};
[[nodiscard]] TrackWords words_of(const NewsStore::Tracked& tracked, bool is_published);

struct TrackingView {
  const http::Fields& typed;
  std::string_view problem;                // of a pair that is none
  const NewsStore::Tracked* tracked = nullptr;
  std::string published_path, published_title;  // where it stands, "" when it does not
  std::string code;
};
[[nodiscard]] std::string view_tracking(const Frame& frame, const TrackingView& view);

}  // namespace portal::news
