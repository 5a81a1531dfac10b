#!/bin/bash
# clang-tidy over every source of the product (.clang-tidy says which checks). Not the compile commands of g++: its precompiled headers and some of
# its warnings are unknown to clang. The generated headers are those of build/dev. Prints findings; exit 1 when there is one. Usage: tools/lib/tidy.sh [FILE…]
. "$(dirname "$0")/common.sh"
cd "$ROOT"
tidy=$(command -v clang-tidy-16) || fail "thiếu clang-tidy-16; ./tools/test deep cài nó"
[ $# -gt 0 ] || set -- $(git ls-files 'modules/*.cpp' 'shared/*.cpp' 'tools/*.cpp')
flags=$(pkg-config --cflags libmariadb libctemplate spdlog libcurl)
# shellcheck disable=SC2016
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" sh -c '"$0" --quiet --use-color=0 "$2" -- -xc++ -std=c++20 -I. -Ibuild/dev $1 -DPORTAL_SQL_DIR="\"sql\"" -include shared/base/pch.h' "$tidy" "$flags" \
    2>&1 | grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header-filter' >build/tidy.log || true
count=$(grep -cE '(error|warning): ' build/tidy.log || true)
cat build/tidy.log
say "clang-tidy: $# tệp, $count phát hiện"
[ "$count" = 0 ]
