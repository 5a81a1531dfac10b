{{%AUTOESCAPE context="HTML"}}<article class="card reading" aria-label="Nội dung">
<h2>{{TITLE}}</h2>
{{#HAS_SUMMARY}}<p class="sapo">{{SUMMARY}}</p>
{{/HAS_SUMMARY}}{{#LEAD}}<figure class="figure"><img src="{{LEAD_SRC}}" alt="{{LEAD_ALT}}" width="{{LEAD_WIDTH}}" height="{{LEAD_HEIGHT}}"><figcaption>{{LEAD_CAPTION}}</figcaption></figure>
{{/LEAD}}{{BODY_HTML:none}}
</article>
<section class="card" aria-label="Các mục khác của bản này"><dl class="facts">
{{#WORD_FACT}}<div><dt>{{WORD_LABEL}}</dt><dd>{{WORD_VALUE}}</dd></div>
{{/WORD_FACT}}{{#ATTACHED}}<div><dt>Tệp đính kèm</dt><dd><a href="{{ATTACHED_URL}}">{{ATTACHED_TITLE}}</a> ({{ATTACHED_FACTS}}) <code class="digest">SHA-256 {{ATTACHED_DIGEST}}</code></dd></div>
{{/ATTACHED}}</dl></section>
