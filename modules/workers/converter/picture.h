// Picture: a received picture in jpg, gif, bmp, png, webp or tiff becomes several of known width, by libvips in the sandbox: turned upright, colours to sRGB,
// without metadata (the place where a photo was taken is personal data), the first frame or page, JPEG and WebP each. Nothing of the received bytes is kept
// in them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "modules/workers/converter/making.h"

namespace portal::converter {

[[nodiscard]] Made make_picture(const Order& order);

// The widths that a picture of that width is made in: 480, 960 and 1600 as far as it is wider, and its own where that is less than the widest.
[[nodiscard]] std::vector<unsigned> widths_for(unsigned width);

struct Size {
  unsigned width = 0;
  unsigned height = 0;

  bool operator==(const Size&) const = default;
};

// The size that vipsheader printed of `path` ("/box/out/480.jpg: 480x360 uchar, 3 bands, …"); nothing when there is no such line.
[[nodiscard]] std::optional<Size> printed_size(std::string_view output, std::string_view path);

// What the sender is told when a tool did not do its work; `seconds` is the limit that it had.
[[nodiscard]] Made told(const sandbox::Outcome& outcome, long seconds);

}  // namespace portal::converter
