{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Bổ sung thông tin người gửi</h1>
<p>Tin, bài mã <b>{{CODE}}</b> đã tới Ban Biên tập và còn thiếu thông tin về người gửi (Điều 9 khoản 1 điểm b Quy chế). Thông tin chỉ người xử lý tin, bài xem được, không đăng trên trang.</p>
<p class="small muted">Liên kết này dùng được một lần, đến {{UNTIL}}.</p>
{{#HAS_ERRORS}}<div class="govuk-error-summary" role="alert" aria-labelledby="loi" tabindex="-1">
<h2 class="govuk-error-summary__title" id="loi">Chưa gửi được, xin xem lại</h2>
<ul class="govuk-list govuk-error-summary__list">
{{#ERROR_ITEM}}<li><a href="#{{ERROR_FIELD}}">{{ERROR_TEXT}}</a></li>
{{/ERROR_ITEM}}</ul>
</div>
{{/HAS_ERRORS}}<form action="{{ACTION}}" method="post" class="stack" data-once novalidate>
{{#FIELD}}<div class="govuk-form-group{{#FAILED}} govuk-form-group--error{{/FAILED}}">
<label class="govuk-label" for="{{FIELD_NAME}}">{{FIELD_LABEL}}</label>
<div id="{{FIELD_NAME}}-notes">{{#HAS_HINT}}<div class="govuk-hint">{{HINT}}</div>
{{/HAS_HINT}}{{#FAILED}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{FIELD_ERROR}}</span></p>
{{/FAILED}}</div>
<input class="govuk-input" id="{{FIELD_NAME}}" name="{{FIELD_NAME}}" type="{{FIELD_TYPE}}" value="{{FIELD_VALUE}}" autocomplete="{{FIELD_COMPLETES}}" maxlength="{{FIELD_MOST}}" aria-describedby="{{FIELD_NAME}}-notes"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#FAILED}} aria-invalid="true"{{/FAILED}}>
</div>
{{/FIELD}}<div class="govuk-visually-hidden" aria-hidden="true"><label for="website">Để trống ô này</label><input id="website" name="website" type="text" value="" tabindex="-1" autocomplete="off"></div>
<div class="btns"><button class="btn">Gửi thông tin</button></div>
</form>
</div>
