{{%AUTOESCAPE context="HTML"}}<section class="card" aria-labelledby="bao-cao-den-han"><h2 id="bao-cao-den-han">Báo cáo định kỳ</h2>
<ul class="links">
{{#REPORT}}<li><a href="{{WHY_URL}}">{{REPORT_TITLE}}: {{REPORT_OF}}</a> {{>REPORT_CHIP}}<br><span class="small muted">{{REPORT_CLAUSE}}{{#HAS_DUE}} · hạn {{REPORT_DUE}}{{/HAS_DUE}}. Mở để xem vì sao và ghi đã báo cáo.</span></li>
{{/REPORT}}</ul></section>
