// A report of a sanitizer in a program's log makes the test red that started the program (tests/support/sanitizers.mjs).
import test from "node:test";
import assert from "node:assert/strict";
import { sanitizerReport } from "../support/sanitizers.mjs";

for (const line of [
  "==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010",
  "==7==ERROR: LeakSanitizer: detected memory leaks",
  "shared/http/percent.cpp:12:20: runtime error: shift exponent 64 is too large for 64-bit type",
  "WARNING: ThreadSanitizer: data race (pid=7)",
])
  test(line, () => {
    assert.equal(sanitizerReport(`{"event":"serving"}\n${line}\n    #0 main\n`), `${line}\n    #0 main\n`);
  });

test("a log without a report has none", () => assert.equal(sanitizerReport('{"event":"request","what":"error of a runtime"}\n'), ""));
