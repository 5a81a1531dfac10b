// Precompiled for the operator's tool: each verb declares its options with CLI11, which is long to read.
#pragma once
#include "shared/base/pch.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
