// The rich text of the portal as ProseMirror sees it: the same nodes, marks and attributes that shared/richtext accepts. What
// Word, LibreOffice or a web page brings on the clipboard is mapped into it, and everything else (fonts, colours, sizes, classes,
// pictures) falls away.
import { Schema } from "prosemirror-model";

// Addresses that may stand in a link. The server checks again and is the one that decides.
export function is_safe_href(href) {
  return /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:[+0-9().-]+|\/(?!\/)[^\s]*|#[^\s]+)$/i.test(href);
}

const cell_attributes = { colspan: { default: 1 }, rowspan: { default: 1 } };

const read_span = (dom, name) => Math.min(Math.max(parseInt(dom.getAttribute(name), 10) || 1, 1), 20);

function cell_from_dom(dom) {
  return { colspan: read_span(dom, "colspan"), rowspan: read_span(dom, "rowspan"), colwidth: null };
}

function cell_to_dom(tag) {
  return (node) => {
    const attributes = {};
    if (node.attrs.colspan !== 1) attributes.colspan = node.attrs.colspan;
    if (node.attrs.rowspan !== 1) attributes.rowspan = node.attrs.rowspan;
    return [tag, attributes, 0];
  };
}

// A mark that the clipboard's HTML gives as a style; the editor has renamed the attribute to data-s. Other rules still see the element.
const styled = (pattern) => ({ tag: "span[data-s]", consuming: false, getAttrs: (dom) => pattern.test(dom.getAttribute("data-s")) && null });

// Word marks headings by style name when it does not write h1..h6.
const word_heading = (level, names) => names.map((name) => ({ tag: "p." + name, attrs: { level } }));

export const schema = new Schema({
  nodes: {
    // Pictures stand at the top level only, so "block" does not hold them (shared/richtext/document.h).
    doc: { content: "(block | figure)+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }, { tag: "div", priority: 10 }], toDOM: () => ["p", 0] },
    heading: {
      attrs: { level: { default: 2 } },
      content: "inline*",
      group: "block",
      defining: true,
      parseDOM: [
        { tag: "h1", attrs: { level: 2 } }, { tag: "h2", attrs: { level: 2 } }, { tag: "h3", attrs: { level: 3 } },
        { tag: "h4", attrs: { level: 4 } }, { tag: "h5", attrs: { level: 4 } }, { tag: "h6", attrs: { level: 4 } },
        ...word_heading(2, ["MsoTitle", "MsoHeading1"]),
      ],
      toDOM: (node) => ["h" + node.attrs.level, 0],
    },
    blockquote: { content: "block+", group: "block", defining: true, parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
    // A picture names an upload of the article by number; what is on the clipboard brings none with it.
    figure: {
      attrs: { file: {}, width: { default: 100 }, alt: { default: "" }, caption: { default: "" } },
      atom: true, draggable: true,
      parseDOM: [{ tag: "figure[data-file]", getAttrs: (dom) => ({ file: parseInt(dom.dataset.file, 10) || 0, width: dom.dataset.width === "50" ? 50 : 100, alt: dom.dataset.alt || "", caption: dom.dataset.caption || "" }) }],
      toDOM: (node) => ["figure", { "data-file": node.attrs.file, "data-width": node.attrs.width, "data-alt": node.attrs.alt, "data-caption": node.attrs.caption }],
    },
    horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    ordered_list: {
      attrs: { start: { default: 1 } },
      content: "list_item+",
      group: "block",
      parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: Math.min(Math.max(parseInt(dom.getAttribute("start"), 10) || 1, 1), 9999) }) }],
      toDOM: (node) => (node.attrs.start === 1 ? ["ol", 0] : ["ol", { start: node.attrs.start }, 0]),
    },
    list_item: { content: "block+", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    table: { content: "table_row+", tableRole: "table", isolating: true, group: "block", parseDOM: [{ tag: "table" }], toDOM: () => ["table", ["tbody", 0]] },
    table_row: { content: "(table_cell | table_header)*", tableRole: "row", parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
    // colwidth is asked for by prosemirror-tables; it stays null and is not written (to_tree).
    table_cell: {
      content: "block+", attrs: { ...cell_attributes, colwidth: { default: null } }, tableRole: "cell", isolating: true,
      parseDOM: [{ tag: "td", getAttrs: cell_from_dom }], toDOM: cell_to_dom("td"),
    },
    table_header: {
      content: "block+", attrs: { ...cell_attributes, colwidth: { default: null } }, tableRole: "header_cell", isolating: true,
      parseDOM: [{ tag: "th", getAttrs: cell_from_dom }], toDOM: cell_to_dom("th"),
    },
    text: { group: "inline" },
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [{
        tag: "a[href]",
        getAttrs: (dom) => (is_safe_href(dom.getAttribute("href")) ? { href: dom.getAttribute("href"), title: dom.getAttribute("title") } : false),
      }],
      toDOM: (mark) => ["a", mark.attrs.title ? { href: mark.attrs.href, title: mark.attrs.title } : { href: mark.attrs.href }, 0],
    },
    strong: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (dom) => !/font-weight:\s*(normal|400)/.test(dom.getAttribute("data-s")) && null }, // Google Docs wraps all in <b normal>
        styled(/font-weight:\s*(bold|[6-9]00)/),
      ],
      toDOM: () => ["strong", 0],
    },
    em: { parseDOM: [{ tag: "i" }, { tag: "em" }, styled(/font-style:\s*italic/)], toDOM: () => ["em", 0] },
    underline: { parseDOM: [{ tag: "u" }, styled(/text-decoration(-line)?:\s*underline/)], toDOM: () => ["u", 0] },
    sub: { excludes: "sup", parseDOM: [{ tag: "sub" }, styled(/vertical-align:\s*sub/)], toDOM: () => ["sub", 0] },
    sup: { excludes: "sub", parseDOM: [{ tag: "sup" }, styled(/vertical-align:\s*super/)], toDOM: () => ["sup", 0] },
  },
});

// The tree as the server stores it: no colwidth, no null title, no empty description or caption.
export function to_tree(node) {
  const tree = node.toJSON();
  const tidy = (part) => {
    if (part.attrs) {
      delete part.attrs.colwidth;
      for (const name of ["alt", "caption"]) if (part.attrs[name] === "") delete part.attrs[name];
      if (Object.keys(part.attrs).length === 0) delete part.attrs;
    }
    for (const mark of part.marks || []) if (mark.attrs && mark.attrs.title === null) delete mark.attrs.title;
    for (const child of part.content || []) tidy(child);
    return part;
  };
  return tidy(tree);
}
