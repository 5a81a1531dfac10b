{{%AUTOESCAPE context="HTML"}}<div class="error-page">
<h1>Chuyên mục không còn hiển thị</h1>
<p>Ban Biên tập đã ẩn chuyên mục “{{SECTION_TITLE}}”. Các bài đã đăng trong chuyên mục vẫn đọc được ở địa chỉ cũ của từng bài.</p>
<p>Cần tìm hiểu thêm, xin gọi <a href="tel:{{PHONE_HREF}}">{{PHONE}}</a> trong giờ làm việc.</p>
<div class="btns"><a class="btn" href="/">Về trang chủ</a><a class="btn btn--secondary" href="/so-do-trang">Sơ đồ trang</a></div>
</div>
