#include "shared/richtext/picture.h"

namespace portal::richtext {
namespace {

using base::append_escaped;

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

constexpr std::string_view kColumn = "(max-width: 700px) 100vw, 720px";
constexpr std::string_view kHalfColumn = "(max-width: 700px) 100vw, 360px";
constexpr int kHalf = 50;

}  // namespace

std::string picture_markup(const Picture& picture, const PictureLook& look) {
  std::string out = "<picture>";
  if (!picture.webp_srcset.empty()) {
    out += "<source type=\"image/webp\"";
    append_attribute(out, "srcset", picture.webp_srcset);
    append_attribute(out, "sizes", look.sizes);
    out += '>';
  }
  out += "<img";
  append_attribute(out, "class", look.class_name);
  append_attribute(out, "src", picture.src);
  append_attribute(out, "srcset", picture.jpeg_srcset);
  append_attribute(out, "sizes", look.sizes);
  append_attribute(out, "width", std::to_string(picture.width));
  append_attribute(out, "height", std::to_string(picture.height));
  out += " alt=\"";
  append_escaped(out, look.alt);
  out += look.is_first_seen ? "\" decoding=\"async\">" : "\" loading=\"lazy\" decoding=\"async\">";
  return out + "</picture>";
}

std::string figure_markup(const Picture& picture, std::string_view alt, std::string_view caption, int width, bool is_first_seen) {
  const bool is_half = width == kHalf;
  std::string out = is_half ? "<figure class=\"figure figure--half\">" : "<figure class=\"figure\">";
  out += picture_markup(picture, {alt, is_half ? kHalfColumn : kColumn, {}, is_first_seen});
  if (!caption.empty()) {
    out += "<figcaption>";
    append_escaped(out, caption);
    out += "</figcaption>";
  }
  return out + "</figure>\n";
}

}  // namespace portal::richtext
