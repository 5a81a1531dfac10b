{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Tuyên bố khả năng tiếp cận</h1>
<p class="lead">{{AGENCY_FULL}} mong muốn mọi người đều dùng được trang này, kể cả người khiếm thị, người cao tuổi, người dùng điện thoại cũ hoặc mạng chậm.</p>
</div>
<div class="reading">
<h2>Ông, bà có thể</h2>
<ul>
<li>phóng to chữ đến 200% bằng nút “Cỡ chữ” hoặc bằng trình duyệt mà không mất nội dung;</li>
<li>chọn nền tối hoặc tăng độ tương phản ở đầu trang;</li>
<li>dùng toàn bộ trang chỉ với bàn phím; phím Tab đi qua các liên kết theo thứ tự đọc, liên kết đầu tiên đưa thẳng tới nội dung chính;</li>
<li>đọc bằng phần mềm đọc màn hình; tiêu đề, danh sách, bảng biểu đều được đánh dấu đúng nghĩa;</li>
<li>nghe đọc bài viết, nếu máy có giọng đọc tiếng Việt;</li>
<li>xem mọi trang khi trình duyệt tắt JavaScript và trên màn hình rộng 320 điểm ảnh.</li>
</ul>
<h2>Tiêu chuẩn áp dụng</h2>
<p>Trang được xây dựng theo Hướng dẫn về khả năng tiếp cận nội dung web WCAG 2.2, mức AA, và được kiểm tra tự động mỗi khi phần mềm thay đổi.</p>
<h2>Điều còn hạn chế</h2>
<ul>
<li>Tin, bài chưa có bản tiếng Anh và tiếng dân tộc thiểu số.</li>
<li>Nút “Nghe đọc” chỉ hiện khi thiết bị có sẵn giọng đọc tiếng Việt.</li>
<li>Việc soạn tin, bài của cán bộ cần JavaScript; bạn đọc không bị ảnh hưởng.</li>
</ul>
<h2>Báo chỗ khó dùng</h2>
<p>Gặp chỗ khó đọc hoặc khó thao tác, xin gọi <a href="tel:{{PHONE_HREF}}">{{PHONE}}</a> hoặc viết thư về <a href="mailto:{{EMAIL}}">{{EMAIL}}</a>, ghi địa chỉ trang và thiết bị đang dùng. Nội dung cần gấp có thể được cung cấp bằng hình thức khác qua điện thoại hoặc tại trụ sở.</p>
</div>
