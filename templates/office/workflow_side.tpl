{{%AUTOESCAPE context="HTML"}}{{>CLOCKS}}{{#REQUESTS}}<section class="card" aria-labelledby="yeu-cau-xac-nhan">
<h2 id="yeu-cau-xac-nhan">Yêu cầu xác nhận</h2>
{{#ASK}}<p><a class="btn btn--secondary btn--small" href="{{ASK_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-question-mark"></use></svg>Hỏi để xác nhận</a></p>
{{/ASK}}<ul class="links">
{{#REQUEST}}<li>{{>REQUEST_CHIP}}<br><a href="{{REQUEST_URL}}">Hỏi {{REQUEST_TO}}</a><br><span class="small muted">{{REQUEST_AT}}{{#REQUEST_ENDED}}, trả lời {{REQUEST_END}}{{/REQUEST_ENDED}}</span></li>
{{/REQUEST}}</ul>
</section>
{{/REQUESTS}}{{#FLAGS}}<section class="card" aria-labelledby="bao-cu">
<h2 id="bao-cu">Báo thông tin đã cũ</h2>
<ul class="links">
{{#FLAG}}<li>{{>FLAG_CHIP}}<br><span class="pre-line">{{FLAG_NOTE:p}}</span><br><span class="small muted">{{FLAG_BY}}, {{FLAG_AT}}</span>{{#FLAG_ANSWERED}}<br><span class="small">{{FLAG_ANSWER}}</span>{{/FLAG_ANSWERED}}</li>
{{/FLAG}}</ul>
</section>
{{/FLAGS}}{{#LETTERS}}<section class="card" aria-labelledby="thong-bao">
<h2 id="thong-bao">Thông báo cho người gửi</h2>
<ul class="links">
{{#LETTER}}<li><a href="{{LETTER_URL}}">{{LETTER_NAME}}</a><br><span class="small muted">{{LETTER_AT}} · {{LETTER_GROUND}}</span></li>
{{/LETTER}}</ul>
</section>
{{/LETTERS}}{{#REPLIES}}<section class="card" aria-labelledby="thu-tra-loi">
<h2 id="thu-tra-loi">Thư trả lời</h2>
<ul class="links">
{{#REPLY}}<li>{{#REPLY_LINK}}<a href="{{REPLY_URL}}">{{REPLY_TITLE}}</a>{{/REPLY_LINK}}{{#REPLY_PLAIN}}{{REPLY_TITLE}}{{/REPLY_PLAIN}}<br><span class="small muted">{{REPLY_FROM}}, {{REPLY_AT}}</span>{{#REPLY_TEXT_SHOWN}}<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Nội dung thư</span></summary><div class="govuk-details__text pre-line">{{REPLY_TEXT:p}}</div></details>{{/REPLY_TEXT_SHOWN}}</li>
{{/REPLY}}</ul>
</section>
{{/REPLIES}}{{#CHECKLIST}}<section class="card" aria-labelledby="phieu-kiem-tra">
<h2 id="phieu-kiem-tra">Kiểm tra chất lượng <span class="muted">{{CHECKS_DONE}}/{{CHECKS_ALL}}</span></h2>
{{#CHECK_LIST}}<ul class="checklist">
{{#CHECK}}<li class="checklist__item checklist__item--{{#CHECK_TICKED}}ok{{/CHECK_TICKED}}{{#CHECK_TODO}}todo{{/CHECK_TODO}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle{{#CHECK_TICKED}}-check{{/CHECK_TICKED}}"></use></svg><span><span class="govuk-visually-hidden">{{#CHECK_TICKED}}Đạt: {{/CHECK_TICKED}}{{#CHECK_TODO}}Chưa kiểm tra: {{/CHECK_TODO}}</span>{{CHECK_LABEL}}</span></li>
{{/CHECK}}</ul>
{{/CHECK_LIST}}{{#CHECK_FORM}}<form action="{{CHECK_URL}}" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">Phiếu kiểm tra chất lượng của bản này</legend>
<div class="govuk-checkboxes govuk-checkboxes--small">
{{#CHECK}}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{{CHECK_ID}}" name="checks[]" type="checkbox" value="{{CHECK_CODE}}"{{#CHECK_TICKED}} checked{{/CHECK_TICKED}}><label class="govuk-label govuk-checkboxes__label" for="{{CHECK_ID}}">{{CHECK_LABEL}}</label></div>
{{/CHECK}}</div></fieldset>
<div class="btns"><button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#list-checks"></use></svg>Lưu phiếu</button></div>
</form>
{{/CHECK_FORM}}</section>
{{/CHECKLIST}}{{#SUPPLIER}}<section class="card" aria-labelledby="nguoi-cung-cap">
<h2 id="nguoi-cung-cap">Người cung cấp</h2>
<p><b>{{SUPPLIER_NAME}}</b>{{#SUPPLIER_TITLE_SHOWN}}, {{SUPPLIER_TITLE}}{{/SUPPLIER_TITLE_SHOWN}}{{#SUPPLIER_UNIT_SHOWN}}<br>{{SUPPLIER_UNIT}}{{/SUPPLIER_UNIT_SHOWN}}{{#SUPPLIER_EMAIL_SHOWN}}<br><a href="mailto:{{SUPPLIER_EMAIL}}">{{SUPPLIER_EMAIL}}</a>{{/SUPPLIER_EMAIL_SHOWN}}{{#SUPPLIER_PHONE_SHOWN}}<br><span class="nowrap">{{SUPPLIER_PHONE}}</span>{{/SUPPLIER_PHONE_SHOWN}}</p>
{{#SUPPLIER_HIDDEN}}<p class="small muted">Thông tin liên lạc chỉ hiện với người xử lý bài (D9.1b).</p>
{{/SUPPLIER_HIDDEN}}{{#ORIGIN}}<p class="small">Vào từ sổ tiếp nhận: <a href="{{ORIGIN_URL}}">{{ORIGIN_CODE}}</a></p>
{{/ORIGIN}}{{#UNIT_APPROVED}}<p><span class="chip chip--green"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#badge-check"></use></svg>Lãnh đạo đơn vị đã duyệt</span></p>
{{/UNIT_APPROVED}}{{#PERSONAL}}<p><span class="chip chip--grey"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#user-check"></use></svg>Đã cam đoan về tính chính xác</span></p>
{{/PERSONAL}}</section>
{{/SUPPLIER}}<section class="card" aria-labelledby="thong-tin-bai">
<h2 id="thong-tin-bai">Thông tin về bài</h2>
<dl class="facts">
{{#FACT}}<div><dt>{{FACT_LABEL}}</dt><dd>{{FACT_VALUE}}</dd></div>
{{/FACT}}</dl>
</section>
<section class="card" aria-labelledby="lich-su">
<h2 id="lich-su">Lịch sử</h2>
<ol class="timeline">
{{#ENTRY}}<li><b><time datetime="{{WHEN_ISO}}">{{WHEN}}</time></b> {{WHO}} {{WHAT}}{{#AUTHORITY_SHOWN}} <span class="muted">({{AUTHORITY}})</span>{{/AUTHORITY_SHOWN}}{{#GROUND_SHOWN}}<span class="timeline__note">Căn cứ: {{GROUND}}</span>{{/GROUND_SHOWN}}{{#NOTE_SHOWN}}<span class="timeline__note">Lý do: {{NOTE}}</span>{{/NOTE_SHOWN}}</li>
{{/ENTRY}}</ol>
</section>
{{#VERSIONS}}<section class="card" aria-labelledby="phien-ban">
<h2 id="phien-ban">Phiên bản</h2>
{{#COMPARABLE}}<p><a class="btn btn--secondary btn--small" href="{{COMPARE_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg>So sánh hai bản</a></p>
{{/COMPARABLE}}<ul class="links">
{{#VERSION}}<li><a href="{{VERSION_URL}}">Bản {{VERSION_NUMBER}}</a>, {{VERSION_AT}}<br><span class="small muted">{{VERSION_BY}}, {{VERSION_STEP}}{{#VERSION_PUBLISHED}} · bạn đọc đang xem{{/VERSION_PUBLISHED}}{{#VERSION_PASSED}} · đã qua kiểm tra lần cuối{{/VERSION_PASSED}}</span></li>
{{/VERSION}}</ul>
</section>
{{/VERSIONS}}
