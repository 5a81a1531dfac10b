// The lock under which one test makes the template of all instances (tests/support/lock.mjs): held while its process lives, free when it is dead.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { holderOf, tryLock } from "../support/lock.mjs";

const support = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../support");
const takeIt = `import { tryLock } from ${JSON.stringify(path.join(support, "lock.mjs"))};
console.log(tryLock(process.argv[1]) ? "taken" : "held");
setInterval(() => {}, 1000);`;

async function hold(file) {
  const maker = spawn(process.execPath, ["--input-type=module", "-e", takeIt, file], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(maker.stdout, "data");
  assert.equal(String(said).trim(), "taken");
  return maker;
}

test("a maker that lives keeps the lock, however old it is; one that was killed has it no more", async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "template.making");
  const maker = await hold(file);
  try {
    assert.equal(tryLock(file), undefined);
    const hoursAgo = new Date(Date.now() - 5 * 3_600_000);
    fs.utimesSync(file, hoursAgo, hoursAgo);
    assert.equal(tryLock(file), undefined, "age takes nothing away");
    assert.equal(holderOf(file), maker.pid);
  } finally {
    maker.kill("SIGKILL");
  }
  await once(maker, "exit");
  const mine = tryLock(file);
  assert.ok(mine, "free at once");
  assert.equal(holderOf(file), process.pid);
  assert.equal(tryLock(file), undefined, "held by this process too");
  mine.release();
  tryLock(file).release();
});

test("what the holder started and left behind does not keep the lock", async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "template.making");
  const lock = tryLock(file);
  const left = spawn("sleep", ["30"], { detached: true, stdio: "ignore" });
  try {
    lock.release();
    tryLock(file).release();
  } finally {
    left.kill();
  }
});
