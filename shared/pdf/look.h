// Look: what a PDF is and holds, by libqpdf: whether it opens, how many pages it has, and what of it acts (flags.h). Reads any bytes; a hostile file is an
// answer, never an exception. libqpdf inflates without a limit of its own: only a process with limits of memory and time calls this (shared/sandbox).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/pdf/flags.h"

namespace portal::pdf {

enum class Opens {
  Yes,
  WithPassword,  // nobody sees it without
  No             // broken beyond repair, or no PDF at all
};

struct Looked {
  Opens opens = Opens::No;
  std::size_t pages = 0;
  std::vector<Flag> flags;  // in the order of kFlags, each once
};

[[nodiscard]] Looked look(std::string_view bytes);

}  // namespace portal::pdf
