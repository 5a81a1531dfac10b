{{%AUTOESCAPE context="HTML"}}<h1>Chuyển sang Unicode</h1>
<div class="notice notice--warn" role="alert"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Bài có chữ gõ bằng {{ENCODING_LABEL}}, không phải Unicode</strong> (độ chắc chắn {{CONFIDENCE}} %). Bài như vậy không đăng được (D4.1a). Chưa lưu gì và chưa đổi chữ nào: xin xem bản chuyển dưới đây rồi chọn.</p></div></div>
<div class="table-frame"><table class="table table--blocks encoding">
<caption class="govuk-visually-hidden">Các trường có chữ được chuyển</caption>
<thead><tr><th scope="col">Trường</th><th scope="col">Chữ đã gõ</th><th scope="col">Chuyển sang Unicode</th></tr></thead>
<tbody>
{{#FIELD}}<tr><th scope="row">{{FIELD_LABEL}}</th><td data-label="Chữ đã gõ" class="encoding__text">{{BEFORE_TEXT:p}}</td><td data-label="Unicode" class="encoding__text" lang="vi">{{#PART}}{{#PLAIN}}{{PART_TEXT:p}}{{/PLAIN}}{{#DOUBTFUL}}<mark title="{{DOUBT_WHY}}"><span class="govuk-visually-hidden">[xem lại: </span>{{PART_TEXT:p}}<span class="govuk-visually-hidden">]</span></mark>{{/DOUBTFUL}}{{/PART}}</td></tr>
{{/FIELD}}</tbody></table></div>
{{#NO_DOUBTS}}<p>Không có chữ nào phải ngờ. Xin vẫn đọc lại một lượt.</p>
{{/NO_DOUBTS}}{{#DOUBTS}}<details class="fold card"><summary>{{DOUBT_COUNT}} chữ cần xem lại (tô nền ở bảng trên)</summary>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các chữ cần xem lại</caption>
<thead><tr><th scope="col">Chỗ</th><th scope="col">Trong từ</th><th scope="col">Gốc</th><th scope="col">Chuyển thành</th><th scope="col">Có thể là</th><th scope="col">Vì sao</th></tr></thead>
<tbody>
{{#DOUBT}}<tr><th scope="row">{{DOUBT_FIELD}}, chữ thứ {{DOUBT_POSITION}}</th><td data-label="Trong từ">{{DOUBT_WORD}}</td><td data-label="Gốc">{{DOUBT_WAS}}</td><td data-label="Chuyển thành"><mark>{{DOUBT_IS}}</mark></td><td data-label="Có thể là">{{DOUBT_OTHER}}</td><td data-label="Vì sao">{{DOUBT_WHY}}</td></tr>
{{/DOUBT}}</tbody></table></div>
{{#MORE_DOUBTS}}<p class="muted">Và {{MORE_COUNT}} chữ nữa, đều được tô nền ở bảng trên.</p>
{{/MORE_DOUBTS}}</details>
{{/DOUBTS}}<form action="{{ACTION_URL}}" method="post" class="stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="encoding_from" value="{{ENCODING_KEY}}">
{{#CONVERTED}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/CONVERTED}}<div class="btns"><button class="btn" name="encoding" value="dung"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#save"></use></svg>Dùng bản Unicode và lưu</button>
<button class="btn btn--secondary" name="encoding" value="sua">Dùng bản Unicode, sửa tiếp rồi mới lưu</button></div>
</form>
<form action="{{ACTION_URL}}" method="post" class="stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEEP_KEY}}">
{{#TYPED}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/TYPED}}<div class="btns"><button class="btn btn--text" name="encoding" value="lai">Quay lại, giữ chữ đã gõ</button>
<button class="btn btn--text" name="encoding" value="giu">Đây không phải {{ENCODING_LABEL}}: lưu nguyên chữ đã gõ</button></div>
</form>
