// The preview of an article looks at it with the eyes of a screen reader (TT 32/2017, WCAG 2.2): what axe finds in the article is listed in the preview's
// notice, in Vietnamese, with the place. Only the preview loads this file.
import axe from "axe-core";

// What axe can find in an article, in the words of its writer; anything else is shown as axe says it.
const kWords = {
  "image-alt": "Ảnh chưa có mô tả cho người không nhìn thấy",
  "image-redundant-alt": "Mô tả của ảnh lặp lại chữ bên cạnh",
  "role-img-alt": "Hình chưa có mô tả",
  "svg-img-alt": "Hình vẽ chưa có mô tả",
  "link-name": "Liên kết không có chữ",
  "link-in-text-block": "Liên kết chỉ khác chữ chung quanh bởi màu",
  "identical-links-same-purpose": "Cùng một chữ nhưng dẫn tới nhiều nơi",
  "empty-heading": "Đề mục trống",
  "heading-order": "Đề mục nhảy cấp",
  "page-has-heading-one": "Thiếu tiêu đề chính",
  "p-as-heading": "Đoạn in đậm dùng thay đề mục",
  "list": "Danh sách có phần tử lạ",
  "listitem": "Mục của danh sách đứng ngoài danh sách",
  "empty-table-header": "Ô tiêu đề của bảng trống",
  "td-has-header": "Bảng lớn có ô không thuộc tiêu đề nào",
  "td-headers-attr": "Ô của bảng chỉ tới tiêu đề không có",
  "th-has-data-cells": "Tiêu đề của bảng không có ô nào",
  "scope-attr-valid": "Tiêu đề của bảng khai sai phạm vi",
  "table-duplicate-name": "Tên bảng lặp lại phần tóm tắt",
  "table-fake-caption": "Tên bảng đặt trong một ô",
  "color-contrast": "Chữ quá nhạt trên nền",
  "valid-lang": "Khai sai ngôn ngữ của đoạn",
  "frame-title": "Khung nhúng không có tên",
  "video-caption": "Phim không có phụ đề",
  "duplicate-id-aria": "Hai phần cùng một mã",
  "target-size": "Chỗ bấm quá nhỏ",
};
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Landmarks and the like are the page's, which is the same for every article.
const kOfPage = ["region", "landmark-unique", "page-has-heading-one", "skip-link", "bypass"];

function place_of(element) {
  const said = element.getAttribute("alt") || element.textContent.replace(/\s+/g, " ").trim() || (element.getAttribute("src") || "").split("/").pop();
  return said.length > 60 ? said.slice(0, 60) + "…" : said || element.tagName.toLowerCase();
}

function line_of(violation, node, number) {
  const item = document.createElement("li");
  item.append((kWords[violation.id] || violation.help + " (" + violation.id + ")") + ": ");
  const element = document.querySelector(node.target[0]);
  if (!element) {
    item.append(node.target.join(" "));
    return item;
  }
  if (!element.id) element.id = "tiep-can-" + number;
  const link = document.createElement("a");
  link.href = "#" + element.id;
  link.textContent = place_of(element);
  item.append(link);
  return item;
}

async function check(box) {
  const words = document.createElement("p");
  box.append(words);
  box.hidden = false;
  words.textContent = "Đang kiểm tra khả năng tiếp cận của bài…";
  try {
    const found = await axe.run(document.querySelector("#noi-dung article") || document.querySelector("#noi-dung"), {
      runOnly: kRules, resultTypes: ["violations"], preload: false, rules: Object.fromEntries(kOfPage.map((id) => [id, { enabled: false }])),
    });
    const faults = found.violations.flatMap((violation) => violation.nodes.map((node) => [violation, node]));
    box.dataset.faults = String(faults.length);
    if (!faults.length) return void (words.textContent = "Kiểm tra khả năng tiếp cận: Không thấy lỗi.");
    words.textContent = "Kiểm tra khả năng tiếp cận: " + faults.length + " chỗ cần sửa.";
    const list = document.createElement("ul");
    faults.forEach(([violation, node], n) => list.append(line_of(violation, node, n + 1)));
    box.append(list);
  } catch {
    words.textContent = "Chưa kiểm tra được khả năng tiếp cận. Tải lại trang để thử lại.";
  }
}

for (const box of document.querySelectorAll("[data-check]")) check(box);
