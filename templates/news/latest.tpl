{{%AUTOESCAPE context="HTML"}}{{#LEAD}}<article class="feature">{{#HAS_PICTURE}}<div class="feature__media">{{PICTURE_HTML:none}}</div>{{/HAS_PICTURE}}<div>
<h3 class="feature__title"><a href="{{LEAD_URL}}">{{LEAD_TITLE}}</a></h3>
<p class="meta"><time datetime="{{LEAD_ISO}}">{{LEAD_DATE}}</time><span>{{LEAD_UNIT}}</span></p>
{{#HAS_LEAD_SUMMARY}}<p>{{LEAD_SUMMARY}}</p>
{{/HAS_LEAD_SUMMARY}}</div></article>
{{/LEAD}}{{>ENTRIES}}
