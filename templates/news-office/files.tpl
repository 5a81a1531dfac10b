{{%AUTOESCAPE context="HTML"}}<fieldset class="files" id="tep">
<legend>Ảnh và tệp đính kèm</legend>
<input type="hidden" data-files-url value="{{FILES_URL}}">
<div class="govuk-form-group{{#HAS_DOCUMENT_ERROR}} govuk-form-group--error{{/HAS_DOCUMENT_ERROR}}">
<label class="govuk-label" for="tai_lieu">Lấy nội dung từ tệp Word hoặc Writer</label>
<div class="govuk-hint" id="tai_lieu-hint">Một tệp docx, doc, odt hoặc rtf, nhiều nhất {{DOCUMENT_LIMIT}}. Ông, bà xem bản chuyển cạnh bản gốc rồi mới lấy vào bài; bạn đọc không tải được tệp này.</div>
{{#HAS_DOCUMENT_ERROR}}<p class="govuk-error-message" id="tai_lieu-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{DOCUMENT_ERROR}}</span></p>
{{/HAS_DOCUMENT_ERROR}}<div class="files__send"><input class="files__input" type="file" id="tai_lieu" name="tai_lieu" accept=".docx,.doc,.odt,.rtf" aria-describedby="tai_lieu-hint" data-files-input>
<button class="btn btn--small btn--secondary" name="them_tep" value="tai_lieu" data-files-send><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#file-text"></use></svg>Tải văn bản lên</button></div>
</div>
<ul class="files__list" data-documents-list>
{{#DOCUMENT}}<li class="files__one"><div><p><b>{{DOCUMENT_NAME}}</b> <span class="muted">({{DOCUMENT_FACTS}})</span></p>
<p class="small{{#IS_REFUSED}} files__refused{{/IS_REFUSED}}">{{DOCUMENT_STATE}}</p>{{#USED}}<p class="small muted">{{DOCUMENT_USE}}</p>{{/USED}}{{#IS_READY}}<a class="btn btn--small btn--text" href="{{DOCUMENT_URL}}">Xem và lấy vào bài<span class="govuk-visually-hidden"> {{DOCUMENT_NAME}}</span></a>{{/IS_READY}}</div></li>
{{/DOCUMENT}}</ul>
<div class="govuk-form-group{{#HAS_PICTURE_ERROR}} govuk-form-group--error{{/HAS_PICTURE_ERROR}}">
<label class="govuk-label" for="anh">Thêm ảnh</label>
<div class="govuk-hint" id="anh-hint">Ảnh jpg, png, webp, gif, bmp hoặc tiff, mỗi ảnh nhiều nhất {{PICTURE_LIMIT}}. Máy chủ xoay đúng chiều, bỏ thông tin nơi chụp và thu nhỏ ảnh.</div>
{{#HAS_PICTURE_ERROR}}<p class="govuk-error-message" id="anh-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{PICTURE_ERROR}}</span></p>
{{/HAS_PICTURE_ERROR}}<div class="files__send"><input class="files__input" type="file" id="anh" name="anh" multiple accept="image/jpeg,image/png,image/webp,image/gif,image/bmp,image/tiff" aria-describedby="anh-hint" data-files-input>
<button class="btn btn--small btn--secondary" name="them_tep" value="anh" data-files-send><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#upload"></use></svg>Tải ảnh lên</button></div>
<div class="files__progress" data-files-progress hidden></div><p class="govuk-visually-hidden" role="status" data-files-live></p>
</div>
<ul class="files__list" data-files-list>
{{#PICTURE}}<li class="files__one">{{#IS_READY}}<img class="files__thumb" src="{{PICTURE_THUMB}}" alt="" loading="lazy">{{/IS_READY}}<div><p><b>Ảnh số {{PICTURE_NUMBER}}</b>: {{PICTURE_NAME}} <span class="muted">({{PICTURE_FACTS}})</span></p>
<p class="small{{#IS_REFUSED}} files__refused{{/IS_REFUSED}}">{{PICTURE_STATE}}</p>{{#USED}}<p class="small muted">{{PICTURE_USE}}</p>{{/USED}}{{#IS_READY}}<button type="button" class="btn btn--small btn--text js-only" data-insert-picture value="{{PICTURE_NUMBER}}">Chèn vào bài<span class="govuk-visually-hidden"> ảnh số {{PICTURE_NUMBER}}</span></button>{{/IS_READY}}</div></li>
{{/PICTURE}}</ul>
<div class="form-cols">{{>FIELD_LEAD}}{{>FIELD_LEAD_ALT}}{{>FIELD_LEAD_CAPTION}}</div>
<input type="hidden" name="attachments" value="{{ATTACHMENTS:p}}">
{{#HAS_ATTACHMENTS}}<ul class="files__list">
{{#ATTACHMENT}}<li class="files__one" id="dinh-kem-{{FILE_NUMBER}}">{{#HAS_THUMB}}<img class="files__page" src="{{ATTACHMENT_THUMB}}" alt="" loading="lazy">{{/HAS_THUMB}}<div class="stack">
<label class="govuk-label" for="dk-ten-{{SLOT}}">Tên tệp đính kèm cho bạn đọc</label>
<input class="govuk-input" type="text" id="dk-ten-{{SLOT}}" name="dk_ten_{{SLOT}}" value="{{ATTACHMENT_TITLE}}" maxlength="{{MAX_TITLE}}" autocomplete="off">
<p class="small muted">{{#HAS_FILE}}<a href="{{ATTACHMENT_URL}}">Mở tệp</a> · {{/HAS_FILE}}<span data-attachment-facts>{{ATTACHMENT_FACTS}}</span></p>
<p class="small{{#IS_REFUSED}} files__refused{{/IS_REFUSED}}" data-attachment-state>{{ATTACHMENT_STATE}}</p>{{#IS_WAITING}}<span hidden data-waiting></span>{{/IS_WAITING}}
{{#USED}}<p class="small muted">{{ATTACHMENT_USE}}</p>{{/USED}}
<label class="files__replace">Thay bằng tệp khác (giữ địa chỉ) <input type="file" name="thay_{{SLOT}}" accept="application/pdf"></label>
<label class="files__drop"><input type="checkbox" name="dk_noi_bo_{{SLOT}}" value="1"{{#IS_INTERNAL}} checked{{/IS_INTERNAL}}> Chỉ dùng nội bộ, bạn đọc không thấy</label>
<label class="files__drop"><input type="checkbox" name="dk_bo_{{SLOT}}" value="1"> Bỏ tệp này khỏi bài</label>
</div></li>
{{/ATTACHMENT}}</ul>
{{/HAS_ATTACHMENTS}}<div class="govuk-form-group{{#HAS_ATTACHMENT_ERROR}} govuk-form-group--error{{/HAS_ATTACHMENT_ERROR}}">
<label class="govuk-label" for="tep-moi">Thêm tệp đính kèm cho bạn đọc tải về</label>
<div class="govuk-hint" id="tep-moi-hint">PDF, mỗi tệp nhiều nhất {{ATTACHMENT_LIMIT}}.</div>
{{#HAS_ATTACHMENT_ERROR}}<p class="govuk-error-message" id="tep-moi-error"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ATTACHMENT_ERROR}}</span></p>
{{/HAS_ATTACHMENT_ERROR}}<div class="files__send"><input class="files__input" type="file" id="tep-moi" name="tep" multiple accept="application/pdf" aria-describedby="tep-moi-hint">
<button class="btn btn--small btn--secondary" name="them_tep" value="tep"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#paperclip"></use></svg>Tải tệp lên</button></div>
</div>
</fieldset>
<script src="{{FILES_JS}}" defer></script>
