// The component gallery: the real layouts and partials, filled with invented content, as static pages. For looking, for
// screenshots and for the accessibility checks; never shipped. `node build.mjs --gallery DIR`, then any static server on DIR.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { office, pages, site } from "./data.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");

// Just enough of ctemplate for our files: variables, sections (looked up outwards), includes.
export function expand(source, dict, outer = []) {
  const scopes = [dict, ...outer];
  const find = (name) => {
    for (const scope of scopes) if (scope[name] !== undefined) return scope[name];
    return undefined;
  };
  let out = source.replace(/\{\{%AUTOESCAPE[^}]*\}\}/g, "");
  out = out.replace(/\{\{#([A-Z_0-9]+)\}\}((?:(?!\{\{#\1\}\})[\s\S])*?)\{\{\/\1\}\}/g, (all, name, body) => {
    const value = find(name);
    if (!value) return "";
    const rows = Array.isArray(value) ? value : [value === true || typeof value !== "object" ? {} : value];
    return rows.map((row) => expand(body, row, scopes)).join("");
  });
  out = out.replace(/\{\{>([A-Z_]+)\}\}/g, (all, name) => "\u0000" + name + "\u0000");
  out = out.replace(/\{\{([A-Z_0-9]+)\}\}/g, (all, name) => escape(find(name) ?? ""));
  // The included page is text already expanded.
  return out.replace(/\u0000([A-Z_]+)\u0000/g, (all, name) => find(name) ?? "");
}

export function write_gallery(out, templates, manifest) {
  mkdirSync(out, { recursive: true });
  const url = (name) => "/assets/" + manifest[name];
  const globals = {
    SITE_CSS: url("site.css"), SITE_JS: url("site.js"), OFFICE_CSS: url("office.css"), OFFICE_JS: url("office.js"), EDITOR_JS: url("editor.js"),
    FONT_400: url("be-vietnam-pro-400.woff2"), FONT_600: url("be-vietnam-pro-600.woff2"), FAVICON: url("favicon.svg"), ICONS_URL: url("icons.svg"),
  };
  const read = (path) => readFileSync(join(templates, path), "utf8");
  // In a gallery page: [[clock]] or [[clock lg]] is an icon, [[>field_text {json}]] a partial with its dictionary.
  const fill = (text) => text
    .replace(/\[\[>([a-z_]+) (\{[\s\S]*?\})\]\]/g, (all, name, json) => expand(read("partials/" + name + ".tpl"), { ...globals, ...JSON.parse(json) }))
    .replace(/\[\[([a-z0-9-]+)(?: (lg|xl))?\]\]/g, (all, name, size) =>
      '<svg class="icon' + (size ? " icon--" + size : "") + '" aria-hidden="true"><use href="' + globals.ICONS_URL + "#" + name + '"></use></svg>');

  const index = [];
  for (const [name, page] of Object.entries(pages)) {
    const content = fill(readFileSync(join(here, "pages", name + ".html"), "utf8"));
    const base = page.layout === "public" ? site : page.layout === "office" ? office : { UBND_LINE: site.UBND_LINE, AGENCY_NAME: site.AGENCY_NAME, HOME_URL: "/" };
    const dict = { ...globals, ...base, ...page.data, CONTENT: content };
    writeFileSync(join(out, name + ".html"), expand(read("layout/" + page.layout + ".tpl"), dict));
    index.push('<li><a href="' + name + '.html">' + name + "</a></li>");
  }
  const list = '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Bảng thành phần</title><ul>' + index.join("") + "</ul></html>";
  writeFileSync(join(out, "index.html"), list);
  for (const file of readdirSync(join(here, "pages"))) if (!pages[file.replace(/\.html$/, "")]) throw new Error("gallery page without data: " + file);
}
