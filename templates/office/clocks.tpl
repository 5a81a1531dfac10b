{{%AUTOESCAPE context="HTML"}}<section class="card" aria-labelledby="thoi-han">
<h2 id="thoi-han">Thời hạn</h2>
<ul class="links">
{{#CLOCK}}<li>{{>CLOCK_CHIP}}<br><b>{{CLOCK_TITLE}}</b> <span class="muted">({{CLOCK_CLAUSE}}, {{CLOCK_PARTY}})</span><br><span class="small muted">{{#CLOCK_RULED}}{{CLOCK_RULE}} {{/CLOCK_RULED}}từ {{CLOCK_FROM}}{{#CLOCK_HAS_DUE}}, hạn {{CLOCK_DUE}}{{/CLOCK_HAS_DUE}}</span><br><a class="small" href="{{CLOCK_URL}}">Vì sao hạn này?<span class="govuk-visually-hidden"> {{CLOCK_TITLE}}</span></a></li>
{{/CLOCK}}</ul>
</section>
