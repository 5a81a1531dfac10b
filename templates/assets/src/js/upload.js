// Files of the public form (D7.3): chosen is sent, in pieces, with its progress; after a broken line it goes on from what the server has. Without this script the
// same files are sent with the form. Nothing is kept in the browser: the server knows what has come for this form, also when it came back for another mistake.
const kPiece = 512 * 1024;
const kWaits = [1, 2, 4, 8, 15, 30, 30, 30, 60, 60]; // seconds; then a button waits for the person

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const size = (bytes) => (bytes < 1024 * 1024 ? number.format(Math.max(1, Math.round(bytes / 1024))) + " KB" : number.format(bytes / 1024 / 1024) + " MB");
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// One request; gives {status, answer}. Throws when the line is broken.
function post(url, body, on_progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.timeout = 120_000;
    request.upload.addEventListener("progress", (event) => on_progress(event.loaded));
    for (const name of ["error", "timeout", "abort"]) request.addEventListener(name, () => reject(new Error(name)));
    request.addEventListener("load", () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // a page of nginx's own
      }
      // Not there for a moment, or too many at once: as a broken line.
      if (request.status >= 502 || (request.status === 429 && !answer.title)) reject(new Error(String(request.status)));
      else resolve({ status: request.status, answer });
    });
    request.send(body);
  });
}

function set_up(input) {
  const form = input.form;
  const list = form.querySelector("[data-upload-list]");
  const live = form.querySelector("[data-upload-live]");
  const url = input.dataset.upload;
  let busy = 0;
  let queue = Promise.resolve();

  const say = (words) => (live.textContent = words);
  const ticket = () => {
    const body = new FormData();
    body.append("phieu", form.elements.phieu.value);
    return body;
  };

  function row_of(file) {
    const bar = make("progress", { max: "100", value: "0", "aria-label": "Đang gửi " + file.name });
    const words = make("span", { class: "small muted" }, "chờ gửi");
    const again = make("button", { type: "button", class: "btn btn--small btn--secondary" }, "Gửi tiếp");
    const row = make("li", {}, make("span", {}, make("b", {}, file.name), " ", words), " ", bar, again);
    again.hidden = true;
    for (const old of list.children) if (old.querySelector("b")?.textContent === file.name) old.remove();
    list.append(row);
    return { row, bar, words, again };
  }

  function done(ui, file, token) {
    ui.bar.remove();
    ui.again.remove();
    ui.words.textContent = "đã nhận, " + size(file.size);
    ui.row.append(make("button", { class: "btn btn--small btn--text", name: "bo_tep", value: token }, "Bỏ tệp", make("span", { class: "govuk-visually-hidden" }, " " + file.name)));
    say("Đã gửi xong tệp " + file.name + ".");
  }

  function failed(ui, words) {
    ui.bar.remove();
    ui.again.remove();
    ui.row.className = "uploads__refused";
    ui.words.textContent = words;
    ui.words.className = "small";
    say(words);
  }

  // Until it is whole or refused; a broken line is waited for.
  async function send(file, ui) {
    let token = "";
    let at = 0;
    let tries = 0;
    while (true) {
      try {
        const body = ticket();
        if (token) {
          body.append("tep", token);
          body.append("vi_tri", String(at));
          body.append("phan", file.slice(at, at + kPiece), file.name);
        } else {
          body.append("ten", file.name);
          body.append("tong", String(file.size));
        }
        const { status, answer } = await post(url, body, (loaded) => token && (ui.bar.value = (100 * Math.min(file.size, at + loaded)) / file.size));
        if (status !== 200 && !(status === 409 && answer.tep)) return failed(ui, answer.title || "Chưa gửi được tệp " + file.name + " (" + status + "). Xin tải lại trang rồi chọn lại tệp.");
        token = answer.tep;
        at = answer.da_nhan;
        tries = 0;
        ui.bar.value = (100 * at) / file.size;
        ui.words.textContent = "đã gửi " + size(at) + " trên " + size(file.size);
        if (at >= file.size) return done(ui, file, token);
      } catch {
        const wait = kWaits[tries++];
        ui.words.textContent = "mất kết nối ở " + size(at) + " trên " + size(file.size) + (wait ? ", đang thử lại" : "");
        if (tries === 1) say("Mất kết nối khi gửi tệp " + file.name + ", đang thử lại.");
        if (wait) await Promise.race([pause(wait), new Promise((resolve) => window.addEventListener("online", resolve, { once: true }))]);
        else {
          ui.again.hidden = false;
          await new Promise((resolve) => ui.again.addEventListener("click", resolve, { once: true }));
          ui.again.hidden = true;
          tries = 0;
        }
      }
    }
  }

  function begin(file) {
    const ui = row_of(file);
    if (file.size === 0) return failed(ui, "tệp trống, không có nội dung");
    busy++;
    queue = queue.then(() => send(file, ui)).finally(() => busy--);
  }

  for (const button of form.querySelectorAll("[data-upload-send]")) button.hidden = true;
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    files.forEach(begin);
  });
  // What is still on its way is waited for: the server would refuse the form, and the files with it would be begun anew.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "bo_tep" && busy === 0) return;
    if (busy > 0) {
      event.preventDefault();
      return say("Còn " + busy + " tệp đang gửi. Xin chờ gửi xong, rồi bấm lại.");
    }
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

document.querySelectorAll("[data-upload]").forEach(set_up);
