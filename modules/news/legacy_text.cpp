#include "modules/news/legacy_text.h"

#include <algorithm>

#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/richtext/texts.h"

namespace portal::news {
namespace {

// Where the runs of a field stand among all.
struct Place {
  std::vector<std::vector<std::string>> lines;
  std::size_t first = 0;
};

std::string joined(const std::vector<std::vector<std::string>>& lines) {
  std::string out;
  for (const auto& line : lines) {
    if (!out.empty()) out += '\n';
    for (const std::string& piece : line) out += piece;
  }
  return out;
}

}  // namespace

LegacyText read_fields(const std::vector<TextField>& fields) {
  std::vector<Place> places;
  std::vector<encoding::Run> runs;
  for (const TextField& field : fields) {
    Place place;
    if (field.is_body) {
      if (auto lines = richtext::texts_of(field.value)) place.lines = *std::move(lines);
    } else {
      place.lines = {{std::string{field.value}}};
    }
    places.push_back(std::move(place));
  }
  for (Place& place : places) {
    place.first = runs.size();
    for (const auto& line : place.lines) {
      for (const std::string& piece : line) runs.push_back({piece, {}});
      runs.push_back({"\n", {}});
    }
  }
  const encoding::Reading reading = encoding::read_runs(runs);
  LegacyText read;
  read.encoding = reading.encoding;
  read.confidence = reading.confidence;
  if (reading.encoding == encoding::Encoding::Unicode || reading.encoding == encoding::Encoding::Decomposed) return read;
  std::vector<std::size_t> begins(runs.size() + 1);
  for (std::size_t r = 0; r < runs.size(); ++r) begins[r + 1] = begins[r] + reading.pieces[r].size();
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const Place& place = places[f];
    std::vector<std::vector<std::string>> after = place.lines;
    std::size_t run = place.first;
    for (auto& line : after) {
      for (std::string& piece : line) piece = reading.pieces[run++];
      ++run;  // the line end
    }
    if (after == place.lines) continue;
    ReadField changed;
    changed.name = fields[f].name;
    changed.value = fields[f].is_body ? richtext::with_texts(fields[f].value, after) : after.front().front();
    changed.before = joined(place.lines);
    changed.after = joined(after);
    // Offsets of the field: its runs follow one another in the whole text as in `after`, line ends included.
    const std::size_t begin = begins[place.first];
    std::size_t position = 0;
    std::size_t counted = 0;
    for (encoding::Doubt doubt : reading.doubts) {
      if (doubt.offset < begin || doubt.offset - begin >= changed.after.size()) continue;
      doubt.offset -= begin;
      for (; counted < doubt.offset; ++counted)
        if ((static_cast<unsigned char>(changed.after[counted]) & 0xC0U) != 0x80U) ++position;
      doubt.position = position + 1;
      changed.doubts.push_back(std::move(doubt));
    }
    if (read.first_words.empty())
      for (std::size_t l = 0; l < after.size() && read.first_words.empty(); ++l)
        if (after[l] != place.lines[l])
          for (const std::string& piece : place.lines[l]) read.first_words += piece;
    read.fields.push_back(std::move(changed));
  }
  return read;
}

LegacyText read_content(const Content& content) {
  std::vector<TextField> fields{{"title", content.title},
                                {"summary", content.summary},
                                {"author_line", content.author_line},
                                {"source", content.source},
                                {"place", content.place},
                                {"registration", content.registration},
                                {"change_note", content.change_note},
                                {"lead_alt", content.lead.alt},
                                {"lead_caption", content.lead.caption},
                                {"body", content.body_json, true}};
  for (const Attachment& attachment : content.attachments) fields.push_back({"attachments", attachment.title});
  const auto document = richtext::parse_document(content.body_json);
  if (document)
    for (const richtext::Node* figure : richtext::figures(*document)) {
      fields.push_back({"figure_alt", figure->alt});
      fields.push_back({"figure_caption", figure->caption});
    }
  return read_fields(fields);
}

}  // namespace portal::news
