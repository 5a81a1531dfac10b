{{%AUTOESCAPE context="HTML"}}<!--# block name="tam-vang" --><p class="muted">Mục này tạm thời chưa hiện được. Ông, bà mở liên kết ở tiêu đề mục để xem.</p><!--# endblock --><section class="hero">
<div class="wrap">
<h1>Ông, bà cần làm việc gì?</h1>
<p class="lead">Chọn việc thường gặp dưới đây, hoặc mở các chuyên mục ở đầu trang.</p>
<ul class="tasks">
{{#TASK}}<li class="task"><span class="task__icon"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#{{TASK_ICON}}"></use></svg></span>
<div><a class="task__link" href="{{TASK_URL}}">{{TASK_LABEL}}</a><p class="task__note">{{TASK_NOTE}}</p></div></li>
{{/TASK}}</ul>
</div>
</section>
<div class="wrap home">
<div class="cols">
<div class="cols__main">
<section>
<div class="section-head"><h2>Tin mới</h2>{{#HAS_NEWS}}<a href="{{NEWS_URL}}">Tất cả tin tức</a>{{/HAS_NEWS}}</div>
<!--# include virtual="/_fragment/news/latest" stub="tam-vang" -->
</section>
{{#MAIN_SECTION}}<section>
<div class="section-head"><h2>{{SECTION_TITLE}}</h2><a href="{{SECTION_URL}}">Xem thêm</a></div>
<!--# include virtual="/_fragment/news/section/{{SECTION_SLUG}}" stub="tam-vang" -->
</section>
{{/MAIN_SECTION}}</div>
<div class="cols__side">
{{#SIDE_SECTION}}<section>
<div class="section-head"><h2>{{SECTION_TITLE}}</h2><a href="{{SECTION_URL}}">Tất cả</a></div>
<!--# include virtual="/_fragment/news/section/{{SECTION_SLUG}}" stub="tam-vang" -->
</section>
{{/SIDE_SECTION}}<section class="panel">
<h2>Cần nói chuyện với người?</h2>
<p>Gọi <a href="tel:{{PHONE_HREF}}">{{PHONE}}</a> trong giờ làm việc, hoặc đến trụ sở Sở.</p>
<p class="small muted">{{HOURS}}.</p>
{{#HAS_RECEPTION}}<p class="small muted">{{RECEPTION}}</p>
{{/HAS_RECEPTION}}{{#HAS_CONTACT}}<p><a href="{{CONTACT_URL}}">Địa chỉ và các cách liên hệ</a></p>
{{/HAS_CONTACT}}</section>
</div>
</div>
</div>
