// How a program refuses to start (F38, F39) and what it prints; no database needed. `news` stands for every program: the skeleton is one.
import test from "node:test";
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

const build = process.env.PORTAL_BUILD ?? fileURLToPath(new URL("../../build/dev", import.meta.url));
const templates = fileURLToPath(new URL("../../templates", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "portal-start-"));
test.after(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, "forms"), "0123456789abcdef\n", { mode: 0o600 });
const usual = { module: "news", db_socket: join(folder, "absent.sock"), db_user: "portal_news", templates_dir: templates, form_key_file: join(folder, "forms"), incoming_dir: folder };
function write(name, settings, more = "") {
  const path = join(folder, name);
  writeFileSync(path, Object.entries({ ...usual, ...settings }).map(([key, value]) => `${key}=${value}\n`).join("") + more);
  return path;
}
const run = (...args) => spawnSync(join(build, "bin/news"), args, { encoding: "utf8", timeout: 20000, stdio: ["ignore", "pipe", "pipe"] });
const good = write("good.conf", {});

test("a good configuration passes, with a warning while the database is away", () => {
  const got = run("--config", good, "--check-config");
  assert.equal(got.status, 0, got.stderr);
  assert.match(got.stderr, /warning: the database does not answer/);
});

mkdirSync(join(folder, "broken"));
writeFileSync(join(folder, "broken/bad.tpl"), '{{%AUTOESCAPE context="HTML"}}{{#OPEN}}');
writeFileSync(join(folder, "open.secret"), "x\n");
chmodSync(join(folder, "open.secret"), 0o644);

for (const [label, path, expected] of [
  ["no such file", join(folder, "absent.conf"), /absent\.conf: cannot be read/],
  ["unknown key, with its line", write("a.conf", {}, "thread=4\n"), /a\.conf:7: unknown key 'thread'/],
  ["value outside its limits", write("b.conf", { threads: 0 }), /threads must be a number from 1 to 128/],
  ["key twice", write("c.conf", {}, "module=news\n"), /'module' is given twice/],
  ["another program's file", write("d.conf", { module: "admin" }), /is the configuration of 'admin', this is 'news'/],
  ["secret that others can read", write("e.conf", { db_password_file: join(folder, "open.secret") }), /open\.secret: readable by others/],
  ["folder of templates missing", write("f.conf", { templates_dir: join(folder, "none") }), /none: is not a folder of templates/],
  ["a broken template, named", write("g.conf", { templates_dir: join(folder, "broken") }), /broken\/bad\.tpl: is malformed/],
  ["assets missing", write("h.conf", { assets_manifest: join(folder, "manifest.json") }), /manifest\.json: cannot be read/],
  ["http origin under TLS", write("i.conf", { tls: 1 }), /public_origin must begin with https:\/\//],
  ["origin with a slash at its end", write("j.conf", { public_origin: "http://localhost/" }), /not end with '\/'/],
])
  test(`exit 78: ${label}`, () => {
    for (const task of [["--check-config"], []]) {
      const got = run("--config", path, ...task);
      assert.equal(got.status, 78, got.stderr);
      assert.match(got.stderr, expected);
    }
  });

test("exit 78: descriptor 0 is no listening socket", () => {
  const got = run("--config", good);
  assert.equal(got.status, 78);
  assert.match(got.stderr, /descriptor 0 is not a listening socket/);
});

test("exit 78: the socket's path is a file, or taken", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "keep");
  assert.match(run("--config", good, "--socket", file).stderr, /exists and is not a socket/);
  assert.ok(existsSync(file));
});

test("exit 64 for wrong use, with the usage", () => {
  for (const args of [[], ["--config"], ["--config", good, "--bogus"], ["--check-config"]]) {
    const got = run(...args);
    assert.equal(got.status, 64);
    assert.match(got.stderr, /usage: news --config FILE/);
  }
});

test("exit 78: without the key of public forms it serves nothing", () => {
  const got = run("--config", write("k.conf", { form_key_file: "" }), "--print-routes");
  assert.equal(got.status, 78);
  assert.match(got.stderr, /form_key_file/);
});

test("--print-config explains every key and can be read again", () => {
  const got = run("--config", good, "--print-config");
  assert.equal(got.status, 0);
  assert.match(got.stdout, /# .*milliseconds\ndb_statement_ms=2000/);
  const again = join(folder, "again.conf");
  writeFileSync(again, got.stdout);
  assert.equal(run("--config", again, "--check-config").status, 0);
});

test("--print-routes: one JSON line a route, each with its access", () => {
  const got = run("--config", good, "--print-routes");
  assert.equal(got.status, 0, got.stderr);
  const routes = got.stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(routes.length > 3);
  for (const route of routes) {
    assert.match(route.method, /^(GET|POST)$/);
    assert.match(route.pattern, /^\//);
    assert.match(route.access, /^(public|internal|anonymous|staff|capability)$/);
    assert.match(route.cache, /^(no-store|page|cursor|file)$/);
    if (route.method === "POST") assert.equal(route.cache, "no-store", route.name);
  }
});

test("while the database is away the program waits, logs it, keeps its socket 0660, and stops at once when told", async () => {
  const socket = join(folder, "news.sock");
  const child = spawn(join(build, "bin/news"), ["--config", good, "--socket", socket], { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.on("data", (data) => (text += data));
  for (let i = 0; i < 100 && !text.includes("waiting_for_database"); i++) await new Promise((wake) => setTimeout(wake, 50));
  assert.equal(statSync(socket).mode & 0o7777, 0o660);
  assert.match(run("--config", good, "--socket", socket).stderr, /another process listens on it/);
  const from = Date.now();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 0, text);
  assert.ok(Date.now() - from < 2000);
  assert.ok(!existsSync(socket));
});
