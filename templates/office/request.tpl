{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Yêu cầu xác nhận</h1>{{>REQUEST_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
<p>{{ITEM_CODE}}, bản {{VERSION}}{{#ITEM_LINK}}. <a href="{{ITEM_URL}}">Mở trang của bài</a>{{/ITEM_LINK}}</p>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<section class="card stack" aria-labelledby="dieu-can-xac-nhan">
<h2 id="dieu-can-xac-nhan">Điều cần xác nhận</h2>
<p class="pre-line">{{QUESTION:p}}</p>
<p class="small muted">{{BY}} ({{AUTHORITY}}) hỏi {{ASKED}} lúc {{AT}}.</p>
{{#CLOCK}}<p>{{>CLOCK_CHIP}} <span class="small muted">Hạn trả lời {{DUE}}. <a href="{{WHY_URL}}">Vì sao hạn này?</a></span></p>
{{/CLOCK}}</section>
{{#ANSWERED}}<section class="card stack" aria-labelledby="tra-loi">
<h2 id="tra-loi">Trả lời</h2>
<p class="pre-line">{{ANSWER:p}}</p>
<p class="small muted">{{ANSWER_BY}} trả lời lúc {{ANSWER_AT}}.</p>
</section>
{{/ANSWERED}}{{#WAITS_UNIT}}<p class="muted">Đang chờ lãnh đạo đơn vị được hỏi trả lời.</p>
{{/WAITS_UNIT}}{{#WAITS_SUPPLIER}}<p class="muted">Đang chờ người cung cấp hoặc lãnh đạo đơn vị của bài trả lời.</p>
{{/WAITS_SUPPLIER}}{{#MAY_ANSWER}}<form action="{{ACT_URL}}" method="post" class="card stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">
{{>FIELD_ANSWER}}<div class="btns"><button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#send"></use></svg>Gửi trả lời</button></div>
</form>
{{/MAY_ANSWER}}{{#MAY_TAKE_BACK}}<form action="{{ACT_URL}}" method="post" data-once data-confirm="Rút yêu cầu này? Đơn vị được hỏi sẽ không cần trả lời nữa.">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">
<button class="btn btn--danger">Rút yêu cầu</button>
</form>
{{/MAY_TAKE_BACK}}<h2>Nội dung được hỏi</h2>
{{>WORDS}}
