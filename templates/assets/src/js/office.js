// The office shell: Ctrl+K, confirm dialogs, tick-all with a running count, who else is editing, what logging out clears away.
// Loaded with defer after site.js. Every act also works without it.
import { copies, drop, drop_all, restore } from "./kept.js";
import { watch_item } from "./presence.js";

const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

// Ctrl+K or / goes to the search box, wherever the writer is (but / types a slash inside a field).
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable=true]");
  const asked = ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") || (event.key === "/" && !typing);
  const box = document.querySelector("[data-search-box]");
  if (!asked || !box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// G and then a letter leads to a screen (the page Phím tắt lists them): two keys one after the other, so that no letter alone does anything.
const kPlaces = { h: "/quan-tri/", m: "/quan-tri/bai-cua-toi", b: "/quan-tri/tin-bai/", t: "/quan-tri/thong-bao/", p: "/quan-tri/phim-tat" };
const kBetweenKeys = 1500; // milliseconds
let asked_to_go = 0;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable=true], dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (event.timeStamp - asked_to_go < kBetweenKeys && asked_to_go > 0 && kPlaces[key]) {
    event.preventDefault();
    location.assign(kPlaces[key]);
  }
  asked_to_go = key === "g" ? event.timeStamp : 0;
});

// V and then a letter presses the button that carries it (data-act-key): the acts of an item, those on the ticked rows of a list.
const act_of = (key) => document.querySelector(`main [data-act-key="${CSS.escape(key)}"]`);
let asked_to_act = 0;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const is_second = event.timeStamp - asked_to_act < kBetweenKeys && asked_to_act > 0;
  asked_to_act = key === "v" && !is_second ? event.timeStamp : 0;
  const act = is_second && key.length === 1 ? act_of(key) : null;
  if (act) {
    event.preventDefault();
    act.click();
  }
  if (event.key === "?") {
    event.preventDefault();
    show_keys();
  }
});

// The keys of this page: the acts that it has, then the ways that lead everywhere.
function show_keys() {
  const words = (element) => element.getAttribute("aria-label") || element.textContent.replace(/\s+/g, " ").trim();
  const acts = $$("main [data-act-key]").map((act) => ["V rồi " + act.dataset.actKey.toUpperCase(), words(act)]);
  const places = [["G rồi H", "Hộp việc"], ["G rồi M", "Bài của tôi"], ["G rồi B", "Tin, bài"], ["G rồi T", "Thông báo"], ["G rồi P", "Mọi phím tắt"], ["Ctrl+K hoặc /", "Ô tìm kiếm"], ["Esc", "Đóng bảng này"]];
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "keys-heading");
  const heading = document.createElement("h2");
  heading.id = "keys-heading";
  heading.textContent = "Phím dùng được ở trang này";
  const list = document.createElement("dl");
  list.className = "keys";
  for (const [keys, what] of [...acts, ...places]) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const key = document.createElement("kbd");
    key.textContent = keys;
    term.append(key);
    const meaning = document.createElement("dd");
    meaning.textContent = what;
    row.append(term, meaning);
    list.append(row);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn";
  close.textContent = "Đóng";
  close.addEventListener("click", () => dialog.close());
  const before = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
  });
  dialog.append(heading, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

// data-confirm on a form or on a submit button: ask in words first.
function build_dialog(question, act, is_danger) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "confirm-question");
  const heading = document.createElement("h2");
  heading.id = "confirm-question";
  heading.textContent = question;
  const row = document.createElement("div");
  row.className = "btns btns--row";
  const yes = document.createElement("button");
  yes.type = "button";
  yes.className = is_danger ? "btn btn--danger" : "btn";
  yes.textContent = act;
  const no = document.createElement("button");
  no.type = "button";
  no.className = "btn btn--text";
  no.textContent = "Thôi, quay lại";
  row.append(yes, no);
  dialog.append(heading, row);
  document.body.append(dialog);
  return { dialog, yes, no };
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  const question = (button && button.dataset.confirm) || form.dataset.confirm;
  if (!question || form.dataset.confirmed || typeof HTMLDialogElement === "undefined") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const act = button ? button.textContent.trim() : "Đồng ý";
  const { dialog, yes, no } = build_dialog(question, act, button && button.classList.contains("btn--danger"));
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => {
    dialog.close();
    form.dataset.confirmed = "1";
    form.requestSubmit(button || undefined);
    delete form.dataset.confirmed;
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (button) button.focus();
  });
  dialog.showModal();
  no.focus();
}, true);

// Tick all, and say how many are ticked.
function show_count(table) {
  const boxes = $$("tbody .tick", table);
  const ticked = boxes.filter((box) => box.checked).length;
  const all = table.querySelector("[data-check-all]");
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  }
  const line = document.querySelector("[data-bulk-count]");
  if (line) line.textContent = "Đã chọn " + ticked + " việc";
}

for (const table of $$(".table")) {
  if (!table.querySelector("tbody .tick")) continue;
  table.addEventListener("change", (event) => {
    if (event.target.matches("[data-check-all]")) for (const box of $$("tbody .tick", table)) box.checked = event.target.checked;
    show_count(table);
  });
  show_count(table);
}

// A filter list that sends itself when a choice changes (its button stays for those without JavaScript).
for (const form of $$("form[data-auto]")) {
  form.addEventListener("change", (event) => event.target.matches("select") && form.requestSubmit());
}

// The server said "đã lưu": texts that were on their way (sent) have arrived and need not be kept (draft.js keeps them).
if (document.querySelector(".notice--ok[data-flash]")) {
  for (const [key, copy] of copies()) if (copy.sent) drop(key);
}
// The form offers its own.
if (!document.querySelector("form[data-autosave]")) restore();

// Logging out leaves nothing of what was typed on this machine; text that the server never got is asked about first.
for (const form of $$('form[action="/quan-tri/dang-xuat"]')) {
  const ask = () => {
    if (copies().some(([, copy]) => !copy.sent)) form.dataset.confirm = "Máy này còn giữ phần gõ mà hệ thống chưa nhận được. Đăng xuất sẽ xóa phần đó.";
    else delete form.dataset.confirm;
  };
  form.addEventListener("click", ask, true);
  form.addEventListener("submit", drop_all);
}

watch_item();

// Lost and found network, said once, at the top of the page.
function say_network() {
  let box = document.querySelector("[data-network]");
  if (navigator.onLine) {
    if (box) box.remove();
    return;
  }
  if (box) return;
  box = document.createElement("p");
  box.className = "notice notice--warn";
  box.dataset.network = "";
  box.setAttribute("role", "status");
  box.textContent = "Mất mạng. Phần đang gõ được giữ trên máy này; gửi lại khi có mạng.";
  document.querySelector("main").prepend(box);
}
window.addEventListener("online", say_network);
window.addEventListener("offline", say_network);
