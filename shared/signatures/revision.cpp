#include "shared/signatures/revision.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "shared/signatures/objects.h"

namespace portal::signatures {
namespace {

using Keys = std::set<std::string>;
using Ids = std::set<QPDFObjGen>;

bool is_same_value(QPDFObjectHandle old, QPDFObjectHandle now);
bool is_same_but(QPDFObjectHandle old, QPDFObjectHandle now, const Keys& keys);

// Numbers count by what they are: many programs write a page again with 612 for 612.0.
bool is_same_content(QPDFObjectHandle old, QPDFObjectHandle now) {
  if (old.isNumber() && now.isNumber()) return old.getNumericValue() == now.getNumericValue();
  if (old.isArray() && now.isArray()) {
    if (old.getArrayNItems() != now.getArrayNItems()) return false;
    for (int i = 0; i < old.getArrayNItems(); ++i)
      if (!is_same_value(old.getArrayItem(i), now.getArrayItem(i))) return false;
    return true;
  }
  if (old.isDictionary() && now.isDictionary()) return is_same_but(old, now, {});
  return !old.isStream() && !now.isStream() && old.unparseResolved() == now.unparseResolved();
}

// A reference is the same when it names the same object: what that holds is compared at its own place.
bool is_same_value(QPDFObjectHandle old, QPDFObjectHandle now) {
  if (old.isIndirect() || now.isIndirect()) return old.getObjGen() == now.getObjGen();
  return is_same_content(old, now);
}

bool is_same_but(QPDFObjectHandle old, QPDFObjectHandle now, const Keys& keys) {
  Keys all = old.getKeys();
  for (const std::string& key : now.getKeys()) all.insert(key);
  return std::all_of(all.begin(), all.end(), [&](const std::string& key) { return keys.count(key) != 0 || is_same_value(old.getKey(key), now.getKey(key)); });
}

bool is_same(QPDFObjectHandle old, QPDFObjectHandle now) {
  if (!old.isStream() || !now.isStream()) return is_same_content(old, now);
  if (!is_same_but(old.getDict(), now.getDict(), {})) return false;
  const auto one = old.getRawStreamData();
  const auto two = now.getRawStreamData();
  return one->getSize() == two->getSize() && std::equal(one->getBuffer(), one->getBuffer() + one->getSize(), two->getBuffer());
}

bool has_only(QPDFObjectHandle dictionary, const Keys& keys) {
  const std::set<std::string> own = dictionary.getKeys();
  return std::all_of(own.begin(), own.end(), [&](const std::string& key) { return keys.count(key) != 0; });
}

// Everything that was there, in its order, and behind it what is accepted.
bool is_grown(QPDFObjectHandle old, QPDFObjectHandle now, const std::function<bool(QPDFObjectHandle)>& accept) {
  if (!now.isArray() || !(old.isArray() || old.isNull())) return false;
  const int kept = old.isArray() ? old.getArrayNItems() : 0;
  if (now.getArrayNItems() < kept) return false;
  for (int i = 0; i < kept; ++i)
    if (!is_same_value(old.getArrayItem(i), now.getArrayItem(i))) return false;
  for (int i = kept; i < now.getArrayNItems(); ++i)
    if (!accept(now.getArrayItem(i))) return false;
  return true;
}

// A widget that no reader draws.
bool has_no_place(QPDFObjectHandle widget) {
  constexpr int kHidden = 2;
  constexpr int kNoView = 32;
  QPDFObjectHandle flags = widget.getKey("/F");
  if (flags.isInteger() && (flags.getIntValue() & (kHidden | kNoView)) != 0) return true;
  QPDFObjectHandle rect = widget.getKey("/Rect");
  constexpr int kCorners = 4;
  if (rect.isNull()) return true;
  if (!rect.isArray() || rect.getArrayNItems() != kCorners) return false;
  for (int i = 0; i < kCorners; ++i)
    if (!rect.getArrayItem(i).isNumber()) return false;
  return rect.getArrayItem(0).getNumericValue() == rect.getArrayItem(2).getNumericValue() ||
         rect.getArrayItem(1).getNumericValue() == rect.getArrayItem(3).getNumericValue();
}

// The objects that can be reached from `from` without going through those keys of it; also those that are named and do not exist.
Ids reach(QPDFObjectHandle from, const Keys& but) {
  Ids ids;
  std::vector<QPDFObjectHandle> waiting;
  const auto push = [&](QPDFObjectHandle object) {
    if (object.isIndirect() ? ids.insert(object.getObjGen()).second : object.isArray() || object.isDictionary()) waiting.push_back(object);
  };
  const auto push_keys = [&](QPDFObjectHandle dictionary, const Keys& without) {
    // With the keys whose object does not exist, which getKeys() leaves out.
    for (const auto& [key, value] : dictionary.getDictAsMap())
      if (without.count(key) == 0) push(value);
  };
  if (!from.isDictionary()) return ids;
  push_keys(from, but);
  while (!waiting.empty()) {
    QPDFObjectHandle object = waiting.back();
    waiting.pop_back();
    if (object.isStream()) push_keys(object.getDict(), {});
    if (object.isDictionary()) push_keys(object, {});
    if (object.isArray())
      for (int i = 0; i < object.getArrayNItems(); ++i) push(object.getArrayItem(i));
  }
  return ids;
}

struct SignatureFields {
  Ids filled, empty;
  Ids widgets;  // of filled ones that are not one object with their widget
};

SignatureFields fields_of(QPDF& pdf) {
  SignatureFields fields;
  each_field(pdf, [&](const Field& field) {
    QPDFObjectHandle object = field.object;
    if (field.type != "Sig" || !object.isIndirect()) return;
    const bool is_filled = object.getKey("/V").isDictionary();
    (is_filled ? fields.filled : fields.empty).insert(object.getObjGen());
    QPDFObjectHandle kids = object.getKey("/Kids");
    for (int i = 0; is_filled && kids.isArray() && i < kids.getArrayNItems(); ++i)
      if (kids.getArrayItem(i).isIndirect()) fields.widgets.insert(kids.getArrayItem(i).getObjGen());
  });
  return fields;
}

// Compares the objects of a revision with those of the whole file. What is not known to be harmless is Added or Changed.
class Comparison {
 public:
  Comparison(QPDF& before, QPDF& after) : before_(before), after_(after), old_(fields_of(before)), new_(fields_of(after)) {
    QPDFObjectHandle root = before.getRoot();
    // What proves and what describes hangs on these alone; an object that is reached another way as well is more than that.
    shown_ = reach(root, {"/DSS", "/Extensions", "/Metadata", "/StructTreeRoot"});
    shown_.insert(root.getObjGen());
    for (const char* key : {"/DSS", "/Extensions"}) {
      QPDFObjectHandle part = root.getKey(key);
      if (part.isIndirect()) harmless_.insert(part.getObjGen());
      const Ids below = reach(part, {});
      harmless_.insert(below.begin(), below.end());
    }
    QPDFObjectHandle info = before.getTrailer().getKey("/Info");
    if (info.isIndirect()) info_ = info.getObjGen();
  }

