{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Lãnh đạo Sở</h1>
<p class="lead">Giám đốc, các Phó Giám đốc {{AGENCY_FULL}} và lĩnh vực phụ trách.</p>
</div>
{{#HAS_PEOPLE}}<ul class="people">
{{#PERSON}}<li class="person"><h2 class="person__name">{{NAME}}</h2>
<p class="meta"><span>{{JOB}}</span></p>
{{#HAS_BIO}}<p class="small">{{BIO}}</p>
{{/HAS_BIO}}<dl class="facts">
{{#HAS_PHONE}}<div><dt>Điện thoại</dt><dd><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a></dd></div>
{{/HAS_PHONE}}{{#HAS_EMAIL}}<div><dt>Thư điện tử</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd></div>
{{/HAS_EMAIL}}</dl></li>
{{/PERSON}}</ul>
{{/HAS_PEOPLE}}{{#NO_PEOPLE}}<p class="muted">Danh sách đang được cập nhật.</p>
{{/NO_PEOPLE}}
