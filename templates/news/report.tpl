{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Báo nội dung đã cũ hoặc sai</h1>
<p>Về bài: <a href="{{ARTICLE_URL}}">{{ARTICLE_TITLE}}</a></p>
{{#HAS_ERRORS}}<div class="govuk-error-summary" role="alert" aria-labelledby="loi" tabindex="-1">
<h2 class="govuk-error-summary__title" id="loi">Chưa gửi được, xin xem lại</h2>
<ul class="govuk-list govuk-error-summary__list">
{{#ERROR_ITEM}}<li><a href="#{{ERROR_FIELD}}">{{ERROR_TEXT}}</a></li>
{{/ERROR_ITEM}}</ul>
</div>
{{/HAS_ERRORS}}<form action="{{ACTION}}" method="post" class="stack" data-once>
<div class="govuk-form-group{{#NOTE_FAILED}} govuk-form-group--error{{/NOTE_FAILED}}">
<label class="govuk-label" for="note">Chỗ nào đã cũ hoặc sai?</label>
<div id="note-notes"><div class="govuk-hint">Nêu rõ đoạn nào và nội dung đúng, nếu biết. Nhiều nhất 1.000 chữ cái. Không ghi thông tin riêng của người khác.</div>
{{#NOTE_FAILED}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{NOTE_ERROR}}</span></p>
{{/NOTE_FAILED}}</div>
<textarea class="govuk-textarea" id="note" name="note" rows="5" maxlength="1000" aria-describedby="note-notes" aria-required="true"{{#NOTE_FAILED}} aria-invalid="true"{{/NOTE_FAILED}}>
{{NOTE:p}}</textarea>
</div>
<div class="govuk-form-group{{#CONTACT_FAILED}} govuk-form-group--error{{/CONTACT_FAILED}}">
<label class="govuk-label" for="contact">Thư điện tử (không bắt buộc)</label>
<div id="contact-notes"><div class="govuk-hint">Chỉ người xử lý thấy, dùng để hỏi lại khi cần.</div>
{{#CONTACT_FAILED}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{CONTACT_ERROR}}</span></p>
{{/CONTACT_FAILED}}</div>
<input class="govuk-input govuk-input--width-30" id="contact" name="contact" type="email" value="{{CONTACT}}" autocomplete="email" maxlength="200" aria-describedby="contact-notes"{{#CONTACT_FAILED}} aria-invalid="true"{{/CONTACT_FAILED}}>
</div>
<div class="govuk-visually-hidden" aria-hidden="true"><label for="website">Để trống ô này</label><input id="website" name="website" type="text" value="" tabindex="-1" autocomplete="off"></div>
<div class="btns"><button class="btn">Gửi</button><a class="btn btn--text" href="{{ARTICLE_URL}}">Quay lại bài</a></div>
</form>
</div>
