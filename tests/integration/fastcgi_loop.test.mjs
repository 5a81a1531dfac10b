// The loop between nginx and the handlers (reliability traps 1-4, F11-F14), on house_fixed: no database needed.
import test from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import net from "node:net";
import * as fcgi from "../support/fastcgi.mjs";

const build = process.env.PORTAL_BUILD ?? fileURLToPath(new URL("../../build/dev", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "portal-loop-"));
test.after(() => rmSync(folder, { recursive: true }));

const timeout = 1500;
const threads = 4;
const config = join(folder, "fixed.conf");
writeFileSync(config, `module=fixed\ntemplates_dir=${fileURLToPath(new URL("../../templates", import.meta.url))}\nthreads=${threads}\nrequest_timeout_ms=${timeout}\nmax_body_bytes=100000\n`);

let count = 0;
async function serving(t) {
  const path = join(folder, `s${count++}`);
  const program = fcgi.startOnSocket(path, join(build, "bin/house_fixed"), ["25000", config]);
  t.after(() => program.stop("SIGKILL"));
  await program.ready();
  return { path, program };
}
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));

test("a page comes whole, with its length and end record", async (t) => {
  const { path, program } = await serving(t);
  const got = await fcgi.ask(path, "GET", "/");
  assert.equal(got.status, 200);
  assert.equal(got.body.length, 25000);
  assert.equal(got.headers["content-length"], "25000");
  assert.ok(got.ended);
  await sleep(100); // the line is written after the answer
  const [line] = program.lines().filter((entry) => entry.event === "request");
  assert.equal(line.route, "fixed");
  assert.equal(line.status, 200);
  assert.equal(line.bytes, 25000);
  assert.match(line.request_id, /^[0-9a-f]{32}$/);
});

