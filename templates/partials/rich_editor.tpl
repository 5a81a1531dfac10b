{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<label class="govuk-label" for="{{NAME}}" id="{{NAME}}-label">{{LABEL}}</label>
<div id="{{NAME}}-notes">{{#HAS_HINT}}<div class="govuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HAS_HINT}}{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<div class="rich-editor">
<noscript><div class="notice notice--warn"><div class="notice__body"><p><strong>Soạn nội dung cần JavaScript.</strong> Bật JavaScript trong trình duyệt rồi tải lại trang. Các trường khác và mọi bước duyệt vẫn dùng được khi không có JavaScript.</p></div></div></noscript>
<textarea class="rich-editor__source" id="{{NAME}}" name="{{NAME}}" aria-describedby="{{NAME}}-notes"{{#HAS_ERROR}} aria-invalid="true"{{/HAS_ERROR}} hidden>
{{BODY_JSON:p}}</textarea>
</div>
</div>
