#include "shared/signatures/structure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <stdexcept>

#include "shared/signatures/objects.h"
#include "shared/signatures/revocation.h"
#include "shared/signatures/signatures.h"

namespace portal::signatures {
namespace {

constexpr std::size_t kMaxProofBytes = 16 * 1024 * 1024;        // certificates, CRLs and OCSP answers of a file, together
constexpr std::uint64_t kMaxRevisionBytes = 4 * kMaxFileBytes;  // revisions that are read again to be compared, together

// Takes so many bytes of a stream and no more: one of a few bytes may inflate without end.
class Limited final : public Pipeline {
 public:
  explicit Limited(std::size_t limit) : Pipeline("limited", nullptr), limit_(limit) {}

  void write(const unsigned char* data, std::size_t size) override {
    if (size > limit_ - bytes.size()) throw std::length_error("too long");
    bytes.append(reinterpret_cast<const char*>(data), size);
  }

  void finish() override {}

  std::string bytes;

 private:
  std::size_t limit_;
};

int hex_value(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// The bytes of a hexadecimal string "<…>" without anything else in it: what is not signed may not hold what a reader takes for something else.
std::optional<std::string> decode_hex(std::string_view text) {
  constexpr std::size_t kBrackets = 2;
  if (text.size() < kBrackets || text.size() % 2 != 0 || text.front() != '<' || text.back() != '>') return {};
  std::string out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 1; i + 1 < text.size(); i += 2) {
    const int high = hex_value(text[i]);
    const int low = hex_value(text[i + 1]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
  }
  return out;
}

// The numbers of /ByteRange and the string between them, checked against the bytes of the file.
void read_range(FoundSignature& found, QPDFObjectHandle value, std::string_view pdf) {
  QPDFObjectHandle range = value.getKey("/ByteRange");
  std::array<std::uint64_t, 4> numbers{};
  if (!range.isArray() || range.getArrayNItems() != static_cast<int>(numbers.size())) return;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    QPDFObjectHandle number = range.getArrayItem(static_cast<int>(i));
    long long value_of = 0;
    if (!number.isInteger() || !number.getValueAsInt(value_of) || value_of < 0) return;
    numbers[i] = static_cast<std::uint64_t>(value_of);
  }
  const std::uint64_t size = pdf.size();
  const auto [first_from, first_length, second_from, second_length] = numbers;
  if (first_from != 0 || first_length == 0 || second_length == 0) return;
  if (first_length >= size || second_from > size || second_from <= first_length || second_length > size - second_from) return;
  const auto gap = decode_hex(pdf.substr(first_length, second_from - first_length));
  if (!gap) return;
  found.has_byte_range = true;
  found.first_length = first_length;
  found.second_from = second_from;
  found.end = second_from + second_length;
  QPDFObjectHandle contents = value.getKey("/Contents");
  found.is_same_contents = contents.isString() && contents.getStringValue() == *gap;
  found.cms = *gap;
}

// /DocMDP with /P 1: no changes are permitted (ISO 32000-2, table 257).
bool forbids_changes(QPDFObjectHandle value) {
  QPDFObjectHandle references = value.getKey("/Reference");
  if (!references.isArray()) return false;
  for (int i = 0; i < references.getArrayNItems(); ++i) {
    QPDFObjectHandle reference = references.getArrayItem(i);
    if (!reference.isDictionary() || name_of(reference, "/TransformMethod") != "DocMDP") continue;
    QPDFObjectHandle parameters = dictionary_of(reference, "/TransformParams");
    if (parameters.isNull()) continue;
    QPDFObjectHandle level = parameters.getKey("/P");
    if (level.isInteger() && level.getIntValue() == 1) return true;
  }
  return false;
}

FoundSignature read_signature(QPDFObjectHandle value, std::string_view pdf) {
  FoundSignature found;
  found.sub_filter = name_of(value, "/SubFilter");
  found.reason = text_of(value, "/Reason");
  found.location = text_of(value, "/Location");
  found.claimed = text_of(value, "/M");
  found.forbids_changes = forbids_changes(value);
  read_range(found, value, pdf);
  return found;
}

void read_streams(QPDFObjectHandle array, std::size_t& left, std::vector<std::string>& out) {
  if (!array.isArray()) return;
  const int items = std::min(array.getArrayNItems(), static_cast<int>(kMaxProofs));
  for (int i = 0; i < items && out.size() < kMaxProofs; ++i) {
    QPDFObjectHandle stream = array.getArrayItem(i);
    if (!stream.isStream()) continue;
    Limited limited(left);
    // A proof that cannot be read, or is too long, proves nothing.
    if (!stream.pipeStreamData(&limited, 0, qpdf_dl_generalized, true, false)) continue;
    left -= limited.bytes.size();
    out.push_back(std::move(limited.bytes));
  }
}

// ETSI EN 319 142-1, 5.4.2: what proves the signatures, also by signature (VRI).
void read_dss(QPDF& pdf, FoundFile& found) {
  QPDFObjectHandle dss = dictionary_of(pdf.getRoot(), "/DSS");
  if (dss.isNull()) return;
  std::size_t left = kMaxProofBytes;
  read_streams(dss.getKey("/Certs"), left, found.certificates);
  read_streams(dss.getKey("/CRLs"), left, found.crls);
  read_streams(dss.getKey("/OCSPs"), left, found.ocsps);
  QPDFObjectHandle vri = dictionary_of(dss, "/VRI");
  if (vri.isNull()) return;
  std::size_t count = 0;
  for (const std::string& key : vri.getKeys()) {
    QPDFObjectHandle one = vri.getKey(key);
    if (!one.isDictionary()) continue;
    if (++count > kMaxSignatures) return;
    read_streams(one.getKey("/Cert"), left, found.certificates);
    read_streams(one.getKey("/CRL"), left, found.crls);
    read_streams(one.getKey("/OCSP"), left, found.ocsps);
  }
}

struct Entry {
  FoundSignature found;
  QPDFObjectHandle value;
};

// Of the form's fields, and then those that belong to no field.
std::vector<Entry> collect(QPDF& pdf, std::string_view bytes, bool& is_whole) {
  std::vector<Entry> entries;
  std::set<QPDFObjGen> named;
  is_whole = each_field(pdf, [&](const Field& field) {
    QPDFObjectHandle value = QPDFObjectHandle(field.object).getKey("/V");
    if (field.type != "Sig" || !value.isDictionary() || entries.size() >= kMaxSignatures) return;
    if (value.isIndirect()) named.insert(value.getObjGen());
    entries.push_back({read_signature(value, bytes), value});
    entries.back().found.field = field.name;
  });
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (entries.size() >= kMaxSignatures) break;
    if (!object.isDictionary() || named.count(object.getObjGen()) != 0) continue;
    if (object.hasKey("/ByteRange") && object.hasKey("/Contents")) entries.push_back({read_signature(object, bytes), object});
  }
  if (entries.size() >= kMaxSignatures) is_whole = false;
  return entries;
}

void read_open(QPDF& pdf, std::string_view bytes, FoundFile& file) {
  file.is_encrypted = pdf.isEncrypted();
  bool is_whole = true;
  std::vector<Entry> entries = collect(pdf, bytes, is_whole);
  // "It has no signature" may be said only of a file that could be read.
  if (!is_whole || (entries.empty() && pdf.anyWarnings())) file.is_readable = false;
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.found.end < b.found.end; });
  if (QPDFObjectHandle certified = dictionary_of(dictionary_of(pdf.getRoot(), "/Perms"), "/DocMDP"); !certified.isNull()) {
    const FoundSignature probe = read_signature(certified, bytes);
    for (Entry& entry : entries)
      entry.found.is_certification = entry.found.has_byte_range && entry.found.end == probe.end && entry.found.second_from == probe.second_from;
  }
  std::uint64_t left = kMaxRevisionBytes;
  for (Entry& entry : entries) {
    FoundSignature& found = entry.found;
    // What is repaired is not what was signed, so nothing can be said of what came afterwards.
    if (found.has_byte_range && found.end <= left && (file.is_readable || found.end == bytes.size())) {
      found.afterwards = judge_afterwards(pdf, bytes, found.end, entry.value, found.is_certification && found.forbids_changes);
      left -= found.end;
    }
    file.signatures.push_back(std::move(found));
  }
  read_dss(pdf, file);
}

// False: libqpdf cannot read the file in this way; what was found until then is kept.
bool read_with(Repair repair, std::string_view bytes, FoundFile& file) {
  try {
    QPDF pdf;
    if (!open(pdf, bytes, repair)) return false;
    file.is_readable = repair == Repair::No;
    read_open(pdf, bytes, file);
    return true;
  } catch (const std::exception&) {
    file.is_readable = false;
    return false;
  }
}

}  // namespace

FoundFile read_structure(std::string_view pdf) {
  FoundFile file;
  constexpr std::size_t kHead = 1024;  // where "%PDF-" may stand
  file.is_pdf = pdf.substr(0, kHead).find("%PDF-") != std::string_view::npos;
  if (!file.is_pdf || pdf.size() > kMaxFileBytes) return file;
  // A file that has to be repaired shows different things to different readers: its signatures are told, and none is Valid.
  if (!read_with(Repair::No, pdf, file) && file.signatures.empty()) read_with(Repair::Yes, pdf, file);
  return file;
}

}  // namespace portal::signatures
