#pragma once
#include <string>

// The folder of this clone, absolute, for tests that read its templates and data. unit_main.cpp alone is compiled with it.
std::string source_dir();
