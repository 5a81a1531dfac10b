// Pictures and documents of the article form: sent beside the form with their progress, followed until the server has made them fit to be used. Pictures are put
// into the text at the cursor; a document has a page of its own. Without this script the same button sends them with the form. A bundle of its own, told to the editor by events, so that a new article's page need not bring it.
const kAgain = 1000;
const kLongest = 120;  // times

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function row_of(file) {
  const words = make("div", {},
    make("p", {}, make("b", {}, "Ảnh số " + file.id), ": " + file.name),
    make("p", { class: file.state === "refused" ? "small files__refused" : "small" }, file.words));
  const row = make("li", { class: "files__one" });
  if (file.thumb) {
    row.append(make("img", { class: "files__thumb", src: file.thumb, alt: "" }));
    words.append(make("button", { type: "button", class: "btn btn--small btn--text", "data-insert-picture": "", value: String(file.id) }, "Chèn vào bài",
      make("span", { class: "govuk-visually-hidden" }, " ảnh số " + file.id)));
  }
  row.append(words);
  return row;
}

// `draft`: the form's, so that the page of the document knows what is being typed.
function document_row_of(file, draft) {
  const words = make("div", {},
    make("p", {}, make("b", {}, file.name), " ", make("span", { class: "muted" }, "(" + file.facts + ")")),
    make("p", { class: file.state === "refused" ? "small files__refused" : "small" }, file.words));
  if (file.url)
    words.append(make("a", { class: "btn btn--small btn--text", href: file.url + "?nhap=" + draft }, "Xem và lấy vào bài", make("span", { class: "govuk-visually-hidden" }, " " + file.name)));
  return make("li", { class: "files__one" }, words);
}

function set_up_files() {
  const panel = document.querySelector(".files");
  const form = panel && panel.closest("form");
  if (!form) return;
  const url = panel.querySelector("[data-files-url]").value + ".json";
  const list = panel.querySelector("[data-files-list]");
  const documents = panel.querySelector("[data-documents-list]");
  const progress = panel.querySelector("[data-files-progress]");
  const live = panel.querySelector("[data-files-live]");
  const lead = form.elements.lead;
  let times = 0;

  function show(answer) {
    list.replaceChildren(...answer.files.map(row_of));
    const chosen = lead.value;
    const options = answer.files.filter((file) => file.state !== "refused").map((file) => new Option("Ảnh số " + file.id + ": " + file.name, String(file.id)));
    lead.replaceChildren(new Option("Không có", ""), ...options);
    lead.value = chosen;
    documents.replaceChildren(...answer.documents.map((file) => document_row_of(file, form.elements.draft.value)));
    for (const file of answer.attachments) show_attachment(file);
    if ([...answer.files, ...answer.documents, ...answer.attachments].some((file) => file.state === "waiting") && times++ < kLongest) setTimeout(follow, kAgain);
  }

  // Its row stands in the form with what was typed of it: only what the server found is written anew.
  function show_attachment(file) {
    const row = document.getElementById("dinh-kem-" + file.id);
    if (!row) return;
    const words = row.querySelector("[data-attachment-state]");
    words.textContent = file.words;
    words.classList.toggle("files__refused", file.state === "refused");
    row.querySelector("[data-attachment-facts]").textContent = file.facts + ", gửi lên với tên “" + file.name + "”";
    if (file.thumb && !row.querySelector(".files__page")) row.prepend(make("img", { class: "files__page", src: file.thumb, alt: "" }));
  }

  async function follow() {
    try {
      const answer = await fetch(url, { credentials: "same-origin" });
      if (answer.ok) show(await answer.json());
    } catch {
      setTimeout(follow, 5 * kAgain);  // the line is down
    }
  }

  function say(words) {
    live.textContent = words;
  }

  function send_one(field, file) {
    return new Promise((resolve) => {
      const bar = make("progress", { max: "100", value: "0", "aria-label": "Đang gửi " + file.name });
      const line = make("p", { class: "small" }, file.name + " ", bar);
      progress.hidden = false;
      progress.append(line);
      const body = new FormData();
      body.append("_csrf", form.elements._csrf.value);
      body.append(field, file);
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.upload.addEventListener("progress", (event) => event.lengthComputable && (bar.value = (100 * event.loaded) / event.total));
      const fail = (words) => {
        line.replaceChildren(words);
        line.className = "small files__refused";
        line.setAttribute("role", "alert");
        resolve(false);
      };
      request.addEventListener("error", () => fail("Mất kết nối nên chưa gửi được " + file.name + ". Hãy gửi lại."));
      request.addEventListener("load", () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          // a page of nginx's own
        }
        if (answer.files) show(answer);
        if (request.status === 200) {
          line.remove();
          return resolve(true);
        }
        const said = answer.errors && answer.errors.length ? answer.errors.join(" ") : answer.title;
        fail(said || (request.status === 413 ? file.name + " quá lớn nên máy chủ không nhận." : "Chưa gửi được " + file.name + ". Hãy tải lại trang rồi gửi lại."));
      });
      request.send(body);
    });
  }

  async function send_all(input) {
    const files = [...input.files];
    input.value = "";
    progress.replaceChildren();
    times = 0;
    let sent = 0;
    for (const file of files) sent += (await send_one(input.name, file)) ? 1 : 0;
    say("Đã gửi " + sent + " trên " + files.length + " tệp.");
  }

  // Chosen is sent: the button is for who has no script.
  for (const button of panel.querySelectorAll("[data-files-send]")) button.hidden = true;
  for (const input of panel.querySelectorAll("[data-files-input]")) input.addEventListener("change", () => input.files.length && send_all(input));
  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert-picture]");
    if (button) document.dispatchEvent(new CustomEvent("portal:insert-picture", { detail: Number(button.value) }));
  });
  const known = panel.querySelectorAll("[data-insert-picture], [data-documents-list] a, [data-files-list] .files__refused, [data-documents-list] .files__refused").length;
  if (panel.querySelector("[data-waiting]") || panel.querySelectorAll("[data-files-list] > li, [data-documents-list] > li").length > known) follow();
}

