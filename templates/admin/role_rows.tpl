{{%AUTOESCAPE context="HTML"}}{{#NO_ROLES}}<p class="muted">Chưa có vai trò nào.</p>{{/NO_ROLES}}{{#ROLES}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Vai trò</caption>
<thead><tr><th scope="col">Vai trò</th><th scope="col">Thời hạn</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROLE}}<tr>
<td class="table__title">{{ROLE_LABEL}}<span class="table__sub">{{ROLE_NAME}} ({{ROLE_USERNAME}}), {{ROLE_UNIT}}</span></td>
<td data-label="Thời hạn">{{ROLE_FROM}} – {{ROLE_TO}}</td>
<td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ROLE_ICON}}"></use></svg>{{ROLE_STATE}}</span></td>
<td><div class="btns">{{#CONFIRM}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small" type="submit">Xác nhận</button></form>{{/CONFIRM}}{{#REVOKE}}<form method="post" action="{{ACT_URL}}" data-once data-confirm="Thu hồi vai trò này?"><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--danger" type="submit">Thu hồi</button></form>{{/REVOKE}}</div></td>
</tr>
{{/ROLE}}</tbody></table></div>{{/ROLES}}
