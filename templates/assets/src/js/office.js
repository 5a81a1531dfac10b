// The office shell: Ctrl+K, confirm dialogs, tick-all with a running count, unsaved-text guard and local drafts.
// Loaded with defer after site.js. Every act also works without it.

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

// The server said "đã lưu": texts that were on their way (sent) have arrived and need not be kept.
if (document.querySelector(".notice--ok[data-flash]")) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("portal.nhap:") && JSON.parse(localStorage.getItem(key)).sent) localStorage.removeItem(key);
    }
  } catch { /* no storage, or a damaged entry: it is offered and can be dropped by hand */ }
}

// Forms with data-draft: what was typed is kept on this machine until the server has it, so that an expired session, a lost
// network or a closed window costs nothing. The key holds the address, so two items never mix. Files and secrets are not kept.
const kKept = "input:not([type=hidden]):not([type=password]):not([type=file]), textarea, select";

function set_up_draft(form) {
  const key = "portal.nhap:" + form.dataset.draft + ":" + location.pathname;
  const fields = () => $$(kKept, form).filter((field) => field.name);
  const value_of = (field) => (/^(checkbox|radio)$/.test(field.type) ? (field.checked ? field.value : null) : field.value);
  const snapshot = () => JSON.stringify(fields().map((field) => [field.name, value_of(field)]));
  const first = snapshot();
  let changed = false;
  let timer = 0;

  const store = (sent) => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), now: snapshot(), sent }));
    } catch {
      // storage full or forbidden: the guard below still warns
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch { /* nothing kept */ }
  };
  const touch = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(store, 1000, false);
  };
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    store(true); // kept until a page of the server's own shows that it arrived
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) {
      store(false);
      event.preventDefault();
    }
  });

  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
  } catch { /* damaged: as if none */ }
  if (!kept || kept.now === first) return forget();
  const when = new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short" }).format(kept.at);
  const box = document.createElement("div");
  box.className = "notice notice--warn";
  box.setAttribute("role", "status");
  const body = document.createElement("div");
  body.className = "notice__body";
  const text = document.createElement("p");
  text.textContent = "Máy này còn giữ phần ông, bà gõ lúc " + when + " mà hệ thống chưa nhận được.";
  const row = document.createElement("div");
  row.className = "btns btns--row";
  const take = document.createElement("button");
  take.type = "button";
  take.className = "btn";
  take.textContent = "Lấy lại phần đã gõ";
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn btn--text";
  drop.textContent = "Bỏ phần đó";
  row.append(take, drop);
  body.append(text, row);
  box.append(body);
  form.before(box);
  drop.addEventListener("click", () => {
    forget();
    box.remove();
  });
  take.addEventListener("click", () => {
    const list = JSON.parse(kept.now);
    fields().forEach((field, i) => {
      if (!list[i] || list[i][0] !== field.name) return;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = list[i][1] !== null;
      else field.value = list[i][1];
      field.dispatchEvent(new CustomEvent("portal:restored"));
    });
    changed = true;
    box.remove();
  });
}

for (const form of $$("form[data-draft]")) set_up_draft(form);

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
