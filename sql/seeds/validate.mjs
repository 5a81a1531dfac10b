// Checks the seed files before the loader sees them: `node sql/seeds/validate.mjs`.
// Every fault is printed with its file; exit 1 when there is one. No packages needed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const faults = [];
const fault = (file, what) => faults.push(`${file}: ${what}`);

function load(file) {
  const bytes = readFileSync(join(here, file));
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    fault(file, 'not UTF-8');
    return {};
  }
  if (text !== text.normalize('NFC')) fault(file, 'not NFC (D4.1a)');
  // Anything invisible would survive into pages and break searching; a line break is the only control allowed.
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/.test(text)) {
    fault(file, 'control or invisible character');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    fault(file, `not JSON: ${error.message}`);
    return {};
  }
}

function unique(file, rows, field) {
  const seen = new Set();
  for (const row of rows) {
    if (seen.has(row[field])) fault(file, `${field} twice: ${row[field]}`);
    seen.add(row[field]);
  }
  return seen;
}

const kSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const kUsername = /^[a-z0-9]+(\.[a-z0-9]+)*$/;
const kTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+07:00$/;
const kDate = /^\d{4}-\d\d-\d\d$/;
const kPhone = /^0299 3 555 0\d\d$/;
const kMail = /^[a-z0-9.]+@minhgiang\.gov\.vn$/;
const kStates = ['draft', 'unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready',
                 'published', 'returned', 'refused'];

// ---- reference -------------------------------------------------------------------------------
const sections = load('reference/sections.json').sections ?? [];
const sectionKeys = unique('reference/sections.json', sections, 'key');
const checklists = load('reference/checklists.json').checklists ?? [];
const kinds = unique('reference/checklists.json', checklists, 'kind');
const grounds = load('reference/grounds.json').grounds ?? [];
const roles = load('reference/roles.json').roles ?? [];
const settings = load('reference/settings.json').settings ?? [];
unique('reference/grounds.json', grounds, 'code');
unique('reference/roles.json', roles, 'key');
unique('reference/settings.json', settings, 'key');

for (const s of sections) {
  const file = 'reference/sections.json';
  if (!kSlug.test(s.key)) fault(file, `bad key ${s.key}`);
  if (s.parent !== null && !sectionKeys.has(s.parent)) fault(file, `${s.key}: unknown parent ${s.parent}`);
  if (!['article_list', 'pages', 'contact'].includes(s.kind)) fault(file, `${s.key}: kind ${s.kind}`);
  if (!kinds.has(s.item_kind)) fault(file, `${s.key}: no checklist for ${s.item_kind}`);
  for (const step of ['unit_approval', 'verify', 'final_check']) {
    if (typeof s.needs?.[step] !== 'boolean') fault(file, `${s.key}: needs.${step}`);
  }
  if (typeof (s.needs?.original ?? false) !== 'boolean') fault(file, `${s.key}: needs.original (D9.1c)`);
}
for (const c of checklists) {
  unique(`reference/checklists.json ${c.kind}`, c.items, 'code');
  if (c.items.length < 5 || c.items.length > 6) fault('reference/checklists.json', `${c.kind}: 5 or 6 points`);
}

