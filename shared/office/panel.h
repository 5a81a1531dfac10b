// Panel: the workflow panel of an item, one model and one partial (templates/office/workflow_panel.tpl) for every office face: state, steps, one
// button per allowed act, checklist, facts, history, versions.
//
//   const office::Panel panel = office::load_panel(context, host, item);
//   office::fill_panel(content, context, host, panel);   // fills {{>WORKFLOW_PANEL}}, {{>WORKFLOW_SIDE}}, {{>STATE_CHIP}}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/intake/model.h"
#include "shared/office/clocks.h"
#include "shared/server/server.h"
#include "shared/view/view.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/item.h"
#include "shared/workflow/letters.h"
#include "shared/workflow/requests.h"
#include "shared/workflow/schedule.h"

namespace portal::office {

// What a section's office face tells the panel about itself. One per program, const after start.
struct PanelHost {
  workflow::Publisher& publisher;
  std::string_view module;     // core_item.module
  std::string_view base_path;  // "/quan-tri/tin-bai/": pages of an item are <base_path><id>, acts <base_path><id>/viec/<act>
  std::string_view menu;       // menu key
  std::string_view list_label; // "Tin, bài"
  duty::BooksHolder& books;    // what the item's clocks are reckoned by
  // Fills WORDS of a page with the words of one version, for who is asked to confirm them.
  void (*show_words)(server::Context& context, view::Dict& content, const workflow::Item& item, unsigned version);

  [[nodiscard]] std::string item_url(base::ItemId id) const { return std::string{base_path} + std::to_string(id.value); }
};

// A person as the panel shows one; phone and e-mail are D9.1b data.
struct PersonFacts {
  std::string name;
  std::string job_title;
  std::string phone;
  std::string email;
  std::string unit;
};

struct VersionLine {
  unsigned version = 0;
  std::string person;
  std::string step;  // write, unit, edit, verify, final_check
  base::UtcTime at;
};

// How far a withdrawal has gone on the web nodes (D12.3).
struct Takedown {
  std::int64_t nodes = 0;
  std::int64_t confirmed = 0;
  std::optional<base::UtcTime> last_at;
  std::string error;
  bool is_republished = false;  // another version is up; the counts are those of the nodes that may still hold the withdrawn one

  [[nodiscard]] bool is_confirmed() const { return nodes > 0 && confirmed == nodes; }
};

// A mail that answers a letter about the item, or the receipt of what became it (D11.4).
struct Reply {
  intake::Intake thing;
  std::string text;
};

struct Panel {
  workflow::Item item;
  std::vector<workflow::AllowedAction> actions;
  std::vector<workflow::CheckLine> checks;
  std::vector<workflow::HistoryEntry> history;
  std::vector<VersionLine> versions;
  std::vector<base::FieldError> problems;  // what is still missing (D4.2), asked only while an act needs a complete item
  ItemClocks clocks;
  std::string section_title;
  std::string unit_name;
  PersonFacts author;
  std::string assigned_name;
  std::string holder_name;                 // who has the board's step in which it stands; "" while it waits for the group
  std::vector<workflow::Request> requests; // for confirmation (D12.1), newest first
  bool may_ask = false;
  std::vector<workflow::Flag> flags;       // "this is outdated" (D9.3f), newest first
  std::vector<workflow::Letter> letters;   // to the sender (D4.2, D12.3), newest first
  std::optional<intake::Intake> origin;    // what came in and became the item (D11.1)
  std::vector<Reply> replies;              // oldest first; read for who handles the item alone
  bool reads_register = false;             // may open the intake register
  std::optional<workflow::Schedule> posting, expiry;  // the newest of each, whatever became of it
  std::optional<Takedown> takedown;        // of a withdrawn item, or of what was withdrawn before the present posting
  std::vector<std::string> copies;         // of a hidden item: where its words may still be (D12.3b), for the board and the leadership
  std::string purge_asker;
  bool is_handler = false;                 // may see the supplier's data (D9.1b)

  [[nodiscard]] bool allows(workflow::Action action) const;
};

// Reads everything. REQUIRES find_visible().
[[nodiscard]] Panel load_panel(server::Context& context, const PanelHost& host, const workflow::Item& item);

// The item with `id` of this module, or NotFound when there is none or this person may not know of it.
[[nodiscard]] base::Result<workflow::Item> find_visible(server::Context& context, const PanelHost& host, base::ItemId id);

// One step of "Việc tiếp theo". Pure: the list follows from the item alone.
enum class StepState { Done, Here, Todo };
struct Step {
  std::string_view label;
  StepState state;
};
[[nodiscard]] std::vector<Step> steps_of(const workflow::Item& item);

// The words of an act's button where they depend on where it leads ("Chuyển xác thực", "Chuyển kiểm tra lần cuối").
[[nodiscard]] std::string_view button_of(const workflow::Transition& transition);
// Colour of the state chip: grey, amber, red, violet, green or blue.
[[nodiscard]] std::string_view chip_kind_of(workflow::State state);
// The act as part of an address ("return-to-sender"), and back.
[[nodiscard]] std::string slug_of(workflow::Action action);
[[nodiscard]] std::optional<workflow::Action> parse_act_slug(std::string_view slug);
// Whether the act asks for something beside a click.
[[nodiscard]] bool needs_form(const workflow::Transition& transition);
// "Đã trình lãnh đạo đơn vị.": the message after an act; nothing for an unknown key.
[[nodiscard]] std::optional<std::string> flash_of(std::string_view act_slug);

// Fills STATE_CHIP, WORKFLOW_PANEL (the acts) and WORKFLOW_SIDE (facts, checklist, history, versions) of the page's content.
void fill_panel(view::Dict& content, const server::Context& context, const PanelHost& host, const Panel& panel);

// Only the chip, as STATE_CHIP.
void fill_state_chip(view::Dict& content, const workflow::Item& item);

}  // namespace portal::office
