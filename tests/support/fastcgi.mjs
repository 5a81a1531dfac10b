// A FastCGI client over a unix socket, one connection a request as nginx does it, with every way to be a bad peer.
import net from "node:net";
import { spawn } from "node:child_process";
import { once } from "node:events";

import { sanitizerReport } from "./sanitizers.mjs";

export const BEGIN = 1, ABORT = 2, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, GET_VALUES = 9;

export function record(type, content = Buffer.alloc(0), { id = 1, version = 1, padding = 0 } = {}) {
  const body = Buffer.from(content);
  const head = Buffer.from([version, type, id >> 8, id & 255, body.length >> 8, body.length & 255, padding, 0]);
  return Buffer.concat([head, body, Buffer.alloc(padding)]);
}

export const begin = (flags = 0, role = 1) => record(BEGIN, [role >> 8, role & 255, flags, 0, 0, 0, 0, 0]);

const size = (n) => (n < 128 ? Buffer.from([n]) : Buffer.from([(n >>> 24) | 128, (n >> 16) & 255, (n >> 8) & 255, n & 255]));

export function pair(name, value) {
  const [n, v] = [Buffer.from(name), Buffer.from(String(value))];
  return Buffer.concat([size(n.length), size(v.length), n, v]);
}

function chunks(type, content) {
  const out = [];
  for (let at = 0; at < content.length; at += 65528) out.push(record(type, content.subarray(at, at + 65528)));
  return Buffer.concat([...out, record(type)]);
}

// The bytes of a whole request. `variables` add to and replace the usual ones.
export function request(method, uri, { variables = {}, body = "", flags = 0 } = {}) {
  const content = Buffer.from(body);
  const all = { REQUEST_METHOD: method, REQUEST_URI: uri, HTTP_HOST: "localhost", REMOTE_ADDR: "127.0.0.1", ...variables };
  if (method === "POST") {
    all.CONTENT_TYPE ??= "application/x-www-form-urlencoded";
    all.CONTENT_LENGTH ??= content.length;
  }
  return Buffer.concat([begin(flags), chunks(PARAMS, Buffer.concat(Object.entries(all).map(([n, v]) => pair(n, v)))), chunks(STDIN, content)]);
}

// Sends `bytes` and gives everything the peer answered until it closed. `end: false` keeps our side open, as a half-open peer does.
export async function exchange(path, bytes, { end = false, timeout = 20000 } = {}) {
  const socket = net.connect(path);
  const got = [];
  socket.on("data", (data) => got.push(data));
  socket.on("error", () => {});
  socket.setTimeout(timeout, () => socket.destroy(new Error("no answer")));
  await once(socket, "connect");
  socket.write(bytes);
  if (end) socket.end();
  await once(socket, "close");
  return Buffer.concat(got);
}

// Reads the answer's records: {status, headers, body, ended}; status 0 when nothing came.
export function parse(bytes) {
  const out = [];
  let ended = false;
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 4);
    if (bytes[at + 1] === STDOUT) out.push(bytes.subarray(at + 8, at + 8 + length));
    if (bytes[at + 1] === END) ended = true;
    at += 8 + length + bytes[at + 6];
  }
  const text = Buffer.concat(out);
  const split = text.indexOf("\r\n\r\n");
  if (split < 0) return { status: 0, headers: {}, body: text, ended };
  const headers = {};
  for (const line of text.subarray(0, split).toString().split("\r\n")) headers[line.slice(0, line.indexOf(":")).toLowerCase()] = line.slice(line.indexOf(":") + 2);
  return { status: Number(headers.status), headers, body: text.subarray(split + 4), ended };
}

export const ask = async (path, method, uri, options) => parse(await exchange(path, request(method, uri, options)));

// Starts `command` with a listening unix socket as descriptor 0, as the supervisor does. `keep` holds the socket open in this process's
// child, so that a second process may share it. Returns {child, log(), stop()}.
export function startOnSocket(path, command, args) {
  const child = spawn("spawn-fcgi", ["-n", "-s", path, "-M", "0660", "--", command, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.on("data", (data) => (text += data));
  const gone = once(child, "exit");
  return {
    child,
    log: () => text,
    lines: () => text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line)),
    async ready() {
      for (let i = 0; i < 200; i++) {
        if (text.includes('"serving"')) return;
        if (child.exitCode !== null) throw new Error(`${command} ended: ${text}`);
        await new Promise((wake) => setTimeout(wake, 25));
      }
      throw new Error(`${command} does not serve: ${text}`);
    },
    // Sends the signal and gives {code, ms} of the end.
    async stop(signal = "SIGTERM") {
      const from = Date.now();
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = await gone;
      const report = sanitizerReport(text);
      if (report) throw new Error(`sanitizers reported:\n${report}`);
      return { code, ms: Date.now() - from };
    },
  };
}
