// Editing: what the handlers of writing, drafts, restoring and merging share.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modules/news/office/app.h"
#include "modules/news/office/forms.h"
#include "modules/news/office/views.h"
#include "shared/drafts/drafts.h"
#include "shared/workflow/idempotency.h"

namespace portal::news {

// The draft of an article that does not exist yet.
inline constexpr std::string_view kNewSubject = "new:news";

[[nodiscard]] unsigned number_in(const http::Fields& form, std::string_view name);

// The section of that id, or nullptr.
[[nodiscard]] const SectionChoice* find_section(const std::vector<SectionChoice>& sections, base::SectionId id);

// The kind that an article has in the section which the form chose; "" for none.
[[nodiscard]] std::string kind_in_chosen(const std::vector<SectionChoice>& sections, const http::Fields& form);

// The author still chooses the section, and with it the kind (record_version honours it so long).
[[nodiscard]] bool may_move(const workflow::Item& item);

// A version as the article form shows it, its section included: what is compared and merged.
[[nodiscard]] std::optional<http::Fields> version_fields(db::Connection& db, const workflow::Item& item, unsigned version);

// Who saved a version, and when: "Nguyễn Hoàng Yến", 25/11/2026 08:55.
struct VersionBy {
  std::string name;
  base::UtcTime at;
};
[[nodiscard]] std::optional<VersionBy> version_by(db::Connection& db, base::ItemId item, unsigned version);

// A new version on top of `base`.
struct Save {
  ArticleForm form;
  std::optional<unsigned> base;   // the version that was in front of the person; without it `row_version` decides
  unsigned row_version = 0;
  std::string note;               // into the trail
  std::string draft;              // closed with it
};

// Saves and remembers the form; gives the page to go to. Fault Stale: another version stands on the base already.
[[nodiscard]] base::Result<std::string> save_version(OfficeApp& app, server::Context& context, base::ItemId id, const Save& save);

// Runs a write that remembers its form; a twin that was carried out at the same moment answers for both.
template <typename Work>
base::Result<std::string> once(server::Context& context, Work work) {
  try {
    base::Result<std::string> done = work();
    if (done) return done;
    // The twin may have been carried out while this one waited for the row: then nothing was refused.
    if (const auto twin = workflow::find_form(context.db(), context.actor, context.request); twin && *twin) return **twin;
    return done;
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    const auto twin = workflow::find_form(context.db(), context.actor, context.request);
    if (!twin) return tl::unexpected(twin.error());
    if (!*twin) throw;
    return **twin;
  }
}

// The form's own fields and no others: no token, no key, nothing that a later program did not ask for.
[[nodiscard]] drafts::Draft draft_of(const http::Fields& typed, std::string subject);

// What the edit form is shown with.
struct Shown {
  http::Fields typed{};
  unsigned base = 0;                             // the version it was begun from
  std::string draft_key{};                       // "" makes a new one
  std::vector<base::FieldError> errors{};
  std::optional<base::UtcTime> from_draft{};     // the form shows a draft of that time
  bool offers_drafts = false;                    // other drafts of the same form are offered
  int status = 200;
};
[[nodiscard]] http::Response new_page(server::Context& context, Shown shown);
[[nodiscard]] http::Response edit_page(OfficeApp& app, server::Context& context, const workflow::Item& item, Shown shown);

// The open drafts of this person for `subject`, for an offer above a form or on an item's page. Those that say what `current` says, or what a later
// version says already, are closed on the way.
[[nodiscard]] std::vector<drafts::Draft> offered_drafts(server::Context& context, std::string_view subject, const workflow::Item* item,
                                                        std::string_view except = {});

// The merge page for a save that came second: the form's base, what is stored, what was typed.
[[nodiscard]] http::Response merge_page(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& mine, unsigned base,
                                        const std::vector<base::FieldError>& errors, int status);

}  // namespace portal::news
