{{%AUTOESCAPE context="HTML"}}<section>
<h2>Thông tin giao dịch</h2>
<ul class="contact">
<li><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#map-pin"></use></svg><span>{{ADDRESS}}{{#HAS_MAP}} (<a href="{{MAP_URL}}" rel="noopener noreferrer">mở bản đồ</a>){{/HAS_MAP}}</span></li>
<li><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#phone"></use></svg><span><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a>{{#HAS_FAX}} · Fax {{FAX}}{{/HAS_FAX}}</span></li>
<li><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#mail"></use></svg><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></li>
<li><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#clock"></use></svg><span>{{HOURS}}</span></li>
</ul>
</section>
{{#FOOTER_COLUMN}}<section>
<h2>{{COLUMN_TITLE}}</h2>
<ul class="links">
{{#FOOTER_LINK}}<li><a href="{{LINK_URL}}">{{LINK_LABEL}}</a></li>
{{/FOOTER_LINK}}</ul>
</section>
{{/FOOTER_COLUMN}}