  Afterwards judge() {
    if (before_.getRoot().getObjGen() != after_.getRoot().getObjGen()) return Afterwards::Changed;
    if (before_.isEncrypted() != after_.isEncrypted()) return Afterwards::Changed;
    // Those that are named and do not exist are among them.
    for (QPDFObjectHandle& old : before_.getAllObjects()) {
      const QPDFObjGen id = old.getObjGen();
      QPDFObjectHandle now = after_.getObjectByObjGen(id);
      if (is_same(old, now) || is_allowed(id, old, now)) continue;
      if (shown_.count(id) != 0) return Afterwards::Changed;
      is_added_ = true;
    }
    return is_added_ ? Afterwards::Added : Afterwards::Harmless;
  }

  // Somebody signed afterwards, with more than a time stamp.
  [[nodiscard]] bool is_signed_again() const { return is_signed_again_; }

 private:
  bool is_allowed(QPDFObjGen id, QPDFObjectHandle old, QPDFObjectHandle now) {
    if (shown_.count(id) == 0 && harmless_.count(id) != 0) return true;
    if (old.isArray() || now.isArray()) return is_allowed_array(id, old, now);
    if (!old.isDictionary() || !now.isDictionary()) return false;
    if (id == before_.getRoot().getObjGen()) return is_allowed_root(old, now);
    if (id == info_) return is_same_but(old, now, {"/ModDate", "/Producer"});
    if (is_form(id)) return is_allowed_form(old, now);
    if (old_.empty.count(id) != 0) return is_signed_now(id, old, now);
    if (name_of(old, "/Type") == "Page") return is_same_but(old, now, {"/Annots"}) && is_grown_by_signatures(old.getKey("/Annots"), now.getKey("/Annots"));
    return false;
  }

