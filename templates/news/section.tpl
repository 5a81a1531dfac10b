{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>{{HEADING}}</h1>
{{#HAS_DESCRIPTION}}<p class="lead">{{DESCRIPTION_TEXT}}</p>
{{/HAS_DESCRIPTION}}</div>
<div class="cols">
<div class="cols__main">
{{>LIST}}{{>PAGER}}</div>
<div class="cols__side">
{{#HAS_CHILDREN}}<section class="panel">
<h2>Chuyên mục con</h2>
<ul class="links">
{{#CHILD}}<li><a href="{{CHILD_URL}}">{{CHILD_TITLE}}</a></li>
{{/CHILD}}</ul>
</section>
{{/HAS_CHILDREN}}<section class="panel">
<h2>Nhận tin mới</h2>
<p class="small muted">Dùng phần mềm đọc tin để nhận tin, bài mới của chuyên mục; không phải đăng ký, không để lại thông tin cá nhân.</p>
<ul class="links">
<li><a href="{{RSS_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#rss"></use></svg> Kênh RSS</a></li>
<li><a href="{{ATOM_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#rss"></use></svg> Kênh Atom</a></li>
</ul>
</section>
</div>
</div>
