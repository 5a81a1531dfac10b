#include "shared/signatures/structure.h"

#include <algorithm>
#include <functional>
#include <set>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "shared/signatures/signatures.h"

namespace portal::signatures {
namespace {

constexpr int kMaxDepth = 32;  // of the field tree
constexpr std::size_t kMaxFields = 20'000;
constexpr std::size_t kMaxProofs = 256;  // certificates, CRLs and OCSP answers together, each kind
constexpr std::size_t kMaxProofBytes = 8 * 1024 * 1024;

std::string text_of(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isString() ? value.getUTF8Value() : std::string{};
}

std::string name_of(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? value.getName().substr(1) : std::string{};
}

int hex_value(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// The bytes of a hexadecimal string "<…>" without anything else in it.
std::optional<std::string> decode_hex(std::string_view text) {
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') return {};
  text = text.substr(1, text.size() - 2);
  std::string out;
  out.reserve(text.size() / 2);
  int high = -1;
  for (const char c : text) {
    const int value = hex_value(c);
    if (value < 0) return {};
    if (high < 0)
      high = value;
    else {
      out += static_cast<char>(static_cast<unsigned char>(high * 16 + value));
      high = -1;
    }
  }
  if (high >= 0) return {};
  return out;
}

// Opens without repairing: a file that has to be repaired shows different things to different readers.
bool open(QPDF& pdf, std::string_view bytes) {
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  return pdf.getRoot().isDictionary();
}

// Visits every terminal field; false when the tree has too much of anything or goes in circles.
bool each_field(QPDFObjectHandle fields, const std::function<void(QPDFObjectHandle field, const std::string& name, const std::string& type)>& visit) {
  struct Entry {
    QPDFObjectHandle field;
    std::string name, type;
    int depth;
  };

  std::vector<Entry> open_fields;
  std::set<QPDFObjGen> seen;
  std::size_t count = 0;
  const auto push = [&](QPDFObjectHandle array, const std::string& name, const std::string& type, int depth) {
    if (!array.isArray()) return;
    for (int i = array.getArrayNItems() - 1; i >= 0; --i) open_fields.push_back({array.getArrayItem(i), name, type, depth});
  };
  push(fields, "", "", 0);
  while (!open_fields.empty()) {
    Entry entry = std::move(open_fields.back());
    open_fields.pop_back();
    if (!entry.field.isDictionary()) continue;
    if (entry.depth > kMaxDepth || ++count > kMaxFields) return false;
    if (entry.field.isIndirect() && !seen.insert(entry.field.getObjGen()).second) return false;
    const std::string part = text_of(entry.field, "/T");
    const std::string name = entry.name.empty() ? part : part.empty() ? entry.name : entry.name + "." + part;
    const std::string own = name_of(entry.field, "/FT");
    const std::string type = own.empty() ? entry.type : own;
    visit(entry.field, name, type);
    push(entry.field.getKey("/Kids"), name, type, entry.depth + 1);
  }
  return true;
}

// The numbers of /ByteRange and the string between them, checked against the bytes of the file.
void read_range(FoundSignature& found, QPDFObjectHandle value, std::string_view pdf) {
  QPDFObjectHandle range = value.getKey("/ByteRange");
  constexpr int kNumbers = 4;
  if (!range.isArray() || range.getArrayNItems() != kNumbers) return;
  std::vector<std::uint64_t> numbers;
  for (int i = 0; i < kNumbers; ++i) {
    QPDFObjectHandle number = range.getArrayItem(i);
    if (!number.isInteger() || number.getIntValue() < 0) return;
    numbers.push_back(static_cast<std::uint64_t>(number.getIntValue()));
  }
  const std::uint64_t size = pdf.size();
  if (numbers[0] != 0 || numbers[1] > size || numbers[2] > size || numbers[3] > size) return;
  if (numbers[1] == 0 || numbers[2] <= numbers[1] + 2 || numbers[3] > size - numbers[2] || numbers[3] == 0) return;
  const auto gap = decode_hex(pdf.substr(numbers[1], numbers[2] - numbers[1]));
  if (!gap) return;
  found.has_byte_range = true;
  found.first_length = numbers[1];
  found.second_from = numbers[2];
  found.end = numbers[2] + numbers[3];
  QPDFObjectHandle contents = value.getKey("/Contents");
  found.is_same_contents = contents.isString() && contents.getStringValue() == *gap;
  found.cms = *gap;
}

FoundSignature read_signature(QPDFObjectHandle value, std::string_view pdf) {
  FoundSignature found;
  found.type = name_of(value, "/Type");
  found.sub_filter = name_of(value, "/SubFilter");
  found.reason = text_of(value, "/Reason");
  found.location = text_of(value, "/Location");
  found.claimed = text_of(value, "/M");
  read_range(found, value, pdf);
  return found;
}

void read_streams(QPDFObjectHandle array, std::vector<std::string>& out) {
  if (!array.isArray()) return;
  std::size_t bytes = 0;
  for (int i = 0; i < array.getArrayNItems() && out.size() < kMaxProofs; ++i) {
    QPDFObjectHandle stream = array.getArrayItem(i);
    if (!stream.isStream()) continue;
    try {
      const auto data = stream.getStreamData(qpdf_dl_generalized);
      bytes += data->getSize();
      if (bytes > kMaxProofBytes) return;
      out.emplace_back(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    } catch (const std::exception&) {
      continue;  // a proof that cannot be read proves nothing
    }
  }
}

// ---- What was done to the file behind a revision ----

// Compares the objects of a revision with those of the whole file. Anything that is not known to be harmless is Added or Changed.
class Comparison {
 public:
  Comparison(QPDF& before, QPDF& after) : before_(before), after_(after) {}

  Afterwards judge() {
    if (before_.getRoot().getObjGen() != after_.getRoot().getObjGen()) return Afterwards::Changed;
    if (before_.isEncrypted() != after_.isEncrypted()) return Afterwards::Changed;
    collect_signature_fields();
    for (QPDFObjectHandle& old : before_.getAllObjects()) {
      const QPDFObjGen id = old.getObjGen();
      QPDFObjectHandle now = after_.getObjectByObjGen(id);
      if (is_same(old, now)) continue;
      if (!is_allowed(id, old, now)) return Afterwards::Changed;
    }
    return is_added_ ? Afterwards::Added : Afterwards::Harmless;
  }

 private:
  static bool is_same(QPDFObjectHandle& old, QPDFObjectHandle& now) {
    if (old.isStream() != now.isStream()) return false;
    if (!old.isStream()) return old.unparseResolved() == now.unparseResolved();
    if (old.getDict().unparse() != now.getDict().unparse()) return false;
    const auto one = old.getRawStreamData();
    const auto two = now.getRawStreamData();
    return one->getSize() == two->getSize() && std::equal(one->getBuffer(), one->getBuffer() + one->getSize(), two->getBuffer());
  }

  // The fields of signatures in the whole file, and those of them that the revision had, still empty.
  void collect_signature_fields() {
    const auto collect = [](QPDF& pdf, std::set<QPDFObjGen>& filled, std::set<QPDFObjGen>& empty, std::set<QPDFObjGen>& all) {
      each_field(pdf.getRoot().getKey("/AcroForm").getKey("/Fields"), [&](QPDFObjectHandle field, const std::string&, const std::string& type) {
        if (!field.isIndirect()) return;
        all.insert(field.getObjGen());
        if (type == "Sig") (field.getKey("/V").isDictionary() ? filled : empty).insert(field.getObjGen());
      });
    };
    std::set<QPDFObjGen> none;
    if (before_.getRoot().getKey("/AcroForm").isDictionary()) collect(before_, old_filled_, old_empty_, old_fields_);
    std::set<QPDFObjGen> all;
    if (after_.getRoot().getKey("/AcroForm").isDictionary()) collect(after_, new_filled_, none, all);
  }

  bool is_allowed(QPDFObjGen id, QPDFObjectHandle& old, QPDFObjectHandle& now) {
    if (!old.isDictionary() || !now.isDictionary()) return is_array_of_fields(id, old, now) || is_array_of_notes(id, old, now);
    if (id == before_.getRoot().getObjGen()) return is_allowed_root(old, now);
    if (is_form(before_, id)) return is_allowed_form(old, now);
    if (old_empty_.count(id) != 0 && new_filled_.count(id) != 0) return is_signed_now(old, now);
    if (name_of(old, "/Type") == "Page") return same_but(old, now, {"/Annots"}) && is_notes_grown(old.getKey("/Annots"), now.getKey("/Annots"));
    if (is_dss(id)) return true;
    return false;
  }

  static bool is_form(QPDF& pdf, QPDFObjGen id) {
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    return form.isIndirect() && form.getObjGen() == id;
  }

  // What hangs on /DSS proves signatures and shows nothing.
  bool is_dss(QPDFObjGen id) {
    QPDFObjectHandle dss = before_.getRoot().getKey("/DSS");
    if (!dss.isDictionary()) return false;
    if (dss.isIndirect() && dss.getObjGen() == id) return true;
    for (const char* key : {"/VRI", "/Certs", "/CRLs", "/OCSPs"}) {
      QPDFObjectHandle part = dss.getKey(key);
      if (part.isIndirect() && part.getObjGen() == id) return true;
    }
    QPDFObjectHandle vri = dss.getKey("/VRI");
    if (vri.isDictionary())
      for (const std::string& key : vri.getKeys())
        if (QPDFObjectHandle one = vri.getKey(key); one.isIndirect() && one.getObjGen() == id) return true;
    return false;
  }

  static bool same_but(QPDFObjectHandle& old, QPDFObjectHandle& now, const std::set<std::string>& keys) {
    std::set<std::string> all = old.getKeys();
    for (const std::string& key : now.getKeys()) all.insert(key);
    return std::all_of(all.begin(), all.end(),
                       [&](const std::string& key) { return keys.count(key) != 0 || old.getKey(key).unparse() == now.getKey(key).unparse(); });
  }

  bool is_allowed_root(QPDFObjectHandle& old, QPDFObjectHandle& now) {
    if (!same_but(old, now, {"/DSS", "/AcroForm", "/Extensions"})) return false;
    QPDFObjectHandle old_form = old.getKey("/AcroForm");
    QPDFObjectHandle new_form = now.getKey("/AcroForm");
    if (old_form.unparse() == new_form.unparse()) return true;
    if (old_form.isNull()) return new_form.isDictionary() && is_fields_grown(old_form, new_form.getKey("/Fields"));
    return old_form.isDictionary() && new_form.isDictionary() && old_form.isIndirect() == new_form.isIndirect() && is_allowed_form(old_form, new_form);
  }

  bool is_allowed_form(QPDFObjectHandle& old, QPDFObjectHandle& now) {
    return same_but(old, now, {"/Fields", "/SigFlags"}) && is_fields_grown(old.getKey("/Fields"), now.getKey("/Fields"));
  }

  // Everything that was there, and behind it signatures of the new revision.
  bool is_fields_grown(QPDFObjectHandle old, QPDFObjectHandle now) {
    return is_grown(old, now, [&](QPDFObjectHandle& added) { return is_new_signature(added); });
  }

  bool is_notes_grown(QPDFObjectHandle old, QPDFObjectHandle now) {
    return is_grown(old, now, [&](QPDFObjectHandle& added) { return is_new_signature(added); });
  }

  static bool is_grown(QPDFObjectHandle old, QPDFObjectHandle now, const std::function<bool(QPDFObjectHandle&)>& accept) {
    if (!now.isArray() || !(old.isArray() || old.isNull())) return false;
    const int kept = old.isArray() ? old.getArrayNItems() : 0;
    if (now.getArrayNItems() < kept) return false;
    for (int i = 0; i < kept; ++i)
      if (old.getArrayItem(i).unparse() != now.getArrayItem(i).unparse()) return false;
    for (int i = kept; i < now.getArrayNItems(); ++i) {
      QPDFObjectHandle added = now.getArrayItem(i);
      if (!accept(added)) return false;
    }
    return true;
  }

  // A filled signature field that is one object with its widget. One that has a place on the page covers what is there: it was added, and may be seen.
  bool is_new_signature(QPDFObjectHandle& added) {
    if (!added.isIndirect() || !added.isDictionary()) return false;
    const QPDFObjGen id = added.getObjGen();
    if (old_fields_.count(id) == 0 && new_filled_.count(id) == 0) return false;
    if (!has_no_place(added)) is_added_ = true;
    return true;
  }

  static bool has_no_place(QPDFObjectHandle& widget) {
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

  // A field that waited for its signature has one now; a look is drawn where the place was kept for it.
  bool is_signed_now(QPDFObjectHandle& old, QPDFObjectHandle& now) {
    if (!same_but(old, now, {"/V", "/AP", "/M", "/F", "/MK", "/AS"})) return false;
    if (!has_no_place(now)) is_added_ = true;
    return true;
  }

  // Arrays that are objects of their own: /Fields of the form, /Annots of a page.
  bool is_array_of_fields(QPDFObjGen id, QPDFObjectHandle& old, QPDFObjectHandle& now) {
    QPDFObjectHandle fields =
        before_.getRoot().getKey("/AcroForm").isDictionary() ? before_.getRoot().getKey("/AcroForm").getKey("/Fields") : QPDFObjectHandle::newNull();
    return fields.isIndirect() && fields.getObjGen() == id && is_fields_grown(old, now);
  }

  bool is_array_of_notes(QPDFObjGen id, QPDFObjectHandle& old, QPDFObjectHandle& now) {
    if (!old.isArray() || !now.isArray()) return false;
    for (QPDFObjectHandle& object : before_.getAllObjects()) {
      if (!object.isDictionary() || name_of(object, "/Type") != "Page") continue;
      QPDFObjectHandle notes = object.getKey("/Annots");
      if (notes.isIndirect() && notes.getObjGen() == id) return is_notes_grown(old, now);
    }
    return false;
  }

  QPDF& before_;
  QPDF& after_;
  std::set<QPDFObjGen> old_filled_, old_empty_, old_fields_, new_filled_;
  bool is_added_ = false;
};

Afterwards judge_afterwards(QPDF& whole, std::string_view pdf, std::uint64_t end) {
  if (end == pdf.size()) return Afterwards::Nothing;
  try {
    QPDF revision;
    if (!open(revision, pdf.substr(0, end))) return Afterwards::Unjudged;
    return Comparison(revision, whole).judge();
  } catch (const std::exception&) {
    return Afterwards::Unjudged;
  }
}

void read_dss(QPDF& pdf, FoundFile& found) {
  QPDFObjectHandle dss = pdf.getRoot().getKey("/DSS");
  if (!dss.isDictionary()) return;
  read_streams(dss.getKey("/Certs"), found.certificates);
  read_streams(dss.getKey("/CRLs"), found.crls);
  read_streams(dss.getKey("/OCSPs"), found.ocsps);
  QPDFObjectHandle vri = dss.getKey("/VRI");
  if (!vri.isDictionary()) return;
  for (const std::string& key : vri.getKeys()) {
    QPDFObjectHandle one = vri.getKey(key);
    if (!one.isDictionary()) continue;
    read_streams(one.getKey("/Cert"), found.certificates);
    read_streams(one.getKey("/CRL"), found.crls);
    read_streams(one.getKey("/OCSP"), found.ocsps);
  }
}

void read_open(QPDF& pdf, std::string_view bytes, FoundFile& found) {
  found.is_encrypted = pdf.isEncrypted();
  QPDFObjectHandle root = pdf.getRoot();
  QPDFObjectHandle form = root.getKey("/AcroForm");
  std::set<QPDFObjGen> named;
  std::set<std::string> values;
  bool is_whole = true;
  if (form.isDictionary())
    is_whole = each_field(form.getKey("/Fields"), [&](QPDFObjectHandle field, const std::string& name, const std::string& type) {
      QPDFObjectHandle value = field.getKey("/V");
      if (type != "Sig" || !value.isDictionary() || found.signatures.size() >= kMaxSignatures) return;
      FoundSignature signature = read_signature(value, bytes);
      signature.field = name;
      if (value.isIndirect()) named.insert(value.getObjGen());
      found.signatures.push_back(std::move(signature));
    });
  QPDFObjectHandle perms = root.getKey("/Perms");
  QPDFObjectHandle certified = perms.isDictionary() ? perms.getKey("/DocMDP") : QPDFObjectHandle::newNull();
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!object.isDictionary() || named.count(object.getObjGen()) != 0) continue;
    if (!object.hasKey("/ByteRange") || !object.hasKey("/Contents")) continue;
    found.has_orphans = true;
    if (found.signatures.size() < kMaxSignatures) found.signatures.push_back(read_signature(object, bytes));
  }
  if (!is_whole || found.signatures.size() >= kMaxSignatures) found.is_readable = false;
  if (certified.isDictionary()) {
    FoundSignature probe = read_signature(certified, bytes);
    for (FoundSignature& signature : found.signatures)
      signature.is_certification = signature.has_byte_range && signature.end == probe.end && signature.second_from == probe.second_from;
  }
  for (FoundSignature& signature : found.signatures)
    if (signature.has_byte_range) signature.afterwards = judge_afterwards(pdf, bytes, signature.end);
  read_dss(pdf, found);
}

}  // namespace

FoundFile read_structure(std::string_view pdf) {
  FoundFile found;
  constexpr std::size_t kHead = 1024;  // where "%PDF-" may stand
  found.is_pdf = pdf.substr(0, kHead).find("%PDF-") != std::string_view::npos;
  if (!found.is_pdf || pdf.size() > kMaxFileBytes) return found;
  try {
    QPDF file;
    if (!open(file, pdf)) return found;
    found.is_readable = true;
    read_open(file, pdf, found);
  } catch (const std::exception&) {
    found.is_readable = false;  // libqpdf says so by exceptions; what was found until then is kept
  }
  std::stable_sort(found.signatures.begin(), found.signatures.end(), [](const FoundSignature& a, const FoundSignature& b) { return a.end < b.end; });
  return found;
}

}  // namespace portal::signatures
