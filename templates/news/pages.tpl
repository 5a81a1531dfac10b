{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>{{HEADING}}</h1>
{{#HAS_DESCRIPTION}}<p class="lead">{{DESCRIPTION_TEXT}}</p>
{{/HAS_DESCRIPTION}}</div>
<div class="cols">
<div class="cols__main">
<ul class="list">
{{#ENTRY}}<li class="list__item"><h2 class="list__title"><a href="{{ENTRY_URL}}">{{ENTRY_TITLE}}</a></h2>
{{#HAS_SUMMARY}}<p class="list__text">{{ENTRY_SUMMARY}}</p>
{{/HAS_SUMMARY}}</li>
{{/ENTRY}}</ul>
</div>
<div class="cols__side">
<section class="panel">
<h2>Bộ máy và con người</h2>
<ul class="links">
<li><a href="/gioi-thieu/co-cau-to-chuc">Cơ cấu tổ chức</a></li>
<li><a href="/gioi-thieu/lanh-dao">Lãnh đạo Sở</a></li>
<li><a href="/gioi-thieu/danh-ba">Danh bạ công chức, viên chức</a></li>
</ul>
</section>
{{#HAS_CONTACT}}<section class="panel">
<h2>Liên hệ</h2>
<p><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a></p>
<p><a href="{{CONTACT_URL}}">Địa chỉ và các cách liên hệ</a></p>
</section>
{{/HAS_CONTACT}}</div>
</div>
