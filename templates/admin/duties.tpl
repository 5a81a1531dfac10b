{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Quy định thời hạn</h1><p class="muted">Thời hạn theo Quy chế và chỉ tiêu do Ban Biên tập tự đặt. Mọi thay đổi là một dòng mới có ngày áp dụng; việc đã bắt đầu giữ cách tính cũ.</p></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các quy định thời hạn đang áp dụng</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Thời hạn</th><th scope="col">Cảnh báo, nhắc</th><th scope="col">Chịu trách nhiệm</th><th scope="col">Áp dụng</th><th scope="col">Đang chạy</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{URL}}">{{TITLE}}</a><span class="table__sub">{{CLAUSE}} · {{PARTY}} · từ khi: {{START}}</span></td>
<td data-label="Thời hạn">{{LENGTH}}{{#EXTENDABLE}}<span class="table__sub">gia hạn đến {{EXTENDED}} ngày làm việc</span>{{/EXTENDABLE}}{{#ROLLS}}<span class="table__sub">ngày cuối nghỉ thì chuyển sang ngày làm việc</span>{{/ROLLS}}</td>
<td data-label="Cảnh báo, nhắc">{{AMBER}}<span class="table__sub">nhắc trước {{REMIND}}</span></td>
<td data-label="Chịu trách nhiệm">{{ROLE}}</td>
<td data-label="Áp dụng">từ {{FROM}}{{#ENDED}}<span class="table__sub">đến hết {{TO}}</span>{{/ENDED}}</td>
<td data-label="Đang chạy">{{OPEN}}</td>
</tr>
{{/ROW}}</tbody></table></div>
