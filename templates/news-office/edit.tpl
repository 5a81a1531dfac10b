{{%AUTOESCAPE context="HTML"}}<h1>{{HEADING}}</h1>
{{#STALE}}<div class="notice notice--warn" role="alert"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Bài đã được thay đổi sau khi ông, bà mở trang này.</strong> {{STALE_TEXT}} Nội dung ông, bà vừa gõ vẫn ở dưới đây, chưa lưu. <a href="{{CURRENT_URL}}" target="_blank" rel="noopener">Mở bản mới nhất ở thẻ khác</a> để đối chiếu, sửa cho đủ rồi lưu; bản lưu sẽ là phiên bản tiếp theo, không mất bản nào.</p></div></div>
{{/STALE}}{{#THEIRS}}<details class="fold card" open><summary>Bản {{THEIR_VERSION}}, đang lưu trên hệ thống</summary>
{{>WORDS}}</details>
<h2>Bản ông, bà vừa gõ, chưa lưu</h2>
{{/THEIRS}}{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{ACTION_URL}}" method="post" class="card stack" data-once data-draft="article">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD_TITLE}}
{{#CHOOSE_SECTION}}{{>FIELD_SECTION}}{{/CHOOSE_SECTION}}{{#FIXED_SECTION}}<input type="hidden" name="section" value="{{SECTION_ID}}"><p class="muted">Chuyên mục: <b>{{SECTION_TITLE}}</b>, do Thư ký phân loại.</p>
{{/FIXED_SECTION}}{{#CHOOSE_UNIT}}{{>FIELD_UNIT}}{{/CHOOSE_UNIT}}{{#ONE_UNIT}}<input type="hidden" name="unit" value="{{UNIT_ID}}">{{/ONE_UNIT}}
{{>FIELD_SUMMARY}}
{{>FIELD_EVENT_AT}}
{{#EVENT_FIELDS}}<details class="fold"><summary>Hội nghị, hội thảo, tập huấn: thời gian, địa điểm, đăng ký</summary>
<div class="form-cols">{{>FIELD_STARTS_AT}}{{>FIELD_ENDS_AT}}{{>FIELD_PLACE}}{{>FIELD_REGISTRATION}}</div></details>
{{/EVENT_FIELDS}}{{>FIELD_BODY}}
<div class="form-cols">{{>FIELD_SOURCE}}{{>FIELD_AUTHOR_LINE}}</div>
{{#CORRECTION}}{{>FIELD_CHANGE_NOTE}}{{/CORRECTION}}<div class="form-actions"><div class="btns">
<button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#save"></use></svg>Lưu phiên bản</button>
<a class="btn btn--text" href="{{CANCEL_URL}}">Bỏ thay đổi</a>
</div></div>
</form>
