#include "shared/feed/feed.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "shared/base/crypto.h"
#include "shared/imported/html_tree.h"
#include "shared/imported/words.h"
#include "shared/mime/words.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::feed {
namespace {

using base::fail;
using base::FaultKind;

constexpr std::size_t kMostAuthor = 200, kMostHtml = 1024 * 1024;
constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};
struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }                        // NOLINT: C interface
const xmlChar* xml_chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }  // NOLINT: C interface

// ---- entities ----

// A document that declares an entity stops here: what one of them may become when it is expanded nobody needs to find out.
void refuse_entity(void* data, const xmlChar* /*name*/, int /*type*/, const xmlChar* /*public_id*/, const xmlChar* /*system_id*/, xmlChar* /*content*/) {
  auto* parser = static_cast<xmlParserCtxt*>(data);
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

// HTML's names for letters, which many feeds use without declaring them: "&nbsp;", "&ndash;", "&agrave;". Each is one character and names nothing else.
xmlEntity* html_entity(const xmlChar* name) {
  struct Made {
    std::string name, content;
    xmlEntity entity{};
  };
  thread_local std::map<std::string, Made, std::less<>> made;
  const htmlEntityDesc* found = htmlEntityLookup(name);
  if (found == nullptr) return nullptr;
  const auto [place, is_new] = made.try_emplace(chars(name));
  Made& one = place->second;
  if (is_new) {
    one.name = chars(name);
    std::array<xmlChar, 8> bytes{};
    const int length = xmlCopyChar(0, bytes.data(), static_cast<int>(found->value));
    one.content.assign(chars(bytes.data()), static_cast<std::size_t>(length));
    one.entity.type = XML_ENTITY_DECL;
    one.entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    one.entity.name = xml_chars(one.name);
    one.entity.content = const_cast<xmlChar*>(xml_chars(one.content));  // NOLINT: the library only reads it
    one.entity.length = length;
  }
  return &one.entity;
}

xmlEntity* find_entity(void* data, const xmlChar* name) {
  xmlEntity* known = xmlSAX2GetEntity(data, name);
  return known != nullptr ? known : html_entity(name);
}

// ---- charset ----

std::string_view trim_start(std::string_view text) {
  const auto at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

// `encoding="…"` of an XML declaration in ASCII-like bytes.
std::string declared(std::string_view bytes) {
  constexpr std::string_view kKey = "encoding";
  constexpr std::size_t kLongest = 300;
  bytes = trim_start(bytes).substr(0, kLongest);
  if (!bytes.starts_with("<?xml")) return "";
  bytes = bytes.substr(0, bytes.find("?>"));
  auto at = bytes.find(kKey);
  if (at == std::string_view::npos) return "";
  at = bytes.find_first_of("\"'", at);
  if (at == std::string_view::npos) return "";
  const auto end = bytes.find(bytes[at], at + 1);
  return end == std::string_view::npos ? "" : std::string{bytes.substr(at + 1, end - at - 1)};
}

// The document in UTF-8 (RFC 7303: the byte order mark, then the server, then the document itself).
std::string in_utf8(std::string_view bytes, std::string_view charset) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return mime::to_utf8(bytes.substr(3), "utf-8");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return mime::to_utf8(bytes, "utf-16");
  // Without a mark UTF-16 shows by its zeros around the first "<".
  if (bytes.size() > 3 && bytes[0] == '<' && bytes[1] == '\0') return mime::to_utf8(bytes, "utf-16le");
  if (bytes.size() > 3 && bytes[0] == '\0' && bytes[1] == '<') return mime::to_utf8(bytes, "utf-16be");
  return mime::to_utf8(bytes, charset.empty() ? declared(bytes) : std::string{charset});
}

// ---- reading ----

std::string_view name_of(const xmlNode* node) { return node->name == nullptr ? std::string_view{} : std::string_view{chars(node->name)}; }

bool is_atom(const xmlNode* node) { return node->ns != nullptr && node->ns->href != nullptr && chars(node->ns->href) == kAtom; }

// An element of the format itself, not of one of its extensions.
bool is_own(const xmlNode* node) { return node->type == XML_ELEMENT_NODE && (node->ns == nullptr || node->ns->prefix == nullptr || is_atom(node)); }

std::string words_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, FreeText> words(xmlNodeGetContent(node));
  return words ? std::string{chars(words.get())} : std::string{};
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, FreeText> value(xmlGetNoNsProp(node, xml_chars(name)));
  return value ? std::string{chars(value.get())} : std::string{};
}

