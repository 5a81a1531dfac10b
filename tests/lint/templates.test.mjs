// Every .tpl: what ctemplate's auto-escaping does not protect is not used at all (architecture, "FastCGI facts"; style §3; CSP default-src 'none').
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));
const forbidden = /^(formaction|poster|srcset|srcdoc|style|data-.*|on.*|ping|imagesrcset|background)$/;
const address = /^(href|src|action|cite)$/;

function listTemplates(at) {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return relative(folder, path).split(sep)[0] === "assets" ? [] : listTemplates(path);
    return entry.name.endsWith(".tpl") ? [path] : [];
  });
}

// Walks one tag from '<' on. Reports through `say`; returns the position behind its '>'.
function walkTag(text, start, say) {
  let at = start + 1;
  let attribute = "";
  let seenSection = false;
  let quote = "";
  let named = false;      // the tag's own name has ended
  let wantsValue = false; // just behind '='
  while (at < text.length) {
    if (text.startsWith("{{", at)) {
      const end = text.indexOf("}}", at);
      if (end < 0) return text.length;
      const marker = text.slice(at + 2, end);
      at = end + 2;
      if (/^[!%]/.test(marker)) continue;
      if (marker.startsWith(">")) { say(`{{${marker}}} inside a tag`); continue; }
      if (/^[#/]/.test(marker)) { if (!quote) seenSection = true; named = true; continue; }
      if (!named) say(`{{${marker}}} in a tag's name`);
      else if (!quote) say(`{{${marker}}} outside quotes (attribute ${attribute || "name"})`);
      else if (forbidden.test(attribute)) say(`{{${marker}}} in ${attribute}=`);
      else if (address.test(attribute) && seenSection) say(`${attribute}="…{{${marker}}}…" stands behind a section of the same tag`);
      continue;
    }
    const c = text[at++];
    if (quote) { if (c === quote) { quote = ""; attribute = ""; } continue; }
    if (c === ">") return at;
    if (!named) { if (/\s/.test(c)) named = true; continue; }
    if (wantsValue) {
      if (/\s/.test(c)) continue;
      wantsValue = false;
      if (c === '"' || c === "'") { quote = c; continue; }
      say(`unquoted value of ${attribute}`);
      attribute = "";
      continue;
    }
    if (c === "=") { wantsValue = true; continue; }
    if (/[\s/]/.test(c)) { attribute = ""; continue; }
    attribute += c.toLowerCase();
    if (/^on[a-z]+$/.test(attribute) && /^\s*=/.test(text.slice(at))) say(`${attribute}= (handlers belong into the script files)`);
    if (attribute === "style" && /^\s*=/.test(text.slice(at))) say("style= (classes only)");
  }
  return at;
}

function findFaults(text) {
  const faults = [];
  const say = (line) => faults.push(line);
  if (!/^\{\{%AUTOESCAPE context="(HTML|XML)"\}\}/.test(text)) say("does not begin with the AUTOESCAPE marker");
  for (const [, sign, name, modifiers] of text.matchAll(/\{\{([#/>!%]?)\s*([^}:]*)((?::[^}]*)?)\}\}/g)) {
    if (sign === "!" || sign === "%") continue;
    if (!/^[A-Z][A-Z0-9_]*(_separator)?$/.test(name)) say(`{{${sign}${name}}}: names are UPPER_SNAKE`);
    const unescaped = /:none\b/.test(modifiers);
    if (unescaped && !name.endsWith("_HTML")) say(`{{${name}${modifiers}}}: only names ending in _HTML`);
    if (sign === "" && !unescaped && name.endsWith("_HTML")) say(`{{${name}}} needs :none`);
  }
  if (/^\{\{%AUTOESCAPE context="XML"\}\}/.test(text)) return faults;
  if (/<style[\s>]/i.test(text)) say("<style>");
  for (const [, inside] of text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/gi)) if (inside.trim() !== "") say("a script with text");
  if (/javascript:/i.test(text)) say("javascript:");
  // The plain escaping makes one line of all: what is shown in lines needs the other one.
  for (const [, inside] of text.matchAll(/class="[^"]*\bpre-line\b[^"]*"[^>]*>((?:(?!<\/(?:p|div|span|td)>)[^])*)/g))
    for (const [variable] of inside.matchAll(/\{\{[A-Z][A-Z0-9_]*\}\}/g)) say(`${variable} in a pre-line element needs :p`);
  if (/<(object|embed|base|frame)[\s>]/i.test(text)) say("an object, base or old frame");
  for (const [frame] of text.matchAll(/<iframe\b[^>]*>/gi)) if (!/\ssrc="\{\{[A-Z_]+_URL\}\}[^"{]*"/.test(frame) || !/\stitle="[^"]+"/.test(frame)) say("a frame without a title, or of an address that no program made");
  for (let at = 0; at < text.length; ) {
    if (text.startsWith("{{", at)) { const end = text.indexOf("}}", at); at = end < 0 ? text.length : end + 2; continue; }
    if (text.startsWith("<!--", at)) { const end = text.indexOf("-->", at); at = end < 0 ? text.length : end + 3; continue; }
    if (text[at] === "<" && /[a-z/{]/i.test(text[at + 1] ?? "")) { at = walkTag(text, at, say); continue; }
    at++;
  }
  return faults;
}

for (const path of listTemplates(folder))
  test(`template ${relative(folder, path)}`, () => assert.deepEqual(findFaults(readFileSync(path, "utf8")), []));

test("there are templates", () => assert.ok(listTemplates(folder).length > 5));

// A lint that finds nothing proves nothing: each of these must be found, and each of those must pass.
const head = '{{%AUTOESCAPE context="HTML"}}';
for (const bad of [
  "<p>", head + "{{a}}", head + "{{A:none}}", head + "{{A_HTML}}", head + "<{{A}}>", head + "<a {{A}}>", head + "<a href={{A}}>", head + "<a href=x>",
  head + '<button formaction="{{A}}">', head + '<video poster="{{A}}">', head + '<img srcset="{{A}}">', head + '<p data-x="{{A}}">', head + '<p style="x">',
  head + '<p STYLE = "x">', head + '<p onclick="x">', head + '<p{{#A}} onclick="x"{{/A}}>', head + '<li{{#A}} class={{B}}{{/A}}>', head + "<style>", head + "<script>x</script>", head + '<a href="javascript:x">', head + '<iframe src="/">', head + '<iframe src="{{A_URL}}">', head + '<iframe src="https://b/{{A_URL}}" title="x">', head + '<object data="/">',
  head + '<a{{#A}} class="b"{{/A}} href="{{U}}">', head + "<p {{>A}}>",
  head + '<p class="a pre-line"><b>A</b> {{T}}</p>',
])
  test(`refused: ${bad.replace(head, "…")}`, () => assert.notDeepEqual(findFaults(bad), []));

for (const good of [
  head + '<a href="{{U}}"{{#A}} aria-current="page"{{/A}}>{{T}}</a>', head + '<p class="a {{B}}">{{X_HTML:none}}</p>', head + '<script src="{{S}}"></script>',
  head + '<input type="checkbox" data-check-all{{#C}} checked{{/C}}>', head + '<a href="mailto:{{M}}">', head + "{{#A}}<b>{{T}}</b>{{/A}} a < b <!-- style= -->",
  head + '<iframe class="a" src="{{A_URL}}#view=FitH" title="Bản gốc"></iframe>', head + '<p class="pre-line">{{T:p}}</p>{{A}}',
  '{{%AUTOESCAPE context="XML"}}<rss version="2.0">{{T}}</rss>',
])
  test(`accepted: ${good.replace(head, "…")}`, () => assert.deepEqual(findFaults(good), []));
