{{%AUTOESCAPE context="HTML"}}<div class="govuk-form-group{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<fieldset class="govuk-fieldset" aria-describedby="{{NAME}}-notes">
<legend class="govuk-fieldset__legend">{{LEGEND}}</legend>
<div id="{{NAME}}-notes">{{#HAS_HINT}}<div class="govuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HAS_HINT}}{{#HAS_ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}</div>
<div class="govuk-checkboxes govuk-checkboxes--small">
{{#CHOICE}}<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="{{CHOICE_ID}}" name="{{CHOICE_NAME}}" type="checkbox" value="{{CHOICE_VALUE}}"{{#CHOICE_HINT_SHOWN}} aria-describedby="{{CHOICE_ID}}-item-hint"{{/CHOICE_HINT_SHOWN}}{{#CHOICE_CHECKED}} checked{{/CHOICE_CHECKED}}>
<label class="govuk-label govuk-checkboxes__label" for="{{CHOICE_ID}}">{{CHOICE_LABEL}}</label>
{{#CHOICE_HINT_SHOWN}}<div class="govuk-hint govuk-checkboxes__hint" id="{{CHOICE_ID}}-item-hint">{{CHOICE_HINT}}</div>
{{/CHOICE_HINT_SHOWN}}</div>
{{/CHOICE}}</div>
</fieldset>
</div>
