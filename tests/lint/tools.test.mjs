// The tools do what their words say: a part that cannot be run beside others is refused before anything is done, and each campaign of `deep` is there.
import test from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { read, root } from "./support.mjs";

const ask = (...args) => spawnSync(join(root, "tools/test"), args, { encoding: "utf8", timeout: 10_000 });

test("deep beside other parts is refused, in either order, instead of being left out in silence", () => {
  for (const args of [["unit", "deep"], ["deep", "unit"], ["unit", "deep", "lint"]]) {
    const got = ask(...args);
    assert.equal(got.status, 2, args.join(" "));
    assert.match(got.stderr, /deep chạy riêng/);
  }
  assert.equal(ask("bogus").status, 2);
});

test("every part of deep that is run is written, named in the usage, and the other way round", () => {
  const shell = (text) => execFileSync("bash", ["-c", `. tools/lib/common.sh; . tools/lib/deep.sh; ${text}`], { cwd: root, encoding: "utf8", env: { PATH: process.env.PATH } }).trim();
  const parts = shell('echo "$DEEP_PARTS"').split(" ");
  const written = shell("declare -F").split("\n").map((line) => line.split(" ").at(-1)).filter((name) => /^deep_/.test(name)).map((name) => name.slice(5));
  assert.deepEqual([...parts].sort(), written.sort());
  assert.equal(/DEEP_PARTS="([^"]+)"/.exec(ask("--help").stdout)[1], parts.join(" "));
});

test("deep measures large data: the list of a million articles and the inbox of 200,000 items", () => {
  assert.match(read("tools/lib/deep.sh"), /^deep_large\(\) \{ "\$ROOT\/tools\/bench" list inbox; \}$/m);
  assert.match(read("tests/bench/list.mjs"), /const million = 1_000_000;/);
  assert.match(read("tests/bench/inbox.mjs"), /fillOffice\(site, \{ items: 200_000, people: 500 \}\)/);
});
