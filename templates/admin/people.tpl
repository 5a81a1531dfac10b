{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Người và danh bạ</h1><div class="btns"><a class="btn" href="/quan-tri/nhan-su/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#user-plus"></use></svg>Thêm người</a><a class="btn btn--secondary" href="/quan-tri/don-vi/">Đơn vị</a></div></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Công chức, viên chức, cộng tác viên</caption>
<thead><tr><th scope="col">Họ và tên</th><th scope="col">Đơn vị</th><th scope="col">Liên hệ</th><th scope="col">Danh bạ</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{URL}}">{{NAME}}</a><span class="table__sub">{{JOB}}</span></td>
<td data-label="Đơn vị">{{UNIT}}</td>
<td data-label="Liên hệ" class="table__wide">{{PHONE}}<span class="table__sub">{{EMAIL}}</span></td>
<td data-label="Danh bạ" class="table__keep">{{#PUBLIC}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye"></use></svg>Công khai</span>{{/PUBLIC}}{{#PRIVATE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye-off"></use></svg>Không công khai</span>{{/PRIVATE}}</td>
</tr>
{{/ROW}}</tbody></table></div>