// How a figure looks in the editor: the picture, its description and its caption as fields that are typed into in place.
function figure_view(node, view, position) {
  const base = document.querySelector("[data-files-url]")?.value || "";
  const dom = make("figure", { class: "figure rich-figure" + (node.attrs.width === 50 ? " figure--half" : ""), contenteditable: "false" });
  const image = make("img", { src: base + "/" + node.attrs.file + "/480.jpg", alt: node.attrs.alt || "" });
  // A picture that is narrower than 480 has its own width only: the list below knows where.
  image.addEventListener("error", () => {
    const thumb = [...document.querySelectorAll(".files__thumb")].find((one) => one.src.includes("/tep/" + node.attrs.file + "/"));
    if (thumb && image.src !== thumb.src) image.src = thumb.src;
  });
  const set = (name, value) => {
    const at = position();
    if (at !== undefined) view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...view.state.doc.nodeAt(at).attrs, [name]: value }));
  };
  const number = "anh-" + node.attrs.file + "-" + Math.random().toString(36).slice(2, 8);
  const field = (name, label, max) => {
    const input = make("input", { type: "text", class: "govuk-input", id: number + "-" + name, maxlength: String(max), autocomplete: "off" });
    input.value = node.attrs[name] || "";
    input.addEventListener("input", () => set(name, input.value.normalize("NFC")));
    return { input, box: make("div", {}, make("label", { class: "govuk-label", for: input.id }, label), input) };
  };
  const alt = field("alt", "Ảnh số " + node.attrs.file + ": mô tả cho người không nhìn thấy ảnh (phải có)", 300);
  const caption = field("caption", "Chú thích dưới ảnh", 500);
  const half = make("input", { type: "checkbox", id: number + "-half" });
  half.checked = node.attrs.width === 50;
  half.addEventListener("change", () => set("width", half.checked ? 50 : 100));
  const remove = make("button", { type: "button", class: "btn btn--small btn--danger" }, "Bỏ ảnh khỏi bài");
  remove.addEventListener("click", () => {
    const at = position();
    if (at !== undefined) view.dispatch(view.state.tr.delete(at, at + 1));
    view.focus();
  });
  dom.append(image, alt.box, caption.box, make("div", { class: "rich-figure__row" }, make("label", { for: half.id }, half, " Nửa bề ngang"), remove));
  return {
    dom,
    update(next) {
      if (next.type !== node.type || next.attrs.file !== node.attrs.file) return false;
      node = next;
      if (document.activeElement !== alt.input) alt.input.value = next.attrs.alt || "";
      if (document.activeElement !== caption.input) caption.input.value = next.attrs.caption || "";
      half.checked = next.attrs.width === 50;
      dom.classList.toggle("figure--half", next.attrs.width === 50);
      return true;
    },
    stopEvent: (event) => event.target !== dom && event.target !== image,
    ignoreMutation: () => true,
  };
}

document.dispatchEvent(new CustomEvent("portal:figure-view", { detail: figure_view }));
set_up_files();
