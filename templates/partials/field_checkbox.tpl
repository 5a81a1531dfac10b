{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<div id="{{NAME}}-notes">{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<div class="govuk-checkboxes govuk-checkboxes--small">
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="{{NAME}}" name="{{NAME}}" type="checkbox" value="{{VALUE}}" aria-describedby="{{NAME}}-notes"{{#HAS_HINT}} aria-details="{{NAME}}-hint"{{/HAS_HINT}}{{#HAS_ERROR}} aria-invalid="true"{{/HAS_ERROR}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#CHECKED}} checked{{/CHECKED}}>
<label class="govuk-label govuk-checkboxes__label" for="{{NAME}}">{{LABEL}}</label>
{{#HAS_HINT}}<div class="govuk-hint govuk-checkboxes__hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HAS_HINT}}</div>
</div>
</div>
