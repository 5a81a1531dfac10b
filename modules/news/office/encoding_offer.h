// EncodingOffer: a form whose words are in another encoding (D4.1a) is not saved as it is and not changed silently: its author sees what it says in Unicode,
// with the doubtful letters marked, and confirms, goes on editing, or keeps what was typed.
#pragma once

#include <optional>
#include <string>

#include "shared/http/fields.h"
#include "shared/http/response.h"

#include "modules/news/legacy_text.h"
#include "modules/news/office/app.h"

namespace portal::news {

// What the button said: the field "encoding" of the form.
enum class EncodingChoice {
  Ask,        // an ordinary save, or "show me": offer when there is something to offer
  Converted,  // the Unicode text was looked at: save it
  Edit,       // the Unicode text, into the form
  Back,       // what was typed, into the form
  Keep        // what was typed, saved as it is; it cannot be posted like this
};
[[nodiscard]] EncodingChoice encoding_choice(const http::Fields& form);

// The words of the article form, read. The fields that the form does not have stay away.
[[nodiscard]] LegacyText read_form(const http::Fields& form);

// For the trail, beside the save: "chuyển từ TCVN3 (ABC) sang Unicode"; "" unless the author confirmed a conversion.
[[nodiscard]] std::string encoding_note(const http::Fields& form);

// Where the offer comes from and leads to.
struct OfferPage {
  std::string action_url;  // of the form
  std::string cancel_url;
  std::string crumb;  // an item's code, or "Viết bài mới"
};

// `typed`: every field of the form.
[[nodiscard]] http::Response offer_page(server::Context& context, const http::Fields& typed, const LegacyText& read, const OfferPage& page);

}  // namespace portal::news
