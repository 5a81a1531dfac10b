{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Danh bạ công chức, viên chức</h1>
<p class="lead">Xếp theo phòng, đơn vị. Bấm số điện thoại để gọi, bấm địa chỉ thư để viết.</p>
</div>
<nav class="jumps" aria-label="Tới phòng, đơn vị">
{{#JUMP}}<a href="#{{UNIT_ANCHOR}}">{{UNIT_SHORT}}</a>
{{/JUMP}}</nav>
{{#UNIT}}<section id="{{UNIT_ANCHOR}}">
<div class="section-head"><h2>{{UNIT_NAME}}</h2></div>
<p class="meta">{{#HAS_UNIT_PHONE}}<span>Điện thoại: <a href="tel:{{UNIT_PHONE_HREF}}">{{UNIT_PHONE}}</a></span>{{/HAS_UNIT_PHONE}}{{#HAS_UNIT_EMAIL}}<span>Thư điện tử: <a href="mailto:{{UNIT_EMAIL}}">{{UNIT_EMAIL}}</a></span>{{/HAS_UNIT_EMAIL}}</p>
{{#HAS_PEOPLE}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">{{UNIT_NAME}}</caption>
<thead><tr><th scope="col">Họ và tên</th><th scope="col">Chức vụ</th><th scope="col">Điện thoại</th><th scope="col">Thư điện tử</th></tr></thead>
<tbody>
{{#PERSON}}<tr><th scope="row">{{NAME}}</th><td data-label="Chức vụ">{{JOB}}</td><td data-label="Điện thoại" class="nowrap">{{#HAS_PHONE}}<a href="tel:{{PHONE_HREF}}">{{PHONE}}</a>{{/HAS_PHONE}}</td><td data-label="Thư điện tử">{{#HAS_EMAIL}}<a href="mailto:{{EMAIL}}">{{EMAIL}}</a>{{/HAS_EMAIL}}</td></tr>
{{/PERSON}}</tbody>
</table></div>
{{/HAS_PEOPLE}}</section>
{{/UNIT}}
