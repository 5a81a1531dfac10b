// Who else has the item's edit form open: the box that the server filled is kept up to date. The item's page asks every four seconds; the edit form
// is told with each draft that it saves (draft.js). Nothing is asked once the person has not touched the page for ten minutes, so that a window
// that was left open does not keep its session alive.

export const kBeat = 4000;
const kIdle = 10 * 60 * 1000;

let touched = Date.now();
for (const kind of ["pointerdown", "keydown", "input", "focus"]) window.addEventListener(kind, () => (touched = Date.now()), { capture: true, passive: true });

export const is_idle = () => Date.now() - touched > kIdle;

export function show_editors(editors) {
  const box = document.querySelector("[data-presence]");
  const words = box && box.querySelector("[data-presence-words]");
  if (!words) return;
  const text = editors.map((one) => one.name + " đang sửa bài này từ " + one.since + ".").join(" ");
  if (words.textContent.trim() !== text) {
    words.replaceChildren(...editors.flatMap((one) => {
      const name = document.createElement("strong");
      name.textContent = one.name;
      return [name, " đang sửa bài này từ " + one.since + ". "];
    }));
  }
  box.hidden = editors.length === 0;
}

export function watch_item() {
  const item = /^\/quan-tri\/tin-bai\/\d+$/.exec(location.pathname);
  if (!item || !document.querySelector("[data-presence]")) return;
  const ask = async () => {
    if (is_idle() || document.hidden) return;
    try {
      const answer = await fetch(item[0] + "/dang-sua.json", { credentials: "same-origin", redirect: "error" });
      if (answer.ok) show_editors((await answer.json()).editors);
    } catch { /* the next question may be answered */ }
  };
  setInterval(ask, kBeat);
}
