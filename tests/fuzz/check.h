// CHECK for fuzz targets: stops with the broken promise named, so that libFuzzer and ctest both
// keep the input.
#pragma once

#include <cstdio>
#include <cstdlib>

#define CHECK(promise)                                                                   \
  do {                                                                                   \
    if (!(promise)) {                                                                    \
      std::fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #promise); \
      std::abort();                                                                      \
    }                                                                                    \
  } while (false)
