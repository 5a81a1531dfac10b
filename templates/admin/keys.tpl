{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Phím tắt</h1><p class="muted">Mọi việc đều làm được bằng bàn phím; các phím dưới đây giúp nhanh hơn. Phím một chữ không có tác dụng khi đang gõ trong ô.</p></div>
<div class="table-frame"><table class="table">
<caption class="govuk-visually-hidden">Phím tắt của phần quản trị</caption>
<thead><tr><th scope="col">Phím</th><th scope="col">Việc</th></tr></thead>
<tbody>
<tr><td><kbd>Ctrl</kbd> + <kbd>K</kbd> hoặc <kbd>/</kbd></td><td>Tới ô tìm kiếm</td></tr>
<tr><td><kbd>G</kbd> rồi <kbd>H</kbd></td><td>Hộp việc</td></tr>
<tr><td><kbd>G</kbd> rồi <kbd>M</kbd></td><td>Bài của tôi</td></tr>
<tr><td><kbd>G</kbd> rồi <kbd>B</kbd></td><td>Tin, bài</td></tr>
<tr><td><kbd>G</kbd> rồi <kbd>T</kbd></td><td>Thông báo</td></tr>
<tr><td><kbd>G</kbd> rồi <kbd>P</kbd></td><td>Trang phím tắt này</td></tr>
<tr><td><kbd>?</kbd></td><td>Các phím dùng được ở trang đang xem</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>C</kbd></td><td>Ở trang của bài: việc chính của bước (trình, chuyển bước, xác thực, đăng…)</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>N</kbd></td><td>Nhận việc</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>T</kbd></td><td>Trả lại việc</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>G</kbd></td><td>Giao người khác</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>S</kbd></td><td>Sửa bài</td></tr>
<tr><td><kbd>V</kbd> rồi <kbd>A</kbd></td><td>Ở danh sách: chọn mọi dòng, rồi các phím trên cho các dòng đã chọn</td></tr>
<tr><td><kbd>Alt</kbd> + <kbd>F10</kbd></td><td>Khi soạn bài: tới thanh công cụ, rồi dùng phím mũi tên</td></tr>
<tr><td><kbd>Esc</kbd></td><td>Đóng hộp thoại, danh mục đang mở</td></tr>
</tbody></table></div>
<h2>Mã điều khoản</h2>
<p>Mã trong ngoặc là điều, khoản, điểm của Quy chế: D9.3a là Điều 9, khoản 3, điểm a.</p>
