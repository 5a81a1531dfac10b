{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Sơ đồ trang</h1>
<p class="lead">Mọi chuyên mục và trang cố định. Tin, bài nằm trong chuyên mục, xếp theo thời gian.</p>
</div>
<ul class="tree">
<li><a href="/">Trang chủ</a></li>
{{#TOP}}<li><a href="{{SECTION_URL}}">{{SECTION_TITLE}}</a>
{{#HAS_BELOW}}<ul>
{{#BELOW}}<li><a href="{{BELOW_URL}}">{{BELOW_TITLE}}</a></li>
{{/BELOW}}</ul>
{{/HAS_BELOW}}</li>
{{/TOP}}<li>Thời gian làm việc
<ul>
<li><a href="/lich-lam-viec">Lịch làm việc, ngày nghỉ</a></li>
<li><a href="/tinh-thoi-han">Tính thời hạn</a></li>
</ul></li>
<li>Về trang này
<ul>
<li><a href="/kenh-tin">Kênh tin RSS, Atom</a></li>
<li><a href="/tuyen-bo-kha-nang-tiep-can">Tuyên bố khả năng tiếp cận</a></li>
<li><a href="/bao-ve-du-lieu-ca-nhan">Bảo vệ dữ liệu cá nhân</a></li>
<li><a href="/en/" lang="en" hreflang="en">English</a></li>
</ul></li>
</ul>
