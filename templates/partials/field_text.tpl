{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<label class="govuk-label" for="{{NAME}}">{{LABEL}}</label>
<div id="{{NAME}}-notes">{{#HAS_HINT}}<div class="govuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HAS_HINT}}{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<input class="govuk-input govuk-input--width-{{WIDTH}}{{#HAS_ERROR}} govuk-input--error{{/HAS_ERROR}}" id="{{NAME}}" name="{{NAME}}" type="{{TYPE}}" value="{{VALUE}}"{{#AUTOCOMPLETE_SHOWN}} autocomplete="{{AUTOCOMPLETE}}"{{/AUTOCOMPLETE_SHOWN}}{{#MAXLENGTH_SHOWN}} maxlength="{{MAXLENGTH}}"{{/MAXLENGTH_SHOWN}} aria-describedby="{{NAME}}-notes"{{#HAS_ERROR}} aria-invalid="true"{{/HAS_ERROR}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}>
</div>
