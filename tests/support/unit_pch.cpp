#include "tests/support/unit_pch.h"
