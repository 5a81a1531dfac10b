// The rich text editor: ProseMirror over <div class="rich-editor"> around a textarea that holds the document's JSON. Loaded only on
// edit pages. The schema is the server's (shared/richtext): what is not in it cannot be typed or pasted, so text from Word or a
// web page comes in clean. Styles are set by ProseMirror through the CSSOM only, and nothing is evaluated: a strict CSP holds.
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { Fragment, Slice } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState, TextSelection } from "prosemirror-state";
import {
  addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, mergeCells, splitCell, tableEditing, toggleHeaderRow,
} from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { set_up_drafts } from "./draft.js";
import { is_safe_href, schema, to_tree } from "./schema.js";

const icons_url = (document.querySelector("svg use[href]")?.getAttribute("href") || "").replace(/#.*/, "");

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", icons_url + "#" + name);
  svg.append(use);
  return svg;
}

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// ---- What the cursor stands in ----

function has_mark(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

function in_node(state, type, attributes = {}) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; --depth) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(attributes).every(([name, value]) => node.attrs[name] === value)) return true;
  }
  return false;
}

// ---- Commands that ProseMirror does not bring ----

const { nodes, marks } = schema;

// A second press turns the block back into a paragraph.
const toggle_heading = (level) => (state, dispatch, view) =>
  in_node(state, nodes.heading, { level })
    ? setBlockType(nodes.paragraph)(state, dispatch, view)
    : setBlockType(nodes.heading, { level })(state, dispatch, view);

const toggle_quote = (state, dispatch, view) =>
  in_node(state, nodes.blockquote) ? lift(state, dispatch, view) : wrapIn(nodes.blockquote)(state, dispatch, view);

// In a list of this kind: out of it. In a list of the other kind: change its kind. Else: into a new list.
const toggle_list = (type) => (state, dispatch, view) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; --depth) {
    const node = $from.node(depth);
    if (node.type !== nodes.bullet_list && node.type !== nodes.ordered_list) continue;
    if (node.type === type) return liftListItem(nodes.list_item)(state, dispatch, view);
    if (dispatch) dispatch(state.tr.setNodeMarkup($from.before(depth), type));
    return true;
  }
  return wrapInList(type)(state, dispatch, view);
};

function insert_table(state, dispatch) {
  if (isInTable(state)) return false;
  const row = (cell) => nodes.table_row.create(null, Array.from({ length: 3 }, () => cell.createAndFill()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const { $from } = state.selection;
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(table);
    const at = tr.mapping.map($from.pos, -1);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + 3, tr.doc.content.size)))).scrollIntoView());
  }
  return true;
}

const insert_break = chainCommands(exitCode, (state, dispatch) => {
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

function insert_rule(state, dispatch) {
  if (isInTable(state)) return false;
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.horizontal_rule.create()).scrollIntoView());
  return true;
}

// ---- Paste: Word writes lists as paragraphs that begin with a bullet, and empty paragraphs as spacing ----

// Word's old Vietnamese fonts whose names end in H (.VnTimeH) show small letters as capitals. The font does not come along, so the letters that have capitals
// of their own become them; the server knows the others by their neighbours (shared/encoding).
function in_capitals(html) {
  if (!/\.Vn\w*H\b/.test(html)) return html;
  const is_capital_font = (tag) => /font-family\s*:\s*[^;]*\.Vn\w*H\b/.test(tag) || /\sface\s*=\s*["']?\.Vn\w*H\b/.test(tag);
  const has_font = (tag) => /font-family\s*:/.test(tag) || /\sface\s*=/.test(tag);
  const open = [];
  return html.replace(/<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9:]*)\b[^>]*>|[^<]+/gi, (piece, closes, name) => {
    if (name === undefined) return open.at(-1) && open.at(-1).capital && !piece.startsWith("<") ? piece.replace(/&[a-z0-9#]+;|[a-z]/g, (c) => (c.length > 1 ? c : c.toUpperCase())) : piece;
    const tag = name.toLowerCase();
    if (["br", "hr", "img", "meta", "link", "col", "input"].includes(tag) || piece.endsWith("/>")) return piece;
    if (closes) {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at >= 0) open.length = at;
      return piece;
    }
    const around = open.at(-1) ? open.at(-1).capital : false;
    open.push({ tag, capital: has_font(piece) ? is_capital_font(piece) : around });
    return piece;
  });
}

// style="…" becomes data-s="…" before anything parses it: the CSP would refuse, and report, an inline style even in a scratch document.
function clean_pasted_html(html) {
  return in_capitals(html)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script|xml|o:p|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(style|script|xml|meta|link|base|iframe|object|embed)\b[^>]*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-s=").replace(/\son[a-z]+\s*=/gi, " data-x="));
}

