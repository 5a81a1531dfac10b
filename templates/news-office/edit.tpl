{{%AUTOESCAPE context="HTML"}}<h1>{{HEADING}}</h1>
{{#WATCHED}}{{>PRESENCE}}<div class="notice notice--info" role="status" data-newer hidden><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg><div class="notice__body"><p data-newer-words></p></div></div>
{{/WATCHED}}{{>DRAFTS}}{{#FROM_DRAFT}}<div class="notice notice--ok" role="status"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#file-pen"></use></svg><div class="notice__body"><p>Đang dùng bản nháp gõ đến {{FROM_DRAFT_AT}}, chưa lưu thành phiên bản.</p></div></div>
{{/FROM_DRAFT}}{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{ACTION_URL}}" method="post" class="card stack" autocomplete="off" data-once data-autosave="edit"{{#FILES_FORM}} enctype="multipart/form-data"{{/FILES_FORM}}>
{{#FILES_FORM}}<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Lưu phiên bản</button>
{{/FILES_FORM}}
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="base" value="{{BASE}}"><input type="hidden" name="draft" value="{{DRAFT_KEY}}">
<input type="hidden" data-draft-owner value="{{DRAFT_OWNER}}"><input type="hidden" data-draft-subject value="{{DRAFT_SUBJECT}}"><input type="hidden" data-draft-url value="{{DRAFT_URL}}">
{{>FIELD_TITLE}}
{{#CHOOSE_SECTION}}{{>FIELD_SECTION}}{{/CHOOSE_SECTION}}{{#FIXED_SECTION}}<input type="hidden" name="section" value="{{SECTION_ID}}"><p class="muted">Chuyên mục: <b>{{SECTION_TITLE}}</b>, do Thư ký phân loại.</p>
{{/FIXED_SECTION}}{{#CHOOSE_UNIT}}{{>FIELD_UNIT}}{{/CHOOSE_UNIT}}{{#ONE_UNIT}}<input type="hidden" name="unit" value="{{UNIT_ID}}">{{/ONE_UNIT}}
{{>FIELD_SUMMARY}}
{{>FIELD_EVENT_AT}}
{{#EVENT_FIELDS}}<details class="fold"><summary>Hội nghị, hội thảo, tập huấn: thời gian, địa điểm, đăng ký</summary>
<div class="form-cols">{{>FIELD_STARTS_AT}}{{>FIELD_ENDS_AT}}{{>FIELD_PLACE}}{{>FIELD_REGISTRATION}}</div></details>
{{/EVENT_FIELDS}}{{>FIELD_BODY}}
{{>FILES}}{{#NO_FILES_YET}}<p class="muted">Lưu bài rồi thêm ảnh, tệp đính kèm ở trang sửa bài.</p>
{{/NO_FILES_YET}}<div class="form-cols">{{>FIELD_SOURCE}}{{>FIELD_AUTHOR_LINE}}</div>
{{#CORRECTION}}{{>FIELD_CHANGE_NOTE}}{{/CORRECTION}}<div class="notice notice--warn" role="status" data-encoding hidden><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p data-encoding-words></p><div class="btns btns--row"><button type="button" class="btn btn--secondary" data-encoding-show>Xem bản chuyển sang Unicode</button></div></div></div>
<div class="form-actions"><div class="btns">
<button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#save"></use></svg>Lưu phiên bản</button>
<a class="btn btn--text" href="{{CANCEL_URL}}">Bỏ thay đổi</a>
<p class="save-state js-only" data-save-state></p><span class="govuk-visually-hidden" role="status" data-save-live></span>
</div></div>
</form>
