{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1><div class="btns">{{#BUTTON}}<a class="btn" href="{{BUTTON_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>{{BUTTON_LABEL}}</a>{{/BUTTON}}</div></div>
{{#HAS_LEAD}}<p class="muted">{{LEAD}}</p>
{{/HAS_LEAD}}{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><h2>Chưa có mục nào</h2><p>{{EMPTY_TEXT}}</p></div>
{{/NOTHING}}{{#GROUP}}{{#HAS_GROUP_TITLE}}<h2>{{GROUP_TITLE}}</h2>
{{/HAS_GROUP_TITLE}}<div class="table-frame"><table class="table table--blocks">
<thead class="govuk-visually-hidden"><tr><th scope="col">Mục</th><th scope="col">Trạng thái</th><th scope="col">Việc làm được</th></tr></thead>
<tbody>
{{#ROW}}<tr{{#IS_CHILD}} class="is-child"{{/IS_CHILD}}><td class="table__title">{{#LINK_TITLE}}<a href="{{ROW_URL}}">{{ROW_TITLE}}</a>{{/LINK_TITLE}}{{#PLAIN_TITLE}}<b>{{ROW_TITLE}}</b>{{/PLAIN_TITLE}}{{#LINE}}<span class="table__sub">{{LINE_TEXT}}</span>{{/LINE}}</td>
<td>{{#CHIP}}<span class="chip chip--{{CHIP_KIND}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{CHIP_ICON}}"></use></svg>{{CHIP_TEXT}}</span> {{/CHIP}}</td>
<td><div class="btns btns--row">{{#ACTION}}{{#ACTION_LINK}}<a href="{{ACTION_URL}}" class="btn btn--small btn--secondary">{{ACTION_LABEL}}</a>{{/ACTION_LINK}}{{#ACTION_FORM}}<form action="{{ACTION_URL}}" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">{{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE}}">{{/HIDDEN}}<button class="btn btn--small{{#ACTION_DANGER}} btn--danger{{/ACTION_DANGER}} btn--secondary">{{ACTION_LABEL}}</button></form>{{/ACTION_FORM}}{{/ACTION}}</div></td></tr>
{{/ROW}}</tbody></table></div>
{{/GROUP}}
