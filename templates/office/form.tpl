{{%AUTOESCAPE context="HTML"}}
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}
<form method="post" action="{{ACTION}}"{{#WITH_FILES}} enctype="multipart/form-data"{{/WITH_FILES}} data-once novalidate>
  <input type="hidden" name="_csrf" value="{{CSRF}}">
  <input type="hidden" name="_key" value="{{KEY}}">
  {{#HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE:p}}">
  {{/HIDDEN}}{{>FIELD}}
  <div class="btns">
    {{#PLAIN}}<button class="btn" type="submit">{{SUBMIT}}</button>{{/PLAIN}}{{#DANGER}}<button class="btn btn--danger" type="submit">{{SUBMIT}}</button>{{/DANGER}}
    {{#HAS_CANCEL}}<a class="btn btn--text" href="{{CANCEL_URL}}">Bỏ qua</a>{{/HAS_CANCEL}}
  </div>
</form>
