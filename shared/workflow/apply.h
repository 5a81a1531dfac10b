// Acts on items: who may (authorize), and the one way a state changes (apply_transition).
//
// apply_transition is one transaction of the caller's: lock the row, authorize, state + version + published rows + audit row + outbox row.
// Nothing else writes core_item.state.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/workflow/item.h"

namespace portal::workflow {

// Proof that authorize() allowed one person one act on one version of one item. Only authorize() makes it; every writing store function
// takes one, so forgetting the check does not compile.
class Permit {
 public:
  [[nodiscard]] base::PersonId person() const { return person_; }
  [[nodiscard]] base::AccountId account() const { return account_; }
  [[nodiscard]] Action action() const { return action_; }
  [[nodiscard]] base::ItemId item() const { return item_; }
  [[nodiscard]] unsigned row_version() const { return row_version_; }
  // "Thư ký Ban Biên tập", "Trưởng phòng…", "Ủy quyền số 05/QĐ-BBT": for the trail and the history.
  [[nodiscard]] const std::string& authority() const { return authority_; }
  [[nodiscard]] base::DelegationId delegation() const { return delegation_; }
  // The role, in its unit, that gives it; nothing under a delegation. For "what may this person do, and why".
  [[nodiscard]] const std::optional<access::RoleGrant>& grant() const { return grant_; }

