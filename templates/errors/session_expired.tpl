{{%AUTOESCAPE context="HTML"}}<div class="login card">
<h1>Phiên làm việc đã hết</h1>
<p>Những gì ông, bà vừa viết vẫn còn nguyên, chưa gửi đi. Hãy đăng nhập lại, trang sẽ đưa trở lại đúng chỗ đang làm.</p>
<form method="post" action="/quan-tri/dang-nhap">
<input type="hidden" name="_csrf" value="{{TOKEN}}">
<input type="hidden" name="held_path" value="{{PATH}}">
{{#FIELD}}<input type="hidden" name="held_{{NAME}}" value="{{VALUE:p}}">
{{/FIELD}}<div class="btns"><button class="btn">Đăng nhập lại, giữ nội dung đã viết</button></div>
</form>
</div>
