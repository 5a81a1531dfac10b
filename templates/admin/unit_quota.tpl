{{%AUTOESCAPE context="HTML"}}<section class="card" aria-labelledby="dinh-muc-don-vi"><h2 id="dinh-muc-don-vi">Định mức tháng {{MONTH}} của đơn vị</h2>
<ul class="links">
{{#UNIT}}<li><b>{{NAME}}</b>: đã cung cấp {{SUPPLIED}} tin, bài{{#OWES}}, định mức {{OWED}}{{/OWES}}. {{>RESULT}}</li>
{{/UNIT}}</ul>
<p class="small muted">Tính cả bài của đơn vị và bài cá nhân, vào tháng bài tới Ban Biên tập lần đầu (Điều 9, khoản 4).</p>
</section>
