{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{LABEL}}</h1>{{>STATE_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
<p>{{LEAD_TEXT}}</p>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{ACTION_URL}}" method="post" class="card stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD_AT}}{{#ASK_MODE}}{{>FIELD_MODE}}{{>FIELD_NOTICE}}{{/ASK_MODE}}{{#ASK_CHANGE}}{{>FIELD_CHANGE}}{{>FIELD_CHANGE_NOTE}}{{/ASK_CHANGE}}<div class="btns">
<button class="btn">{{LABEL}}</button>
<a href="{{ITEM_URL}}" class="btn btn--text">Quay lại bài</a>
</div>
</form>
