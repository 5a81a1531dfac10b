// Whether an account must have a second factor (D6.3): its own row says so, or a role that it was given, by the setting second_factor_roles. One
// condition for every statement that asks. ALIAS: the statement's name of core_account.
#pragma once

#define PORTAL_NEEDS_SECOND_FACTOR(ALIAS)                                                                                                          \
  "(" ALIAS ".totp_required = 1 OR EXISTS (SELECT 1 FROM core_role_assignment needs JOIN core_setting roles ON roles.name = 'second_factor_roles' " \
  "WHERE needs.account_id = " ALIAS ".id AND needs.revoked_at IS NULL AND FIND_IN_SET(needs.role, roles.value)))"
