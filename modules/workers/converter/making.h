// Making: what a kind of file becomes, and how. One function for each kind (picture.h, document.h); the converter knows no tool.
#pragma once

#include <functional>
#include <string>
#include <vector>

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
};

// Ready: of a picture `pictures` and the size of the whole, of a document its `parts`. Refused: `reason` tells the sender why. Later: it could not be
// tried (`reason` for the log): no sandbox, or the worker stops.
struct Made {
  enum class End { Ready, Refused, Later };
  End end = End::Later;
  std::string reason;
  std::vector<files::MadePicture> pictures;
  unsigned width = 0;
  unsigned height = 0;
  std::vector<files::MadePart> parts = {};
};

using Making = Made (*)(const Order& order);

}  // namespace portal::converter
