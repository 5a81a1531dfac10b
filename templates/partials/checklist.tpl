{{%AUTOESCAPE context="HTML"}}<ul class="checklist">
{{#CHECK}}<li class="checklist__item checklist__item--{{CHECK_KIND}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{CHECK_ICON}}"></use></svg><span><span class="govuk-visually-hidden">{{CHECK_STATE}}: </span>{{CHECK_LABEL}}</span></li>
{{/CHECK}}</ul>