// What stands inside an XHTML element, as HTML.
std::string inner_html(xmlDoc* document, const xmlNode* node) {
  const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
  if (!buffer) return "";
  for (xmlNode* child = node->children; child != nullptr; child = child->next) xmlNodeDump(buffer.get(), document, child, 0, 0);
  return chars(xmlBufferContent(buffer.get()));
}

std::string base_of(xmlDoc* document, const xmlNode* node, std::string_view address) {
  const std::unique_ptr<xmlChar, FreeText> own(xmlNodeGetBase(document, node));
  if (!own) return std::string{address};
  std::string whole = imported::whole_address(chars(own.get()), address);
  return whole.empty() ? std::string{address} : whole;
}

std::string one_line(std::string_view text, std::size_t most) { return mime::visible_line(text, most); }

// What an entry is known by, as its source says.
struct Names {
  std::string id, link;
};

void finish(Entry& entry, const Names& names) {
  if (entry.html.size() > kMostHtml) entry.html.resize(text::cut_to_bytes(entry.html, kMostHtml).size());
  const std::string id{text::trim(names.id)};
  if (!id.empty()) entry.key = base::sha256_hex("id:" + id);
  else if (!entry.link.empty()) entry.key = base::sha256_hex("link:" + entry.link);
  else entry.key = base::sha256_hex("words:" + entry.title + "\x1f" + entry.html);
}

Entry rss_entry(xmlDoc* document, const xmlNode* item, std::string_view address) {
  Entry entry;
  Names names;
  entry.base = base_of(document, item, address);
  names.id = attribute(item, "about");
  std::string description, encoded;
  bool is_link = true;  // of its guid
  for (const xmlNode* node = item->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = name_of(node);
    if (name == "encoded") encoded = words_of(node);
    if (name == "date" && !entry.published) entry.published = parse_date(words_of(node));
    if (name == "creator" && entry.author.empty()) entry.author = one_line(words_of(node), kMostAuthor);
    if (!is_own(node) || is_atom(node)) continue;
    if (name == "title") entry.title = imported::title_of(words_of(node), kMostTitle);
    if (name == "link" && names.link.empty()) names.link = words_of(node);
    if (name == "guid") names.id = words_of(node), is_link = attribute(node, "isPermaLink") != "false";
    if (name == "description") description = words_of(node);
    if (name == "author" && entry.author.empty()) entry.author = one_line(words_of(node), kMostAuthor);
    if (name == "pubDate") entry.published = parse_date(words_of(node));
    if (name == "enclosure") ++entry.enclosures;
  }
  entry.link = imported::whole_address(names.link, entry.base);
  if (entry.link.empty() && is_link) entry.link = imported::whole_address(names.id, "");
  entry.html = text::trim(encoded).empty() ? std::move(description) : std::move(encoded);
  finish(entry, names);
  return entry;
}

// A text construct (RFC 4287, 3.1) as HTML.
std::string atom_html(xmlDoc* document, const xmlNode* node) {
  const std::string type = attribute(node, "type");
  if (type == "xhtml" || type == "application/xhtml+xml") return inner_html(document, node);
  const std::string words = words_of(node);
  if (type == "html" || type == "text/html") return words;
  std::string escaped;  // plain text: its lines stay, and nothing in it is markup
  for (const char c : words) {
    if (c == '<') escaped += "&lt;";
    else if (c == '&') escaped += "&amp;";
    else if (c == '\n') escaped += "<br>";
    else escaped += c;
  }
  return escaped;
}

