{{%AUTOESCAPE context="HTML"}}<div class="error-page">
<p class="eyebrow">Lỗi {{STATUS}}</p>
<h1>{{HEADING}}</h1>
<p>{{WHAT}}</p>
<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg>
<div class="notice__body"><p><strong>Nội dung vừa gửi chưa mất.</strong> Toàn bộ còn ở dưới đây; có thể chép lại hoặc gửi lại.</p></div>
</div>
<p>{{TODO}}</p>
{{#KEPT}}<div class="govuk-form-group">
<label class="govuk-label" for="{{KEPT_ID}}">{{KEPT_LABEL}}</label>
<textarea class="govuk-textarea" id="{{KEPT_ID}}" rows="{{KEPT_ROWS}}" readonly>
{{KEPT_TEXT:p}}</textarea>
</div>
{{/KEPT}}{{#RESEND}}<form action="{{RESEND_URL}}" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}">
{{#SENT}}<input type="hidden" name="{{SENT_NAME}}" value="{{SENT_VALUE:p}}">
{{/SENT}}<div class="btns"><button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#send"></use></svg>Gửi lại nội dung này</button></div>
</form>
{{/RESEND}}{{#HAS_LINK}}<p><a href="{{LINK_URL}}">{{LINK_LABEL}}</a></p>
{{/HAS_LINK}}<p class="small muted">Mã yêu cầu: <b>{{REQUEST_ID}}</b></p>
</div>