// ---- calendar and duties ----------------------------------------------------------------------
const kHours = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)*$/;
const calendars = load('reference/calendar.json').calendars ?? [];
unique('reference/calendar.json', calendars, 'code');
if (calendars.filter((c) => c.own).length !== 1) fault('reference/calendar.json', "exactly one calendar is the agency's own");
for (const c of calendars) {
  const file = 'reference/calendar.json';
  for (const h of c.hours) {
    if (!(h.weekday >= 1 && h.weekday <= 7) || !kDate.test(h.valid_from) || !kHours.test(h.spans) || !h.source) fault(file, `hours of weekday ${h.weekday}`);
  }
  for (const y of c.years) {
    if (!['proposed', 'entered'].includes(y.state)) fault(file, `${y.year}: state ${y.state}`);
    if (y.state === 'entered' && !y.announcement) fault(file, `${y.year}: entered without an announcement`);
  }
  const seen = new Set();
  for (const d of c.days) {
    if (!kDate.test(d.day) || new Date(`${d.day}T00:00:00Z`).toISOString().slice(0, 10) !== d.day) fault(file, `no such day: ${d.day}`);
    if (!['public_holiday', 'day_off', 'make_up_day', 'half_day'].includes(d.kind)) fault(file, `${d.day}: kind ${d.kind}`);
    if (['make_up_day', 'half_day'].includes(d.kind) !== kHours.test(d.hours ?? '')) fault(file, `${d.day}: hours`);
    if (!d.name || !d.source) fault(file, `${d.day}: name and source are needed`);
    if (!c.years.some((y) => String(y.year) === d.day.slice(0, 4))) fault(file, `${d.day}: its year is not in the file`);
    if (seen.has(d.day)) fault(file, `${d.day}: twice`);
    seen.add(d.day);
  }
}
const demoYears = load('demo/calendar.json');
for (const y of demoYears.years ?? []) {
  const row = calendars.find((c) => c.code === demoYears.calendar)?.years.find((one) => one.year === y.year);
  if (row?.state !== 'proposed' || !y.announcement) fault('demo/calendar.json', `${y.year}: not a proposed year of ${demoYears.calendar}, or no announcement`);
}
const duties = load('reference/duties.json').duties ?? [];
unique('reference/duties.json', duties, 'code');
for (const d of duties) {
  const file = 'reference/duties.json';
  if (!/^D\d+(\.\d+[a-zđ]?)?$/.test(d.clause) || !d.code.startsWith(d.clause)) fault(file, `${d.code}: clause ${d.clause}`);
  if (!Array.isArray(d.kinds) || d.kinds.some((k) => !/^[a-z_]+$/.test(k))) fault(file, `${d.code}: kinds`);
  if (!d.title || !kDate.test(d.valid_from)) fault(file, `${d.code}: title and valid_from are needed`);
  if (!['item', 'request', 'feedback', 'question', 'unit_month', 'board_month', 'board_day'].includes(d.subject)) fault(file, `${d.code}: subject ${d.subject}`);
  if (!['working_hours', 'working_days', 'calendar_days', 'window'].includes(d.unit)) fault(file, `${d.code}: unit ${d.unit}`);
  if ((d.unit === 'window') !== ['first_week_of_next_month', 'first_10_days_of_next_quarter'].includes(d.window)) fault(file, `${d.code}: window ${d.window}`);
  if ((d.window === 'first_week_of_next_month') !== ['days_1_7', 'first_mon_fri_week'].includes(d.first_week)) fault(file, `${d.code}: first_week`);
  if (d.unit === 'window' ? d.amount !== null : d.amount === null && d.subject !== 'unit_month') fault(file, `${d.code}: amount`);
  if (d.extended_amount !== null && (d.unit !== 'working_days' || d.extended_amount <= d.amount)) fault(file, `${d.code}: extended_amount`);
  if (d.remind_minutes > d.amber_minutes) fault(file, `${d.code}: a reminder before it is amber`);
  if (!['supplier', 'board', 'unit', 'office'].includes(d.party) || !roles.some((r) => r.key === d.role)) fault(file, `${d.code}: party or role`);
}

// ---- people ----------------------------------------------------------------------------------
const units = load('demo/units.json').units ?? [];
const unitKeys = unique('demo/units.json', units, 'key');
const people = load('demo/people.json').people ?? [];
const peopleKeys = unique('demo/people.json', people, 'key');
const accounts = people.flatMap((p) => p.accounts);
unique('demo/people.json', accounts, 'username');

for (const u of units) {
  if (u.parent !== null && !unitKeys.has(u.parent)) fault('demo/units.json', `${u.key}: parent ${u.parent}`);
  if (!kPhone.test(u.phone) || !kMail.test(u.email)) fault('demo/units.json', `${u.key}: phone or e-mail`);
}
for (const p of people) {
  const file = 'demo/people.json';
  if (!unitKeys.has(p.unit)) fault(file, `${p.key}: unknown unit ${p.unit}`);
  if (!kPhone.test(p.phone) || !kMail.test(p.email)) fault(file, `${p.key}: phone or e-mail`);
  for (const account of p.accounts) {
    if (!kUsername.test(account.username)) fault(file, `${p.key}: username ${account.username}`);
    for (const grant of account.roles) {
      const role = roles.find((r) => r.key === grant.role);
      if (!role?.has_account) fault(file, `${p.key}: role ${grant.role}`);
      if (role?.needs_unit && !unitKeys.has(grant.unit)) fault(file, `${p.key}: ${grant.role} needs a unit`);
    }
  }
}
for (const role of roles.filter((r) => r.has_account)) {
  if (!accounts.some((a) => a.roles.some((g) => g.role === role.key))) {
    fault('demo/people.json', `nobody holds ${role.key}`);
  }
}
for (const unit of units.filter((u) => u.quota)) {
  const head = accounts.some((a) => a.roles.some((g) => g.role === 'unit_head' && g.unit === unit.key));
  if (!head) fault('demo/people.json', `${unit.key} has no unit_head (D9.1a)`);
}
for (const d of load('demo/delegations.json').delegations ?? []) {
  const file = 'demo/delegations.json';
  if (!peopleKeys.has(d.person) || !peopleKeys.has(d.granted_by)) fault(file, `${d.key}: unknown person`);
  if (!['verify', 'final_check'].includes(d.act)) fault(file, `${d.key}: act ${d.act}`);
  if (!kDate.test(d.from) || !kDate.test(d.to) || d.from > d.to) fault(file, `${d.key}: dates`);
  for (const s of d.sections ?? []) if (!sectionKeys.has(s)) fault(file, `${d.key}: section ${s}`);
}

