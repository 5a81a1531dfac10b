{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<label class="govuk-label" for="{{NAME}}">{{LABEL}}</label>
<div id="{{NAME}}-notes">{{#HAS_HINT}}<div class="govuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HAS_HINT}}{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<input class="govuk-file-upload" id="{{NAME}}" name="{{NAME}}" type="file" multiple aria-describedby="{{NAME}}-notes"{{#HAS_ERROR}} aria-invalid="true"{{/HAS_ERROR}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}>
</div>
