{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Kênh tin RSS, Atom</h1>
<p class="lead">Chép địa chỉ kênh tin vào phần mềm đọc tin để nhận tin, bài mới. Sở không thu thập thông tin gì về người nhận.</p>
</div>
<div class="table-frame"><table class="table">
<caption class="govuk-visually-hidden">Địa chỉ kênh tin của từng chuyên mục</caption>
<thead><tr><th scope="col">Chuyên mục</th><th scope="col">RSS 2.0</th><th scope="col">Atom</th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{ROW_TITLE}}</th><td><a href="{{RSS_URL}}" aria-label="RSS: {{ROW_TITLE}}">RSS</a></td><td><a href="{{ATOM_URL}}" aria-label="Atom: {{ROW_TITLE}}">Atom</a></td></tr>
{{/ROW}}</tbody>
</table></div>