test("a cacheable page is compressed, validated, and HEAD has no body", async (t) => {
  const { path } = await serving(t);
  const packed = await fcgi.ask(path, "GET", "/trang", { variables: { HTTP_ACCEPT_ENCODING: "br" } });
  assert.equal(packed.headers["content-encoding"], "br");
  assert.ok(packed.body.length < 200);
  const again = await fcgi.ask(path, "GET", "/trang", { variables: { HTTP_ACCEPT_ENCODING: "br", HTTP_IF_NONE_MATCH: packed.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  const head = await fcgi.ask(path, "HEAD", "/trang");
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  assert.equal(head.headers["content-length"], "25000");
});

test("half-open peers hold a thread for the time-out and no longer (F14)", async (t) => {
  const { path } = await serving(t);
  const cut = fcgi.request("GET", "/");
  const peers = [Buffer.alloc(0), cut.subarray(0, 5), cut.subarray(0, 30), Buffer.concat([fcgi.begin(), fcgi.record(fcgi.PARAMS, Buffer.from([5]))])];
  const from = Date.now();
  const closed = peers.map((bytes) => fcgi.exchange(path, bytes).then(() => Date.now() - from));
  await sleep(100);
  const answer = await fcgi.ask(path, "GET", "/"); // all threads are held: this waits for the first to be given up
  assert.equal(answer.status, 200);
  assert.ok(Date.now() - from < timeout * 2, `answered after ${Date.now() - from} ms`);
  for (const ms of await Promise.all(closed)) assert.ok(ms < timeout + 3000, `closed after ${ms} ms`);
});

test("with fewer silent peers than threads nobody waits", async (t) => {
  const { path } = await serving(t);
  const silent = Array.from({ length: threads - 1 }, () => net.connect(path));
  await sleep(50);
  const from = Date.now();
  for (let i = 0; i < 50; i++) assert.equal((await fcgi.ask(path, "GET", "/")).status, 200);
  assert.ok(Date.now() - from < timeout, `${Date.now() - from} ms`);
  for (const socket of silent) socket.destroy();
});

test("a body shorter than declared is a 400 (trap 4), a longer one than allowed a 413", async (t) => {
  const { path } = await serving(t);
  const short = await fcgi.ask(path, "POST", "/luu", { body: "value=1", variables: { CONTENT_LENGTH: 50000 } });
  assert.equal(short.status, 400);
  const large = await fcgi.ask(path, "POST", "/luu", { body: "value=" + "x".repeat(100001) });
  assert.equal(large.status, 413);
  assert.match(large.body.toString(), /quá lớn/);
  const fits = await fcgi.ask(path, "POST", "/luu", { body: "value=" + "x".repeat(90000) });
  assert.equal(fits.status, 200);
  assert.equal(fits.body.length, 90000);
});

test("a header that came twice is a 400; a parameter of nginx set twice counts once, the later", async (t) => {
  const { path } = await serving(t);
  const twice = (name, first, second) =>
    Buffer.concat([
      fcgi.begin(),
      fcgi.record(fcgi.PARAMS, Buffer.concat([fcgi.pair("REQUEST_METHOD", "GET"), fcgi.pair("REQUEST_URI", "/"), fcgi.pair(name, first), fcgi.pair(name, second)])),
      fcgi.record(fcgi.PARAMS),
      fcgi.record(fcgi.STDIN),
    ]);
  assert.equal(fcgi.parse(await fcgi.exchange(path, twice("HTTP_HOST", "a", "b"))).status, 400);
  assert.equal(fcgi.parse(await fcgi.exchange(path, twice("REQUEST_URI", "/absent", "/"))).status, 200);
});

test("malformed records are dropped and the next request is served (F13)", async (t) => {
  const { path, program } = await serving(t);
  const whole = fcgi.request("GET", "/");
  const bad = [
    Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
    Buffer.alloc(8192, 255),
    fcgi.record(fcgi.PARAMS, fcgi.pair("A", "b")),
    fcgi.record(fcgi.BEGIN, [0, 1]),
    fcgi.begin(0, 9),
    Buffer.concat([fcgi.begin(), fcgi.record(fcgi.STDIN)]),
    Buffer.concat([fcgi.begin(), fcgi.record(fcgi.PARAMS, Buffer.from([255, 255, 255, 255, 255, 255, 255, 255]))]),
    Buffer.concat([fcgi.begin(), fcgi.record(fcgi.PARAMS, Buffer.from([0x7f])), fcgi.record(fcgi.PARAMS)]),
    fcgi.record(fcgi.GET_VALUES, fcgi.pair("FCGI_MAX_CONNS", ""), { id: 0 }),
  ];
  for (let i = 0; i < 300; i++) {
    const copy = Buffer.from(whole);
    for (let k = 0; k < 3; k++) copy[(i * 7919 + k * 104729) % copy.length] = (i * 31 + k * 17) & 255;
    bad.push(copy);
  }
  for (let at = 0; at < bad.length; at += 8) await Promise.all(bad.slice(at, at + 8).map((bytes) => fcgi.exchange(path, bytes, { end: true })));
  assert.equal((await fcgi.ask(path, "GET", "/")).status, 200);
  assert.equal(program.child.exitCode, null);
});

test("keep-alive is not kept: an idle connection would pin a thread", async (t) => {
  const { path } = await serving(t);
  const got = await fcgi.exchange(path, fcgi.request("GET", "/", { flags: 1 }));
  assert.equal(fcgi.parse(got).status, 200);
});

test("SIGTERM finishes what was begun and ends within 2 s (trap 1, R7)", async (t) => {
  const { path, program } = await serving(t);
  const posts = Array.from({ length: threads }, (_, i) => fcgi.ask(path, "POST", "/luu", { body: `value=p${i}` }));
  await sleep(100);
  const { code, ms } = await program.stop();
  assert.equal(code, 0, program.log());
  assert.ok(ms < 2000, `${ms} ms`);
  for (const [i, got] of (await Promise.all(posts)).entries()) assert.equal(got.body.toString(), `p${i}`);
});

test("a handler that hangs does not keep the process: it ends itself 5 s after the signal", async (t) => {
  const { path, program } = await serving(t);
  void fcgi.exchange(path, fcgi.request("POST", "/treo", { body: "a=1" }));
  await sleep(100);
  const { code, ms } = await program.stop();
  assert.equal(code, 70);
  assert.ok(ms >= 4500 && ms < 7000, `${ms} ms`);
  assert.match(program.log(), /drain_timed_out/);
});

test("restarts under load lose no POST when the socket is held (R7)", async (t) => {
  // The supervisor's part: it holds the socket as descriptor 9, starts the new process, then stops the old one.
  const over = join(folder, "over");
  const script = `exec 9<&0; config="$1"; start() { "$0" 1000 "$config" <&9 & }
    start; a=$!
    for i in 1 2 3 4 5; do sleep 0.5; start; b=$!; sleep 0.3; kill -TERM $a; wait $a || exit 1; a=$b; done
    echo restarted >&2; while [ ! -e "$2" ]; do sleep 0.1; done; kill -TERM $a; wait $a`;
  const path = join(folder, "held");
  const program = fcgi.startOnSocket(path, "/bin/bash", ["-c", script, join(build, "bin/house_fixed"), config, over]);
  t.after(() => program.stop("SIGKILL"));
  await program.ready();
  let running = true;
  let sent = 0;
  const lost = [];
  const client = async (name) => {
    for (let i = 0; running; i++) {
      sent++;
      const got = await fcgi.ask(path, "POST", "/luu", { body: `value=${name}-${i}` }).catch((error) => ({ status: String(error), body: "" }));
      if (got.status !== 200 || got.body.toString() !== `${name}-${i}`) lost.push(`${name}-${i}: ${got.status}`);
    }
  };
  const clients = ["a", "b", "c", "d", "e", "f"].map(client);
  for (let i = 0; i < 200 && !program.log().includes("restarted"); i++) await sleep(100);
  running = false;
  await Promise.all(clients);
  writeFileSync(over, "");
  assert.equal((await program.stop("SIGCONT")).code, 0, program.log());
  assert.deepEqual(lost, [], `${sent} sent`);
  assert.ok(sent > 40, `${sent} sent`);
});