const is_blank = (node) => node.type === nodes.paragraph && node.textContent.trim() === "" && node.childCount < 2;

function drop_blank_paragraphs(slice) {
  const kept = [];
  slice.content.forEach((node) => {
    if (!(is_blank(node) && slice.content.childCount > 1)) kept.push(node);
  });
  return kept.length ? new Slice(Fragment.from(kept), slice.openStart, slice.openEnd) : slice;
}

// Text is kept composed (NFC): Vietnamese from a Mac or an old document arrives in pieces.
function nfc(fragment) {
  const out = [];
  fragment.forEach((node) => {
    out.push(node.isText ? schema.text(node.text.normalize("NFC"), node.marks) : node.copy(nfc(node.content)));
  });
  return Fragment.from(out);
}

// ---- Toolbar ----

const kShortcut = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl+";

const mark_button = (name, icon_name, label, key) => ({
  icon: icon_name, label, key, run: toggleMark(marks[name]), on: (state) => has_mark(state, marks[name]),
});

const kGroups = [
  [
    { icon: "undo-2", label: "Hoàn tác", key: "Z", run: undo },
    { icon: "redo-2", label: "Làm lại", key: "Y", run: redo },
  ],
  [2, 3, 4].map((level) => ({
    icon: "heading-" + level, label: "Tiêu đề " + level, run: toggle_heading(level), on: (state) => in_node(state, nodes.heading, { level }),
  })),
  [
    mark_button("strong", "bold", "Đậm", "B"),
    mark_button("em", "italic", "Nghiêng", "I"),
    mark_button("underline", "underline", "Gạch chân", "U"),
    mark_button("sup", "superscript", "Chỉ số trên"),
    mark_button("sub", "subscript", "Chỉ số dưới"),
  ],
  [
    { icon: "link", label: "Liên kết", key: "L", link: true, on: (state) => has_mark(state, marks.link) },
  ],
  [
    { icon: "list", label: "Danh sách", run: toggle_list(nodes.bullet_list), on: (state) => in_node(state, nodes.bullet_list) },
    { icon: "list-ordered", label: "Danh sách số", run: toggle_list(nodes.ordered_list), on: (state) => in_node(state, nodes.ordered_list) },
    { icon: "quote", label: "Trích dẫn", run: toggle_quote, on: (state) => in_node(state, nodes.blockquote) },
    { icon: "minus", label: "Đường kẻ ngang", run: insert_rule },
    { icon: "table", label: "Chèn bảng", run: insert_table, on: isInTable },
  ],
];

const kTableGroups = [
  [
    { text: "Thêm hàng", run: addRowAfter }, { text: "Thêm cột", run: addColumnAfter },
    { text: "Xóa hàng", run: deleteRow }, { text: "Xóa cột", run: deleteColumn },
  ],
  [{ text: "Gộp ô", run: mergeCells }, { text: "Tách ô", run: splitCell }, { text: "Hàng tiêu đề", run: toggleHeaderRow }],
  [{ text: "Xóa bảng", run: deleteTable }],
];

// One stop of the Tab key for the whole bar; arrows, Home and End move inside it (ARIA toolbar pattern).
function rove(bar, buttons) {
  buttons.forEach((button, i) => (button.tabIndex = i ? -1 : 0));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = buttons.indexOf(document.activeElement);
    const next = step === -Infinity ? 0 : step === Infinity ? buttons.length - 1 : (now + step + buttons.length) % buttons.length;
    buttons[now].tabIndex = -1;
    buttons[next].tabIndex = 0;
    buttons[next].focus();
  });
}

function build_bar(groups, label, class_name, controls, act) {
  const bar = make("div", { class: class_name, role: "toolbar", "aria-label": label, "aria-controls": controls });
  const items = [];
  for (const group of groups) {
    const box = make("div", { class: "rich-toolbar__group" });
    for (const item of group) {
      const name = item.text || item.label + (item.key ? " (" + kShortcut + item.key + ")" : "");
      const button = item.text
        ? make("button", { type: "button", class: "is-wide" }, item.text)
        : make("button", { type: "button", "aria-label": name, title: name }, icon(item.icon));
      if (item.on) button.setAttribute("aria-pressed", "false");
      button.addEventListener("mousedown", (event) => event.preventDefault()); // keep the selection in the text
      button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && act(item, button));
      box.append(button);
      items.push({ item, button });
    }
    bar.append(box);
  }
  rove(bar, items.map(({ button }) => button));
  return { bar, items };
}

// ---- Link form: an ordinary small form above the text, closed by Esc ----

