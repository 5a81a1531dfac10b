{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Ai được làm gì</h1><p class="muted">Hai bảng dưới đây lấy thẳng từ bảng quyền mà chương trình dùng để quyết định; không ai sửa riêng được. Quyền xét theo người, không theo tài khoản. <a href="/quan-tri/quyen/nguoi">Một người được làm gì, vì sao</a></p></div>
<h2>Quyền theo vai trò</h2>
<div class="matrix table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Quyền theo vai trò</caption>
<thead><tr><th scope="col">Việc</th><th scope="col" class="num">Người viết</th><th scope="col" class="num">Lãnh đạo đơn vị</th><th scope="col" class="num">Tư pháp địa phương</th><th scope="col" class="num">Thư ký</th><th scope="col" class="num">Thành viên</th><th scope="col" class="num">Phó ban</th><th scope="col" class="num">Trưởng ban</th><th scope="col" class="num">Văn phòng</th><th scope="col" class="num">Lãnh đạo Sở</th><th scope="col" class="num">Một cửa</th><th scope="col" class="num">Quản trị mạng</th></tr></thead>
<tbody>
{{#CAPABILITY}}<tr><td class="table__title">{{WORDS}}<span class="table__sub">{{CLAUSE}}</span></td>
<td class="num" data-label="Người viết">{{#CONTRIBUTOR}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/CONTRIBUTOR}}</td>
<td class="num" data-label="Lãnh đạo đơn vị">{{#UNIT_HEAD}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/UNIT_HEAD}}</td>
<td class="num" data-label="Tư pháp địa phương">{{#LOCAL_UNIT}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/LOCAL_UNIT}}</td>
<td class="num" data-label="Thư ký">{{#SECRETARY}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/SECRETARY}}</td>
<td class="num" data-label="Thành viên">{{#BOARD_MEMBER}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/BOARD_MEMBER}}</td>
<td class="num" data-label="Phó ban">{{#BOARD_DEPUTY}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/BOARD_DEPUTY}}</td>
<td class="num" data-label="Trưởng ban">{{#BOARD_HEAD}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/BOARD_HEAD}}</td>
<td class="num" data-label="Văn phòng">{{#OFFICE_ROLE}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/OFFICE_ROLE}}</td>
<td class="num" data-label="Lãnh đạo Sở">{{#DIRECTOR}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/DIRECTOR}}</td>
<td class="num" data-label="Một cửa">{{#SERVICE_OFFICER}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/SERVICE_OFFICER}}</td>
<td class="num" data-label="Quản trị mạng">{{#SYSADMIN}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/SYSADMIN}}</td>
</tr>
{{/CAPABILITY}}</tbody></table></div>
<h2>Quyền trong quy trình của một tin, bài</h2>
<div class="matrix table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Quyền trong quy trình</caption>
<thead><tr><th scope="col">Việc, từ trạng thái</th><th scope="col" class="num">Người viết</th><th scope="col" class="num">Lãnh đạo đơn vị</th><th scope="col" class="num">Thư ký</th><th scope="col" class="num">Người biên tập</th><th scope="col" class="num">Người xác thực</th><th scope="col" class="num">Người kiểm tra cuối</th><th scope="col" class="num">Thành viên BBT</th><th scope="col" class="num">Trưởng ban</th></tr></thead>
<tbody>
{{#ACTION}}<tr><td class="table__title">{{WORDS}}<span class="table__sub">{{FROM}} ({{CLAUSE}}){{#HAS_OTHERS}}. Của: {{OTHERS}}{{/HAS_OTHERS}}</span></td>
<td class="num" data-label="Người viết">{{#AUTHOR}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/AUTHOR}}</td>
<td class="num" data-label="Lãnh đạo đơn vị">{{#HEAD_OF_UNIT}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/HEAD_OF_UNIT}}</td>
<td class="num" data-label="Thư ký">{{#SECRETARY}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/SECRETARY}}</td>
<td class="num" data-label="Người biên tập">{{#EDITOR}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/EDITOR}}</td>
<td class="num" data-label="Người xác thực">{{#VERIFIER}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/VERIFIER}}</td>
<td class="num" data-label="Người kiểm tra cuối">{{#CHECKER}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/CHECKER}}</td>
<td class="num" data-label="Thành viên BBT">{{#MEMBER}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/MEMBER}}</td>
<td class="num" data-label="Trưởng ban">{{#HEAD}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg><span class="govuk-visually-hidden">được</span>{{/HEAD}}</td>
</tr>
{{/ACTION}}</tbody></table></div>
<h2>Từng người</h2>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Vai trò và ủy quyền đang có hiệu lực của từng người</caption>
<thead><tr><th scope="col">Người</th><th scope="col">Vai trò, ủy quyền đang có hiệu lực</th></tr></thead>
<tbody>
{{#PERSON}}<tr><td class="table__title">{{NAME}}<span class="table__sub"><a href="{{WHY_URL}}">Được làm gì, vì sao<span class="govuk-visually-hidden">: {{NAME}}</span></a></span></td><td>{{#LINE}}<div>{{TEXT}}</div>{{/LINE}}</td></tr>
{{/PERSON}}</tbody></table></div>
