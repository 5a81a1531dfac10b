#include "shared/pdf/look.h"

#include <exception>
#include <set>
#include <string>

#define POINTERHOLDER_TRANSITION 4  // libqpdf's own pointers are std::shared_ptr; without it 11 warns
#if defined(__clang__)  // as in shared/signatures/objects.h
#define JSON_HH
class JSON;
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace portal::pdf {
namespace {

constexpr std::size_t kMostNodes = 2'000'000;
constexpr int kDeepest = 60;  // of values inside one object

std::string name_in(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? value.getName() : std::string{};
}

// Everything that the file says, looked through for what acts. Names are compared as libqpdf gives them, their escapes undone.
class Walk {
 public:
  std::set<Flag> found;

  void catalogue(QPDFObjectHandle root) {
    // A place or a jump to one is what half of all programs write.
    QPDFObjectHandle opening = root.getKey("/OpenAction");
    if (opening.isDictionary() && name_in(opening, "/S") != "/GoTo") found.insert(Flag::RunsAtOpening);
    QPDFObjectHandle names = root.getKey("/Names");
    if (names.isDictionary() && names.hasKey("/JavaScript")) found.insert(Flag::JavaScript);
    if (names.isDictionary() && names.hasKey("/EmbeddedFiles")) found.insert(Flag::Embedded);
    QPDFObjectHandle form = root.getKey("/AcroForm");
    if (form.isDictionary() && form.hasKey("/XFA")) found.insert(Flag::Xfa);
  }

  void object(QPDFObjectHandle value, int depth) {
    if (++nodes_ > kMostNodes || depth > kDeepest) {
      found.insert(Flag::Unseen);
      return;
    }
    if (value.isStream()) value = value.getDict();
    if (value.isArray()) {
      const int items = value.getArrayNItems();
      for (int i = 0; i < items && nodes_ <= kMostNodes; ++i) inside(value.getArrayItem(i), depth);
    }
    if (!value.isDictionary()) return;
    dictionary(value);
    for (const std::string& key : value.getKeys()) {
      if (nodes_ > kMostNodes) return;
      inside(value.getKey(key), depth);
    }
  }

 private:
  // What stands for itself is visited by its own number.
  void inside(QPDFObjectHandle value, int depth) {
    ++nodes_;
    if (!value.isIndirect() && (value.isArray() || value.isDictionary())) object(value, depth + 1);
  }

  void dictionary(QPDFObjectHandle value) {
    static const std::set<std::string> kMedia{"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"};
    static const std::set<std::string> kMediaActions{"/Movie", "/Rendition", "/Sound", "/RichMediaExecute", "/GoTo3DView"};
    const std::string action = name_in(value, "/S");
    const std::string subtype = name_in(value, "/Subtype");
    if (action == "/JavaScript" || value.hasKey("/JS")) found.insert(Flag::JavaScript);
    if (action == "/Launch") found.insert(Flag::Launch);
    if (action == "/SubmitForm") found.insert(Flag::Submits);
    if (action == "/ImportData" || action == "/GoToR" || action == "/GoToE") found.insert(Flag::Remote);
    if (kMediaActions.count(action) != 0 || (kMedia.count(subtype) != 0 && value.hasKey("/Rect"))) found.insert(Flag::RichMedia);
    if (value.getKey("/AA").isDictionary()) found.insert(Flag::RunsAtOpening);
    if (value.getKey("/EF").isDictionary() || name_in(value, "/Type") == "/EmbeddedFile" || (subtype == "/FileAttachment" && value.hasKey("/Rect")))
      found.insert(Flag::Embedded);
  }

  std::size_t nodes_ = 0;
};

Looked look_with(std::string_view bytes, bool repairs) {
  Looked looked;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(repairs);
    pdf.processMemoryFile("file", bytes.data(), bytes.size());
    QPDFObjectHandle root = pdf.getRoot();
    if (!root.isDictionary()) return looked;
    looked.pages = pdf.getAllPages().size();
    if (looked.pages == 0) return looked;
    Walk walk;
    walk.catalogue(root);
    for (QPDFObjectHandle& object : pdf.getAllObjects()) walk.object(object, 0);
    if (pdf.isEncrypted()) walk.found.insert(Flag::Restricted);
    if (repairs) walk.found.insert(Flag::Repaired);
    looked.flags.assign(walk.found.begin(), walk.found.end());
    looked.opens = Opens::Yes;
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) looked.opens = Opens::WithPassword;
  } catch (const std::exception&) {
    // Broken, or larger than the process may be: it does not open.
    looked.opens = Opens::No;
  }
  return looked;
}

}  // namespace

Looked look(std::string_view bytes) {
  if (!bytes.starts_with("%PDF-")) return {};
  const Looked strictly = look_with(bytes, false);
  return strictly.opens == Opens::No ? look_with(bytes, true) : strictly;
}

}  // namespace portal::pdf
