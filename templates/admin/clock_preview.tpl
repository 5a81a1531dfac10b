{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1><p class="muted">Chưa có gì thay đổi. Xem kỹ rồi xác nhận ở cuối trang.</p></div>
<section class="card" aria-labelledby="thay-doi">
<h2 id="thay-doi">Thay đổi sẽ ghi</h2>
<ul>
{{#CHANGE}}<li>{{CHANGE_TEXT}}</li>
{{/CHANGE}}</ul>
</section>
<section aria-labelledby="thoi-han-dang-chay">
<h2 id="thoi-han-dang-chay">Thời hạn đang chạy</h2>
{{#SOME_MOVED}}<p><strong>{{MOVED_COUNT}}</strong> trong {{OPEN_COUNT}} thời hạn đang chạy có hạn mới. Hạn cũ và hạn mới đều được ghi lại.</p>
{{/SOME_MOVED}}{{#NONE_MOVED}}<p>Không thời hạn nào trong {{OPEN_COUNT}} thời hạn đang chạy đổi hạn.</p>
{{/NONE_MOVED}}{{#TABLE}}{{>ROWS}}{{/TABLE}}{{#SAME_TABLE}}<details class="fold card"><summary>Các thời hạn giữ nguyên</summary>
{{>ROWS}}</details>
{{/SAME_TABLE}}{{#LEFT_OUT}}<p class="small muted">Còn {{LEFT_OUT_COUNT}} thời hạn nữa không hiện ở đây; tất cả đều được tính lại và đều có trong tệp.</p>
{{/LEFT_OUT}}</section>
<form method="post" action="{{ACTION}}" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#SENT}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/SENT}}<div class="btns"><button class="btn" name="buoc" value="xac-nhan">{{SUBMIT}}</button><button class="btn btn--secondary" name="buoc" value="sua">Sửa lại</button></div>
</form>
<form method="post" action="{{ACTION}}">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#SENT_FOR_FILE}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/SENT_FOR_FILE}}<button class="btn btn--text" name="buoc" value="tep"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#download"></use></svg>Tải mọi thời hạn thành tệp (CSV)</button>
</form>
