{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Gửi tin, bài</h1>
<p>Mọi cá nhân, cơ quan, tổ chức đều có thể gửi tin, bài về hoạt động tư pháp và pháp luật cho Ban Biên tập. Bài có ảnh minh họa được khuyến khích. Đã gửi trước đây: <a href="{{TRACK_URL}}">tra cứu tin, bài đã gửi</a>.</p>
{{#HAS_ERRORS}}<div class="govuk-error-summary" role="alert" aria-labelledby="loi" tabindex="-1">
<h2 class="govuk-error-summary__title" id="loi">Chưa gửi được, xin xem lại</h2>
<ul class="govuk-list govuk-error-summary__list">
{{#ERROR_ITEM}}<li><a href="#{{ERROR_FIELD}}">{{ERROR_TEXT}}</a></li>
{{/ERROR_ITEM}}</ul>
</div>
{{/HAS_ERRORS}}<form action="{{ACTION}}" method="post" enctype="multipart/form-data" class="stack" novalidate>
<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Gửi tin, bài</button>
<input type="hidden" name="phieu" value="{{TOKEN}}">
<h2>Người gửi</h2>
<p class="small muted">Theo Điều 9 khoản 1 điểm b Quy chế. Đây là dữ liệu cá nhân, chỉ người xử lý tin, bài xem được, không đăng trên trang.</p>
{{>PERSON_FIELD}}<h2>Tin, bài</h2>
{{>TITLE_FIELD}}<div class="govuk-form-group{{#TEXT_FAILED}} govuk-form-group--error{{/TEXT_FAILED}}">
<label class="govuk-label" for="text">Nội dung</label>
<div id="text-notes"><div class="govuk-hint">Viết hoặc dán vào đây; bài dài có thể gửi bằng tệp Word ở dưới.</div>
{{#TEXT_FAILED}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{TEXT_ERROR}}</span></p>
{{/TEXT_FAILED}}</div>
<textarea class="govuk-textarea" id="text" name="text" rows="10" maxlength="{{TEXT_MOST}}" aria-describedby="text-notes"{{#TEXT_FAILED}} aria-invalid="true"{{/TEXT_FAILED}}>
{{TEXT:p}}</textarea>
</div>
{{>EVENT_FIELD}}<div class="govuk-form-group{{#TEP_FAILED}} govuk-form-group--error{{/TEP_FAILED}} upload">
<label class="govuk-label" for="tep">Tệp Word, ảnh, PDF</label>
<div id="tep-notes"><div class="govuk-hint">Word (docx, doc, rtf), Writer (odt), ảnh (jpg, gif, bmp, png, webp, tiff), PDF; mỗi tệp nhiều nhất {{FILE_MOST}}, cả thảy {{FORM_MOST}} và {{FILES_MOST}} tệp. Vị trí chụp trong ảnh được xóa trước khi đăng.</div>
{{#TEP_FAILED}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{TEP_ERROR}}</span></p>
{{/TEP_FAILED}}</div>
<input class="govuk-file-upload" id="tep" name="tep" type="file" multiple accept=".docx,.doc,.odt,.rtf,.pdf,.jpg,.jpeg,.gif,.bmp,.png,.webp,.tif,.tiff" aria-describedby="tep-notes" data-upload="/gui-tin-bai/tep.json">
<ul class="uploads" data-upload-list>
{{#HAS_FILES}}{{#FILE}}<li><span><b>{{FILE_NAME}}</b> <span class="small muted">{{FILE_WORDS}}</span></span> <button class="btn btn--small btn--text" name="bo_tep" value="{{FILE_TOKEN}}">Bỏ tệp<span class="govuk-visually-hidden"> {{FILE_NAME}}</span></button></li>
{{/FILE}}{{/HAS_FILES}}</ul>
<p class="small" role="status" data-upload-live></p>
<button class="btn btn--small btn--secondary" name="them_tep" value="1" data-upload-send>Gửi tệp trước, viết tiếp sau</button>
</div>
<h2>Cam đoan và gửi</h2>
{{>DECLARED_FIELD}}{{>QUESTION_FIELD}}<div class="govuk-visually-hidden" aria-hidden="true"><label for="website">Để trống ô này</label><input id="website" name="website" type="text" value="" tabindex="-1" autocomplete="off"></div>
<div class="btns"><button class="btn">Gửi tin, bài</button></div>
</form>
</div>
<script src="{{UPLOAD_JS}}" defer></script>