  bool is_form(QPDFObjGen id) {
    QPDFObjectHandle form = before_.getRoot().getKey("/AcroForm");
    return form.isIndirect() && form.getObjGen() == id;
  }

  bool is_allowed_root(QPDFObjectHandle old, QPDFObjectHandle now) {
    if (!is_same_but(old, now, {"/DSS", "/Extensions", "/Version", "/AcroForm", "/Metadata", "/StructTreeRoot"})) return false;
    for (const char* key : {"/Metadata", "/StructTreeRoot"})
      if (!is_same_value(old.getKey(key), now.getKey(key))) is_added_ = true;
    QPDFObjectHandle old_form = old.getKey("/AcroForm");
    QPDFObjectHandle new_form = now.getKey("/AcroForm");
    if (is_same_value(old_form, new_form)) return true;
    return old_form.isDictionary() && new_form.isDictionary() && old_form.isIndirect() == new_form.isIndirect() && is_allowed_form(old_form, new_form);
  }

  bool is_allowed_form(QPDFObjectHandle old, QPDFObjectHandle now) {
    return is_same_but(old, now, {"/Fields", "/SigFlags"}) && is_grown_by_signatures(old.getKey("/Fields"), now.getKey("/Fields"));
  }

  // Arrays that are objects of their own: /Fields of the form, /Annots of a page.
  bool is_allowed_array(QPDFObjGen id, QPDFObjectHandle old, QPDFObjectHandle now) {
    if (growing_.empty()) collect_growing();
    return growing_.count(id) != 0 && is_grown_by_signatures(old, now);
  }

  void collect_growing() {
    growing_.insert(QPDFObjGen{});  // collected, whatever is found
    const auto collect = [&](QPDFObjectHandle array) {
      if (array.isIndirect()) growing_.insert(array.getObjGen());
    };
    QPDFObjectHandle form = dictionary_of(before_.getRoot(), "/AcroForm");
    if (!form.isNull()) collect(form.getKey("/Fields"));
    for (QPDFObjectHandle& object : before_.getAllObjects())
      if (object.isDictionary() && name_of(object, "/Type") == "Page") collect(object.getKey("/Annots"));
  }

  bool is_grown_by_signatures(QPDFObjectHandle old, QPDFObjectHandle now) {
    return is_grown(old, now, [this](QPDFObjectHandle added) { return is_new_signature(added); });
  }

