// Picture: what a page needs to show an upload as <picture>: its size, so that nothing moves when it comes (CLS), and where each width is in WebP and JPEG.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/base/html.h"

namespace portal::richtext {

struct Picture {
  unsigned width = 0;        // of the widest
  unsigned height = 0;
  std::string src;           // JPEG, for who understands neither srcset nor WebP
  std::string jpeg_srcset;   // "/a/480.jpg 480w, /a/960.jpg 960w"
  std::string webp_srcset;
};

// The picture of an upload's number; nullptr when it cannot be shown (not ready, refused, not this item's).
using FindPicture = std::function<const Picture*(int file)>;

// How one picture stands in a page.
struct PictureLook {
  std::string_view alt;
  std::string_view sizes;           // "(max-width: 700px) 100vw, 720px"
  std::string_view class_name = {}; // of the img
  bool is_first_seen = false;       // not lazily loaded: it stands at the top
};

// <picture>…</picture>, every value escaped.
[[nodiscard]] std::string picture_markup(const Picture& picture, const PictureLook& look);

// <figure> with caption; a half-wide one when `width` is 50.
[[nodiscard]] std::string figure_markup(const Picture& picture, std::string_view alt, std::string_view caption, int width, bool is_first_seen);

}  // namespace portal::richtext
