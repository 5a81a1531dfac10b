// Making: what a kind of file becomes, and how. One function for each kind (picture.h, document.h, pdf.h); the converter knows no tool.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/time.h"
#include "shared/files/files.h"
#include "shared/files/limits.h"
#include "shared/sandbox/sandbox.h"

namespace portal::converter {

// What a making is given. `folder` is an empty folder of its own, removed afterwards.
struct Order {
  const files::ToConvert& file;
  std::string input;    // path of the received bytes
  std::string folder;
  sandbox::Limits sandbox;
  files::Limits limits;
  std::function<bool()> should_stop;
  std::string anchors = {};  // PEM: whose signatures are trusted (D9.1c)
  base::UtcTime now = {};    // when signatures are judged
};

// Ready: of a picture `pictures` and the size of the whole, of a document its `parts`, of a PDF both and what was found in it. Refused: `reason` tells the
// sender why. Later: it could not be tried (`reason` for the log): no sandbox, or the worker stops.
struct Made {
  enum class End { Ready, Refused, Later };
  End end = End::Later;
  std::string reason;
  std::vector<files::MadePicture> pictures;
  unsigned width = 0;
  unsigned height = 0;
  std::vector<files::MadePart> parts = {};
  std::optional<files::MadePdf> pdf = {};
};

using Making = Made (*)(const Order& order);

}  // namespace portal::converter
