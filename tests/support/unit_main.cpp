#define BOOST_TEST_MODULE portal
#include <boost/test/unit_test.hpp>

#include "tests/support/source_dir.h"

std::string source_dir() { return PORTAL_SOURCE_DIR; }