for (const r of load('demo/rules.json').rules ?? []) {
  const file = 'demo/rules.json';
  if (!sectionKeys.has(r.section) || !peopleKeys.has(r.decided_by) || !r.document_number) fault(file, `${r.section}: section, decided_by and document_number`);
  if (!kDate.test(r.from) || (r.to !== null && (!kDate.test(r.to) || r.to < r.from)) || !(r.retention_months >= 0)) fault(file, `${r.section}: dates or months`);
}

// ---- articles --------------------------------------------------------------------------------
const kBlocks = {
  doc: 'block', blockquote: 'block', list_item: 'block', table_cell: 'block', table_header: 'block',
  bullet_list: 'list_item', ordered_list: 'list_item', table: 'table_row', table_row: 'cell',
  paragraph: 'inline', heading: 'inline', horizontal_rule: 'none',
};
const kInside = {
  block: ['paragraph', 'heading', 'bullet_list', 'ordered_list', 'blockquote', 'horizontal_rule', 'table'],
  list_item: ['list_item'], table_row: ['table_row'], cell: ['table_cell', 'table_header'],
  inline: ['text', 'hard_break'], none: [],
};
const kMarks = ['strong', 'em', 'underline', 'sub', 'sup', 'link'];

function checkNode(file, node, links) {
  if (node.type === 'text') {
    if (typeof node.text !== 'string' || node.text === '') fault(file, 'empty text');
    for (const mark of node.marks ?? []) {
      if (!kMarks.includes(mark.type)) fault(file, `mark ${mark.type}`);
      if (mark.type === 'link') links.push(mark.attrs.href);
    }
    return;
  }
  if (node.type === 'hard_break') return;
  const allowed = kInside[kBlocks[node.type]];
  if (!allowed) return fault(file, `node ${node.type}`);
  if (node.type === 'heading' && ![2, 3, 4].includes(node.attrs?.level)) fault(file, 'heading level');
  if (allowed.length && !node.content?.length) fault(file, `empty ${node.type}`);
  for (const child of node.content ?? []) {
    if (!allowed.includes(child.type)) fault(file, `${child.type} inside ${node.type}`);
    checkNode(file, child, links);
  }
}

function sectionPath(key) {
  const s = sections.find((one) => one.key === key);
  return s?.parent ? `${sectionPath(s.parent)}${s.key}/` : `/${key}/`;
}

const addresses = new Set(['/', '/rss.xml', '/atom.xml', '/so-do-trang', '/gioi-thieu/co-cau-to-chuc',
                           '/gioi-thieu/lanh-dao', '/gioi-thieu/danh-ba']);
for (const s of sections) addresses.add(sectionPath(s.key));

const articles = [];
for (const name of readdirSync(join(here, 'demo/articles')).sort()) {
  const file = `demo/articles/${name}`;
  const article = load(file);
  articles.push({ file, article });
  if (!new RegExp(`^\\d\\d-${article.slug}\\.json$`).test(name)) fault(file, 'name is not NN-slug.json');
  if (article.state === 'published') addresses.add(sectionPath(article.section) + article.slug);
}
unique('demo/articles', articles.map((a) => a.article), 'slug');

