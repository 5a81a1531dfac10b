// One account for each role and for each way in which a role is not in force, with sessions made straight in the database, so that a test can
// ask as everybody without sixteen logins.
//
//   const actors = makeActors(site);
//   const editor = actors.client('board_member');   // logged in; editor.csrf is its form token
import { createHash, randomBytes } from 'node:crypto';

export const roles = ['contributor', 'unit_head', 'local_unit', 'secretary', 'board_member', 'board_deputy', 'board_head', 'office', 'director', 'service_officer', 'sysadmin'];
const hex = (bytes) => randomBytes(bytes).toString('hex');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
export const formKey = () => hex(16);

// name: {role, unit, more}; `more` changes the role's row or the account.
const kinds = {
  ...Object.fromEntries(roles.map((role) => [role, { role, unit: role === 'local_unit' ? 2 : 0 }])),
  other_contributor: { role: 'contributor', unit: 1 },
  other_unit_head: { role: 'unit_head', unit: 1 },
  sections_delegate: { role: 'board_member', unit: 0, delegated: 'manage_sections' },
  duties_delegate: { role: 'board_member', unit: 0, delegated: 'manage_duties' },
  no_role: { unit: 0 },
  waiting: { role: 'board_head', unit: 0, row: 'confirmed_at = NULL' },
  ended: { role: 'board_head', unit: 0, row: "valid_to = CURRENT_DATE() - INTERVAL 2 DAY" },
  to_come: { role: 'board_head', unit: 0, row: "valid_from = CURRENT_DATE() + INTERVAL 2 DAY" },
  revoked: { role: 'board_head', unit: 0, row: 'revoked_at = UTC_TIMESTAMP(6)' },
  one_time: { role: 'board_head', unit: 0, account: 'must_change_password = 1' },
  no_second_factor: { role: 'board_head', unit: 0, account: 'totp_required = 1' },
};
export const actorNames = Object.keys(kinds);
const needsUnit = ['contributor', 'unit_head', 'local_unit', 'service_officer'];

export function makeActors(site) {
  const source = site.accounts.find((account) => account.username === 'nguyen.hoang.yen');
  const units = site.sql("SELECT id FROM core_unit WHERE valid_to IS NULL AND kind = 'department' ORDER BY id LIMIT 2").map(([id]) => id);
  units.push(site.sql("SELECT id FROM core_unit WHERE valid_to IS NULL AND kind = 'local' ORDER BY id LIMIT 1")[0][0]);
  const statements = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const unit = units[kind.unit];
    const code = `thu-${name.replaceAll('_', '-')}`;
    const account = `(SELECT id FROM core_account WHERE username = 'thu.${name}')`;
    statements.push(
      `INSERT INTO core_person (code, full_name, job_title, unit_id, phone, email) VALUES ('${code}', 'Người thử ${name}', 'Chuyên viên', ${unit}, '0299 3 555 999', '${code}@minhgiang.gov.vn')`,
      `INSERT INTO core_account (person_id, username, password_phc, created_at) SELECT p.id, 'thu.${name}', a.password_phc, UTC_TIMESTAMP(6) FROM core_person p, core_account a WHERE p.code = '${code}' AND a.username = '${source.username}'`,
    );
    if (kind.role)
      statements.push(
        `INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) VALUES (${account}, '${kind.role}', ${needsUnit.includes(kind.role) ? unit : 'NULL'}, '2020-01-01', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`,
      );
    if (kind.row) statements.push(`UPDATE core_role_assignment SET ${kind.row} WHERE account_id = ${account}`);
    if (kind.account) statements.push(`UPDATE core_account SET ${kind.account} WHERE username = 'thu.${name}'`);
    if (kind.delegated)
      statements.push(
        `INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) SELECT id, '${kind.delegated}', '2020-01-01', '2100-01-01', '1/QĐ-BBT', id, UTC_TIMESTAMP(6) FROM core_person WHERE code = '${code}'`,
      );
  }
  site.sql(statements.join(';\n'));
  const rows = site.sql("SELECT SUBSTRING(a.username, 5), a.id, p.id, p.unit_id FROM core_account a JOIN core_person p ON p.id = a.person_id WHERE a.username LIKE 'thu.%'");
  const known = Object.fromEntries(rows.map(([name, account, person, unit]) => [name, { name, account, person, unit, username: `thu.${name}`, password: source.password }]));

  return {
    ...known,
    units,
    // Clients of `names` by name, each with a session of its own.
    clients(names) {
      const made = {};
      const values = [];
      for (const name of names) {
        const client = site.visitor();
        const token = hex(32);
        const csrf = hex(32);
        // As a page would carry it, under a mask (docs/decisions/0037): here one of zeros.
        client.csrf = '0'.repeat(64) + csrf;
        client.account = known[name];
        client.cookies.set('portal', token);
        made[name] = client;
        values.push(`('${sha256(token)}', ${known[name].account}, '${csrf}', 'full', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)`);
      }
      site.sql(`INSERT INTO core_session (digest, account_id, csrf, stage, created_at, seen_at, expires_at) VALUES ${values.join(', ')}`);
      return made;
    },
    client(name) {
      return this.clients([name])[name];
    },
  };
}

// What the database holds, as one text: the same before and after requests that changed nothing. Leaves out what moves by itself; of mail, which leaves by itself,
// it counts what was queued.
export function contentsOf(site) {
  const moving = ['core_session', 'core_job', 'core_node', 'core_login_throttle', 'core_mail', 'core_task'];
  const tables = site.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'portal' AND table_type = 'BASE TABLE'").map(([name]) => name);
  const rows = site.sql(`CHECKSUM TABLE ${tables.filter((name) => !moving.includes(name)).join(', ')}; SELECT digest FROM core_session ORDER BY digest; SELECT COUNT(*) FROM core_mail; SELECT * FROM core_task WHERE name <> 'mailer' ORDER BY name`);
  return rows.map((row) => row.join(' ')).join('\n');
}

// A cheap trace of every act, as counts: acts leave a row in the trail or of their form, logging in or out one of a session, typing an open draft.
export const traceOf = (site) => site.sql('SELECT (SELECT COUNT(*) FROM core_audit), (SELECT COUNT(*) FROM core_idempotency), (SELECT COUNT(*) FROM core_item_version), (SELECT COUNT(*) FROM core_session), (SELECT COUNT(*) FROM core_draft WHERE closed_at IS NULL)')[0].map(Number);
