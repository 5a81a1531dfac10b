{{%AUTOESCAPE context="HTML"}}<div class="govuk-error-summary" tabindex="-1" role="alert" aria-labelledby="error-summary-title">
<h2 class="govuk-error-summary__title" id="error-summary-title"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg>{{#SUMMARY_TITLE_SHOWN}}{{SUMMARY_TITLE}}{{/SUMMARY_TITLE_SHOWN}}{{#COUNT_SHOWN}}Chưa lưu được, còn {{COUNT}} chỗ cần sửa{{/COUNT_SHOWN}}</h2>
<ul class="govuk-error-summary__list">
{{#ITEM}}<li><a href="#{{FIELD}}">{{MESSAGE}}</a></li>
{{/ITEM}}</ul>
</div>
