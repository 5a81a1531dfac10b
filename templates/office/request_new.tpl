{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Yêu cầu xác nhận</h1></div>
<p class="lead">{{ITEM_TITLE}}</p>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{ACT_URL}}" method="post" class="card stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD_TO}}{{>FIELD_UNIT}}{{>FIELD_QUESTION}}<div class="btns">
<button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#send"></use></svg>Gửi yêu cầu</button>
<a href="{{ITEM_URL}}" class="btn btn--text">Quay lại bài</a>
</div>
<p class="small muted">Căn cứ: Điều 12, khoản 1 Quy chế. Nơi được hỏi có thời hạn riêng để trả lời. Thời hạn của Ban Biên tập vẫn chạy trong lúc chờ trả lời.</p>
</form>
