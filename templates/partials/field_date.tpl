{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<label class="govuk-label" for="{{NAME}}">{{LABEL}}</label>
<div id="{{NAME}}-notes">
<div class="govuk-hint" id="{{NAME}}-hint">{{#HAS_HINT}}{{HINT}} {{/HAS_HINT}}Ví dụ 25/11/2026</div>
{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<input class="govuk-input govuk-input--width-10{{#HAS_ERROR}} govuk-input--error{{/HAS_ERROR}}" id="{{NAME}}" name="{{NAME}}" value="{{VALUE}}" autocomplete="off" maxlength="10" placeholder="dd/mm/yyyy" aria-describedby="{{NAME}}-notes"{{#HAS_ERROR}} aria-invalid="true"{{/HAS_ERROR}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}>
</div>
