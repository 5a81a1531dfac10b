{{%AUTOESCAPE context="HTML"}}
<div class="office-head"><h1>{{HEADING}}</h1></div>
{{#HAS_LEAD}}<p class="muted">{{LEAD}}</p>{{/HAS_LEAD}}
{{>FORM}}
