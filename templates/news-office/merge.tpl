{{%AUTOESCAPE context="HTML"}}<h1>Gộp hai bản sửa</h1>
<div class="notice notice--warn" role="alert"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg><div class="notice__body"><p><strong>{{THEIR_NAME}} đã lưu bản {{THEIR_VERSION}} lúc {{THEIR_AT}}</strong>, trong khi ông, bà soạn từ {{BASE_WORDS}}. Chưa lưu đè bản nào: phần ông, bà gõ còn đủ ở trang này. Xem, chọn rồi lưu; bản gộp sẽ là phiên bản tiếp theo.</p></div></div>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<form action="{{MERGE_URL}}" method="post" class="stack" data-once data-autosave="merge">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="base" value="{{BASE}}"><input type="hidden" name="theirs" value="{{THEIR_VERSION}}"><input type="hidden" name="draft" value="{{DRAFT_KEY}}">
<input type="hidden" data-draft-owner value="{{DRAFT_OWNER}}"><input type="hidden" data-draft-subject value="{{DRAFT_SUBJECT}}"><input type="hidden" data-draft-url value="{{DRAFT_URL}}">
{{#MINE}}<input type="hidden" name="{{MINE_NAME}}" value="{{MINE_VALUE:p}}">
{{/MINE}}{{#CHOICES}}<h2>Hai bên cùng sửa, ông, bà chọn</h2>
<p class="diff">Cách đọc: <ins>gạch chân</ins> là thêm, <del>gạch ngang</del> là bỏ, so với bản mà hai bên cùng bắt đầu.</p>
{{#CHOICE}}<fieldset class="card merge govuk-fieldset{{#HAS_ERROR}} govuk-form-group--error{{/HAS_ERROR}}">
<legend class="govuk-fieldset__legend"><b>{{CHOICE_LABEL}}</b></legend>
{{#HAS_ERROR}}<p class="govuk-error-message"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><span><span class="govuk-visually-hidden">Lỗi: </span>{{ERROR}}</span></p>
{{/HAS_ERROR}}<div class="merge__sides"><div><p class="eyebrow">Bản {{THEIR_VERSION}}, {{THEIR_NAME}} sửa</p>{{>THEIR_CHANGES}}</div><div><p class="eyebrow">Bản ông, bà vừa gõ</p>{{>MY_CHANGES}}</div></div>
<div class="govuk-radios govuk-radios--small">
<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="{{PICK_ID}}" name="{{PICK_NAME}}" value="theirs"{{#PICKED_THEIRS}} checked{{/PICKED_THEIRS}}><label class="govuk-label govuk-radios__label" for="{{PICK_ID}}">Giữ bản của {{THEIR_NAME}}</label></div>
<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="{{PICK_ID}}-mine" name="{{PICK_NAME}}" value="mine"{{#PICKED_MINE}} checked{{/PICKED_MINE}}><label class="govuk-label govuk-radios__label" for="{{PICK_ID}}-mine">Giữ bản của tôi</label></div>
{{#JOINED}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="{{PICK_ID}}-joined" name="{{PICK_NAME}}" value="joined"{{#PICKED_JOINED}} checked{{/PICKED_JOINED}}><label class="govuk-label govuk-radios__label" for="{{PICK_ID}}-joined">Giữ cả hai: đoạn chỉ một bên sửa thì lấy bên đó{{#COLLISIONS}}; {{COLLISION_COUNT}} chỗ hai bên cùng sửa thì cả hai đoạn đứng liền nhau{{/COLLISIONS}}</label></div>
{{/JOINED}}<div class="govuk-radios__item{{#OWN_NEEDS_JS}} js-only{{/OWN_NEEDS_JS}}"><input class="govuk-radios__input" type="radio" id="{{PICK_ID}}-own" name="{{PICK_NAME}}" value="own"{{#PICKED_OWN}} checked{{/PICKED_OWN}}><label class="govuk-label govuk-radios__label" for="{{PICK_ID}}-own">Dùng bản sửa dưới đây</label></div>
</div>
<div class="merge__own{{#OWN_NEEDS_JS}} js-only{{/OWN_NEEDS_JS}}">{{>OWN_FIELD}}</div>
</fieldset>
{{/CHOICE}}{{/CHOICES}}{{#TAKEN}}<h2>Đã gộp, không phải chọn</h2>
<div class="table-frame diff"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các trường chỉ một bên sửa</caption>
<thead><tr><th scope="col">Trường</th><th scope="col">Lấy của</th><th scope="col">Thay đổi so với bản cùng bắt đầu</th></tr></thead>
<tbody>
{{#TAKEN_ROW}}<tr><th scope="row">{{TAKEN_LABEL}}</th><td data-label="Lấy của">{{TAKEN_FROM}}</td><td data-label="Thay đổi">{{>TAKEN_CHANGES}}</td></tr>
{{/TAKEN_ROW}}</tbody></table></div>
{{/TAKEN}}{{#NOTHING_MINE}}<p>Phần ông, bà gõ không khác bản đang lưu; lưu tiếp cũng không đổi gì.</p>
{{/NOTHING_MINE}}<div class="form-actions"><div class="btns">
<button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#save"></use></svg>Lưu bản gộp</button>
<a class="btn btn--text" href="{{COMPARE_URL}}" target="_blank" rel="noopener">Xem bản {{THEIR_VERSION}} ở thẻ khác</a>
<p class="save-state js-only" data-save-state></p><span class="govuk-visually-hidden" role="status" data-save-live></span>
</div></div>
</form>
