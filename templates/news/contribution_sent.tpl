{{%AUTOESCAPE context="HTML"}}<div class="reading receipt">
<h1>Đã nhận tin, bài</h1>
{{#IS_REPEAT}}<div class="notice notice--info"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><div class="notice__body"><p>Biểu mẫu này đã được nhận từ trước; dưới đây là giấy tiếp nhận của lần đó. Tệp gửi thêm lần này không được nhận: xin <a href="{{FORM_URL}}">gửi bằng biểu mẫu mới</a>.</p></div></div>
{{/IS_REPEAT}}<p>Cảm ơn ông, bà <b>{{SENDER}}</b> đã gửi tin, bài cho Ban Biên tập. Xin ghi lại hoặc in trang này: mã bí mật chỉ hiện ở đây, không được gửi qua thư.</p>
<h2>Mã tiếp nhận</h2>
<p class="code-box">{{CODE}}</p>
<h2>Mã bí mật</h2>
<p class="code-box">{{SECRET}}</p>
<dl class="facts">
<div><dt>Tiêu đề</dt><dd>{{TITLE_SENT}}</dd></div>
<div><dt>Nhận lúc</dt><dd><time datetime="{{SENT_ISO}}">{{SENT_AT}}</time></dd></div>
{{#HAS_FILES}}<div><dt>Tệp</dt><dd><ul class="plain">{{#FILE}}<li>{{FILE_WORDS}}</li>{{/FILE}}</ul></dd></div>
{{/HAS_FILES}}</dl>
<div class="row">
<svg width="132" height="132" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="Mã QR mở trang tra cứu"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000" d="{{QR_PATH}}"></path></svg>
<p class="small">Quét mã, hoặc mở {{TRACK_ADDRESS}}, rồi nhập mã bí mật để xem tin, bài đang ở bước nào.</p>
</div>
<h2>Việc tiếp theo</h2>
<p>Trong vòng một phút, tin, bài được ghi vào sổ tiếp nhận. Giấy báo có số trong sổ được gửi tới {{EMAIL}}. Thư ký Ban Biên tập phân loại rồi chuyển người biên tập; khi đăng, đường dẫn hiện ở trang tra cứu.</p>
<div class="btns no-print"><a class="btn" href="{{TRACK_URL}}">Tra cứu</a><button type="button" class="btn btn--secondary js-only" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In trang này</button><a class="btn btn--text" href="{{FORM_URL}}">Gửi tin, bài khác</a></div>
</div>
