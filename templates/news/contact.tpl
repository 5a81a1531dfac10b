{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>{{HEADING}}</h1>
{{#HAS_DESCRIPTION}}<p class="lead">{{DESCRIPTION_TEXT}}</p>
{{/HAS_DESCRIPTION}}</div>
<div class="cols">
<div class="cols__main">
<section>
<div class="section-head"><h2>Thông tin giao dịch</h2></div>
<dl class="facts">
<div><dt>Cơ quan</dt><dd>{{AGENCY_FULL}}</dd></div>
<div><dt>Địa chỉ</dt><dd>{{ADDRESS}}{{#HAS_MAP}} (<a href="{{MAP_URL}}" rel="noopener noreferrer">mở bản đồ</a>){{/HAS_MAP}}</dd></div>
<div><dt>Điện thoại</dt><dd><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a></dd></div>
{{#HAS_FAX}}<div><dt>Fax</dt><dd>{{FAX}}</dd></div>
{{/HAS_FAX}}<div><dt>Thư điện tử</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd></div>
{{#HAS_EDITORIAL}}<div><dt>Ban Biên tập</dt><dd><a href="mailto:{{EDITORIAL_EMAIL}}">{{EDITORIAL_EMAIL}}</a></dd></div>
{{/HAS_EDITORIAL}}<div><dt>Giờ làm việc</dt><dd>{{HOURS}} (<a href="/lich-lam-viec">ngày nghỉ, ngày làm bù trong năm</a>)</dd></div>
{{#HAS_RECEPTION}}<div><dt>Tiếp công dân</dt><dd>{{RECEPTION}}</dd></div>
{{/HAS_RECEPTION}}</dl>
</section>
{{#HAS_UNITS}}<section>
<div class="section-head"><h2>Các phòng, đơn vị</h2><a href="/gioi-thieu/danh-ba">Danh bạ đầy đủ</a></div>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Điện thoại và thư điện tử của các phòng, đơn vị</caption>
<thead><tr><th scope="col">Phòng, đơn vị</th><th scope="col">Điện thoại</th><th scope="col">Thư điện tử</th></tr></thead>
<tbody>
{{#UNIT}}<tr><th scope="row">{{UNIT_NAME}}</th><td data-label="Điện thoại" class="nowrap">{{#HAS_PHONE}}<a href="tel:{{PHONE_HREF}}">{{PHONE}}</a>{{/HAS_PHONE}}</td><td data-label="Thư điện tử">{{#HAS_EMAIL}}<a href="mailto:{{EMAIL}}">{{EMAIL}}</a>{{/HAS_EMAIL}}</td></tr>
{{/UNIT}}</tbody>
</table></div>
</section>
{{/HAS_UNITS}}</div>
<div class="cols__side">
<section class="panel">
<h2>Trước khi liên hệ</h2>
<p>Khi báo lỗi trên trang, xin cho biết địa chỉ trang và, nếu có, mã yêu cầu hiện trên trang lỗi.</p>
<p>Không gửi mật khẩu, mã xác thực hoặc bản chụp giấy tờ tùy thân qua thư điện tử thường.</p>
</section>
{{#HAS_PAGES}}<section>
<div class="section-head"><h2>Hướng dẫn</h2></div>
<ul class="links">
{{#PAGE}}<li><a href="{{PAGE_URL}}">{{PAGE_TITLE}}</a></li>
{{/PAGE}}</ul>
</section>
{{/HAS_PAGES}}</div>
</div>
