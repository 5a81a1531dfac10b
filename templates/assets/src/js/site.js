// The public script, loaded by a plain <script src> in <head>: its first lines run before the first paint and put the reader's
// stored choices on <html>, so that a dark page never flashes white. All else waits for the document. Without it every page still
// works: the controls that need it carry class js-only.

const root = document.documentElement;
root.classList.add("js");

const kStore = "portal.xem";
const kSizes = ["100", "125", "150", "200"];

function load() {
  try {
    return JSON.parse(localStorage.getItem(kStore)) || {};
  } catch {
    return {}; // storage forbidden or damaged: the page as it comes
  }
}

const choice = load();

function save() {
  try {
    localStorage.setItem(kStore, JSON.stringify(choice));
  } catch {
    // nothing to do: the choice lasts for this page
  }
}

function apply() {
  const put = (name, value) => (value ? root.setAttribute(name, value) : root.removeAttribute(name));
  put("data-theme", ["light", "dark"].includes(choice.theme) ? choice.theme : null);
  put("data-contrast", ["more", "normal"].includes(choice.contrast) ? choice.contrast : null);
  put("data-text", kSizes.includes(choice.text) ? choice.text : null);
}

apply();

const wants = (query) => window.matchMedia(query).matches;
const is_dark = () => (choice.theme ? choice.theme === "dark" : wants("(prefers-color-scheme: dark)"));
const is_strong = () => (choice.contrast ? choice.contrast === "more" : wants("(prefers-contrast: more)"));

function set_icon(button, name) {
  const use = button.querySelector("use");
  if (use) use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#" + name));
}

// Buttons say what they will do ("Nền tối" on a light page), so their state is in the words; contrast and size are toggles.
function show_state() {
  for (const button of document.querySelectorAll("[data-tool]")) {
    const label = button.querySelector("span") || button;
    switch (button.dataset.tool) {
      case "theme":
        label.textContent = is_dark() ? "Nền sáng" : "Nền tối";
        set_icon(button, is_dark() ? "sun" : "moon");
        break;
      case "contrast":
        button.setAttribute("aria-pressed", String(is_strong()));
        break;
      case "text":
        button.setAttribute("aria-pressed", String((choice.text || "100") === button.dataset.value));
        break;
    }
  }
}

function use_tool(button) {
  if (button.dataset.tool === "theme") choice.theme = is_dark() ? "light" : "dark";
  if (button.dataset.tool === "contrast") choice.contrast = is_strong() ? "normal" : "more";
  if (button.dataset.tool === "text") choice.text = button.dataset.value;
  save();
  apply();
  show_state();
}

// Reading aloud, only where the machine has a Vietnamese voice. Sentences one by one: Chromium stops an utterance after 15 s.
function set_up_reading(button) {
  const synthesis = window.speechSynthesis;
  const text_root = document.querySelector("[data-read], .reading");
  if (!synthesis || !text_root) return;
  const label = button.querySelector("span");
  const voice = () => synthesis.getVoices().find((v) => /^vi\b/i.test(v.lang));
  const offer = () => {
    button.hidden = !voice();
  };
  let reading = false;
  const show = (on) => {
    reading = on;
    label.textContent = on ? "Dừng đọc" : "Nghe đọc";
    set_icon(button, on ? "square" : "volume-2");
  };
  button.addEventListener("click", () => {
    synthesis.cancel();
    if (reading) return show(false);
    show(true);
    const parts = [document.querySelector("h1"), text_root]
      .flatMap((node) => (node ? node.innerText.match(/[^.!?…\n]+[.!?…]*/g) || [] : []))
      .map((part) => part.trim())
      .filter(Boolean);
    parts.forEach((part, i) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = "vi-VN";
      utterance.voice = voice();
      if (i === parts.length - 1) utterance.onend = () => show(false);
      synthesis.speak(utterance);
    });
  });
  window.addEventListener("pagehide", () => synthesis.cancel());
  synthesis.addEventListener?.("voiceschanged", offer);
  offer();
}

async function copy_link(button) {
  const status = button.parentNode.querySelector("[role=status]");
  const link = document.querySelector("link[rel=canonical]");
  const address = link ? link.href : location.href.replace(/#.*/, "");
  let said = "Đã chép liên kết";
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    // No clipboard right (plain http, old browser): put the address where it can be copied by hand.
    said = "Chưa chép được; địa chỉ trang: " + address;
  }
  if (status) status.textContent = said;
}

// Live count of a textarea with maxlength, in the words of the form.
function set_up_count(field) {
  const line = document.getElementById(field.id + "-count");
  if (!line || field.maxLength < 1) return;
  const number = new Intl.NumberFormat("vi-VN");
  const count = () => {
    line.textContent = "Còn được viết " + number.format(field.maxLength - field.value.length) + " chữ cái";
  };
  field.addEventListener("input", count);
  count();
}

function ready() {
  show_state();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tool], [data-copy], [data-print]");
    if (!button) {
      for (const menu of document.querySelectorAll("details[data-menu][open]")) if (!menu.contains(event.target)) menu.open = false;
      return;
    }
    if (button.dataset.tool) use_tool(button);
    else if ("copy" in button.dataset) copy_link(button);
    else if (!event.defaultPrevented) window.print();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.querySelectorAll("[data-read-aloud]").forEach(set_up_reading);
  document.querySelectorAll("textarea[maxlength]").forEach(set_up_count);
  document.querySelectorAll("details[data-search]").forEach((details) =>
    details.addEventListener("toggle", () => details.open && details.querySelector("input").focus()));

  // After a refused form the reader, and a screen reader, begin at the list of what to mend.
  const summary = document.querySelector(".govuk-error-summary");
  if (summary) summary.focus();

  // A second press on the same button sends nothing (the server also holds a key against it).
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("once" in form.dataset) || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
