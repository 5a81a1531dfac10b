// An office after years of work: many people, many more items in every state, with their clocks. Made by statements, since no test can wait for so much work;
// the rows are those of the demo, multiplied. What is added is above `kFirst` and is taken away again by drop().

const kFirst = 1_000_000;

// Of a hundred items: how many stand in each state.
const kStates = { draft: 5, returned: 5, unit_review: 5, submitted: 5, editing: 15, verifying: 8, final_check: 5, ready: 2, published: 40, withdrawn: 3, refused: 4, archived: 3 };

// `items` items by `people` people. Every open one has a clock; three of ten are overdue, one of ten is near its due time.
export function fillOffice(site, { items, people }) {
  const bounds = [];
  let upTo = 0;
  for (const [state, share] of Object.entries(kStates)) bounds.push([state, (upTo += share)]);
  if (upTo !== 100) throw new Error(`${upTo} of 100`);
  // A multiple of a number that shares no factor with 100 spreads the states over the time.
  const state = `CASE ${bounds.map(([name, bound]) => `WHEN (seq * 37) % 100 < ${bound} THEN '${name}'`).join(' ')} END`;
  const is = (...names) => `${state} IN (${names.map((name) => `'${name}'`).join(', ')})`;
  const editors = site.sql("SELECT DISTINCT a.person_id FROM core_account a JOIN core_role_assignment r ON r.account_id = a.id WHERE r.role IN ('board_member', 'board_deputy')").map(([id]) => id);
  const units = site.sql("SELECT id FROM core_unit WHERE valid_to IS NULL ORDER BY id").map(([id]) => id);
  const sections = site.sql("SELECT id FROM core_section WHERE kind = 'article_list' ORDER BY id").map(([id]) => id);
  const pick = (list, step) => `ELT(1 + (seq DIV ${step}) % ${list.length}, ${list.join(', ')})`;
  site.sql(`SET SESSION unique_checks = 0; SET SESSION foreign_key_checks = 0;
    INSERT INTO core_person (id, code, full_name, unit_id) SELECT ${kFirst} + seq, CONCAT('dong-', seq), CONCAT('Người số ', seq), ${pick(units, 1)} FROM seq_1_to_${people};
    INSERT INTO core_item (id, code, module, kind, title, section_id, unit_id, author_person, state, state_since, assigned_to, working_version, passed_version, published_version, created_at, submitted_at, supplied_at, published_at)
      SELECT ${kFirst} + seq, CONCAT('TB-DONG-', seq), 'news', 'news', CONCAT('Tin số ', seq, ' về công tác tư pháp ở cơ sở'), ${pick(sections, 3)}, ${pick(units, 7)}, ${kFirst} + 1 + seq % ${people}, ${state},
        '2020-01-01' + INTERVAL seq * 15 MINUTE, IF(${is('editing', 'verifying', 'final_check', 'ready', 'published', 'archived')}, IF(seq % 50 = 0, NULL, ${pick(editors, 11)}), NULL), 1,
        IF(${is('ready', 'published', 'archived')}, 1, NULL), IF(${is('published', 'archived')}, 1, NULL), '2019-12-01' + INTERVAL seq * 15 MINUTE,
        IF(${is('draft')}, NULL, '2019-12-10' + INTERVAL seq * 15 MINUTE), IF(${is('draft', 'unit_review')}, NULL, '2019-12-11' + INTERVAL seq * 15 MINUTE),
        IF(${is('published', 'archived', 'withdrawn')}, '2019-12-20' + INTERVAL seq * 15 MINUTE, NULL) FROM seq_1_to_${items};
    INSERT INTO core_item_version (item_id, version, person_id, account_id, step, content_digest, created_at) SELECT ${kFirst} + seq, 1, ${kFirst} + 1 + seq % ${people}, 1, 'write', REPEAT('0', 64), '2019-12-01' FROM seq_1_to_${items};
    INSERT INTO core_clock (duty_id, calendar_id, item_id, unit_id, subject, started_at, due_at, amber_at)
      SELECT d.id, c.id, i.id, i.unit_id, CONCAT('item:', i.id, ':1'), i.created_at,
        CASE WHEN i.id % 10 < 3 THEN UTC_TIMESTAMP(6) - INTERVAL 1 + i.id % 4000 MINUTE WHEN i.id % 10 = 3 THEN UTC_TIMESTAMP(6) + INTERVAL 100 + i.id % 300 MINUTE ELSE UTC_TIMESTAMP(6) + INTERVAL 5 + i.id % 30 DAY END,
        CASE WHEN i.id % 10 <= 3 THEN UTC_TIMESTAMP(6) - INTERVAL 5 DAY ELSE UTC_TIMESTAMP(6) + INTERVAL 4 DAY END
      FROM core_item i JOIN core_duty d ON d.code = 'D9.3-ban' JOIN core_calendar c ON c.is_own = 1 WHERE i.id > ${kFirst} AND i.state IN ('submitted', 'editing', 'verifying', 'final_check', 'ready');
    ANALYZE TABLE core_item, core_clock, core_item_version, core_person;`);
  return {
    drop() {
      site.sql(`SET SESSION foreign_key_checks = 0; DELETE FROM core_clock WHERE item_id > ${kFirst}; DELETE FROM core_item_version WHERE item_id > ${kFirst};
        DELETE FROM core_item WHERE id > ${kFirst}; DELETE FROM core_person WHERE id > ${kFirst}`);
    },
  };
}

// The statements that the admin programs carried out while `work` ran, with their values, as the server logged them.
export async function statementsOf(site, work) {
  site.sql("SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = 1");
  try {
    // Values stand in the log only for what is prepared while it is on.
    for (const service of site.services().filter((name) => /^admin-\d$/.test(name))) site.sv('restart', service);
    await site.until('the office answers', async () => (await site.visitor().get('/quan-tri/dang-nhap')).status === 200, 20_000);
    await work(); // once for each program's own statements, once to be logged whole
    site.sql('TRUNCATE mysql.general_log');
    await work();
  } finally {
    site.sql('SET GLOBAL general_log = 0');
  }
  return site.sql("SELECT DISTINCT REPLACE(REPLACE(CONVERT(argument USING utf8mb4), '\\n', ' '), '\\t', ' ') FROM mysql.general_log WHERE command_type = 'Execute'").map(([statement]) => statement);
}
