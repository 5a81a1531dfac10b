// What the lint tests share: the repository's files as git knows them (a file that is ignored or not added yet is not the repository's).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

// Tracked files and those about to be (not ignored), without what was deleted; a copy without git has no lint.
export function listFiles(...patterns) {
  const out = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns], { cwd: root, maxBuffer: 1 << 26 });
  return [...new Set(out.toString("utf8").split("\0"))].filter((name) => name !== "" && exists(name)).sort();
}

function exists(name) {
  try { readFileSync(join(root, name)); return true; } catch { return false; }
}

export const read = (name) => readFileSync(join(root, name), "utf8");

export const isBinary = (name) => /\.(woff2?|ttf|png|webp|avif|jpe?g|ico|gz|br|zst|pdf)$/.test(name);

// Every line of every file that `rule` finds fault with, as "file:line: what".
export function faultsOf(names, rule) {
  const faults = [];
  for (const name of names) read(name).split("\n").forEach((line, i) => { const what = rule(line, name); if (what) faults.push(`${name}:${i + 1}: ${what}`); });
  return faults;
}