for (const { file, article: a } of articles) {
  const section = sections.find((s) => s.key === a.section);
  if (!kSlug.test(a.slug)) fault(file, 'bad slug');
  if (!section) { fault(file, `unknown section ${a.section}`); continue; }
  if (a.kind !== section.item_kind) fault(file, `kind ${a.kind}, section has ${section.item_kind}`);
  if (!kStates.includes(a.state)) fault(file, `state ${a.state}`);
  if (!['collective', 'personal'].includes(a.origin)) fault(file, `origin ${a.origin} (D9.1a)`);
  if (!peopleKeys.has(a.author)) fault(file, `unknown author ${a.author}`);
  if (!unitKeys.has(a.unit)) fault(file, `unknown unit ${a.unit}`);
  if (!a.title || !a.summary || !a.source) fault(file, 'title, summary and source are needed');
  // The columns that hold them (sql/news); the loader refuses what does not fit.
  for (const [text, most] of [[a.slug, 120], [a.title, 300], [a.summary, 1000], [a.author_line, 200], [a.source, 300],
                              [a.event?.place, 300], [a.event?.registration, 500]]) {
    if ((text ?? '').length > most) fault(file, `longer than ${most}: ${text}`);
  }
  if (section.needs.original && a.state === 'published' && !(a.original?.document && a.original.signer && a.original.kept)) {
    fault(file, 'original: document, signer and kept are needed (D9.1c)');
  }
  if (section.event_at_required && !a.event_at) fault(file, 'event_at is needed (D9.3a)');
  for (const field of ['event_at', 'submitted_at', 'unit_approved_at', 'published_at']) {
    if (a[field] && !kTime.test(a[field])) fault(file, `${field} is not a time at +07:00`);
  }
  if ((a.state === 'published') !== Boolean(a.published_at)) fault(file, 'published_at and state disagree');
  if (a.event_at && a.published_at && a.event_at > a.published_at) fault(file, 'published before it took place');
  if (a.kind === 'event') {
    const e = a.event ?? {};
    if (!e.place || !e.registration || !kTime.test(e.starts_at) || !kTime.test(e.ends_at) || e.starts_at >= e.ends_at) {
      fault(file, 'place, starts_at, ends_at, registration are needed (D5.9đ)');
    }
  }
  const handled = a.handled_by ?? {};
  for (const key of Object.values(handled)) if (!peopleKeys.has(key)) fault(file, `unknown person ${key}`);
  for (const check of [handled.verifier, handled.final_checker]) {
    if (check && (check === a.author || check === handled.editor)) fault(file, 'checked by its own author or editor');
  }
  if (['returned', 'refused'].includes(a.state)) {
    const ground = grounds.find((g) => g.code === a.ground);
    if (ground?.kind !== (a.state === 'returned' ? 'return' : 'refuse')) fault(file, `ground ${a.ground}`);
    if (!a.reason || !peopleKeys.has(a.decided_by)) fault(file, 'reason and decided_by are needed (D4.2, D12.3)');
  }
  if (a.flag && (a.state !== 'published' || !peopleKeys.has(a.flag.by) || !kTime.test(a.flag.at) || a.flag.at < a.published_at || !a.flag.note)) fault(file, 'flag: by, at and note, of a published item (D9.3f)');
  if (a.request && (a.state !== 'verifying' || !peopleKeys.has(a.request.by) || !unitKeys.has(a.request.unit) || !a.request.question)) fault(file, 'request: by, unit and question, of an item in step 2 (D12.1)');
  const links = [];
  if (a.body?.type !== 'doc') fault(file, 'body is not a doc');
  else checkNode(file, a.body, links);
  for (const href of links) if (!addresses.has(href)) fault(file, `link leads nowhere: ${href}`);
}
for (const s of sections.filter((one) => one.kind !== 'contact')) {
  const count = articles.filter((a) => a.article.section === s.key && a.article.state === 'published').length;
  if (count < 2) fault('demo/articles', `${s.key} has ${count} published`);
}

// ---- matters ---------------------------------------------------------------------------------
const matters = load('demo/matters.json').matters ?? [];
unique('demo/matters.json', matters, 'title');
const kMatterActs = ['forward', 'ask_direction', 'direct', 'extend', 'assign', 'progress', 'opinion', 'result', 'answer', 'outside'];
for (const m of matters) {
  const file = `demo/matters.json, ${m.title}`;
  if (!['question', 'feedback'].includes(m.kind) || !['web', 'email', 'phone', 'paper'].includes(m.channel)) fault(file, `${m.kind}, ${m.channel}`);
  if (!m.text || !m.asker?.name || !(m.asker.email || m.asker.phone || m.asker.address)) fault(file, 'text, name and a way to reach the reader are needed (D11.5)');
  if (m.asker?.email && !m.asker.email.endsWith('@example.vn')) fault(file, `the address of a fictitious reader: ${m.asker.email}`);
  if (m.asker?.phone && !/^0299 3 555 9\d\d$/.test(m.asker.phone)) fault(file, `the number of a fictitious reader: ${m.asker.phone}`);
  let last = m.received?.days_ago;
  for (const row of [{ act: 'register', by: m.by, ...m.received }, ...(m.acts ?? [])]) {
    if (row.act !== 'register' && !kMatterActs.includes(row.act)) fault(file, `no such act: ${row.act}`);
    if (!peopleKeys.has(row.by)) fault(file, `unknown person ${row.by}`);
    if (!(row.days_ago >= 1 && row.days_ago <= last) || !/^\d\d:\d\d$/.test(row.time)) fault(file, `${row.act}: days_ago, time in the order in which it happened`);
    if (row.unit && !unitKeys.has(row.unit)) fault(file, `unknown unit ${row.unit}`);
    if (row.act === 'forward' && m.kind === 'question' && !row.limit) fault(file, 'a question is sent with a limit (D11.3)');
    last = row.days_ago;
  }
}

for (const line of faults) console.error(line);
console.log(`seeds: ${sections.length} sections, ${units.length} units, ${people.length} people, ` +
            `${articles.length} articles, ${matters.length} questions and feedback, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
