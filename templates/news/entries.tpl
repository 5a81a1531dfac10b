{{%AUTOESCAPE context="HTML"}}<ul class="list">
{{#ENTRY}}<li class="list__item">
{{#TOP_LEVEL}}<h2 class="list__title"><a href="{{ENTRY_URL}}">{{ENTRY_TITLE}}</a></h2>
{{/TOP_LEVEL}}{{#SUB_LEVEL}}<h3 class="list__title"><a href="{{ENTRY_URL}}">{{ENTRY_TITLE}}</a></h3>
{{/SUB_LEVEL}}{{#HAS_SUMMARY}}<p class="list__text">{{ENTRY_SUMMARY}}</p>
{{/HAS_SUMMARY}}<p class="meta">{{#HAS_START}}<span>Bắt đầu <time datetime="{{START_ISO}}">{{START}}</time></span><span>{{PLACE}}</span>{{/HAS_START}}{{#HAS_DATE}}<time datetime="{{ENTRY_ISO}}">{{ENTRY_DATE}}</time>{{/HAS_DATE}}{{#HAS_UNIT}}<span>{{ENTRY_UNIT}}</span>{{/HAS_UNIT}}</p>
</li>
{{/ENTRY}}</ul>