  // A filled signature field or its widget, without actions. One that has a place on the page covers what is there: it was added, and may be seen.
  bool is_new_signature(QPDFObjectHandle added) {
    if (!added.isIndirect() || !added.isDictionary()) return false;
    const bool is_filled = new_.filled.count(added.getObjGen()) != 0;
    if (!is_filled && new_.widgets.count(added.getObjGen()) == 0) return false;
    static const Keys kKnown{"/Type", "/Subtype", "/FT", "/T",  "/TU", "/V",    "/F",  "/Ff", "/P",      "/Rect", "/AP",     "/AS",          "/M",
                             "/MK",   "/DA",      "/DR", "/NM", "/BS", "/Lock", "/SV", "/H",  "/Border", "/Kids", "/Parent", "/StructParent"};
    if (!has_only(added, kKnown)) return false;
    // Other notes show themselves whatever their place is; a field that has its widget apart is no note.
    QPDFObjectHandle subtype = added.getKey("/Subtype");
    if (subtype.isNull() ? !added.hasKey("/Kids") : name_of(added, "/Subtype") != "Widget") return false;
    if (is_filled) note_signature(added);
    if (!has_no_place(added)) is_added_ = true;
    return true;
  }

  // A field that waited for its signature has one now, or the widget of such a field; a look is drawn where the place was kept for it.
  bool is_signed_now(QPDFObjGen id, QPDFObjectHandle old, QPDFObjectHandle now) {
    if (!is_same_but(old, now, {"/V", "/AP", "/M", "/F", "/MK", "/AS"})) return false;
    const bool is_filled = new_.filled.count(id) != 0;
    if (!is_filled && new_.widgets.count(id) == 0) return false;
    if (is_filled) note_signature(now);
    if (!has_no_place(now)) is_added_ = true;
    return true;
  }

  void note_signature(QPDFObjectHandle field) {
    if (name_of(field.getKey("/V"), "/SubFilter") != "ETSI.RFC3161") is_signed_again_ = true;
  }

  QPDF& before_;
  QPDF& after_;
  SignatureFields old_, new_;
  Ids shown_, harmless_, growing_;
  QPDFObjGen info_;
  bool is_added_ = false;
  bool is_signed_again_ = false;
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

// Updates end as a file does; what does not is something else, however a reader takes it.
bool is_update(std::string_view tail) {
  constexpr std::string_view kEnd = "%%EOF";
  const std::size_t at = tail.rfind(kEnd);
  return at != std::string_view::npos && is_blank(tail.substr(at + kEnd.size())) && tail.find("startxref") != std::string_view::npos;
}

// Whether the revision itself holds the dictionary that speaks for it: one that came later may say what it likes about who signed, and why.
bool holds(QPDF& revision, QPDFObjectHandle signature) {
  if (signature.isIndirect()) return is_same(revision.getObjectByObjGen(signature.getObjGen()), signature);
  bool is_held = false;
  each_field(revision, [&](const Field& field) {
    QPDFObjectHandle value = QPDFObjectHandle(field.object).getKey("/V");
    if (value.isDictionary() && is_same(value, signature)) is_held = true;
  });
  return is_held;
}

}  // namespace

Afterwards judge_afterwards(QPDF& whole, std::string_view pdf, std::uint64_t end, const QPDFObjectHandle& signature, bool forbids_changes) {
  const std::string_view tail = pdf.substr(end);
  if (is_blank(tail)) return Afterwards::Nothing;
  if (!is_update(tail)) return Afterwards::Unjudged;
  try {
    QPDF revision;
    if (!open(revision, pdf.substr(0, end), Repair::No)) return Afterwards::Unjudged;
    if (!holds(revision, signature)) return Afterwards::Changed;
    Comparison comparison(revision, whole);
    const Afterwards afterwards = comparison.judge();
    if (afterwards != Afterwards::Harmless) return afterwards;
    // libqpdf lets pass what other readers may read another way.
    if (revision.anyWarnings() || whole.anyWarnings()) return Afterwards::Unjudged;
    return forbids_changes && comparison.is_signed_again() ? Afterwards::Added : Afterwards::Harmless;
  } catch (const std::exception&) {
    return Afterwards::Unjudged;
  }
}

}  // namespace portal::signatures
