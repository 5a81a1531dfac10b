// Builds everything under /assets: `node build.mjs --out DIR [--gallery DIR]`.
//
// Writes hashed files, their .gz and .br siblings, manifest.json (logical name -> hashed name) and errors/<status>.html. The same
// sources give the same bytes, hence the same names. Fails, and says which, when an output names a brand that is not ours or when a size budget is broken.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(here, ...parts);
const fail = (message) => {
  console.error("assets: " + message);
  process.exit(1);
};

// ---- Arguments ----

const args = process.argv.slice(2);
const option = (name) => {
  const i = args.indexOf(name);
  return i < 0 ? null : args[i + 1];
};
if (args.includes("--help")) {
  console.log("node build.mjs --out DIR [--gallery DIR]\n  DIR is replaced as a whole once everything was built.");
  process.exit(0);
}
const gallery = option("--gallery");
const out = resolve(option("--out") || (gallery ? join(gallery, "assets") : at("../../build/assets")));
if (!existsSync(at("node_modules/esbuild"))) fail("packages are missing; run: npm ci --prefix " + here);

// ---- Outputs: a file's name carries its content's hash, so nginx may let it be kept for ever ----

const work = out + ".new-" + process.pid;
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "errors"), { recursive: true });
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const manifest = {};
const sizes = {};

const gz = (bytes) => gzipSync(bytes, { level: 9 });

function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  const hashed = name.slice(0, dot) + "." + hash + name.slice(dot);
  writeFileSync(join(work, hashed), bytes);
  sizes[name] = { raw: bytes.length, gz: bytes.length };
  if (!name.endsWith(".woff2")) {
    const packed = gz(bytes);
    writeFileSync(join(work, hashed + ".gz"), packed);
    writeFileSync(join(work, hashed + ".br"), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    sizes[name].gz = packed.length;
  }
  manifest[name] = hashed;
  return hashed;
}

// ---- Fonts: the packaged latin and vietnamese files become one small file a weight ----

// What administrative Vietnamese needs: ASCII, the Latin letters with marks that the alphabet uses, quotes, dashes, signs.
const kLatin = "U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00B0-00B3,U+00B7,U+00BB,U+00BD,U+00C0-00C3,U+00C8-00CA,U+00CC,U+00CD,U+00D2-00D5,U+00D7," +
  "U+00D9,U+00DA,U+00DD,U+00E0-00E3,U+00E8-00EA,U+00EC,U+00ED,U+00F2-00F5,U+00F7,U+00F9,U+00FA,U+00FD,U+2013,U+2014,U+2018-201A,U+201C-201E," +
  "U+2022,U+2026,U+2039,U+203A,U+2191,U+2193,U+2212,U+20AC";
const kVietnamese = "U+0102,U+0103,U+0110,U+0111,U+0128,U+0129,U+0168,U+0169,U+01A0,U+01A1,U+01AF,U+01B0,U+1EA0-1EF9,U+20AB";

function cut_font(weight) {
  const folder = mkdtempSync(join(tmpdir(), "portal-font-"));
  const tool = (program, ...list) => {
    try {
      // A fixed date: the same input must give the same file name.
      execFileSync(program, list, { cwd: folder, stdio: "pipe", env: { ...process.env, SOURCE_DATE_EPOCH: "0" } });
    } catch (error) {
      fail(error.code === "ENOENT" ? program + " is missing; install the Debian packages fonttools and python3-brotli" : program + ": " + error.stderr);
    }
  };
  const file = (part) => at("node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-" + part + "-" + weight + "-normal.woff2");
  const plain = ["--no-hinting", "--layout-features=kern,liga,ccmp,mark,mkmk"];
  tool("pyftsubset", file("latin"), "--unicodes=" + kLatin, ...plain, "--output-file=latin.ttf");
  tool("pyftsubset", file("vietnamese"), "--unicodes=" + kVietnamese, ...plain, "--output-file=vietnamese.ttf");
  tool("pyftmerge", "latin.ttf", "vietnamese.ttf", "--output-file=both.ttf");
  tool("pyftsubset", "both.ttf", "--unicodes=*", ...plain, "--name-IDs=1,2", "--flavor=woff2", "--output-file=font.woff2");
  const bytes = readFileSync(join(folder, "font.woff2"));
  rmSync(folder, { recursive: true });
  return bytes;
}

const font_400 = emit("be-vietnam-pro-400.woff2", cut_font(400));
const font_600 = emit("be-vietnam-pro-600.woff2", cut_font(600));

// ---- Pictures ----

const squeeze = (svg) => svg.replace(/<!--[\s\S]*?-->/g, "").replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim();

emit("favicon.svg", squeeze(readFileSync(at("src/svg/favicon.svg"), "utf8")));
const band = emit("band.svg", squeeze(readFileSync(at("src/svg/band.svg"), "utf8")));

// One <symbol> an icon; stroke and fill come from the .icon class of the <svg> that uses it.
function sprite(names) {
  const symbols = names.map((name) => {
    const path = at("node_modules/lucide-static/icons", name + ".svg");
    if (!existsSync(path)) fail("icons.json names an unknown icon: " + name);
    const body = squeeze(readFileSync(path, "utf8")).replace(/^<svg[^>]*>|<\/svg>$/g, "").trim();
    return '<symbol id="' + name + '" viewBox="0 0 24 24">' + body + "</symbol>";
  });
  return '<svg xmlns="http://www.w3.org/2000/svg"><!-- lucide, ISC -->' + symbols.join("") + "</svg>";
}

