# The long campaigns of `tools/test deep`: fuzzing, sanitizers over the unit and integration tests, kills and hangs over and over.

DEEP_FUZZ_RUNS=${DEEP_FUZZ_RUNS-1000000}   # inputs for each parser
DEEP_FAULT_ROUNDS=${DEEP_FAULT_ROUNDS-20}  # rounds of the fault tests, each on a fresh instance

deep_packages() {
    command -v clang++-14 >/dev/null && [ -d /usr/lib/llvm-14/lib/clang ] && return 0
    fail "Thiếu clang-14 để dò lỗi ngẫu nhiên. Cài: apt-get install --no-install-recommends clang-14 libclang-rt-14-dev"
}

run_deep() {
    local failed=0 round
    deep_packages
    step "Biên dịch (dev)" build_programs dev
    step "Biên dịch (asan)" build_programs asan
    "$ROOT/tests/fuzz/run" --runs "$DEEP_FUZZ_RUNS" || failed=1
    run_ctest asan -L '^(unit|integration)$' || failed=1
    for ((round = 1; round <= DEEP_FAULT_ROUNDS; round++)); do
        say "Sự cố: vòng $round/$DEEP_FAULT_ROUNDS"
        run_ctest dev -L '^fault$' || failed=1
    done
    return "$failed"
}