Entry atom_entry(xmlDoc* document, const xmlNode* item, std::string_view address) {
  Entry entry;
  Names names;
  std::string summary, content;
  std::optional<base::UtcTime> updated;
  entry.base = base_of(document, item, address);
  for (const xmlNode* node = item->children; node != nullptr; node = node->next) {
    if (!is_own(node)) continue;
    const std::string_view name = name_of(node);
    if (name == "id") names.id = words_of(node);
    if (name == "title") entry.title = imported::title_of(attribute(node, "type") == "xhtml" ? words_of(node) : atom_html(document, node), kMostTitle);
    if (name == "summary") summary = atom_html(document, node);
    if (name == "content" && attribute(node, "src").empty()) {
      content = atom_html(document, node);
      entry.base = base_of(document, node, address);
    }
    if (name == "published") entry.published = parse_date(words_of(node));
    if (name == "updated") updated = parse_date(words_of(node));
    if (name == "author" && entry.author.empty())
      for (const xmlNode* part = node->children; part != nullptr; part = part->next)
        if (is_own(part) && name_of(part) == "name") entry.author = one_line(words_of(part), kMostAuthor);
    if (name != "link") continue;
    const std::string rel = attribute(node, "rel");
    if (rel == "enclosure") ++entry.enclosures;
    if ((rel.empty() || rel == "alternate") && names.link.empty()) names.link = imported::whole_address(attribute(node, "href"), base_of(document, node, address));
  }
  if (!entry.published) entry.published = updated;
  entry.link = names.link;
  entry.html = text::trim(content).empty() ? std::move(summary) : std::move(content);
  finish(entry, names);
  return entry;
}

template <typename Make>
void collect(const xmlNode* parent, std::string_view wanted, const Limits& limits, Feed& feed, Make&& make) {
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (name_of(node) == "title" && is_own(node) && feed.title.empty()) feed.title = imported::title_of(words_of(node), kMostTitle);
    if (name_of(node) != wanted || !is_own(node)) continue;
    if (feed.entries.size() >= limits.entries) ++feed.left_out;
    else feed.entries.push_back(make(node));
  }
}

bool looks_like_page(std::string_view text) {
  std::string start{trim_start(text).substr(0, 15)};
  std::transform(start.begin(), start.end(), start.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

tl::unexpected<base::Fault> no_feed() { return fail(FaultKind::Invalid, "Địa chỉ này trả về trang web, không phải kênh tin RSS hoặc Atom."); }

}  // namespace

base::Result<Feed> parse_feed(std::string_view bytes, std::string_view charset, std::string_view address, const Limits& limits) {
  const auto too_large = [&] {
    return fail(FaultKind::TooLarge, "Kênh tin quá lớn, nhiều nhất là " + std::to_string(limits.bytes / (1024 * 1024)) + " MB.");
  };
  if (bytes.size() > limits.bytes) return too_large();
  const std::string text = in_utf8(bytes, charset);
  if (text.size() > limits.bytes) return too_large();
  const std::string_view content = trim_start(text);  // what stands before the declaration is a fault of many feeds, and harmless
  if (content.empty()) return fail(FaultKind::Invalid, "Kênh tin trống, không có nội dung.");
  if (looks_like_page(content)) return no_feed();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  bool has_entities = false;
  parser->_private = &has_entities;
  parser->sax->entityDecl = &refuse_entity;
  parser->sax->getEntity = &find_entity;
  const std::string from{address};
  const std::unique_ptr<xmlDoc, FreeDocument> document(xmlCtxtReadMemory(parser.get(), content.data(), static_cast<int>(content.size()), from.c_str(), "UTF-8",
                                                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
  if (has_entities) return fail(FaultKind::Invalid, "Kênh tin khai báo thực thể XML (ENTITY) nên không được đọc: đó là cách tấn công quen thuộc.");
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) {
    const xmlError* error = xmlCtxtGetLastError(parser.get());
    const std::string line = error != nullptr && error->line > 0 ? ", sai ở dòng " + std::to_string(error->line) : std::string{};
    return fail(FaultKind::Invalid, "Kênh tin không phải XML đúng chuẩn" + line + ".");
  }
  Feed feed;
  xmlDoc* const all = document.get();
  const auto rss = [&](const xmlNode* node) { return rss_entry(all, node, address); };
  if (name_of(root) == "feed") {
    collect(root, "entry", limits, feed, [&](const xmlNode* node) { return atom_entry(all, node, address); });
    return feed;
  }
  if (name_of(root) != "rss" && name_of(root) != "RDF") {
    if (name_of(root) == "html") return no_feed();
    return fail(FaultKind::Invalid, "Địa chỉ này trả về XML nhưng không phải kênh tin RSS hoặc Atom.");
  }
  for (const xmlNode* node = root->children; node != nullptr; node = node->next)
    if (node->type == XML_ELEMENT_NODE && name_of(node) == "channel") collect(node, "item", limits, feed, rss);
  collect(root, "item", limits, feed, rss);  // RSS 1.0 has them beside the channel
  return feed;
}

}  // namespace portal::feed
