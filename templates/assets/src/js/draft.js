// Drafts: what is typed into the article form is with the server within five seconds, and on this machine while the line is down.
//
// Each opening of a form has a key of its own (the hidden field `draft`); a draft is written by its key, in order, and the server's answer says who
// else is editing and whether somebody saved a version meanwhile. The local copy exists only until the server has the same text; saving and
// logging out take it away. Without this script the form works as any other.
import { drop, is_kept, keep, key_of, newest } from "./kept.js";
import { is_idle, kBeat, show_editors } from "./presence.js";

const kQuiet = 1500;  // after the last change
const kLongest = 3000;  // after the first change that was not sent yet; the five seconds leave two for the road and the table
const kAgain = 3000;  // after a failure
const kTimeout = 8000;
const kCopy = 500;  // between two copies on this machine, also while somebody types without a pause and the line is silent
const kBeaconBytes = 60000;
const kSkipped = ["_csrf", "_key", "row_version", "draft", "base", "theirs"];

const random_key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const clock = (at) => new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit" }).format(at) + ", " + new Intl.DateTimeFormat("vi-VN", { dateStyle: "short" }).format(at);

// The form's own fields as [name, value]; on the merge page a text that the person wrote stands for the field that it will become.
function fields_of(form) {
  const pairs = new Map();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !kSkipped.includes(name) && !/^(pick|own)_/.test(name)) pairs.set(name, value);
  }
  for (const pick of form.querySelectorAll("input[name^=pick_]:checked")) {
    const name = pick.name.slice(5);
    const own = form.elements["own_" + name];
    if (pick.value === "own" && own) pairs.set(name, own.value);
  }
  return [...pairs];
}

