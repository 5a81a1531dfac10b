// Objects: what structure and revision need of libqpdf's objects. Inside shared/signatures.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#if defined(__clang__)  // clang 14 to 16 stop at a class in libqpdf's header of JSON, which is only named in the others; the fuzz targets are built with it
#define JSON_HH
class JSON;
#endif
#define POINTERHOLDER_TRANSITION 4  // libqpdf's own pointers are std::shared_ptr; without it 11 warns
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace portal::signatures {

enum class Repair : bool { No, Yes };

// Opens a file of bytes that stay where they are; false when it has no catalogue. Throws what libqpdf throws when it cannot be read.
[[nodiscard]] bool open(QPDF& pdf, std::string_view bytes, Repair repair);

// "" when there is none. A text is cut after 4,000 bytes: it is shown to people.
[[nodiscard]] std::string text_of(QPDFObjectHandle dictionary, const std::string& key);
[[nodiscard]] std::string name_of(QPDFObjectHandle dictionary, const std::string& key);

// The dictionary of a key, or null.
[[nodiscard]] QPDFObjectHandle dictionary_of(QPDFObjectHandle dictionary, const std::string& key);

struct Field {
  QPDFObjectHandle object;
  std::string name;  // full
  std::string type;  // its own or the one that it inherits: "Sig"
};

// Visits every field of the form, those between and the widgets too; false when the tree has too much of anything or goes in circles.
bool each_field(QPDF& pdf, const std::function<void(const Field&)>& visit);

}  // namespace portal::signatures