const icons = JSON.parse(readFileSync(at("src/icons.json"), "utf8"));
emit("icons.svg", sprite(icons));
// One sprite for both faces (5 KB); the office asks for it by a name of its own, so that it can be split when it grows.
manifest["office-icons.svg"] = manifest["icons.svg"];

// An icon that a template names and the sprite lacks would be an empty square that nobody notices.
const folders = readdirSync(at(".."), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "assets");
for (const file of folders.flatMap(({ name }) => readdirSync(at("..", name)).map((tpl) => join(name, tpl))).filter((f) => f.endsWith(".tpl"))) {
  for (const [, name] of readFileSync(at("..", file), "utf8").matchAll(/ICONS_URL\}\}#([a-z0-9-]+)/g)) {
    if (!icons.includes(name)) fail(file + " uses icon '" + name + "', which is not in src/icons.json");
  }
}

// ---- Styles ----

// govuk-frontend writes every colour as var(--govuk-<role>-colour, <its own>). Each role is one of our tokens; its own colours go.
const kRoles = {
  brand: "cham", text: "ink", "inverse-text": "on-cham", "template-background": "paper", "body-background": "bg", "secondary-text": "ink-2", focus: "cham",
  "focus-text": "ink", error: "late", success: "ok", border: "rule", "input-border": "border", hover: "rule", link: "cham", "link-visited": "visited",
  "link-hover": "cham-hover", "link-active": "ink", "surface-background": "paper", "surface-text": "ink", "surface-border": "rule",
};

async function style(name) {
  const { css } = sass.compile(at("src/css", name + ".scss"), { style: "expanded", quietDeps: true, logger: sass.Logger.silent });
  const ours = css.replace(/var\(--govuk-([a-z-]+)-colour,\s*[^()]+\)/g, (all, role) => (kRoles[role] ? "var(--" + kRoles[role] + ")" : fail("no token for govuk colour " + role)))
    .replace("FONT_400", font_400).replace("FONT_600", font_600).replace("BAND_URL", band);
  const { code } = await esbuild.transform(ours, { loader: "css", minify: true, target: ["chrome109", "firefox115", "safari15.6"] });
  return emit(name + ".css", code.replace(/:root\{--govuk-frontend-version:\s*"[^"]*"\}/g, ""));
}

await style("site");
await style("office");

// ---- Scripts ----

for (const name of ["site", "office", "editor", "files", "check", "upload"]) {
  const built = await esbuild.build({
    entryPoints: [at("src/js", name + ".js")], bundle: true, minify: true, write: false, format: "iife", target: ["es2022"], charset: "utf8",
    legalComments: "none", logLevel: "warning",
  });
  emit(name + ".js", built.outputFiles[0].contents);
}

// ---- Error pages for nginx ----

const errors = at("../errors");
const page = readFileSync(join(errors, "error.html"), "utf8");
for (const [status, text] of Object.entries(JSON.parse(readFileSync(join(errors, "errors.json"), "utf8")))) {
  const values = { ...text, STATUS: status, SITE_CSS: "/assets/" + manifest["site.css"], FAVICON: "/assets/" + manifest["favicon.svg"] };
  writeFileSync(join(work, "errors", status + ".html"), page.replace(/\{\{([A-Z_]+)\}\}/g, (all, name) => values[name] ?? fail("errors.json: " + status + " lacks " + name)));
}

writeFileSync(join(work, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");

// ---- Gates ----

const faults = [];
for (const file of readdirSync(work).filter((f) => /\.(css|js|svg|json)$/.test(f))) {
  const found = readFileSync(join(work, file), "utf8").match(/GDS Transport|crown|crest|#1d70b8|gov\.uk/i);
  if (found) faults.push(file + " names “" + found[0] + "”, a brand that is not ours");
}

const kb = (n) => (n / 1024).toFixed(1) + " KB";
const of = (...names) => names.reduce((sum, name) => sum + sizes[name].gz, 0);
const fonts = ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"];
const budgets = [
  ["site.css", of("site.css"), 14],
  ["site.js", of("site.js"), 8],
  ["fonts", of(...fonts), 30],
  ["first load (css, js, fonts, icons, band)", of("site.css", "site.js", "icons.svg", "band.svg", ...fonts), 50],
  ["files of the public form, beside the first load", of("upload.js"), 3],
  ["accessibility check of the preview, beside the first load", of("check.js"), 200],
  ["editor page (office css and js, editor, fonts, icons)", of("office.css", "site.js", "office.js", "editor.js", "icons.svg", ...fonts), 134],
];
for (const [what, size, limit] of budgets) {
  console.log("assets: " + what + ": " + kb(size) + " of " + limit + " KB");
  if (size > limit * 1024) faults.push(what + " is " + kb(size) + ", the budget is " + limit + " KB");
}
if (faults.length) fail(faults.join("\nassets: "));

rmSync(out, { recursive: true, force: true });
mkdirSync(dirname(out), { recursive: true });
renameSync(work, out);

if (gallery) {
  const { write_gallery } = await import("./gallery/gallery.mjs");
  write_gallery(resolve(gallery), at(".."), manifest);
  if (out !== resolve(gallery, "assets")) cpSync(out, resolve(gallery, "assets"), { recursive: true });
}
