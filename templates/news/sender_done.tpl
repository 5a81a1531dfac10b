{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Đã nhận thông tin</h1>
<p>Cảm ơn ông, bà đã bổ sung thông tin. Thư ký Ban Biên tập sẽ phân loại tin, bài và chuyển người biên tập.</p>
<div class="btns"><a class="btn" href="/">Về trang chủ</a></div>
</div>
