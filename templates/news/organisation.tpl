{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Cơ cấu tổ chức</h1>
<p class="lead">Các phòng, đơn vị của {{AGENCY_FULL}}, chức năng và cách liên hệ.</p>
</div>
<ul class="tree">
{{#ROOT}}<li><strong>{{UNIT_NAME}}</strong>
{{#HAS_FUNCTIONS}}<p class="small muted">{{FUNCTIONS}}</p>
{{/HAS_FUNCTIONS}}</li>
{{/ROOT}}{{#GROUP}}<li><strong>{{GROUP_TITLE}}</strong>
<ul>
{{#UNIT}}<li><a href="#{{UNIT_ANCHOR}}">{{UNIT_NAME}}</a></li>
{{/UNIT}}</ul></li>
{{/GROUP}}</ul>
{{#GROUP_DETAIL}}<section>
<div class="section-head"><h2>{{GROUP_TITLE}}</h2></div>
<ul class="people">
{{#UNIT}}<li class="person" id="{{UNIT_ANCHOR}}"><h3 class="person__name">{{UNIT_NAME}}</h3>
{{#HAS_HEAD}}<p class="meta"><span>{{HEAD_TITLE}}: {{HEAD_NAME}}</span></p>
{{/HAS_HEAD}}{{#HAS_FUNCTIONS}}<p class="small">{{FUNCTIONS}}</p>
{{/HAS_FUNCTIONS}}<dl class="facts">
{{#HAS_PHONE}}<div><dt>Điện thoại</dt><dd><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a></dd></div>
{{/HAS_PHONE}}{{#HAS_EMAIL}}<div><dt>Thư điện tử</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd></div>
{{/HAS_EMAIL}}</dl></li>
{{/UNIT}}</ul>
</section>
{{/GROUP_DETAIL}}
{{#HAS_FORMER}}<section>
<div class="section-head"><h2>Đơn vị đã sáp nhập, giải thể</h2></div>
<ul class="list">
{{#FORMER}}<li class="list__item" id="{{UNIT_ANCHOR}}"><h3 class="list__title">{{UNIT_NAME}}</h3>
<p class="list__text">{{#MERGED}}Đã sáp nhập vào <a href="#{{INTO_ANCHOR}}">{{INTO_NAME}}</a>; hoạt động đến hết ngày {{ENDED_ON}}.{{/MERGED}}{{#DISSOLVED}}Đã giải thể; hoạt động đến hết ngày {{ENDED_ON}}.{{/DISSOLVED}}</p></li>
{{/FORMER}}</ul>
</section>
{{/HAS_FORMER}}
