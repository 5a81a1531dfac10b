{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1><div class="btns"><a class="btn" href="{{EDIT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#pencil"></use></svg>Đổi thời hạn</a></div></div>
{{#DUTY}}<section class="card" aria-labelledby="quy-dinh">
<h2 id="quy-dinh">Quy định</h2>
<dl class="facts">
<div><dt>Điều khoản</dt><dd>{{CLAUSE}}</dd></div>
<div><dt>Bắt đầu khi</dt><dd>{{START}}</dd></div>
<div><dt>Kết thúc khi</dt><dd>{{STOP}}</dd></div>
<div><dt>Thời hạn</dt><dd>{{LENGTH}}{{#EXTENDABLE}}, gia hạn đến {{EXTENDED}} ngày làm việc{{/EXTENDABLE}}</dd></div>
<div><dt>Ngày cuối là ngày nghỉ</dt><dd>{{#ROLLS}}chuyển sang ngày làm việc tiếp theo{{/ROLLS}}{{#STAYS}}không chuyển{{/STAYS}}</dd></div>
<div><dt>Bên chịu thời hạn</dt><dd>{{PARTY}}, {{ROLE}}</dd></div>
<div><dt>Chuyển màu trước hạn</dt><dd>{{AMBER}}</dd></div>
<div><dt>Nhắc trước hạn</dt><dd>{{REMIND}}</dd></div>
<div><dt>Cách hiểu</dt><dd>{{NOTE}}</dd></div>
</dl>
</section>
{{/DUTY}}<section aria-labelledby="cac-dong">
<h2 id="cac-dong">Các lần quy định</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các dòng của quy định này theo ngày áp dụng</caption>
<thead><tr><th scope="col">Áp dụng từ</th><th scope="col">Đến hết</th><th scope="col">Thời hạn</th><th scope="col">Cách hiểu, căn cứ</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#HISTORY}}<tr>
<td data-label="Áp dụng từ">{{FROM}}</td>
<td data-label="Đến hết">{{#ENDED}}{{TO}}{{/ENDED}}</td>
<td data-label="Thời hạn">{{LENGTH}}{{#EXTENDABLE}}<span class="table__sub">gia hạn đến {{EXTENDED}} ngày làm việc</span>{{/EXTENDABLE}}</td>
<td data-label="Cách hiểu">{{HISTORY_NOTE}}</td>
<td>{{#IN_FORCE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đang áp dụng</span>{{/IN_FORCE}}</td>
</tr>
{{/HISTORY}}</tbody></table></div>
</section>
<section aria-labelledby="dang-chay">
<h2 id="dang-chay">Thời hạn đang chạy</h2>
{{#NO_CLOCKS}}<div class="empty"><p>Không có thời hạn nào đang chạy theo quy định này.</p></div>{{/NO_CLOCKS}}{{#CLOCKS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Thời hạn đang chạy theo quy định này</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Bắt đầu</th><th scope="col">Hạn</th><th scope="col">Còn lại</th></tr></thead>
<tbody>
{{#CLOCK}}<tr>
<td class="table__title"><a href="{{CLOCK_URL}}">{{CLOCK_TITLE}}</a></td>
<td data-label="Bắt đầu" class="nowrap">{{CLOCK_FROM}}</td>
<td data-label="Hạn" class="nowrap">{{CLOCK_DUE}}</td>
<td data-label="Còn lại">{{>CLOCK_CHIP}}</td>
</tr>
{{/CLOCK}}</tbody></table></div>
{{/CLOCKS}}</section>