function set_up(form) {
  const hidden = (name) => form.querySelector("[data-draft-" + name + "]").value;
  const { _csrf: csrf, draft: key, base } = form.elements;
  const url = hidden("url");
  const copy = key_of(hidden("owner"), hidden("subject"));
  const state = form.querySelector("[data-save-state]");
  const live = form.querySelector("[data-save-live]");
  const snapshot = () => JSON.stringify(fields_of(form));

  let first = snapshot();  // as the server has it
  let sent = first;
  let changed_at = 0;      // first and last change that the server does not have
  let last_change = 0;
  let busy = null;
  let failed_at = 0;
  let spoken_at = 0;
  let is_over = false;     // the form was sent, or the item is no longer this person's to edit
  let sequence = 0;

  const is_dirty = () => snapshot() !== sent;

  // Seen always; spoken only when something became different: nobody wants to hear the time every five seconds.
  function say(words, kind) {
    if (state.dataset.kind !== kind) live.textContent = words;
    state.dataset.kind = kind;
    state.textContent = words;
  }

  function keep_here(more = {}) {
    keep(copy, { at: Date.now(), now: snapshot(), key: key.value, base: base.value, ...more });
  }

  function say_down() {
    if (is_dirty()) keep_here();
    say(is_dirty() ? "Mất kết nối: bản nháp đang giữ trên máy này" : "Mất kết nối tới hệ thống", "down");
  }

  function refuse(status) {
    if (is_dirty()) keep_here();
    if (status === 401) return say("Phiên làm việc đã hết: bản nháp đang giữ trên máy này. Bấm Lưu phiên bản để đăng nhập lại.", "session");
    if (status === 413) return say("Bản nháp lớn quá mức lưu được: đang giữ trên máy này.", "large");
    if ([403, 404, 409].includes(status)) {
      is_over = true;
      return say("Bài không còn ở bước ông, bà sửa được: bản nháp đang giữ trên máy này.", "over");
    }
    say_down();
  }

  // Pasted text that is not Unicode: said at once, changed only when the person has seen what would become of it.
  function say_encoding(name) {
    const box = form.querySelector("[data-encoding]");
    if (!box) return;
    const words = name ? "Có chữ gõ bằng " + name + ", không phải Unicode: bài như vậy không đăng được (D4.1a)." : "";
    const line = box.querySelector("[data-encoding-words]");
    if (line.textContent !== words) line.textContent = words;
    box.hidden = !name;
  }

  // Not a submit button of the form: Enter in a field would press it.
  form.querySelector("[data-encoding-show]")?.addEventListener("click", () => {
    const choice = Object.assign(document.createElement("input"), { type: "hidden", name: "encoding", value: "xem" });
    form.append(choice);
    form.requestSubmit();
    setTimeout(() => choice.remove(), 0);
  });

  function told(answer) {
    show_editors(answer.editors || []);
    const box = document.querySelector("[data-newer]");
    if (!box || !answer.version) return;
    const is_newer = Boolean(answer.version_by) && answer.version > Number(base.value);
    if (is_newer) box.querySelector("[data-newer-words]").textContent = answer.version_by + " đã lưu bản " + answer.version + " lúc " + answer.version_at +
      ". Khi ông, bà lưu, hệ thống mở trang gộp hai bản; không bản nào mất.";
    box.hidden = !is_newer;
  }

  function body_of(text) {
    const body = new URLSearchParams({ _csrf: csrf.value, draft: key.value, base: base.value });
    if (text === null) return body;
    sequence = Math.max(sequence + 1, Date.now());
    body.set("sequence", String(sequence));
    for (const [name, value] of JSON.parse(text)) body.set(name, value);
    return body;
  }

  // One request at a time: the next one goes when this one is answered. `text` null is only a sign of life.
  async function send(text) {
    const began = Date.now();
    busy = new AbortController();
    const end = setTimeout(() => busy && busy.abort(), kTimeout);
    try {
      const answer = await fetch(url, { method: "POST", body: body_of(text), credentials: "same-origin", signal: busy.signal });
      if (answer.status === 429) return void (failed_at = Date.now() - kAgain + 1000);
      if (!answer.ok) {
        failed_at = Date.now();
        return refuse(answer.status);
      }
      const json = await answer.json();
      failed_at = 0;
      told(json);
      if (json.state === "closed") {
        // This form was saved already and the page came back (the Back key): what is typed now is another draft.
        key.value = random_key();
        return;
      }
      if (text === null) {
        if (state.dataset.kind === "down" && !is_dirty()) say("", "");
        return;
      }
      sent = text;
      say_encoding(json.encoding);
      say("Đã lưu nháp lúc " + json.time, "saved");
      changed_at = is_dirty() ? began : 0;
      if (!changed_at) drop(copy);
    } catch {
      if (is_over) return;
      failed_at = Date.now();
      say_down();
    } finally {
      clearTimeout(end);
      spoken_at = Date.now();
      busy = null;
    }
  }

  // Four times a second: is there something to send, or to say that somebody is here?
  function tick() {
    if (busy || is_over) return;
    const now = Date.now();
    if (failed_at && now - failed_at < kAgain) return;
    if (changed_at && (now - last_change >= kQuiet || now - changed_at >= kLongest)) {
      const text = snapshot();
      if (text !== sent) return void send(text);
      changed_at = 0;
      drop(copy);
    }
    if (now - spoken_at >= kBeat && !is_idle()) send(null);
  }

  let keeping = 0;
  function touch() {
    last_change = Date.now();
    changed_at = changed_at || last_change;
    keeping = keeping || setTimeout(() => {
      keeping = 0;
      if (!is_over && is_dirty()) keep_here();
    }, kCopy);
  }
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);

  form.addEventListener("submit", () => {
    is_over = true;
    if (busy) busy.abort();
    clearTimeout(keeping);
    keeping = 0;
    if (snapshot() !== first || is_kept(copy)) keep_here({ sent: true }); // until a page of the server's own says that it arrived
  });
  window.addEventListener("beforeunload", (event) => {
    if (is_over || !is_dirty()) return;
    keep_here();
    event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    if (!is_over && is_dirty()) {
      const body = body_of(snapshot());
      if (body.toString().length < kBeaconBytes) navigator.sendBeacon(url, body);
    }
    const gone = body_of(null);
    gone.set("leave", "1");
    navigator.sendBeacon(url, gone);
  });
  // Back from the page that the form led to: the page is as it was and may be typed in again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) is_over = false;
  });
  window.addEventListener("online", () => (failed_at = 0));

  // What another window, or this one before it was killed, could not send.
  async function offer_copy() {
    const kept = await newest(copy);
    if (!kept || !kept.now || kept.now === first) return drop(copy);
    const box = document.createElement("div");
    box.className = "notice notice--warn";
    box.setAttribute("role", "status");
    box.dataset.copy = "";
    const inside = document.createElement("div");
    inside.className = "notice__body";
    const text = document.createElement("p");
    text.textContent = "Máy này còn giữ phần ông, bà gõ lúc " + clock(kept.at) + " mà hệ thống chưa nhận được.";
    const row = document.createElement("div");
    row.className = "btns btns--row";
    const button = (words, kind, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "btn" + kind;
      made.textContent = words;
      made.addEventListener("click", act);
      row.append(made);
    };
    button("Lấy lại phần đã gõ", "", () => {
      for (const [name, value] of JSON.parse(kept.now)) {
        const field = form.elements[name];
        if (!field || !("value" in field)) continue;
        field.value = value;
        field.dispatchEvent(new CustomEvent("portal:restored"));
      }
      if (kept.base) base.value = kept.base;
      if (kept.key) key.value = kept.key;
      // The server's copy of the same draft is older.
      for (const link of document.querySelectorAll("[data-draft-use]")) if (link.href.includes(key.value)) link.closest("[data-offer]").hidden = true;
      touch();
      box.remove();
    });
    button("Bỏ phần đó", " btn--text", () => {
      drop(copy);
      box.remove();
    });
    inside.append(text, row);
    box.append(inside);
    form.before(box);
  }

  // Writing into "Dùng bản sửa dưới đây" chooses it.
  form.addEventListener("input", (event) => {
    const own = /^own_(.+)$/.exec(event.target.name || "");
    const pick = own && form.querySelector('input[name="pick_' + own[1] + '"][value=own]');
    if (pick) pick.checked = true;
  });

  // The editor writes its document into the field as it starts, in its own spelling: that is no change.
  requestAnimationFrame(() => {
    first = sent = snapshot();
    // A form that was given back holds what was typed last; it may be more than the draft that the server has.
    if (form.dataset.autosave === "merge" || document.querySelector(".govuk-error-summary")) {
      sent = "";
      touch();
    } else {
      offer_copy();
    }
    setInterval(tick, 250);
  });
}

export function set_up_drafts() {
  for (const form of document.querySelectorAll("form[data-autosave]")) set_up(form);
}
