{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Chuyên mục</h1><div class="btns"><a class="btn" href="/quan-tri/chuyen-muc/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm chuyên mục</a></div><p class="muted">Thay đổi có hiệu lực ngay trên trang công khai. Địa chỉ cũ tự chuyển sang địa chỉ mới.</p></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Cây chuyên mục theo thứ tự hiện trên trang</caption>
<thead><tr><th scope="col">Chuyên mục</th><th scope="col">Các bước trước khi đăng</th><th scope="col">Tình trạng</th><th scope="col">Thứ tự</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{#CHILD}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg> {{/CHILD}}<a href="{{URL}}">{{TITLE}}</a><span class="table__sub">{{SLUG}} · {{CLAUSE}}</span></td>
<td data-label="Các bước">{{STEPS}}<span class="table__sub">{{#HAS_RULE}}Theo {{RULE}}. {{/HAS_RULE}}{{#RULES}}<a href="{{RULES_URL}}">Quy định<span class="govuk-visually-hidden"> của {{TITLE}}</span></a>{{/RULES}}</span></td>
<td>{{#SHOWN}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye"></use></svg>Đang hiện</span>{{/SHOWN}}{{#HIDDEN}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye-off"></use></svg>Đang ẩn</span>{{/HIDDEN}}</td>
<td><div class="btns btns--row">{{#UP}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--secondary" type="submit" aria-label="Đưa lên: {{ACT_TITLE}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#arrow-up"></use></svg></button></form>{{/UP}}{{#DOWN}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--secondary" type="submit" aria-label="Đưa xuống: {{ACT_TITLE}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#arrow-down"></use></svg></button></form>{{/DOWN}}</div></td>
</tr>
{{/ROW}}</tbody></table></div>
