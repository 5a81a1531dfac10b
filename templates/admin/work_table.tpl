{{%AUTOESCAPE context="HTML"}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">{{CAPTION}}</caption>
<thead><tr><th scope="col">{{#MAY_TICK}}<input class="tick js-only" type="checkbox" data-check-all data-act-key="a" aria-label="Chọn tất cả"> {{/MAY_TICK}}Việc</th><th scope="col">Trạng thái</th><th scope="col">Thời hạn</th><th scope="col">Đã chờ</th><th scope="col">Người giữ</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{#TICK}}<input class="tick" type="checkbox" name="bai[]" value="{{TICK_ITEM}}" form="hang-loat" aria-label="Chọn: {{TITLE}}"> {{/TICK}}{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#NO_LINK}}{{TITLE}}{{/NO_LINK}}<span class="table__sub">{{CODE}} · {{KIND}} · {{AUTHOR}}, {{UNIT}}</span></td>
<td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STATE_ICON}}"></use></svg>{{STATE}}</span>{{#REVISION}}<span class="table__sub">Bản sửa của bài đang đăng</span>{{/REVISION}}{{#SCHEDULED}}<span class="table__sub"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-clock"></use></svg> Hẹn đăng lúc {{SCHEDULED_AT}}</span>{{/SCHEDULED}}{{#SCHEDULE_FAILED}}<span class="table__sub"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-x"></use></svg> Chưa đăng được theo giờ hẹn: {{FAILED_WHY}}</span>{{/SCHEDULE_FAILED}}</td>
<td{{#CLOCK}} data-label="Thời hạn"{{/CLOCK}}>{{#CLOCK}}{{>CLOCK_CHIP}}<span class="table__sub">{{CLOCK_BASIS}}</span>{{/CLOCK}}</td>
<td{{#HAS_AGE}} data-label="Đã chờ"{{/HAS_AGE}} class="table__keep">{{#HAS_AGE}}{{AGE}}{{/HAS_AGE}}<span class="table__sub">từ {{SINCE}}</span></td>
<td data-label="Người giữ">{{#HAS_HOLDER}}{{HOLDER}}{{/HAS_HOLDER}}{{#NEXT}}<div class="btns">{{#NEXT_LINK}}<a class="btn btn--secondary btn--small" href="{{NEXT_URL}}">{{NEXT_LABEL}}<span class="govuk-visually-hidden">: {{NEXT_TITLE}}</span></a>{{/NEXT_LINK}}{{#NEXT_FORM}}<form action="{{NEXT_URL}}" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}"><button class="btn btn--secondary btn--small">{{NEXT_LABEL}}<span class="govuk-visually-hidden">: {{NEXT_TITLE}}</span></button></form>{{/NEXT_FORM}}</div>{{/NEXT}}</td>
</tr>
{{/ROW}}</tbody></table></div>
