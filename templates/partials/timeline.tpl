{{%AUTOESCAPE context="HTML"}}<ol class="timeline">
{{#ENTRY}}<li><b>{{WHEN}}</b> {{WHO}} {{WHAT}}{{#NOTE_SHOWN}}<span class="timeline__note">{{NOTE}}</span>{{/NOTE_SHOWN}}</li>
{{/ENTRY}}</ol>
