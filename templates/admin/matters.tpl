{{%AUTOESCAPE context="HTML"}}<section class="card" aria-labelledby="hoi-dap-cho"><h2 id="hoi-dap-cho">Câu hỏi, phản hồi chờ ông, bà</h2>
<ul class="links">
{{#MATTER}}<li><a href="{{MATTER_URL}}">{{MATTER_TITLE}}</a><br>{{#CLOCK}}{{>CLOCK_CHIP}} {{/CLOCK}}<span class="small muted"><span class="nowrap">{{MATTER_CODE}}</span> · {{MATTER_STATE}}{{#CLOCK}} · {{CLOCK_BASIS}}{{/CLOCK}}</span></li>
{{/MATTER}}</ul>
{{#HAS_MORE}}<p><a href="/quan-tri/hoi-dap/?trang-thai=open&amp;cho-toi=1">Xem tất cả</a></p>
{{/HAS_MORE}}</section>