function build_link_form(id, on_set, on_remove, on_close) {
  const input = make("input", { type: "url", id: id + "-href", inputmode: "url", autocomplete: "off", spellcheck: "false", placeholder: "https://… hoặc /tin-tuc/…" });
  input.type = "text"; // own rules below: addresses inside the site begin with /
  const error = make("p", { role: "alert", hidden: "" });
  const set = make("button", { type: "button", class: "btn btn--small" }, "Đặt liên kết");
  const remove = make("button", { type: "button", class: "btn btn--small btn--danger" }, "Bỏ liên kết");
  const close = make("button", { type: "button", class: "btn btn--small btn--text" }, "Thôi");
  const box = make("div", { class: "rich-link", role: "group", "aria-label": "Liên kết", hidden: "" },
    make("label", { for: input.id }, "Địa chỉ liên kết", input), set, remove, close, error);
  const submit = () => {
    const href = input.value.trim();
    if (!is_safe_href(href)) {
      error.textContent = "Ghi địa chỉ bắt đầu bằng https://, http://, mailto:, tel: hoặc dấu /";
      error.hidden = false;
      input.setAttribute("aria-invalid", "true");
      input.focus();
      return;
    }
    on_set(href);
  };
  set.addEventListener("click", submit);
  remove.addEventListener("click", on_remove);
  close.addEventListener("click", on_close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault(); // not the page's form
      submit();
    }
    if (event.key === "Escape") on_close();
  });
  return {
    box,
    open(href, has_link) {
      input.value = href;
      error.hidden = true;
      input.removeAttribute("aria-invalid");
      remove.hidden = !has_link;
      box.hidden = false;
      input.focus();
      input.select();
    },
    close() {
      box.hidden = true;
    },
  };
}

// The whole link under the cursor, so that its address can be changed without selecting it first.
function link_range(state) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to };
  const mark = marks.link.isInSet($from.marks());
  if (!mark) return null;
  const parent = $from.parent;
  const start = $from.start();
  let range = null;
  parent.forEach((node, offset) => {
    const a = start + offset;
    const b = a + node.nodeSize;
    if (!mark.isInSet(node.marks)) return;
    range = range && range.to === a ? { from: range.from, to: b } : a <= from ? { from: a, to: b } : range;
  });
  return range;
}

function href_at(state) {
  let href = "";
  const { from, to, empty, $from } = state.selection;
  if (empty) return marks.link.isInSet($from.marks())?.attrs.href || "";
  state.doc.nodesBetween(from, to, (node) => {
    const mark = marks.link.isInSet(node.marks);
    if (mark && !href) href = mark.attrs.href;
  });
  return href;
}

// ---- Mounting ----

function parse(text) {
  if (!text.trim()) return null;
  const tree = JSON.parse(text);
  if (!tree.content || tree.content.length === 0) return null;
  const doc = schema.nodeFromJSON(tree);
  doc.check();
  return doc;
}

// The tree as the server accepts it.
const to_json = (doc) => JSON.stringify(to_tree(doc));

const count_words = (doc) => (doc.textBetween(0, doc.content.size, " ", " ").match(/[\p{L}\p{N}]+(?:[-/.,][\p{L}\p{N}]+)*/gu) || []).length;

