// The repository as a whole: documents lead somewhere, generated text is current, nothing of one machine got in, Vietnamese is composed.
import test from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { faultsOf, isBinary, listFiles, read, root } from "./support.mjs";

const documents = listFiles("*.md", "**/*.md");
const texts = listFiles().filter((name) => !isBinary(name) && !name.startsWith("tests/fuzz/seeds/") && !name.startsWith("tests/data/"));

// Links "[…](target)" and pictures of one document; code blocks and code spans are not links.
function linksOf(text) {
  const prose = text.replace(/^(```|~~~)[^]*?^\1/gm, "").replace(/^ {4}.*$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
}
function headingsOf(text) {
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, "").replace(/ /g, "-")));
}
function brokenLinks(name) {
  return linksOf(read(name)).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path, anchor] = link.split("#");
    const target = path === "" ? name : normalize(join(dirname(name), path));
    if (target.startsWith("..") || !existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith(".md") && !headingsOf(read(target)).has(anchor);
  }).map((link) => `${name}: ${link}`);
}
test("links of documents lead to files of this repository", () => {
  assert.ok(documents.length > 15);
  assert.deepEqual(documents.flatMap(brokenLinks), []);
});
test("every decision is in the index", () => {
  const index = read("docs/decisions/README.md");
  for (const name of listFiles("docs/decisions/[0-9]*.md")) assert.ok(index.includes(`(${name.split("/").pop()})`), `${name} is not in docs/decisions/README.md`);
});

test("every Debian and npm package is explained in docs/dependencies.md", () => {
  const page = read("docs/dependencies.md");
  const debian = (read("tools/packages.txt") + read("tools/packages-deep.txt")).split("\n").map((l) => l.replace(/#.*/, "").trim()).filter(Boolean);
  const npm = ["templates/assets/package.json", "tests/package.json"].flatMap((f) => { const p = JSON.parse(read(f)); return Object.keys({ ...p.dependencies, ...p.devDependencies }); });
  assert.deepEqual([...debian, ...npm].filter((name) => !page.includes(`\`${name}\``)), []);
});
test("every configuration key is in docs/operations.md", () => {
  const page = read("docs/operations.md");
  const keys = [...read("shared/base/config.cpp").matchAll(/^ {4}\{"(\w+)", "/gm)].map((m) => m[1]);
  assert.ok(keys.length > 20);
  assert.deepEqual(keys.filter((key) => !page.includes(`\`${key}\``)), []);
});

const build = process.env.PORTAL_BUILD ?? join(root, "build/dev");
test("docs/workflow.md is what `portal workflow` prints", () => {
  const printed = execFileSync(join(build, "bin/portal"), ["workflow"], { encoding: "utf8" });
  assert.equal(read("docs/workflow.md"), printed, "mend: ./tools/portal workflow >docs/workflow.md");
});

// Written in pieces, so that this file does not find itself.
const machinePath = new RegExp("(^|[^\\w./-])/" + "(work|home/\\w+|root)/");
const host = new RegExp("registry\\." + "(npmjs|yarnpkg)|npm" + "mirror|arti" + "factory|verd" + "accio|deb\\." + "debian\\.org", "i");
const foreignFont = new RegExp("GDS " + "Transport", "i");
const conflict = /^(<{7}|>{7}) /;
// The asset build names the font to refuse it.
const machine = (line, name) => (machinePath.test(line) ? "a path of one machine" : host.test(line) ? "a package host's name" : foreignFont.test(line) && name !== "templates/assets/build.mjs" ? "a font we may not use" : conflict.test(line) ? "a merge left open" : "");
test("nothing of one machine, no package hosts, no foreign brand", () => {
  assert.ok(texts.length > 400);
  assert.deepEqual(faultsOf(texts, machine), []);
});
test("lock files name no host", () =>
  assert.deepEqual(faultsOf(listFiles("**/package-lock.json"), (line) => (/"resolved":/.test(line) ? "omit-lockfile-registry-resolved=true in .npmrc, then npm install" : "")), []));

// D4.1a: what the site says is composed Unicode; invisible characters break search.
const notComposed = (line) => (line !== line.normalize("NFC") ? "not NFC (D4.1a)" : /[\u00ad\u200b-\u200f\u202a-\u202e\ufeff]/.test(line) ? "an invisible character" : "");
test("Vietnamese is in NFC", () => assert.deepEqual(faultsOf(listFiles("templates", "docs", "README.md", "modules", "shared", "sql", "tools", "nginx").filter((n) => !isBinary(n)), notComposed), []));

test("texts are UTF-8, and end with a line", () => {
  const faults = [];
  for (const name of texts) {
    const bytes = readFileSync(join(root, name));
    try { new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { faults.push(`${name}: not UTF-8`); }
    if (/\.(md|h|cpp|sql|tpl|mjs|conf|sh)$/.test(name) && bytes.length > 0 && bytes.at(-1) !== 10) faults.push(`${name}: no line end at its end`);
  }
  assert.deepEqual(faults, []);
});

test("the rules can fail", () => {
  assert.deepEqual(linksOf("[a](b.md) `[c](d)`\n\n    [e](f)\n![g](h.png)"), ["b.md", "h.png"]);
  assert.ok(headingsOf("## Exit codes\n").has("exit-codes"));
  assert.ok(machine("cd /" + "work/main"));
  assert.ok(machine('"/' + 'home/me/x"'));
  assert.equal(machine("modules/work/handlers.cpp"), "");
  assert.ok(machine("https://registry." + "npmjs.org/x"));
  assert.ok(machine("font-family: 'GDS " + "Transport'"));
  assert.ok(machine("<".repeat(7) + " HEAD"));
  assert.ok(notComposed("Tiếng".normalize("NFD")));
  assert.ok(notComposed("a\u200bb"));
  assert.equal(notComposed("Tiếng Việt"), "");
});
