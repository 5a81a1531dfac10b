{{%AUTOESCAPE context="HTML"}}<article class="card reading" aria-label="Nội dung">
<h2>{{TITLE}}</h2>
{{#HAS_SUMMARY}}<p class="sapo">{{SUMMARY}}</p>
{{/HAS_SUMMARY}}{{BODY_HTML:none}}
</article>
<section class="card" aria-label="Các mục khác của bản này"><dl class="facts">
{{#WORD_FACT}}<div><dt>{{WORD_LABEL}}</dt><dd>{{WORD_VALUE}}</dd></div>
{{/WORD_FACT}}</dl></section>
