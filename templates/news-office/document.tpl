{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{DOCUMENT_NAME}}</h1></div>
<p class="muted">{{DOCUMENT_FACTS}}. Chỉ người xử lý bài xem được; tệp này không bao giờ gửi tới bạn đọc.</p>
{{#HAS_ERRORS}}<div class="stack">{{>ERROR_SUMMARY}}</div>
{{/HAS_ERRORS}}{{#NOT_READY}}<div class="notice notice--info" role="status"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><div class="notice__body"><p>{{DOCUMENT_STATE}}</p></div></div>
{{/NOT_READY}}{{#READY}}<section class="card stack" aria-labelledby="ket-qua-chuyen">
<h2 id="ket-qua-chuyen">Kết quả chuyển</h2>
<dl class="facts"><div><dt>Tiêu đề đoán được</dt><dd>{{GUESSED_TITLE}}</dd></div>
{{#LEGACY}}<div><dt>Bảng mã</dt><dd>{{ENCODING_LABEL}}, đã chuyển sang Unicode theo phông chữ (độ chắc chắn {{CONFIDENCE}} %)</dd></div>
{{/LEGACY}}{{#PICTURES}}<div><dt>Ảnh trong tệp</dt><dd>{{PICTURE_COUNT}}; khi lấy vào bài, ảnh được xử lý như ảnh gửi lên và cần lời mô tả</dd></div>
{{/PICTURES}}</dl>
<h3>Những gì không chuyển được</h3>
{{#NOTHING_LOST}}<p>Không bỏ gì. Xin vẫn đọc lại một lượt.</p>
{{/NOTHING_LOST}}{{#LOST}}<ul>
{{#LOST_ONE}}<li>{{LOST_TEXT}}</li>
{{/LOST_ONE}}</ul>
{{/LOST}}{{#DOUBTS}}<details class="fold"><summary>{{DOUBT_COUNT}} chữ cần xem lại</summary>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các chữ cần xem lại</caption>
<thead><tr><th scope="col">Trong từ</th><th scope="col">Gốc</th><th scope="col">Chuyển thành</th><th scope="col">Có thể là</th><th scope="col">Vì sao</th></tr></thead>
<tbody>
{{#DOUBT}}<tr><th scope="row">{{DOUBT_WORD}}</th><td data-label="Gốc">{{DOUBT_WAS}}</td><td data-label="Chuyển thành"><mark>{{DOUBT_IS}}</mark></td><td data-label="Có thể là">{{DOUBT_OTHER}}</td><td data-label="Vì sao">{{DOUBT_WHY}}</td></tr>
{{/DOUBT}}</tbody></table></div>
{{#MORE_DOUBTS}}<p class="muted">Và {{MORE_COUNT}} chữ nữa.</p>
{{/MORE_DOUBTS}}</details>
{{/DOUBTS}}</section>
{{/READY}}{{#MAY_TAKE}}<form action="{{TAKE_URL}}" method="post" class="card stack" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="draft" value="{{DRAFT_KEY}}">
{{>FIELD_HOW}}<div class="btns"><button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#file-pen"></use></svg>Lấy vào bài</button>
<a class="btn btn--text" href="{{BACK_URL}}">Quay lại bài</a></div>
</form>
{{/MAY_TAKE}}{{#NO_STEP}}<p class="muted">Bài không ở bước ông, bà sửa được, nên trang này chỉ để xem.</p>
{{/NO_STEP}}{{#READY}}<div class="beside">
<section class="card" aria-labelledby="ban-goc"><h2 id="ban-goc">Bản gốc</h2>
{{#PREVIEW}}<p><a href="{{PREVIEW_URL}}" target="_blank" rel="noopener">Mở bản gốc (PDF) ở thẻ khác</a></p>
<iframe class="beside__original" src="{{PREVIEW_URL}}#navpanes=0&amp;view=FitH" title="Bản gốc (PDF)" loading="lazy"></iframe>
{{/PREVIEW}}{{#NO_PREVIEW}}<p>Không dựng được bản xem của tệp gốc; xin mở tệp trên máy của ông, bà để so.</p>
{{/NO_PREVIEW}}</section>
<section class="card" aria-labelledby="ban-chuyen"><h2 id="ban-chuyen">Bản chuyển</h2>
<article class="reading" aria-label="Bản chuyển">{{BODY_HTML:none}}</article>
</section>
</div>
{{/READY}}
