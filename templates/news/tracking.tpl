{{%AUTOESCAPE context="HTML"}}<div class="reading">
<h1>Tra cứu tin, bài đã gửi</h1>
{{#FOUND}}<section class="card" aria-labelledby="ket-qua"><h2 id="ket-qua">{{CODE}}</h2>
<p>{{>STATE_CHIP}}</p>
<p>{{WHAT}}</p>
{{#PUBLISHED}}<p>Xem bài: <a href="{{PUBLISHED_URL}}">{{PUBLISHED_TITLE}}</a></p>
{{/PUBLISHED}}{{#HAS_MISSING}}<p><b>Còn thiếu:</b> {{MISSING}} (Điều 9 khoản 1 điểm b Quy chế). Xin bổ sung qua liên kết trong thư báo nhận, hoặc gọi Thư ký Ban Biên tập.</p>
{{/HAS_MISSING}}{{#HAS_GROUND}}<p><b>Căn cứ:</b> {{GROUND}}</p>
{{/HAS_GROUND}}{{#HAS_REASON}}<p class="pre-line"><b>Lý do:</b> {{REASON:p}}</p>
{{/HAS_REASON}}<dl class="facts">
{{#HAS_NUMBER}}<div><dt>Số trong sổ tiếp nhận</dt><dd>{{NUMBER}}</dd></div>
{{/HAS_NUMBER}}<div><dt>Nhận lúc</dt><dd>{{RECEIVED}}</dd></div>
<div><dt>Từ lúc</dt><dd>{{SINCE}}</dd></div>
</dl></section>
<h2>Tra cứu mã khác</h2>
{{/FOUND}}{{#HAS_ERRORS}}<div class="govuk-error-summary" role="alert" aria-labelledby="loi" tabindex="-1">
<h2 class="govuk-error-summary__title" id="loi">Chưa tra cứu được</h2>
<ul class="govuk-list govuk-error-summary__list">
{{#ERROR_ITEM}}<li><a href="#{{ERROR_FIELD}}">{{ERROR_TEXT}}</a></li>
{{/ERROR_ITEM}}</ul>
</div>
{{/HAS_ERRORS}}<form action="{{ACTION}}" method="post" class="stack" novalidate>
{{>CODE_FIELD}}{{>SECRET_FIELD}}<div class="btns"><button class="btn">Tra cứu</button><a class="btn btn--text" href="{{FORM_URL}}">Gửi tin, bài</a></div>
</form>
</div>
