#include "shared/base/pch.h"