function mount(host) {
  const source = host.querySelector("textarea");
  if (!source || host.dataset.mounted) return;
  host.dataset.mounted = "1";
  const id = source.id || "body";
  let doc = null;
  try {
    doc = parse(source.value);
  } catch {
    // A document that this editor cannot hold is not opened half: it would be saved half.
    host.prepend(make("p", { class: "notice notice--error", role: "alert" },
      "Không mở được nội dung đã lưu bằng trình soạn thảo này. Nội dung cũ vẫn còn nguyên; báo cho người quản trị trước khi sửa."));
    return;
  }

  const number = new Intl.NumberFormat("vi-VN");
  const words = make("span", {});
  const hint = make("span", {}, "Alt+F10: tới thanh công cụ");
  const surface = make("div", {});
  const label = document.getElementById(id + "-label") || document.querySelector('label[for="' + CSS.escape(id) + '"]');
  if (label && !label.id) label.id = id + "-label";

  const shortcut = (item, state_run) => (state, dispatch, view) => (state_run || item.run)(state, dispatch, view);
  let link_form = null;

  const open_link = (state) => {
    const range = link_range(state);
    if (!range) {
      words.textContent = "Chọn chữ trước, rồi đặt liên kết.";
      return true;
    }
    link_form.open(href_at(state), Boolean(href_at(state)));
    return true;
  };

  const keys = {
    "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
    "Mod-b": toggleMark(marks.strong), "Mod-i": toggleMark(marks.em), "Mod-u": toggleMark(marks.underline),
    "Mod-l": shortcut(null, open_link),
    "Mod-Alt-2": toggle_heading(2), "Mod-Alt-3": toggle_heading(3), "Mod-Alt-4": toggle_heading(4), "Mod-Alt-0": setBlockType(nodes.paragraph),
    "Shift-Enter": insert_break, "Backspace": undoInputRule,
    "Enter": splitListItem(nodes.list_item),
    // Tab acts only where it has a meaning (lists, tables); elsewhere it leaves the editor, as a keyboard user expects.
    "Tab": chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
    "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
    "Alt-F10": () => {
      main_bar.bar.querySelector("[tabindex='0']").focus();
      return true;
    },
  };

  const rules = inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d+)[.)]\s$/, nodes.ordered_list, (m) => ({ start: Number(m[1]) }), (m, node) => node.childCount + node.attrs.start === Number(m[1])),
      textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (m) => ({ level: m[1].length })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    ],
  });

  const state = EditorState.create({
    schema,
    doc: doc || undefined,
    plugins: [rules, keymap(keys), keymap(baseKeymap), history(), gapCursor(), tableEditing()],
  });

  const attributes = { role: "textbox", "aria-multiline": "true", id: id + "-editor" };
  if (label) attributes["aria-labelledby"] = label.id;
  else attributes["aria-label"] = "Nội dung";
  const described = source.getAttribute("aria-describedby");
  if (described) attributes["aria-describedby"] = described;

  const view = new EditorView(surface, {
    state,
    attributes,
    transformPastedHTML: clean_pasted_html,
    transformPasted: (slice) => drop_blank_paragraphs(new Slice(nfc(slice.content), slice.openStart, slice.openEnd)),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) {
        source.value = to_json(view.state.doc);
        source.dispatchEvent(new Event("input", { bubbles: true }));
      }
      refresh();
    },
  });

  const act = (item) => {
    if (item.link) return open_link(view.state);
    item.run(view.state, view.dispatch, view);
    view.focus();
  };
  const main_bar = build_bar(kGroups, "Định dạng", "rich-toolbar", attributes.id, act);
  const table_bar = build_bar(kTableGroups, "Bảng", "rich-toolbar rich-toolbar--table", attributes.id, act);
  table_bar.bar.hidden = true;

  const back = () => {
    link_form.close();
    view.focus();
  };
  link_form = build_link_form(id,
    (href) => {
      const range = link_range(view.state);
      if (range) view.dispatch(view.state.tr.removeMark(range.from, range.to, marks.link).addMark(range.from, range.to, marks.link.create({ href })));
      back();
    },
    () => {
      const range = link_range(view.state);
      if (range) view.dispatch(view.state.tr.removeMark(range.from, range.to, marks.link));
      back();
    },
    back);

  function refresh() {
    const now = view.state;
    for (const { item, button } of [...main_bar.items, ...table_bar.items]) {
      const can = item.link ? Boolean(link_range(now)) : item.run(now, undefined, view);
      button.setAttribute("aria-disabled", String(!can && !(item.on && item.on(now))));
      if (item.on) button.setAttribute("aria-pressed", String(item.on(now)));
    }
    table_bar.bar.hidden = !isInTable(now);
    words.textContent = number.format(count_words(now.doc)) + " chữ";
  }

  host.prepend(main_bar.bar, table_bar.bar, link_form.box, surface);
  host.append(make("div", { class: "rich-status" }, hint, words));
  if (label) label.addEventListener("click", () => view.focus());

  // An error link of the form summary leads to the textarea's id; bring the reader to the text instead.
  if (location.hash === "#" + id) view.focus();
  window.addEventListener("hashchange", () => location.hash === "#" + id && view.focus());

  source.addEventListener("portal:restored", () => {
    try {
      const restored = parse(source.value);
      if (restored) view.updateState(EditorState.create({ schema, doc: restored, plugins: view.state.plugins }));
    } catch {
      source.value = to_json(view.state.doc); // what was kept does not fit: stay with what is open
    }
    refresh();
  });
  source.form?.addEventListener("submit", () => {
    source.value = to_json(view.state.doc);
  }, true);
  if (!source.value.trim()) source.value = to_json(view.state.doc);
  refresh();
  return view;
}

// Below the block in which the cursor stands.
function insert_picture(view, file) {
  const { $from } = view.state.selection;
  const at = $from.depth === 0 ? $from.pos : $from.after(1);
  view.dispatch(view.state.tr.insert(at, nodes.figure.create({ file })).scrollIntoView());
  const inserted = view.nodeDOM(at);
  inserted?.querySelector?.("input")?.focus();
}

function start() {
  const views = [...document.querySelectorAll(".rich-editor")].map(mount);
  // Only a form with pictures brings the script for them (files.js), which comes after this one.
  document.addEventListener("portal:figure-view", (event) => views.forEach((view) => view.setProps({ nodeViews: { figure: event.detail } })));
  document.addEventListener("portal:insert-picture", (event) => views[0] && insert_picture(views[0], event.detail));
  set_up_drafts();
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
