{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Đã nhận thông báo</h1>
<p>Cảm ơn bạn đã báo về bài “{{ARTICLE_TITLE}}”. Thư ký Ban Biên tập sẽ xem và chuyển đơn vị chịu trách nhiệm nội dung.</p>
<div class="btns"><a class="btn" href="{{ARTICLE_URL}}">Quay lại bài</a></div>
</div>