 private:
  friend class Authorizer;
  Permit() = default;
  base::PersonId person_;
  base::AccountId account_;
  Action action_ = Action::Save;
  base::ItemId item_;
  unsigned row_version_ = 0;
  std::string authority_;
  base::DelegationId delegation_;
  std::optional<access::RoleGrant> grant_;
};

// May `actor` do `action` on `item` at `now`? A Permit, or why not: NotAllowedNow (no such act from this state), Forbidden (not this person, four-eyes,
// a delegation that ended), NotFound (may not know that it exists). The only permission decision over items.
[[nodiscard]] base::Result<Permit> authorize(db::Connection& db, const access::Actor& actor, Action action, const Item& item, base::UtcTime now);

// May the actor see the item in the office at all: its author, its unit's head, the board, the director. Another unit's draft is NotFound.
[[nodiscard]] bool may_see(const access::Actor& actor, const Item& item);

// The same with the stand-in for the secretary, whom a delegation lets see what reached the board even without a role of the board (D11.1): the
// rule of authorize(), for pages.
[[nodiscard]] bool may_see(db::Connection& db, const access::Actor& actor, const Item& item, base::UtcTime now);

// What a section asks for on the day of `now` (D12.1), and the kind of its items; nothing for one that takes none.
struct SectionSteps {
  bool needs_verify = true;
  bool needs_final_check = true;
  bool needs_original = false;  // D9.1c
  std::string kind;
};
[[nodiscard]] std::optional<SectionSteps> steps_of_section(db::Connection& db, base::SectionId section, base::UtcTime now);

// Every act that the actor may do on the item now, in the table's order: the panel's buttons. Acts refused for a reason worth showing
// (four-eyes, delegation) come with it.
struct AllowedAction {
  const Transition* transition;
  std::string authority;   // "" when refused
  std::string why_not;     // "" when allowed
};
[[nodiscard]] std::vector<AllowedAction> allowed_actions(db::Connection& db, const access::Actor& actor, const Item& item, base::UtcTime now);

// How a withdrawn item's address answers (D12.3).
enum class WithdrawMode { Notice, Gone, Redirect };

// What readers find at the old address.
struct Withdrawal {
  WithdrawMode mode = WithdrawMode::Notice;
  std::string notice;       // Notice: what they are told
  std::string redirect_to;  // Redirect: a path of the site
  bool is_planned = false;  // its time on the site, decided beforehand, is over: no take-down for a fault, nothing to look at again (D12.3)
};

// What a posting of a new version of something that readers see says of the change (D12.3): a minor one (a misprint) tells them nothing.
struct Change {
  bool is_minor = false;
  std::string note;
};

// Where readers find what is posted.
struct PostedPlace {
  base::SectionId section;
  std::string kind;
};

// What the section does inside the act's transaction. Each section's library implements it; `shared/workflow` knows no section.
class Publisher {
 public:
  virtual ~Publisher() = default;
  // What must still be mended before the item may leave its author or be posted (event time, title, body, source…).
  [[nodiscard]] virtual std::vector<base::FieldError> problems(db::Connection& db, const Item& item, base::UtcTime now) = 0;
  // Writes the published rows of `item.passed_version`; where a working copy replaces what is up, `change` goes into the history that readers see.
  virtual void publish(db::Connection& db, const Permit& permit, const Item& item, const Change& change, base::UtcTime now) = 0;
  // Takes it off every list; its address stays and says that its time is over. The next posting lists it again.
  virtual void unlist(db::Connection& db, const Permit& permit, const Item& item, base::UtcTime now) = 0;
  // What the working version's files prove of the signed original (D9.1c): one of them is signed, and the system verified it; otherwise, in words, how far it
  // got. A section without files proves nothing.
  struct Proof {
    bool is_verified = false;
    std::string words = {};
  };
  [[nodiscard]] virtual Proof original(db::Connection& /*db*/, const Item& /*item*/, base::UtcTime /*now*/) { return {}; }
  // What the working version itself says of its change: where the question at posting begins.
  [[nodiscard]] virtual std::string change_note(db::Connection& db, const Item& item) = 0;
  // Deletes them and lets the address say so.
  virtual void withdraw(db::Connection& db, const Permit& permit, const Item& item, const Withdrawal& withdrawal, base::UtcTime now) = 0;
  // Whether a reader would find something at `path` once the item is gone: where a withdrawal may lead.
  [[nodiscard]] virtual bool is_readable(db::Connection& db, const Item& item, std::string_view path) = 0;
  // The item leaves every list and keeps its address, or comes back (item.archived_at says which); D13.2.
  virtual void relist(db::Connection& db, const Permit& permit, const Item& item) = 0;
  // The item's words are on the state-secret ground: what the section itself shows of an item that is not published (the answer at its old address)
  // tells nothing of them any more. Gives the addresses that may still be cached with such an answer.
  [[nodiscard]] virtual std::vector<std::string> hide(db::Connection& db, const Permit& permit, const Item& item) = 0;
  // Title of the working version: shown again when hiding was a mistake. "" when there is none.
  [[nodiscard]] virtual std::string title(db::Connection& db, const Permit& permit, const Item& item) = 0;
  // Destroys the words of every version and what was made of them, for good (D12.3).
  virtual void purge(db::Connection& db, const Permit& permit, const Item& item) = 0;
  // Makes the published words a version of the item again (record_version), the newest: a working copy was given up. The Permit is that of the act.
  [[nodiscard]] virtual base::Result<unsigned> restore(db::Connection& db, const Permit& permit, const Item& item, base::UtcTime now) = 0;
  // Where what readers see stands, when it is posted: a working copy may have been classified elsewhere and then be given up.
  [[nodiscard]] virtual std::optional<PostedPlace> place(db::Connection& db, const Item& item) = 0;
  // Every address that shows the item now: its page, print view, lists, feeds, fragments, sitemap, neighbours. Asked before withdraw().
  [[nodiscard]] virtual std::vector<std::string> addresses(db::Connection& db, const Item& item) = 0;
};

// One act as the form sent it.
struct ActRequest {
  base::ItemId item;
  Action action = Action::Save;
  unsigned row_version = 0;        // what the person had in front of them
  std::string reason;
  std::string ground;              // code of core_ground; "" where it may be none
  bool declared = false;           // D9.1a
  base::SectionId section;         // Receive
  std::string kind;                // Receive; "" keeps the item's, or takes the new section's when it moves
  std::string origin, purpose;     // Receive (D11.1)
  base::PersonId assignee;         // Receive, Reassign, Rework
  bool for_group = false;          // …or whoever of the group takes it
  std::set<std::string> checks;    // ticked with this act (D12.1)
  Withdrawal withdrawal;           // Withdraw
  std::string flag_source = "office";  // Flag: who noticed; "reader" when the secretary passes a reader's report on
  bool is_minor_change = false;    // Publish of a working copy (D12.3)
  std::string change_note;         // …of a major change: what readers are told
  bool is_issued_by_other = false; // RecordOriginal: no original of the department's leadership is due (D9.1c)
  std::string original_document, original_signer, original_kept;  // …number and date, who signed or issued it, where it is kept
};

// Carries the act out. Must run inside db::in_transaction. Faults: NotFound, Forbidden, NotAllowedNow, Stale, Invalid (what is missing, by field).
// Gives the item as it is now. Save is not done here (save_version).
[[nodiscard]] base::Result<Item> apply_transition(db::Connection& db, const access::Actor& actor, const ActRequest& request, Publisher& publisher,
                                                  base::UtcTime now);

// Whether `change` may be posted with the item: a major one says what it is, a first posting says nothing (D12.3). Adds to `errors`, field "change_note".
void check_change(const Item& item, bool is_minor, const std::string& note, std::vector<base::FieldError>& errors);

// The signed original of the item's working version, as the secretary recorded it (D9.1c).
struct Original {
  bool is_by_other = false;  // issued by somebody else
  std::string document, signer, kept;
  std::string recorded_by;   // name
  base::UtcTime recorded_at;
};
[[nodiscard]] std::optional<Original> recorded_original(db::Connection& db, const Item& item);

// What keeps the item from being posted while its original is not confirmed (D9.1c), field "original"; nothing when it is, or none is due.
[[nodiscard]] std::optional<base::FieldError> original_error(db::Connection& db, const Item& item, Publisher& publisher, base::UtcTime now);

// Begins an item as `actor`, state draft, version 0, with its audit row. Faults: Forbidden when the actor may not write for `unit`, Invalid for a
// section that takes no items.
[[nodiscard]] base::Result<Permit> create_item(db::Connection& db, const access::Actor& actor, const NewItem& item, base::UtcTime now);

// A new version's row and audit row. The caller writes the content under the same number in the same transaction. Gives the version's number.
// Faults: Stale when the item changed since the Permit was made; Invalid when it would move to a section that takes no items.
struct VersionInfo {
  std::string title;
  std::string content_digest;   // SHA-256 of the canonical content
  std::optional<base::UtcTime> event_at;
  base::SectionId section;      // unset: unchanged; only honoured before the item reached the board. The kind goes with the section
  std::string note = {};        // how the version came about when it was not simply written: restored, merged
};
[[nodiscard]] base::Result<unsigned> record_version(db::Connection& db, const Permit& permit, const VersionInfo& info, base::UtcTime now);

// Saves the checklist's ticks for `version` by the holder of one of the board's steps (Permit of Save): codes in `checks` are ticked, the others are
// not. A tick that stays keeps the name of who made it. Fault: NotAllowedNow before the board has the item, since assessing it is the board's work
// and not its author's (D12.1).
[[nodiscard]] base::Result<bool> record_checks(db::Connection& db, const Permit& permit, unsigned version, const std::set<std::string>& checks,
                                               base::UtcTime now);

}  // namespace portal::workflow
