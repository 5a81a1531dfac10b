// Views of the office face: model -> filled page. No SQL, no decision about rights.
#pragma once

#include <string>
#include <vector>

#include "modules/news/content_check.h"
#include "modules/news/files.h"
#include "modules/news/office/store.h"
#include "shared/drafts/drafts.h"
#include "shared/drafts/presence.h"
#include "shared/http/fields.h"
#include "shared/office/chrome.h"
#include "shared/office/panel.h"

namespace portal::news {

// What this person may do with several rows of the list at once: give what is edited to somebody else (D11.1), archive what is up (D13.2).
struct MayBulk {
  bool give = false;
  bool archive = false;
};

void fill_list(view::Dict& content, const ListFilter& filter, const OfficeList& list, const office::ClockChips& clocks,
               const std::vector<SectionChoice>& sections, const std::vector<UnitChoice>& units, bool may_write, MayBulk may);

// The address of the page after `last`, filters kept.
[[nodiscard]] std::string older_url(const ListFilter& filter, const OfficeEntry& last);

// What the edit page needs besides the typed fields.
struct EditPage {
  std::string action_url;
  std::string cancel_url;
  std::string heading;
  std::string key;
  unsigned row_version = 0;
  std::string kind;                    // decides which fields there are
  bool is_event_time_required = false;
  bool may_move = true;                // the section can still be chosen
  std::string section_title;           // when it cannot
  bool is_correction = false;          // published before: asks for the change note (D12.3)
  std::vector<SectionChoice> sections;
  std::vector<UnitChoice> units;       // more than one: the author chooses
};
void fill_edit(view::Dict& content, const EditPage& page, const http::Fields& typed, const std::vector<base::FieldError>& errors);

// Who else has the form open, as PRESENCE; hidden while nobody has, since the page's script shows it later.
void fill_presence(view::Dict& content, const std::vector<drafts::Editor>& editors);

// Drafts that were neither saved nor dropped, as DRAFTS. `form_url`: the form in which one can be gone on with, "" when this person may not at
// present. `newest`: the item's newest version, 0 when there is none.
void fill_offers(view::Dict& content, const std::vector<drafts::Draft>& drafts, unsigned newest, const std::string& form_url);

// The page of a document whose text can be taken over (document_handlers.cpp).
[[nodiscard]] std::string document_url(const std::string& item_url, files::UploadId file);

// "tệp Word, 320 KB"; and how far a file got, in words.
[[nodiscard]] std::string file_facts(const files::ItemFile& file);
[[nodiscard]] std::string state_words(const files::ItemFile& file);

// The words of one version, read-only.
// "Kiểm tra nội dung": what readers would stumble over; nothing when there is nothing.
void fill_content_notes(view::Dict& content, const std::vector<ContentNote>& notes);

void fill_content(view::Dict& content, const Content& version, std::string_view kind, const ItemPictures& pictures);

// The pictures, documents and attachments of an item on its edit form: what was sent, in which state, which stands for the article, what readers take away.
struct FilesPage {
  base::ItemId item;
  std::string item_url;
  std::string draft_key;  // of the form, so that the page of a document knows what is being typed
  files::Limits limits;
};
void fill_files(view::Dict& content, const FilesPage& page, const ItemPictures& pictures, const http::Fields& typed,
                const std::vector<base::FieldError>& errors);

// The same for the form's script: {"files":[{"id":…,"name":…,"state":…,"words":…,"thumb":…}],"documents":[{…,"facts":…,"url":…}],"errors":["…"]}.
[[nodiscard]] std::string files_json(const std::string& item_url, const ItemPictures& pictures, const std::vector<base::FieldError>& errors);

}  // namespace portal::news
