# The long campaigns of `tools/test deep`: fuzzing, sanitizers over everything, checks of the sources, kills and hangs over and over.

DEEP_FUZZ_RUNS=${DEEP_FUZZ_RUNS-1000000}   # inputs for each parser
DEEP_FAULT_ROUNDS=${DEEP_FAULT_ROUNDS-20}  # rounds of the fault tests, each on a fresh instance
DEEP_TOGETHER_ROUNDS=${DEEP_TOGETHER_ROUNDS-10000}  # interleaved saves of two editors on the same articles
DEEP_TYPING_KILLS=${DEEP_TYPING_KILLS-100}  # kills of browser, programs and database while somebody types
DEEP_MODEL_STEPS=${DEEP_MODEL_STEPS-1000000}  # random steps of the workflow's model
DEEP_BURST_FILES=${DEEP_BURST_FILES-10000}  # uploads at once, after which the store and its table must agree
DEEP_MAIL_IN=${DEEP_MAIL_IN-200}            # mails to the board in five minutes, while programs and database are killed
DEEP_PARTS=${DEEP_PARTS-fuzz asan tsan tidy fault together burst figures mailin model large}

# What has threads: the pool, the loop, the site's snapshot, templates. The loop's integration test drives it from outside, all threads at once.
kThreaded='^(unit_(access|base|cache_agent|http|server|site|view)|integration_fastcgi_loop)$'
kThreadedTargets="test_access test_base test_cache_agent test_http test_server test_site test_view house_fixed"

deep_fuzz() { "$ROOT/tests/fuzz/run" --runs "$DEEP_FUZZ_RUNS"; }

deep_asan() {
    step "Biên dịch (asan)" build_programs asan
    run_ctest asan -L '^(unit|integration)$'
}

deep_tsan() {
    # shellcheck disable=SC2086
    step "Biên dịch (tsan)" build_programs tsan $kThreadedTargets
    # Without random addresses: on kernels with many random bits g++ 12's thread sanitizer finds its shadow memory taken.
    # A process that ends itself because a handler hangs leaves that handler's thread (fastcgi_loop); that is no race.
    (cd "$ROOT" && TSAN_OPTIONS=report_thread_leaks=0 setarch -R ctest --test-dir "$ROOT/build/tsan" --output-on-failure --no-tests=error -R "$kThreaded")
}

# Every source of the product, with the checks of .clang-tidy; the generated headers that clang needs are those of the dev build.
deep_tidy() {
    step "Biên dịch (dev)" build_programs dev
    "$ROOT/tools/lib/tidy.sh"
}

deep_fault() {
    local round failed=0
    step "Biên dịch (dev)" build_programs dev
    for ((round = 1; round <= DEEP_FAULT_ROUNDS; round++)); do
        say "Sự cố: vòng $round/$DEEP_FAULT_ROUNDS"
        run_ctest dev -L '^fault$' || failed=1
    done
    return "$failed"
}

# Whole campaigns are longer than a test may take under ctest; they are the same files.
deep_together() {
    step "Biên dịch (dev)" build_programs dev
    (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" WORKING_TOGETHER_ROUNDS=$DEEP_TOGETHER_ROUNDS tests/support/node --test tests/integration/working_together.test.mjs) &&
        (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" TYPING_KILLS=$DEEP_TYPING_KILLS tests/support/node --test tests/fault/typing.test.mjs)
}

deep_burst() {
    step "Biên dịch (dev)" build_programs dev
    (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" BURST_FILES=$DEEP_BURST_FILES tests/support/node --test --test-name-pattern='a burst of uploads' tests/integration/files.test.mjs)
}

# Every file and text of the test data, of which the usual run takes some: its end, seconds and memory, its letters, its signatures.
deep_figures() {
    local name failed=0
    step "Biên dịch (dev)" build_programs dev
    for name in file_table files pdf word_figures encoding_figures signature_figures road; do
        (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" PORTAL_FIGURES=all tests/support/node --test --test-reporter=spec "tests/integration/$name.test.mjs") || failed=1
    done
    return "$failed"
}

# Two hundred mails with attachments in five minutes and kills of everything: as many are registered as came in.
deep_mailin() {
    step "Biên dịch (dev)" build_programs dev
    (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" MAIL_IN_MAILS=$DEEP_MAIL_IN MAIL_IN_SECONDS=300 tests/support/node --test --test-reporter=spec tests/fault/intake_burst.test.mjs)
}

# The random model of the workflow against a real database, in walks of 100,000 steps, each with a seed and an instance of its own.
deep_model() {
    local left=$DEEP_MODEL_STEPS walk failed=0
    step "Biên dịch (dev)" build_programs dev
    while [ "$left" -gt 0 ]; do
        walk=$((left < 100000 ? left : 100000))
        (cd "$ROOT" && PORTAL_BUILD="$ROOT/build/dev" MODEL_STEPS=$walk tests/support/node --test --test-reporter=spec tests/integration/model.test.mjs) || failed=1
        left=$((left - walk))
    done
    return "$failed"
}

# A list of a million articles and an office of 200,000 items, against the bounds of docs/decisions/0013 and 0028: a bar that is missed fails the part.
deep_large() { "$ROOT/tools/bench" list inbox; }

run_deep() {
    local failed=0 part
    ensure_packages packages-deep.txt
    for part in $DEEP_PARTS; do
        say "== $part"
        # A part of its own shell: a failed step ends the part, and the others are still run.
        ("deep_$part") && say "== $part: đạt" || { failed=1 && say "== $part: KHÔNG ĐẠT"; }
    done
    return "$failed"
}
