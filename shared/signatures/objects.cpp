#include "shared/signatures/objects.h"

#include <set>
#include <utility>
#include <vector>

namespace portal::signatures {
namespace {

constexpr int kMaxDepth = 32;  // of the field tree
constexpr int kMaxFields = 20'000;
constexpr std::size_t kMaxText = 4'000;
constexpr std::size_t kMaxName = 250;  // of a field, in bytes

std::string cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;  // between two letters
  text.resize(limit);
  return text;
}

}  // namespace

bool open(QPDF& pdf, std::string_view bytes, Repair repair) {
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(repair == Repair::Yes);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  return pdf.getRoot().isDictionary();
}

std::string text_of(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isString() ? cut(value.getUTF8Value(), kMaxText) : std::string{};
}

std::string name_of(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? value.getName().substr(1) : std::string{};
}

QPDFObjectHandle dictionary_of(QPDFObjectHandle dictionary, const std::string& key) {
  if (!dictionary.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isDictionary() ? value : QPDFObjectHandle::newNull();
}

bool each_field(QPDF& pdf, const std::function<void(const Field&)>& visit) {
  struct Entry {
    QPDFObjectHandle object;
    std::string name, type;  // of what it hangs on
    int depth = 0;
  };

  QPDFObjectHandle form = dictionary_of(pdf.getRoot(), "/AcroForm");
  if (form.isNull()) return true;
  std::vector<Entry> waiting;
  std::set<QPDFObjGen> seen;
  int pushed = 0;
  const auto push = [&](QPDFObjectHandle array, const std::string& name, const std::string& type, int depth) {
    if (!array.isArray()) return true;
    const int items = array.getArrayNItems();
    // Counted before they are kept: a hundred fields may name the same array of a million.
    if (items > kMaxFields - pushed || depth > kMaxDepth) return false;
    pushed += items;
    for (int i = items - 1; i >= 0; --i) waiting.push_back({array.getArrayItem(i), name, type, depth});
    return true;
  };
  if (!push(form.getKey("/Fields"), "", "", 0)) return false;
  while (!waiting.empty()) {
    const Entry entry = std::move(waiting.back());
    waiting.pop_back();
    QPDFObjectHandle object = entry.object;
    if (!object.isDictionary()) continue;
    if (object.isIndirect() && !seen.insert(object.getObjGen()).second) return false;
    const std::string part = text_of(object, "/T");
    const std::string name = cut(entry.name.empty() || part.empty() ? entry.name + part : entry.name + "." + part, kMaxName);
    const std::string own = name_of(object, "/FT");
    const std::string type = cut(own.empty() ? entry.type : own, kMaxName);
    visit({object, name, type});
    if (!push(object.getKey("/Kids"), name, type, entry.depth + 1)) return false;
  }
  return true;
}

}  // namespace portal::signatures
