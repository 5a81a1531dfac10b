{{%AUTOESCAPE context="HTML"}}<div class="office-head no-print"><h1>Giấy tiếp nhận</h1><div class="btns"><button type="button" class="btn js-only" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In giấy</button></div></div>
<p class="muted no-print">In trên giấy A5 hoặc A4, giao cho người gửi. Mã bí mật để tra cứu; không đọc cho người khác.</p>
<article class="letter slip">
<p>{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h2>GIẤY TIẾP NHẬN TIN, BÀI</h2>
<dl class="facts">
<div><dt>Số trong sổ</dt><dd>{{THING_CODE}}</dd></div>
<div><dt>Tiêu đề</dt><dd>{{THING_TITLE}}</dd></div>
<div><dt>Nhận lúc</dt><dd>{{RECEIVED}}</dd></div>
<div><dt>Nộp bằng</dt><dd>{{MEDIUM}}</dd></div>
<div><dt>Người gửi</dt><dd>{{SENDER}}</dd></div>
{{#HAS_BROUGHT_BY}}<div><dt>Người mang đến</dt><dd>{{BROUGHT_BY}}</dd></div>
{{/HAS_BROUGHT_BY}}{{#HAS_FILES}}<div><dt>Tệp đã nhận</dt><dd>{{#FILE}}{{FILE_WORDS}}<br>{{/FILE}}</dd></div>
{{/HAS_FILES}}{{#HAS_MISSING}}<div><dt>Cần bổ sung</dt><dd>{{MISSING}} (Điều 9 khoản 1 điểm b Quy chế)</dd></div>
{{/HAS_MISSING}}<div><dt>Người nhận</dt><dd>{{REGISTERED_BY}}</dd></div>
</dl>
<div class="row">
<svg class="qr" width="132" height="132" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="Mã QR mở trang tra cứu"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000" d="{{QR_PATH}}"></path></svg>
<div>
<p>Mã tiếp nhận: <b class="nowrap">{{CODE}}</b></p>
<p>Mã bí mật: <b class="nowrap">{{SECRET}}</b></p>
<p class="small">Quét mã, hoặc mở {{TRACK_ADDRESS}}, nhập hai mã trên để xem tin, bài đang ở bước nào.</p>
</div>
</div>
</article>
