{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{ACT_LABEL}}</h1>{{>STATE_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{ACT_URL}}" method="post" class="card stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#ASK_CLASSIFICATION}}{{>FIELD_SECTION}}{{>FIELD_ORIGIN}}{{>FIELD_PURPOSE}}{{/ASK_CLASSIFICATION}}{{#ASK_ASSIGNEE}}{{>FIELD_ASSIGNEE}}{{/ASK_ASSIGNEE}}{{#ASK_GROUND}}{{>FIELD_GROUND}}{{/ASK_GROUND}}{{#ASK_REASON}}{{>FIELD_REASON}}{{/ASK_REASON}}{{#ASK_ORIGINAL}}{{>FIELD_ORIGINAL_KIND}}{{>FIELD_ORIGINAL_DOCUMENT}}{{>FIELD_ORIGINAL_SIGNER}}{{>FIELD_ORIGINAL_KEPT}}{{/ASK_ORIGINAL}}{{#ASK_WITHDRAWAL}}{{>FIELD_MODE}}{{>FIELD_NOTICE}}{{>FIELD_REDIRECT}}{{/ASK_WITHDRAWAL}}{{#ASK_CHANGE}}{{>FIELD_CHANGE}}{{>FIELD_CHANGE_NOTE}}{{/ASK_CHANGE}}{{#ASK_CHECKS}}{{>FIELD_CHECKS}}{{/ASK_CHECKS}}{{#ASK_DECLARATION}}{{>FIELD_DECLARED}}{{/ASK_DECLARATION}}<div class="btns">
<button class="btn{{#IS_DANGER}} btn--danger{{/IS_DANGER}}">{{ACT_LABEL}}</button>
{{#ALL_CHECKS}}<button class="btn btn--secondary" name="checks[]" value="{{ALL_CHECKS_CODE}}">Mọi mục đều đạt: {{ACT_LABEL}}</button>
{{/ALL_CHECKS}}<a href="{{ITEM_URL}}" class="btn btn--text">Quay lại bài</a>
</div>
<p class="small muted">Căn cứ: {{CLAUSE}} Quy chế.</p>
</form>
