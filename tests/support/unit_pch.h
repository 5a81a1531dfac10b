// Precompiled for the unit tests: the standard headers of the libraries, and Boost.Test.
#pragma once
#include "shared/base/pch.h"

#include <boost/test/unit_test.hpp>
