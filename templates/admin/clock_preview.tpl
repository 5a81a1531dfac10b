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
{{/NONE_MOVED}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các thời hạn đang chạy với hạn hiện nay và hạn sau thay đổi</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Hạn hiện nay</th><th scope="col">Hạn sau thay đổi</th><th scope="col">Kết quả</th></tr></thead>
<tbody>
{{#ROW}}<tr class="{{#CHANGED}}is-today{{/CHANGED}}">
<td class="table__title">{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#NO_LINK}}{{TITLE}}{{/NO_LINK}}<span class="table__sub">{{SUB}}</span></td>
<td data-label="Hạn hiện nay">{{OLD_DUE}}</td>
<td data-label="Hạn sau">{{NEW_DUE}}</td>
<td><span class="state">{{#CHANGED}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-clock"></use></svg>Đổi hạn{{/CHANGED}}{{#SAME}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#minus"></use></svg>Giữ nguyên{{/SAME}}</span></td>
</tr>
{{/ROW}}</tbody>
</table></div>
{{/TABLE}}{{#LEFT_OUT}}<p class="small muted">Còn {{LEFT_OUT_COUNT}} thời hạn nữa không hiện ở đây; tất cả đều được tính lại.</p>
{{/LEFT_OUT}}</section>
<form method="post" action="{{ACTION}}" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#SENT}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/SENT}}<div class="btns"><button class="btn" name="buoc" value="xac-nhan">{{SUBMIT}}</button><button class="btn btn--secondary" name="buoc" value="sua">Sửa lại</button></div>
</form>
