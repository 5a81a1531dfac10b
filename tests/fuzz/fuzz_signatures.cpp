// Any bytes through shared/signatures, as a file, as anchors, and as an update of a file that was signed. Promises: it answers; nothing is Valid that nobody is
// trusted for; what is not Valid has a reason; ranges lie within the file; and while the signature stays Valid, the signed page shows what it showed, whatever
// objects the update holds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "shared/signatures/objects.h"
#include "shared/signatures/signatures.h"

#include "tests/fuzz/check.h"
#include "tests/unit/signatures/make_pdf.h"

using namespace portal::signatures;
using namespace portal::signatures::test;

namespace {

const portal::base::UtcTime kNow = day("2026-11-26");

void check_as_file(std::string_view bytes) {
  static const Anchors kNobody;
  const Report report = inspect(bytes, kNobody, kNow);
  CHECK(report.is_pdf || report.signatures.empty());
  CHECK(!report.is_verified());
  CHECK(report.signatures.size() <= kMaxSignatures);
  for (const Signature& signature : report.signatures) {
    CHECK(signature.verdict != Verdict::Valid);
    CHECK(!signature.reasons.empty());
    CHECK(signature.covered_to <= bytes.size());
    for (const Reason reason : signature.reasons) CHECK(!words_of(reason).empty());
  }
  Anchors anchors;
  CHECK(anchors.add(bytes) == anchors.size());
}

struct Signed {
  Key root_key = make_key();
  Cert root = make_certificate({.name = "CA", .is_authority = true, .serial = 100}, root_key.get(), nullptr, root_key.get());
  Key key = make_key();
  Cert person = make_certificate({.name = "A", .serial = 7}, key.get(), root.get(), root_key.get());
  List good = make_crl(root.get(), root_key.get(), nullptr);
  PdfFile file = unsigned_file();
  Anchors anchors;

  Signed() {
    How how;
    how.crl = good.get();
    sign(file, person.get(), key.get(), how);
    anchors.add(der_of(root.get()));
  }
};

// Lines "7 << /Type /Annot >>" and "6 stream:BT ET": the objects of an update.
std::map<int, std::string> objects_of(std::string_view text) {
  constexpr std::string_view kStream = "stream:";
  constexpr int kLast = 30;
  std::map<int, std::string> objects;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    int number = 0;
    std::size_t at = 0;
    while (at < line.size() && at < 2 && line[at] >= '0' && line[at] <= '9') number = number * 10 + (line[at++] - '0');
    if (number < 1 || number > kLast || at >= line.size() || line[at] != ' ') continue;
    const std::string_view value = line.substr(at + 1);
    objects[number] = value.starts_with(kStream) ? stream(value.substr(kStream.size())) : std::string{value};
  }
  return objects;
}

// What a reader shows and does, read by itself and not by what is tested.
std::string shown_of(std::string_view bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  std::string shown;
  QPDFObjectHandle root = pdf.getRoot();
  for (const std::string& key : root.getKeys())
    if (key != "/DSS" && key != "/Extensions" && key != "/Version" && key != "/AcroForm" && key != "/Pages")
      shown += key + " " + root.getKey(key).unparseResolved() + "\n";
  QPDFObjectHandle form = root.getKey("/AcroForm");
  for (const std::string& key : form.getKeys())
    if (key != "/Fields" && key != "/SigFlags") shown += key + " " + form.getKey(key).unparseResolved() + "\n";
  for (QPDFObjectHandle page : pdf.getAllPages()) {
    for (const std::string& key : page.getKeys())
      if (key != "/Annots" && key != "/Parent") shown += key + " " + page.getKey(key).unparseResolved() + "\n";
    for (QPDFObjectHandle part : page.getPageContents()) {
      const auto data = part.getStreamData();
      shown.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
    QPDFObjectHandle notes = page.getKey("/Annots");
    for (int i = 0; notes.isArray() && i < notes.getArrayNItems(); ++i) {
      QPDFObjectHandle note = notes.getArrayItem(i);
      if (i == 0 || note.hasKey("/A") || note.hasKey("/AA") || note.getKey("/Subtype").unparse() != "/Widget") shown += note.unparseResolved() + "\n";
    }
  }
  return shown;
}

void check_as_update(std::string_view bytes) {
  static const Signed kSigned;
  static const std::string kShown = shown_of(kSigned.file.bytes_);
  const std::map<int, std::string> objects = objects_of(bytes);
  if (objects.empty()) return;
  PdfFile file = kSigned.file;
  file.add(objects);
  for (const Signature& signature : inspect(file.bytes_, kSigned.anchors, kNow).signatures)
    if (signature.verdict == Verdict::Valid) CHECK(shown_of(file.bytes_) == kShown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_as_file(bytes);
  check_as_update(bytes);
  return 0;
}
