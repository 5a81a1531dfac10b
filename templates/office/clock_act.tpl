{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{ACT_LABEL}}</h1>
<p>{{ITEM_TITLE}}</p></div>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}
<p><b>{{DUTY_TITLE}}</b> <span class="muted">({{DUTY_CLAUSE}})</span><br>{{>CLOCK_CHIP}}{{#HAS_DUE}} <span class="muted">Hạn {{DUE}}</span>{{/HAS_DUE}}</p>
<form action="{{ACT_URL}}" method="post" data-once novalidate>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">
{{>FIELDS}}<div class="btns"><button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_BUTTON}}</button><a class="btn btn--text" href="{{CLOCK_URL}}">Bỏ qua</a></div>
</form>
