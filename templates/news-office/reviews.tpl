{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Cần xem lại</h1></div>
{{#REPORTS}}<section class="card" aria-labelledby="ban-doc-bao"><h2 id="ban-doc-bao">Bạn đọc báo nội dung đã cũ hoặc sai</h2>
<p class="small muted">Đối chiếu rồi chuyển đơn vị để cập nhật hoặc trả lời; không có căn cứ thì bỏ qua.</p>
<ul class="links">
{{#REPORT}}<li><a href="{{REPORT_ITEM_URL}}">{{REPORT_TITLE}}</a><br><span class="small muted">{{REPORT_SUB}}</span><p class="pre-line">{{REPORT_NOTE:p}}</p>{{#REPORT_HAS_CONTACT}}<p class="small">Thư điện tử của bạn đọc: {{REPORT_CONTACT}}</p>{{/REPORT_HAS_CONTACT}}
<div class="btns btns--row"><form action="{{PASS_URL}}" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{PASS_KEY}}"><button class="btn btn--small">Chuyển đơn vị<span class="govuk-visually-hidden">: {{REPORT_TITLE}}</span></button></form>
<form action="{{DROP_URL}}" method="post" data-once data-confirm="Bỏ thông báo này? Đơn vị sẽ không nhận được."><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{DROP_KEY}}"><button class="btn btn--small btn--danger">Bỏ qua<span class="govuk-visually-hidden">: {{REPORT_TITLE}}</span></button></form></div></li>
{{/REPORT}}</ul></section>
{{/REPORTS}}{{#PART}}<section class="card" aria-labelledby="{{PART_ID}}"><h2 id="{{PART_ID}}">{{PART_HEADING}} <span class="muted">{{PART_COUNT}}</span></h2>
<p class="small muted">{{PART_WHAT}}</p>
<ul class="links">
{{#ROW}}<li><a href="{{ROW_URL}}">{{ROW_TITLE}}</a>{{#CLOCK}} {{>CLOCK_CHIP}}{{/CLOCK}}<br><span class="small muted">{{ROW_SUB}}</span></li>
{{/ROW}}</ul></section>
{{/PART}}{{#RETAINED}}<section class="card" aria-labelledby="den-han-luu-tru"><h2 id="den-han-luu-tru">Hết thời gian ở danh sách</h2>
<p class="small muted">Theo quy định của chuyên mục (Điều 13, khoản 2). Bài lưu trữ rời danh sách và kênh tin, vẫn giữ địa chỉ.</p>
{{#MAY_ARCHIVE}}<form action="{{ACT_URL}}" method="post" data-once data-confirm="Đưa các bài được chọn vào lưu trữ?">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">
<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">Bài đưa vào lưu trữ</legend><div class="govuk-checkboxes govuk-checkboxes--small">
{{#ROW}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="luu-tru-{{ROW_ID}}" name="items[]" type="checkbox" value="{{ROW_ID}}" checked><label class="govuk-label govuk-checkboxes__label" for="luu-tru-{{ROW_ID}}">{{ROW_TITLE}}<br><span class="small muted">{{ROW_SUB}}</span></label></div>
{{/ROW}}</div></fieldset>
<div class="btns"><button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#archive"></use></svg>Đưa vào lưu trữ</button></div>
</form>
{{/MAY_ARCHIVE}}{{#MAY_SEE}}<ul class="links">
{{#ROW}}<li><a href="{{ROW_URL}}">{{ROW_TITLE}}</a><br><span class="small muted">{{ROW_SUB}}</span></li>
{{/ROW}}</ul>
{{/MAY_SEE}}</section>
{{/RETAINED}}{{#URGENT_COUNT}}<p class="small muted">{{URGENT_WORDS}}</p>
{{/URGENT_COUNT}}{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg><p>Không có bài nào cần xem lại.</p></div>{{/NOTHING}}
