// What each route answers to whom, written from the requirements' actor table and not from the code: the access test compares both. A route of
// the office is a list of cases:
//
//   {url, see}                  GET: actors who get 200 (or `ok`); the others get `denied` (403)
//   {make, may, ok, undo}       POST: `make(w, actor)` prepares an object and gives [address, fields] of a form that really changes something; `ok`
//                               is the answer to those who may, `undo` mends what the act did to the actor; `ask` names the refused actors to
//                               ask when each needs an object of the own (all of them share one otherwise)
//
// `sees` of an item's route: actors who may know that the item exists; all others get 404, never 403.
import { createHmac, randomBytes } from 'node:crypto';

import { articleFields, when } from '../support/journey.mjs';
import { actorNames, formKey } from '../support/actors.mjs';
import { questionFields, workingDay } from '../support/matters.mjs';
import { plantDocument } from '../support/documents.mjs';
import { plantAttachment, plantPicture, png } from '../support/files.mjs';
import { newSigner, plantAnchor } from '../support/pdf.mjs';

const staff = actorNames;
const writers = ['contributor', 'unit_head', 'local_unit', 'secretary', 'board_member', 'board_deputy', 'board_head', 'other_contributor', 'other_unit_head', 'sections_delegate', 'duties_delegate'];
const board = ['secretary', 'board_member', 'board_deputy', 'board_head', 'director', 'sections_delegate', 'duties_delegate'];
const unitManagers = ['sysadmin', 'office'];
// D3.2c, D14.3đ, D18.5: the leaders, who acts for the board's head, the secretary who follows the units, the office that receives the monthly report.
const overseers = ['director', 'board_head', 'board_deputy', 'secretary', 'office'];
// D14.3đ, D6.1: who reminds; the deputy only while acting for the board's head (reminders.test.mjs).
const reminders = ['director', 'board_head', 'secretary'];
// D6.3: who enters the end of a unit and who confirms it see it.
const unitEndReaders = [...unitManagers, 'board_head', 'director'];
// D6.1, D6.3, D12.1: the leaders see what is set; who maintains the site changes it.
const settingReaders = [...unitManagers, 'board_head', 'director'];
// D6.3, D11.1; the secretary's stand-in by delegation (mail.test.mjs).
const mailKeepers = ['sysadmin', 'secretary'];
// D9.1b, D11.1: who sent what is for who handles the register; the secretary's stand-in by delegation.
const registrars = ['secretary', 'board_head'];
// D3.2đ, D6.3: a token is an account of a system; what it sends the secretary decides about.
const senderManagers = ['sysadmin', 'board_head'];
const sectionManagers = ['board_head', 'sections_delegate'];
const calendarManagers = ['sysadmin', 'office'];
const dutyManagers = ['board_head', 'duties_delegate'];
const seesClocks = [...overseers, 'duties_delegate'];
const seesReport = [...seesClocks, 'unit_head'];

// Who may know of an item that `contributor` wrote, by its state.
const seesDraft = ['contributor'];
const seesUnitReview = ['contributor', 'unit_head'];
const seesSubmitted = ['contributor', 'unit_head', ...board];

const today = '25/11/2026';
let changes = 0;
const unique = () => `t${randomBytes(5).toString('hex')}`;
const insert = (w, statement) => w.site.sql(`${statement}; SELECT LAST_INSERT_ID()`)[0][0];
const rowVersion = (w, table, id) => w.site.sql(`SELECT row_version FROM ${table} WHERE ${id}`)[0][0];

// The six digits of `secret` now (RFC 6238).
function totp(secret, step = Math.floor(Date.now() / 30_000)) {
  let bits = '';
  for (const c of secret) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const unitFields = (code) => ({ name: `Đơn vị ${code}`, short_name: code, kind: 'department', phone: '', email: '', functions: '', position: '500', valid_from: '01/01/2026' });
const personFields = (w, code) => ({ full_name: `Người ${code}`, job_title: 'Chuyên viên', unit: w.actors.units[0], phone: '', email: '', bio: '', position: '500' });
const newUnit = (w) => insert(w, `INSERT INTO core_unit (code, name, short_name, kind, valid_from) VALUES ('${unique()}', 'Đơn vị thử', 'Thử', 'department', '2026-01-01')`);
const newPerson = (w) => insert(w, `INSERT INTO core_person (code, full_name, job_title, unit_id) VALUES ('${unique()}', 'Người thử', 'Chuyên viên', ${w.actors.units[0]})`);
const newAccount = (w) => insert(w, `INSERT INTO core_account (person_id, username, password_phc, created_at) VALUES (${newPerson(w)}, '${unique()}', 'x', UTC_TIMESTAMP(6))`);

// A role that waits for its confirmation; the director confirms the board's head only, the board's head everybody else (D6.3).
function waitingRole(w, actor) {
  const role = actor === 'director' ? "'board_head', NULL" : `'contributor', ${w.actors.units[0]}`;
  return insert(
    w,
    `INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, entered_by) VALUES (${newAccount(w)}, ${role}, '2026-01-01', UTC_TIMESTAMP(6), ${w.actors.sysadmin.person})`,
  );
}

const newDelegation = (w) =>
  insert(
    w,
    `INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${newPerson(w)}, 'act_as_head', '2026-01-01', '2100-01-01', '2/QĐ', ${w.actors.board_head.person}, UTC_TIMESTAMP(6))`,
  );

const sectionFields = () => ({ title: 'Chuyên mục thử', short_title: 'Thử', parent: '', item_kind: 'other', clause: 'D5.9f', consent_note: '', description: '', needs_verify: '1', needs_final_check: '1' });
const newSection = (w, position) =>
  insert(w, `INSERT INTO core_section (slug, title, item_kind, clause, kind, position) VALUES ('${unique()}', 'Chuyên mục thử', 'other', 'D5.9f', 'article_list', ${position})`);

function settingCase(slug, value, may) {
  const name = slug.replaceAll('-', '_');
  return {
    may,
    undo: (w) => name === 'four_eyes' && w.site.sql("UPDATE core_setting SET value = '1' WHERE name = 'four_eyes'"),
    make: (w) => [`/quan-tri/cai-dat/${slug}`, () => ({ value: value(), row_version: rowVersion(w, 'core_setting', `name = '${name}'`) })],
  };
}

// A draft of an article that does not exist yet, of one person.
function newDraft(w, actor) {
  const draftKey = formKey();
  w.site.sql(
    `INSERT INTO core_draft (draft_key, person_id, subject, sequence, title, fields, began_at, saved_at) VALUES ('${draftKey}', ${w.actors[actor].person}, 'new:news', 1, 'Nháp', '{"title":"Nháp"}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`,
  );
  return draftKey;
}

const newNotice = (w, actor) =>
  insert(w, `INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${w.actors[actor].person}, 'waits', '${unique()}', 'Thông báo thử', UTC_TIMESTAMP(6))`);

// A mail to the actor about a notice of the actor's, in that state.
const newAnchor = (w) => plantAnchor(w.site);
const newMail = (w, actor, state) =>
  insert(w, `INSERT INTO core_mail (kind, person_id, address, notice_id, message_id, state, available_at, since, created_at) VALUES ('notice', ${w.actors[actor].person}, 'thu@minhgiang.gov.vn', ${newNotice(w, actor)}, '${unique()}@minhgiang.gov.vn', '${state}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`);

// A thing of the intake register, in that state, whose sender's data are complete.
function newThing(w, state) {
  const id = insert(w, `INSERT INTO core_intake (code, channel, received_at, registered_at, state, state_since, title, sender_name, sender_address, sender_phone, content_digest) VALUES (LEFT('T-${unique()}', 20), 'mail', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), '${state}', UTC_TIMESTAMP(6), 'Bài thử tiếp nhận', 'Người gửi thử', 'gui.thu@example.vn', '0299 3 555 900', SHA2(UUID(), 256))`);
  w.site.sql(`INSERT INTO core_intake_body (intake_id, text) VALUES (${id}, 'Nội dung thử.')`);
  return id;
}
// One that was refused on the state-secret ground.
const secretThing = (w) => {
  const id = newThing(w, 'refused');
  w.site.sql(`UPDATE core_intake SET ground = 'D12.3b' WHERE id = ${id}`);
  return id;
};
const feedFields = () => ({ name: 'Cổng thử', address: `https://moj.example.vn/${unique()}.xml`, contact_name: 'Đầu mối', contact_address: 'a@moj.example.vn', contact_phone: '024 3333 4444', every_minutes: '60', from: today, to: '', section: '', unit: '', is_on: '1' });
const newFeed = (w) => insert(w, `INSERT INTO core_feed_source (name, address, contact_name, contact_address, contact_phone, every_minutes, valid_from, made_by, made_at) VALUES ('Cổng thử', 'https://moj.example.vn/${unique()}.xml', 'Đầu mối', 'a@moj.example.vn', '024 3333 4444', 60, '2026-01-01', ${w.actors.secretary.person}, UTC_TIMESTAMP(6))`);
const newSender = (w) => insert(w, `INSERT INTO core_import_sender (name, unit_id, token_digest, token_hint, per_minute, valid_from, made_by, made_at) VALUES ('Hệ thống thử', ${w.actors.units[0]}, SHA2(UUID(), 256), 'tn_0000', 30, '2026-01-01', ${w.actors.sysadmin.person}, UTC_TIMESTAMP(6))`);
const thingAct = (state, slug, fields) => ({ may: registrars, make: (w) => [`/quan-tri/tiep-nhan/${newThing(w, state)}/viec/${slug}`, () => ({ row_version: 1, ...fields })] });

// An item's page and an act on it, for an item of `contributor` in the state of `item`.
const itemGet = (rest, item, sees, see = sees) => ({ url: (w) => `/quan-tri/tin-bai/${w.items[item]}${rest}`, see, sees });
// A file of such an item: a picture, or the attachment that is taken away.
const fileGet = (rest, item, sees) => ({
  url: (w) => `/quan-tri/tin-bai/${w.items[item]}/tep/${(rest === 'tai-ve' ? plantAttachment : plantPicture)(w.site, w.items[item])}/${rest}`,
  see: sees,
  sees,
});
// A Word file of such an item: its page, its preview.
const documentGet = (rest, item, sees) => ({
  url: (w) => `/quan-tri/tin-bai/${w.items[item]}/tai-lieu/${plantDocument(w.site, w.items[item])}${rest}`,
  see: sees,
  sees,
});
const act = (name, item, sees, may, fields = {}) => ({
  may,
  sees,
  make: (w) => {
    const id = w.newItem(item);
    return [`/quan-tri/tin-bai/${id}/viec/${name}`, () => ({ row_version: rowVersion(w, 'core_item', `id = ${id}`), ...(typeof fields === 'function' ? fields(w) : fields) })];
  },
});

// A request for confirmation (D12.1) about an item in step 2, by the board's head to another unit: its people see the request and nothing else of the item.
const seesRequest = [...seesSubmitted, 'other_contributor', 'other_unit_head'];
const newRequest = (w) =>
  `/quan-tri/tin-bai/${w.items.verifying}/xac-nhan/` +
  insert(w, `INSERT INTO core_request (item_id, version, to_kind, to_unit, asked_by, asked_at, question) VALUES (${w.items.verifying}, 1, 'unit', ${w.actors.units[1]}, ${w.actors.board_head.person}, UTC_TIMESTAMP(6), 'Có đúng không?')`);
const newLetter = (w) =>
  `/quan-tri/tin-bai/${w.items.submitted}/thu/` +
  insert(w, `INSERT INTO core_letter (item_id, kind, ground_clause, ground_label, title, reason, to_person, to_name, signed_by, signed_name, made_at) VALUES (${w.items.submitted}, 'return', 'D9.1b', 'Thiếu thông tin', 'Bài', 'Bổ sung.', ${w.actors.contributor.person}, 'Người thử', ${w.actors.board_head.person}, 'Người thử', UTC_TIMESTAMP(6))`);

// A reader's report about a published article, and one that is past its section's retention (D9.3f, D13.2).
const newReport = (w) =>
  insert(w, `INSERT INTO news_report (item_id, digest, note, received_at) SELECT item_id, SHA2(UUID(), 256), 'Số điện thoại trong bài đã đổi.', UTC_TIMESTAMP(6) FROM news_published ORDER BY item_id LIMIT 1`);
const pastRetention = (w) => {
  w.site.sql(`INSERT INTO core_section_rule (section_id, valid_from, needs_verify, needs_final_check, retention_months, document_number, decided_by, decided_at) SELECT id, '2020-01-01', 1, 1, 1, '1/QĐ-BBT', ${w.actors.board_head.person}, UTC_TIMESTAMP(6) FROM core_section WHERE kind <> 'contact' AND NOT EXISTS (SELECT 1 FROM core_section_rule)`);
  return w.site.sql("SELECT id FROM core_item WHERE state = 'published' AND published_at < UTC_TIMESTAMP(6) - INTERVAL 1 MONTH ORDER BY id LIMIT 1")[0][0];
};
// A matter as the office's form makes one (D11.1): with the clock of a question, or sent to the first unit with the second co-operating (D11.4).
const matterHandlers = ['secretary', 'board_head'];
const seesRouted = [...board, 'unit_head', 'other_unit_head'];
function newMatter(w, { question = false, routed = false } = {}) {
  const kind = question ? 'question' : 'feedback';
  const id = insert(w, `INSERT INTO qa_matter (code, kind, channel, title, received_at, registered_at, registered_by, state, state_since) VALUES ('${unique()}', '${kind}', 'web', 'Việc thử', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ${w.actors.secretary.person}, 'received', UTC_TIMESTAMP(6))`);
  w.site.sql(`INSERT INTO qa_matter_body (matter_id, text, asker_name) VALUES (${id}, 'Nội dung thử', 'Người gửi thử')`);
  if (question) {
    const clock = insert(w, `INSERT INTO core_clock (duty_id, calendar_id, subject, started_at, due_at) SELECT d.id, c.id, 'question:${id}:1', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 20 DAY FROM core_duty d, core_calendar c WHERE d.code = 'D9.3e' AND c.is_own = 1`);
    w.site.sql(`INSERT INTO qa_matter_clock (matter_id, clock_id) VALUES (${id}, ${clock})`);
  }
  if (routed) {
    const forward = insert(w, `INSERT INTO qa_forward (matter_id, unit_id, forwarded_at) VALUES (${id}, ${w.actors.units[0]}, UTC_TIMESTAMP(6))`);
    w.site.sql(`INSERT INTO qa_forward_unit (forward_id, unit_id, matter_id, is_lead) VALUES (${forward}, ${w.actors.units[0]}, ${id}, 1), (${forward}, ${w.actors.units[1]}, ${id}, 0);
      UPDATE qa_matter SET state = 'with_unit', forward_id = ${forward}, unit_id = ${w.actors.units[0]} WHERE id = ${id}`);
  }
  return id;
}
const matterAct = (slug, may, fields, options) => ({
  may,
  sees: options?.routed ? seesRouted : board,
  make: (w) => {
    const id = newMatter(w, options);
    return [`/quan-tri/hoi-dap/${id}/viec/${slug}`, () => ({ row_version: rowVersion(w, 'qa_matter', `id = ${id}`), ...(typeof fields === 'function' ? fields(w) : fields) })];
  },
});
const boardMembers = ['secretary', 'board_member', 'board_deputy', 'board_head', 'sections_delegate', 'duties_delegate'];
// A time of posting or of the end; and what waits for one, to be cancelled.
const tomorrow = () => new Date(Date.now() + 31 * 3600_000).toISOString().replace(/^(\d+)-(\d+)-(\d+)T(\d+:\d+).*$/, '$3/$2/$1 $4');
const timed = (what, item, may) => ({
  may,
  sees: seesSubmitted,
  make: (w) => {
    const id = w.newItem(item);
    return [`/quan-tri/tin-bai/${id}/${what}`, () => ({ row_version: rowVersion(w, 'core_item', `id = ${id}`), at: tomorrow() })];
  },
});
const untimed = (what, item, kind, may) => ({
  may,
  sees: seesSubmitted,
  make: (w) => {
    const id = w.newItem(item);
    w.site.sql(`INSERT INTO core_schedule (item_id, act, version, at, person_id, account_id, created_at) SELECT ${id}, '${kind}', 1, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, ${w.actors.secretary.person}, ${w.actors.secretary.account}, UTC_TIMESTAMP(6)`);
    return [`/quan-tri/tin-bai/${id}/${what}/bo`, () => ({})];
  },
});

// What stands beside the states of `usedUp` (access.test.mjs): how many, from which state, `through` which acts of the
// secretary, and what is then written into the row.
export const why = { reason: 'Lý do của việc thử này.' };
const isHidden = "state = 'withdrawn', published_version = NULL, withdrawn_at = UTC_TIMESTAMP(6), secrecy = 'hidden', hidden_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR";
export const prepared = {
  returned: { state: 'draft', set: () => "state = 'returned'" },
  discarded: { state: 'draft', set: () => "state = 'discarded'" },
  free_editing: { state: 'editing', set: () => 'assigned_to = NULL' },
  posted: { state: 'ready', through: ['publish'] },
  revision: { state: 'ready', through: ['publish'], set: (w) => `state = 'editing', assigned_to = ${w.actors.board_member.person}` },
  held: { state: 'verifying', set: (w) => `checked_by = ${w.actors.board_head.person}, held_since = UTC_TIMESTAMP(6)` },
  flagged: { state: 'ready', through: ['publish'], set: () => 'flagged_at = UTC_TIMESTAMP(6)' },
  archived: { state: 'ready', through: ['publish', 'archive'] },
  withdrawn: { state: 'submitted', set: () => "state = 'withdrawn', withdrawn_at = UTC_TIMESTAMP(6)" },
  awaiting: { state: 'submitted', set: () => "state = 'withdrawn', withdrawn_at = UTC_TIMESTAMP(6), awaits = 'withdrawn'" },
  refused: { state: 'submitted', set: () => "state = 'refused'" },
  hidden: { state: 'submitted', set: () => isHidden },
  purge_asked: { state: 'submitted', set: (w) => `${isHidden}, secrecy = 'purge_asked', purge_asked_by = ${w.actors.office.person}` },
  ordered: { state: 'editing', set: () => 'urgent_ordered_at = UTC_TIMESTAMP(6)' },
  posted_urgently: { state: 'ready', through: ['publish'], set: () => "awaits = 'urgent', urgent_at = UTC_TIMESTAMP(6)" },
};
const secretGround = { ...why, ground: 'D12.3b' };
const member = (w) => ({ ...why, assignee: w.actors.board_member.person });
// D9.1a, D9.3f: the sender's; D11.1, D15.1–D15.3: the step's; D12.3, D13.2, D13.3: the board's; D6.1, D12.3b: the leaders'.
const otherActs = [
  act('submit-personal', 'draft', seesDraft, ['contributor'], { declared: '1' }),
  act('discard', 'draft', seesDraft, ['contributor']),
  act('restore', 'discarded', seesDraft, ['contributor']),
  act('submit-to-unit', 'returned', seesUnitReview, ['contributor']),
  act('return-from-unit', 'unit_review', seesUnitReview, ['unit_head'], why),
  act('return-to-sender', 'submitted', seesSubmitted, ['secretary'], { ...why, ground: 'D4.2-nhan-than' }),
  act('refuse', 'submitted', seesSubmitted, ['board_head'], { ...why, ground: 'D12.3c' }),
  act('unreceive', 'editing', seesSubmitted, ['secretary'], why),
  act('reassign', 'editing', seesSubmitted, ['secretary'], member),
  act('hand-back', 'editing', seesSubmitted, ['board_member'], why),
  act('return-to-sender', 'editing', seesSubmitted, ['board_member'], { ...why, ground: 'D4.2-nhan-than' }),
  act('claim', 'free_editing', seesSubmitted, boardMembers),
  act('drop-revision', 'revision', seesSubmitted, ['board_member']),
  act('claim', 'verifying', seesSubmitted, ['board_head']),
  act('reassign', 'verifying', seesSubmitted, ['board_head'], { assignee: 'nhom' }),
  act('hand-back', 'held', seesSubmitted, ['board_head'], why),
  act('send-back', 'verifying', seesSubmitted, ['board_head'], why),
  act('send-back', 'final_check', seesSubmitted, ['board_head'], why),
  act('refuse', 'ready', seesSubmitted, ['board_head'], { ...why, ground: 'D12.3c' }),
  act('reopen', 'ready', seesSubmitted, boardMembers, why),
  act('withdraw', 'posted', seesSubmitted, boardMembers, { ...why, withdraw_mode: 'gone' }),
  act('review-takedown', 'awaiting', seesSubmitted, ['board_head'], why),
  act('rework', 'withdrawn', seesSubmitted, ['board_head'], member),
  act('flag', 'posted', seesSubmitted, seesSubmitted, why),
  act('answer-flag', 'flagged', seesSubmitted, ['contributor', 'unit_head'], why),
  act('ask-review', 'posted', seesSubmitted, boardMembers, why),
  act('review-keep', 'posted', seesSubmitted, boardMembers, why),
  act('review-update', 'posted', seesSubmitted, boardMembers, why),
  act('archive', 'posted', seesSubmitted, boardMembers, why),
  act('unarchive', 'archived', seesSubmitted, boardMembers, why),
  act('revise-by-author', 'posted', seesSubmitted, ['contributor']),
  act('revise-by-board', 'posted', seesSubmitted, boardMembers, why),
  act('amend', 'refused', seesSubmitted, ['contributor']),
  act('reconsider', 'refused', seesSubmitted, ['board_head'], why),
  act('hide', 'withdrawn', seesSubmitted, boardMembers, secretGround),
  act('unhide', 'hidden', seesSubmitted, ['board_head'], why),
  act('ask-purge', 'hidden', seesSubmitted, ['board_head', 'director'], why),
  act('drop-purge', 'purge_asked', seesSubmitted, ['board_head', 'director'], why),
  act('purge', 'purge_asked', seesSubmitted, ['board_head', 'director'], why),
  act('order-urgent', 'editing', seesSubmitted, ['director'], why),
  act('drop-urgent', 'ordered', seesSubmitted, ['director'], why),
  act('publish-urgent', 'ordered', seesSubmitted, ['secretary'], (w) => ({ 'checks[]': w.checks })),
  act('check-urgent', 'posted_urgently', seesSubmitted, ['board_head'], (w) => ({ 'checks[]': w.checks })),
];

const accountOf = (w, actor) => `username = '${w.actors[actor].username}'`;
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const noSecondFactor = (w) => w.site.sql("UPDATE core_account SET totp_secret = NULL, totp_last_step = 0 WHERE username LIKE 'thu.%'");

// The agency's calendar, and a change of it that is confirmed: what the form shows first changes nothing.
const ownCalendar = (w) => `/quan-tri/lich/${w.site.sql('SELECT id FROM core_calendar WHERE is_own = 1')[0][0]}`;
const confirmed = (w, fields) => ({ ...fields, buoc: 'xac-nhan', row_version: rowVersion(w, 'core_calendar', 'is_own = 1') });
const newDay = (w) => {
  const day = new Date(Date.UTC(2026, 2, 1 + ++changes)).toISOString().slice(0, 10);
  w.site.sql(`INSERT INTO core_calendar_day (calendar_id, day, kind, name, source) SELECT id, '${day}', 'day_off', 'Nghỉ thử', 'TB thử' FROM core_calendar WHERE is_own = 1`);
  return day;
};

// An obligation and a clock of an item of their own.
const newDuty = (w) =>
  insert(w, `INSERT INTO core_duty (code, valid_from, clause, title, subject, start_event, stop_event, amount, unit, extended_amount, party, role) VALUES ('${unique()}', '2020-01-01', 'D9.3', 'Việc thử', 'question', 'received', 'answered', 5, 'working_days', 10, 'supplier', 'unit_head')`);
const newClock = (w, item = 'NULL', duty = newDuty(w)) =>
  insert(w, `INSERT INTO core_clock (duty_id, calendar_id, item_id, subject, started_at, due_at) SELECT ${duty}, id, ${item}, '${unique()}', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) + INTERVAL 7 DAY FROM core_calendar WHERE is_own = 1`);
// …and of a report that the unit owes.
const newMonthReport = (w) => {
  const duty = newDuty(w);
  const clock = newClock(w, 'NULL', duty);
  w.site.sql(`UPDATE core_duty SET stop_event = 'reported', subject = 'unit_month' WHERE id = ${duty}; UPDATE core_clock SET unit_id = ${w.actors.units[0]} WHERE id = ${clock}`);
  return clock;
};
const nowTyped = () => {
  const at = new Date(Date.now() + 7 * 3600_000 - 60_000).toISOString();
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`;
};
const dutyFields = (w, id) => ({ valid_from: '01/01/2027', title: 'Việc thử', amount: '6', unit: 'working_days', window: '', first_week: '', extended_amount: '', amber: '4', remind: '2', role: 'unit_head', note: 'Quyết định thử', buoc: 'xac-nhan', row_version: rowVersion(w, 'core_duty', `id = ${id}`) });

// A unit that supplied nothing this month, with a head to remind.
const shortUnit = (w) => {
  const unit = newUnit(w);
  w.site.sql(`INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) VALUES (${w.actors.unit_head.account}, 'unit_head', ${unit}, '2026-01-01', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`);
  return unit;
};

const newUnitChange = (w) =>
  insert(w, `INSERT INTO core_unit_change (unit_id, into_unit, from_day, document_number, entered_by, entered_at) VALUES (${newUnit(w)}, ${w.actors.units[1]}, '2099-01-01', '9/QĐ-UBND', ${w.actors.sysadmin.person}, UTC_TIMESTAMP(6))`);

export const officeRoutes = {
  'admin GET /quan-tri/dang-nhap': [{ url: '/quan-tri/dang-nhap', see: ['anonymous'], denied: 303 }],
  'admin GET /quan-tri/dang-nhap/ma': [{ url: '/quan-tri/dang-nhap/ma', see: ['anonymous'], denied: 303 }],
  'admin POST /quan-tri/dang-nhap': 'before login',
  'admin POST /quan-tri/dang-nhap/ma': 'before login',
  'admin POST /quan-tri/dang-xuat': [{ may: staff, make: () => ['/quan-tri/dang-xuat', () => ({})] }],

  'admin GET /quan-tri/': [{ url: '/quan-tri/', see: staff }],
  'admin GET /quan-tri/hang-doi/{state}': [{ url: '/quan-tri/hang-doi/submitted', see: staff }],
  'admin GET /quan-tri/nhat-ky/': [{ url: '/quan-tri/nhat-ky/', see: ['board_head', 'director', 'sysadmin'] }],
  'admin GET /quan-tri/nhat-ky/{id#}': [
    { url: (w) => `/quan-tri/nhat-ky/${w.items.draft}`, see: seesDraft, sees: seesDraft },
    { url: (w) => `/quan-tri/nhat-ky/${w.items.unit_review}`, see: seesUnitReview, sees: seesUnitReview },
    { url: (w) => `/quan-tri/nhat-ky/${w.items.submitted}`, see: seesSubmitted, sees: seesSubmitted },
  ],

  'admin GET /quan-tri/bai-cua-toi': [{ url: '/quan-tri/bai-cua-toi', see: staff }],
  'admin GET /quan-tri/tim': [{ url: '/quan-tri/tim?q=bai', see: staff }],
  'admin GET /quan-tri/phim-tat': [{ url: '/quan-tri/phim-tat', see: staff }],
  'admin GET /quan-tri/dieu-hanh/': [{ url: '/quan-tri/dieu-hanh/', see: overseers }],
  'admin GET /quan-tri/dieu-hanh/danh-sach': [{ url: '/quan-tri/dieu-hanh/danh-sach?loai=qua-han', see: overseers }],
  'admin GET /quan-tri/dieu-hanh/danh-sach.csv': [{ url: '/quan-tri/dieu-hanh/danh-sach.csv?loai=qua-han', see: overseers }],
  'admin GET /quan-tri/dieu-hanh/danh-sach.ods': [{ url: '/quan-tri/dieu-hanh/danh-sach.ods?loai=dinh-muc', see: overseers }],
  'admin GET /quan-tri/dieu-hanh/nhac': [{ url: (w) => `/quan-tri/dieu-hanh/nhac?don-vi=${shortUnit(w)}`, see: reminders }],
  'admin POST /quan-tri/dieu-hanh/nhac': [{ may: reminders, make: (w) => { const unit = shortUnit(w); return ['/quan-tri/dieu-hanh/nhac', () => ({ 'don-vi': unit, words: 'Xin gửi bài.' })]; } }],
  'admin GET /quan-tri/dinh-muc/': [{ url: '/quan-tri/dinh-muc/', see: overseers }],
  'admin GET /quan-tri/dinh-muc/moi': [{ url: '/quan-tri/dinh-muc/moi', see: ['board_head'] }],
  'admin POST /quan-tri/dinh-muc/moi': [
    { may: ['board_head'], make: () => ['/quan-tri/dinh-muc/moi', () => ({ unit: '', valid_from: '01/01/2027', min: '1', max: '3', source: `${unique()}/QĐ-STP` })] },
  ],

  'admin GET /quan-tri/thong-bao/': [{ url: '/quan-tri/thong-bao/', see: staff }],
  'admin POST /quan-tri/thong-bao/da-doc': [{ may: staff, make: (w, actor) => { const id = newNotice(w, actor); return ['/quan-tri/thong-bao/da-doc', () => ({ last: id })]; } }],
  // Of another's notice nobody learns anything: the answer is the same and nothing happens (scheduler.test.mjs).
  'admin POST /quan-tri/thong-bao/{id#}/da-doc': [{ may: staff, make: (w, actor) => [`/quan-tri/thong-bao/${newNotice(w, actor)}/da-doc`, () => ({})] }],
  'admin POST /quan-tri/thong-bao/{id#}/chua-doc': [{ may: staff, make: (w, actor) => [`/quan-tri/thong-bao/${newNotice(w, actor)}/chua-doc`, () => ({})] }],

  'admin GET /quan-tri/chung-thu/': [{ url: '/quan-tri/chung-thu/', see: ['sysadmin'] }],
  'admin GET /quan-tri/chung-thu/moi': [{ url: '/quan-tri/chung-thu/moi', see: ['sysadmin'] }],
  'admin POST /quan-tri/chung-thu/moi': [
    { may: ['sysadmin'], make: (w) => { const signer = newSigner(`${w.site.dir}/ky-${unique()}`); return ['/quan-tri/chung-thu/moi', () => ({ certificate: signer.pem, fingerprint: signer.fingerprint, source: 'Bài thử', valid_from: '01/01/2027', valid_to: '' })]; } },
  ],
  'admin GET /quan-tri/chung-thu/{id#}/bo': [{ url: (w) => `/quan-tri/chung-thu/${newAnchor(w)}/bo`, see: ['sysadmin'] }],
  'admin POST /quan-tri/chung-thu/{id#}/bo': [{ may: ['sysadmin'], make: (w) => [`/quan-tri/chung-thu/${newAnchor(w)}/bo`, () => ({ why: 'Bài thử xong', row_version: 1 })] }],
  'admin GET /quan-tri/thu-di/': [{ url: '/quan-tri/thu-di/', see: mailKeepers }],
  'admin POST /quan-tri/thu-di/{id#}/gui-lai': [{ may: mailKeepers, make: (w, actor) => [`/quan-tri/thu-di/${newMail(w, actor, 'dead')}/gui-lai`, () => ({})] }],
  'admin POST /quan-tri/thu-di/{id#}/huy': [{ may: mailKeepers, make: (w, actor) => [`/quan-tri/thu-di/${newMail(w, actor, 'ready')}/huy`, () => ({})] }],

  'admin GET /quan-tri/nguon-tin/': [{ url: '/quan-tri/nguon-tin/', see: registrars }],
  'admin GET /quan-tri/nguon-tin/moi': [{ url: '/quan-tri/nguon-tin/moi', see: registrars }],
  'admin POST /quan-tri/nguon-tin/moi': [{ may: registrars, make: () => ['/quan-tri/nguon-tin/moi', feedFields] }],
  'admin GET /quan-tri/nguon-tin/{id#}': [{ url: (w) => `/quan-tri/nguon-tin/${newFeed(w)}`, see: registrars }],
  'admin POST /quan-tri/nguon-tin/{id#}': [{ may: registrars, make: (w) => [`/quan-tri/nguon-tin/${newFeed(w)}`, () => ({ ...feedFields(), row_version: 1 })] }],
  'admin POST /quan-tri/nguon-tin/{id#}/doc-ngay': [{ may: registrars, make: (w) => [`/quan-tri/nguon-tin/${newFeed(w)}/doc-ngay`, () => ({})] }],

  'admin GET /quan-tri/ket-noi/': [{ url: '/quan-tri/ket-noi/', see: senderManagers }],
  'admin GET /quan-tri/ket-noi/moi': [{ url: '/quan-tri/ket-noi/moi', see: senderManagers }],
  // The answer to those who may is the page that shows the token.
  'admin POST /quan-tri/ket-noi/moi': [{ may: senderManagers, ok: 200, make: (w) => ['/quan-tri/ket-noi/moi', () => ({ name: `Hệ thống ${unique()}`, unit: w.actors.units[0], person: '', per_minute: '30', from: today, to: '' })] }],
  'admin GET /quan-tri/ket-noi/{id#}/thu-hoi': [{ url: (w) => `/quan-tri/ket-noi/${newSender(w)}/thu-hoi`, see: senderManagers }],
  'admin POST /quan-tri/ket-noi/{id#}/thu-hoi': [{ may: senderManagers, make: (w) => [`/quan-tri/ket-noi/${newSender(w)}/thu-hoi`, () => ({ why: 'Thử thu hồi', row_version: 1 })] }],

  'admin GET /quan-tri/tiep-nhan/': [{ url: '/quan-tri/tiep-nhan/', see: registrars }],
  'admin GET /quan-tri/tiep-nhan/xuat.csv': [{ url: '/quan-tri/tiep-nhan/xuat.csv', see: registrars }],
  'admin GET /quan-tri/tiep-nhan/moi': [{ url: '/quan-tri/tiep-nhan/moi', see: registrars }],
  'admin POST /quan-tri/tiep-nhan/moi': [
    { may: registrars, make: () => ['/quan-tri/tiep-nhan/moi', () => ({ phieu: formKey(), medium: 'paper', received_at: when(-60), sender_name: 'Người nộp', title: `Bài nộp trực tiếp ${unique()}`, text: 'Bản giấy, 2 trang.', unit: '', event_at: '' })] },
  ],
  'admin GET /quan-tri/tiep-nhan/{id#}/giay-tiep-nhan': [{ url: (w) => `/quan-tri/tiep-nhan/${newThing(w, 'received')}/giay-tiep-nhan`, see: registrars, ok: 404 }],
  'admin GET /quan-tri/tiep-nhan/{id#}': [{ url: (w) => `/quan-tri/tiep-nhan/${newThing(w, 'received')}`, see: registrars }],
  'admin GET /quan-tri/tiep-nhan/{id#}/tep/{file#}/tai-ve': [{ url: (w) => `/quan-tri/tiep-nhan/${newThing(w, 'received')}/tep/1/tai-ve`, see: registrars, ok: 404 }],
  'admin GET /quan-tri/tiep-nhan/{id#}/viec/{act}': [{ url: (w) => `/quan-tri/tiep-nhan/${newThing(w, 'received')}/viec/khong-tiep-nhan`, see: registrars }],
  'admin POST /quan-tri/tiep-nhan/{id#}/viec/{act}': [
    thingAct('held', 'tiep-nhan'),
    thingAct('held', 'thu-rac'),
    thingAct('spam', 'khong-phai-thu-rac'),
    thingAct('received', 'nguoi-gui', { sender_name: 'Người gửi', sender_address: 'gui.thu@example.vn', sender_phone: '0299 3 555 901', unit: '' }),
    thingAct('received', 'khong-tiep-nhan', { ground: 'D12.3c', reason: 'Không đúng sự thật.' }),
    thingAct('joined', 'tach-rieng'),
  ],
  'admin GET /quan-tri/tiep-nhan/{id#}/tieu-huy': [{ url: (w) => `/quan-tri/tiep-nhan/${secretThing(w)}/tieu-huy`, see: registrars }],
  'admin POST /quan-tri/tiep-nhan/{id#}/tieu-huy': [{ may: registrars, make: (w) => [`/quan-tri/tiep-nhan/${secretThing(w)}/tieu-huy`, () => ({ row_version: 1 })] }],
  'news-office GET /quan-tri/tin-bai/tu-tiep-nhan': [{ url: (w) => `/quan-tri/tin-bai/tu-tiep-nhan?tn=${newThing(w, 'received')}`, see: registrars }],
  'news-office POST /quan-tri/tin-bai/tu-tiep-nhan': [
    { may: registrars, make: (w) => { const id = newThing(w, 'received'); return ['/quan-tri/tin-bai/tu-tiep-nhan', () => ({ tn: id, row_version: 1, section: w.sections?.news ?? w.site.sql("SELECT id FROM core_section WHERE slug = 'hoat-dong-cua-so'")[0][0], unit: w.actors.units[0], supply: 'personal', event_at: '' })]; } },
  ],

  'admin GET /quan-tri/ca-nhan': [{ url: '/quan-tri/ca-nhan', see: staff }],
  'admin POST /quan-tri/ca-nhan/mat-khau': [
    {
      may: staff,
      make: (w, actor) => ['/quan-tri/ca-nhan/mat-khau', () => ({ old_password: w.actors[actor].password, new_password: 'mot cau dai chi de thu', again_password: 'mot cau dai chi de thu' })],
      undo: (w) => w.site.sql("UPDATE core_account a, core_account y SET a.password_phc = y.password_phc, a.must_change_password = (a.username = 'thu.one_time') WHERE a.username LIKE 'thu.%' AND y.username = 'nguyen.hoang.yen'"),
    },
  ],
  'admin POST /quan-tri/ca-nhan/thu': [
    {
      may: staff,
      make: () => ['/quan-tri/ca-nhan/thu', () => ({ mail_mode: 'digest' })],
      undo: (w) => w.site.sql('DELETE FROM core_mail_preference'),
    },
  ],
  'admin GET /quan-tri/ca-nhan/hai-lop': [{ url: '/quan-tri/ca-nhan/hai-lop', see: staff }],
  'admin POST /quan-tri/ca-nhan/hai-lop': [
    {
      may: staff,
      make: (w, actor) => {
        w.site.sql(`UPDATE core_account SET totp_secret = NULL WHERE ${accountOf(w, actor)}`);
        return ['/quan-tri/ca-nhan/hai-lop', () => ({ secret, code: totp(secret) })];
      },
      undo: noSecondFactor,
    },
  ],
  'admin POST /quan-tri/ca-nhan/hai-lop/tat': [
    {
      // An account that must have a second factor cannot be without.
      may: [...staff].reverse().filter((name) => name !== 'no_second_factor'),
      denied: 409,
      make: (w, actor) => {
        w.site.sql(`UPDATE core_account SET totp_secret = '${secret}' WHERE ${accountOf(w, actor)}`);
        return ['/quan-tri/ca-nhan/hai-lop/tat', () => ({ password: w.actors[actor].password })];
      },
      undo: noSecondFactor,
    },
  ],
  'admin POST /quan-tri/ca-nhan/phien': [{ may: staff, make: () => ['/quan-tri/ca-nhan/phien', () => ({ session: 'others' })] }],

  'admin GET /quan-tri/don-vi/': [{ url: '/quan-tri/don-vi/', see: unitManagers }],
  'admin GET /quan-tri/don-vi/moi': [{ url: '/quan-tri/don-vi/moi', see: unitManagers }],
  'admin POST /quan-tri/don-vi/moi': [{ may: unitManagers, make: () => { const code = unique(); return ['/quan-tri/don-vi/moi', () => ({ ...unitFields(code), code })]; } }],
  'admin GET /quan-tri/don-vi/{id#}': [{ url: (w) => `/quan-tri/don-vi/${w.actors.units[0]}`, see: unitManagers }],
  'admin POST /quan-tri/don-vi/{id#}': [{ may: unitManagers, make: (w) => { const id = newUnit(w); return [`/quan-tri/don-vi/${id}`, () => ({ ...unitFields(unique()), row_version: '1' })]; } }],
  'admin GET /quan-tri/don-vi/{id#}/sap-nhap': [{ url: (w) => `/quan-tri/don-vi/${w.actors.units[0]}/sap-nhap`, see: unitManagers }],
  'admin POST /quan-tri/don-vi/{id#}/sap-nhap': [
    { may: unitManagers, make: (w) => { const id = newUnit(w); return [`/quan-tri/don-vi/${id}/sap-nhap`, () => ({ into: w.actors.units[1], from: '01/01/2099', document_number: '9/QĐ-UBND', buoc: 'xac-nhan' })]; } },
  ],
  'admin GET /quan-tri/don-vi/thay-doi/{id#}': [{ url: (w) => `/quan-tri/don-vi/thay-doi/${newUnitChange(w)}`, see: unitEndReaders }],
  'admin POST /quan-tri/don-vi/thay-doi/{id#}/xac-nhan': [{ may: ['board_head', 'director'], make: (w) => { const id = newUnitChange(w); return [`/quan-tri/don-vi/thay-doi/${id}/xac-nhan`, () => ({})]; } }],
  'admin POST /quan-tri/don-vi/thay-doi/{id#}/bo': [{ may: unitEndReaders, make: (w) => { const id = newUnitChange(w); return [`/quan-tri/don-vi/thay-doi/${id}/bo`, () => ({})]; } }],
  'admin GET /quan-tri/nhan-su/': [{ url: '/quan-tri/nhan-su/', see: unitManagers }],
  'admin GET /quan-tri/nhan-su/moi': [{ url: '/quan-tri/nhan-su/moi', see: unitManagers }],
  'admin POST /quan-tri/nhan-su/moi': [{ may: unitManagers, make: (w) => { const code = unique(); return ['/quan-tri/nhan-su/moi', () => ({ ...personFields(w, code), code })]; } }],
  'admin GET /quan-tri/nhan-su/{id#}': [{ url: (w) => `/quan-tri/nhan-su/${w.actors.contributor.person}`, see: unitManagers }],
  'admin POST /quan-tri/nhan-su/{id#}': [{ may: unitManagers, make: (w) => { const id = newPerson(w); return [`/quan-tri/nhan-su/${id}`, () => ({ ...personFields(w, unique()), row_version: '1' })]; } }],

  'admin GET /quan-tri/tai-khoan/': [{ url: '/quan-tri/tai-khoan/', see: ['sysadmin'] }],
  'admin GET /quan-tri/tai-khoan/moi': [{ url: '/quan-tri/tai-khoan/moi', see: ['sysadmin'] }],
  'admin POST /quan-tri/tai-khoan/moi': [{ may: ['sysadmin'], ok: 200, make: (w) => { const person = newPerson(w); return ['/quan-tri/tai-khoan/moi', () => ({ person, username: unique() })]; } }],
  'admin GET /quan-tri/tai-khoan/{id#}': [{ url: (w) => `/quan-tri/tai-khoan/${w.actors.contributor.account}`, see: ['sysadmin'] }],
  'admin POST /quan-tri/tai-khoan/{id#}/viec/{viec}': ['khoa', 'mat-khau', 'hai-lop'].map((verb) => ({
    may: ['sysadmin'],
    ok: verb === 'mat-khau' ? 200 : 303,
    make: (w) => [`/quan-tri/tai-khoan/${newAccount(w)}/viec/${verb}`, () => ({ row_version: '1' })],
  })),
  'admin GET /quan-tri/tai-khoan/{id#}/vai-tro': [{ url: (w) => `/quan-tri/tai-khoan/${w.actors.contributor.account}/vai-tro`, see: ['sysadmin'] }],
  'admin POST /quan-tri/tai-khoan/{id#}/vai-tro': [
    { may: ['sysadmin'], make: (w) => [`/quan-tri/tai-khoan/${newAccount(w)}/vai-tro`, () => ({ role: 'contributor', unit: w.actors.units[0], valid_from: today, valid_to: '' })] },
    // Nobody changes their own rights (D6.3).
    { may: [], ask: ['sysadmin'], make: (w, actor) => [`/quan-tri/tai-khoan/${w.actors[actor].account}/vai-tro`, () => ({ role: 'secretary', unit: '', valid_from: today, valid_to: '' })] },
  ],

  'admin GET /quan-tri/vai-tro/': [{ url: '/quan-tri/vai-tro/', see: ['board_head', 'director'] }],
  'admin POST /quan-tri/vai-tro/{id#}/xac-nhan': [
    { may: ['board_head', 'director'], make: (w, actor) => [`/quan-tri/vai-tro/${waitingRole(w, actor)}/xac-nhan`, () => ({})] },
    { may: [], ask: ['board_head', 'director'], make: (w, actor) => [`/quan-tri/vai-tro/${waitingRole(w, actor === 'director' ? 'board_head' : 'director')}/xac-nhan`, () => ({})] },
  ],
  'admin POST /quan-tri/vai-tro/{id#}/bac': [{ may: ['board_head', 'director'], make: (w, actor) => [`/quan-tri/vai-tro/${waitingRole(w, actor)}/bac`, () => ({})] }],
  'admin POST /quan-tri/vai-tro/{id#}/thu-hoi': [{ may: ['sysadmin'], make: (w, actor) => [`/quan-tri/vai-tro/${waitingRole(w, actor)}/thu-hoi`, () => ({})] }],

  'admin GET /quan-tri/uy-quyen/': [{ url: '/quan-tri/uy-quyen/', see: ['board_head', 'director'] }],
  'admin GET /quan-tri/uy-quyen/moi': [{ url: '/quan-tri/uy-quyen/moi', see: ['board_head', 'director'] }],
  'admin POST /quan-tri/uy-quyen/moi': [
    {
      may: ['board_head', 'director'],
      make: (w) => ['/quan-tri/uy-quyen/moi', () => ({ person: w.actors.board_member.person, act: 'act_as_head', section: '', valid_from: today, valid_to: '31/12/2026', document_number: `${unique()}/QĐ-BBT` })],
    },
  ],
  'admin POST /quan-tri/uy-quyen/{id#}/thu-hoi': [{ may: ['board_head', 'director'], make: (w) => [`/quan-tri/uy-quyen/${newDelegation(w)}/thu-hoi`, () => ({})] }],

  'admin GET /quan-tri/quyen/': [{ url: '/quan-tri/quyen/', see: ['board_head', 'director', 'sysadmin', 'secretary'] }],
  'admin GET /quan-tri/quyen/nguoi': [{ url: (w) => `/quan-tri/quyen/nguoi?nguoi=${w.actors.unit_head.person}`, see: ['board_head', 'director', 'sysadmin', 'secretary'] }],

  'admin GET /quan-tri/chuyen-muc/': [{ url: '/quan-tri/chuyen-muc/', see: sectionManagers }],
  'admin GET /quan-tri/chuyen-muc/moi': [{ url: '/quan-tri/chuyen-muc/moi', see: sectionManagers }],
  'admin POST /quan-tri/chuyen-muc/moi': [{ may: sectionManagers, make: () => { const slug = unique(); return ['/quan-tri/chuyen-muc/moi', () => ({ ...sectionFields(), slug, kind: 'article_list' })]; } }],
  'admin GET /quan-tri/chuyen-muc/{id#}': [{ url: (w) => `/quan-tri/chuyen-muc/${w.section}`, see: sectionManagers }],
  'admin POST /quan-tri/chuyen-muc/{id#}': [{ may: sectionManagers, make: (w) => { const id = newSection(w, 900); return [`/quan-tri/chuyen-muc/${id}`, () => ({ ...sectionFields(), slug: unique(), row_version: '1' })]; } }],
  'admin GET /quan-tri/chuyen-muc/{id#}/quy-dinh': [{ url: (w) => `/quan-tri/chuyen-muc/${w.section}/quy-dinh`, see: sectionManagers }],
  'admin POST /quan-tri/chuyen-muc/{id#}/quy-dinh': [
    { may: sectionManagers, make: (w) => [`/quan-tri/chuyen-muc/${newSection(w, 902)}/quy-dinh`, () => ({ valid_from: '01/01/2099', valid_to: '', needs_verify: '1', retention_months: '12', document_number: `${unique()}/QĐ-BBT` })] },
  ],
  'admin POST /quan-tri/chuyen-muc/{id#}/quy-dinh/{rule#}/bo': [
    {
      may: sectionManagers,
      make: (w) => {
        const section = newSection(w, 903);
        const rule = insert(w, `INSERT INTO core_section_rule (section_id, valid_from, needs_verify, needs_final_check, document_number, decided_by, decided_at) VALUES (${section}, '2099-01-01', 1, 1, '1/QĐ-BBT', ${w.actors.board_head.person}, UTC_TIMESTAMP(6))`);
        return [`/quan-tri/chuyen-muc/${section}/quy-dinh/${rule}/bo`, () => ({})];
      },
    },
  ],
  'admin POST /quan-tri/chuyen-muc/{id#}/len': [{ may: sectionManagers, make: (w) => [`/quan-tri/chuyen-muc/${newSection(w, 901)}/len`, () => ({})] }],
  'admin POST /quan-tri/chuyen-muc/{id#}/xuong': [{ may: sectionManagers, make: (w) => [`/quan-tri/chuyen-muc/${newSection(w, -1)}/xuong`, () => ({})] }],

  'admin GET /quan-tri/lich/': [{ url: '/quan-tri/lich/', see: calendarManagers }],
  'admin GET /quan-tri/lich/moi': [{ url: '/quan-tri/lich/moi', see: calendarManagers }],
  'admin POST /quan-tri/lich/moi': [{ may: calendarManagers, make: () => { const code = unique(); return ['/quan-tri/lich/moi', () => ({ name: `Lịch ${code}`, code })]; } }],
  'admin GET /quan-tri/lich/{id#}': [{ url: ownCalendar, see: calendarManagers }],
  'admin GET /quan-tri/lich/{id#}/gio': [{ url: (w) => `${ownCalendar(w)}/gio`, see: calendarManagers }],
  'admin POST /quan-tri/lich/{id#}/gio': [{ may: calendarManagers, make: (w) => [`${ownCalendar(w)}/gio`, () => confirmed(w, { tu: '01/06/2029', den: '', source: `QĐ ${unique()}`, 'gio-1': '07:30-11:30' })] }],
  'admin GET /quan-tri/lich/{id#}/nam/{year#}': [{ url: (w) => `${ownCalendar(w)}/nam/2027`, see: calendarManagers }],
  'admin POST /quan-tri/lich/{id#}/nam/{year#}': [{ may: calendarManagers, make: (w) => [`${ownCalendar(w)}/nam/2028`, () => confirmed(w, { announcement: `TB ${unique()}`, tet: '', quoc_khanh: '' })] }],
  'admin GET /quan-tri/lich/{id#}/ngay': [{ url: (w) => `${ownCalendar(w)}/ngay`, see: calendarManagers }],
  'admin POST /quan-tri/lich/{id#}/ngay': [{ may: calendarManagers, make: (w) => [`${ownCalendar(w)}/ngay`, () => confirmed(w, { kind: 'day_off', day: `0${1 + (++changes % 9)}/04/2026`, last_day: '', make_up_day: '', hours: '', name: 'Nghỉ thử', source: `TB ${unique()}` })] }],
  'admin POST /quan-tri/lich/{id#}/ngay/bo': [{ may: calendarManagers, make: (w) => { const day = newDay(w); return [`${ownCalendar(w)}/ngay/bo`, () => confirmed(w, { ngay: day, loai: 'day_off' })]; } }],

  'admin GET /quan-tri/thoi-han/': [{ url: '/quan-tri/thoi-han/', see: dutyManagers }],
  // D9.3 all, D18.5, D20.1: whoever meets a clock in a list may know why it is due then; of a unit's also its head, who alone says that it reported.
  'admin GET /quan-tri/thoi-han/dong-ho/{clock#}': [
    { url: (w) => `/quan-tri/thoi-han/dong-ho/${newClock(w)}`, see: seesClocks, sees: seesClocks },
    { url: (w) => `/quan-tri/thoi-han/dong-ho/${newMonthReport(w)}`, see: seesReport, sees: seesReport },
    { url: (w) => `/quan-tri/thoi-han/dong-ho/${newClock(w, w.items.submitted)}`, see: [], sees: [] },
  ],
  'admin GET /quan-tri/thoi-han/dong-ho/{clock#}/bao-cao': [{ url: (w) => `/quan-tri/thoi-han/dong-ho/${newMonthReport(w)}/bao-cao`, see: ['unit_head'], sees: seesReport }],
  'admin POST /quan-tri/thoi-han/dong-ho/{clock#}/bao-cao': [
    { may: ['unit_head'], sees: seesReport, make: (w) => [`/quan-tri/thoi-han/dong-ho/${newMonthReport(w)}/bao-cao`, () => ({ document_number: '12/BC', at: nowTyped() })] },
  ],
  'admin GET /quan-tri/thoi-han/{id#}': [{ url: (w) => `/quan-tri/thoi-han/${newDuty(w)}`, see: dutyManagers }],
  'admin GET /quan-tri/thoi-han/{id#}/sua': [{ url: (w) => `/quan-tri/thoi-han/${newDuty(w)}/sua`, see: dutyManagers }],
  'admin POST /quan-tri/thoi-han/{id#}/sua': [{ may: dutyManagers, make: (w) => { const id = newDuty(w); return [`/quan-tri/thoi-han/${id}/sua`, () => dutyFields(w, id)]; } }],

  'admin GET /quan-tri/cai-dat/': [{ url: '/quan-tri/cai-dat/', see: settingReaders }],
  'admin GET /quan-tri/cai-dat/{name}/lich-su': [{ url: '/quan-tri/cai-dat/phone/lich-su', see: settingReaders }],
  'admin GET /quan-tri/cai-dat/{name}': [
    { url: '/quan-tri/cai-dat/phone', see: unitManagers },
    { url: '/quan-tri/cai-dat/four-eyes', see: ['board_head'] },
  ],
  'admin POST /quan-tri/cai-dat/{name}': [settingCase('phone', () => `0299 3 555 ${100 + ++changes}`, unitManagers), settingCase('four-eyes', () => '0', ['board_head'])],

  'qa-office GET /quan-tri/hoi-dap/': [{ url: '/quan-tri/hoi-dap/', see: staff }],
  'qa-office GET /quan-tri/hoi-dap/moi': [{ url: '/quan-tri/hoi-dap/moi', see: matterHandlers }],
  'qa-office POST /quan-tri/hoi-dap/moi': [{ may: matterHandlers, make: () => ['/quan-tri/hoi-dap/moi', () => questionFields({ text: 'Một câu hỏi thử.' })] }],
  'qa-office GET /quan-tri/hoi-dap/chuyen': [{ url: (w) => `/quan-tri/hoi-dap/chuyen?viec%5B%5D=${newMatter(w)}`, see: matterHandlers, sees: board }],
  'qa-office POST /quan-tri/hoi-dap/chuyen': [
    {
      may: matterHandlers,
      sees: board,
      make: (w) => {
        const id = newMatter(w);
        return ['/quan-tri/hoi-dap/chuyen', () => ({ 'viec[]': `${id}:${rowVersion(w, 'qa_matter', `id = ${id}`)}`, unit: w.actors.units[0] })];
      },
    },
  ],
  // What is routed to units is theirs and nobody else's in another unit (D11.2, D11.4).
  'qa-office GET /quan-tri/hoi-dap/{id#}': [
    { url: (w) => `/quan-tri/hoi-dap/${newMatter(w)}`, see: board, sees: board },
    { url: (w) => `/quan-tri/hoi-dap/${newMatter(w, { routed: true })}`, see: seesRouted, sees: seesRouted },
  ],
  'qa-office GET /quan-tri/hoi-dap/{id#}/viec/{act}': [
    { url: (w) => `/quan-tri/hoi-dap/${newMatter(w)}/viec/tra-loi`, see: matterHandlers, sees: board },
    { url: (w) => `/quan-tri/hoi-dap/${newMatter(w, { routed: true })}/viec/ket-qua`, see: ['unit_head'], sees: seesRouted },
  ],
  'qa-office POST /quan-tri/hoi-dap/{id#}/viec/{act}': [
    matterAct('xin-chi-dao', matterHandlers, { text: 'Xin ý kiến chỉ đạo.' }),
    matterAct('chi-dao', [...matterHandlers, 'director'], { text: 'Đồng ý.', document: 'Thông báo 5/TB-STP' }),
    matterAct('gia-han', ['board_head', 'director'], { days: '30', ministry: 'Bộ Tư pháp', reason: 'Cần hướng dẫn thống nhất.' }, { question: true }),
    matterAct('tra-loi', matterHandlers, () => ({ how: 'email', at: when(0), text: 'Đã trả lời.' })),
    matterAct('ngoai-tham-quyen', matterHandlers, () => ({ how: 'email', at: when(0), agency: 'Cơ quan khác', text: 'Xin gửi cơ quan khác.' })),
    matterAct('bo', matterHandlers, { text: 'Ghi trùng.' }),
    matterAct('giao-viec', ['unit_head'], (w) => ({ person: w.actors.contributor.person }), { routed: true }),
    matterAct('tien-do', ['unit_head'], (w) => ({ text: 'Đang làm.', next_day: workingDay(w.site, 3) }), { routed: true }),
    matterAct('ket-qua', ['unit_head'], { text: 'Đã xong.' }, { routed: true }),
    matterAct('gop-y', ['other_unit_head'], { text: 'Ý kiến phối hợp.' }, { routed: true }),
    matterAct('tra-lai', ['unit_head'], { text: 'Không thuộc thẩm quyền.' }, { routed: true }),
  ],
  'qa-office GET /quan-tri/hoi-dap/{id#}/thoi-han/{clock#}': [
    {
      url: (w) => {
        const id = newMatter(w, { question: true });
        return `/quan-tri/hoi-dap/${id}/thoi-han/${w.site.sql(`SELECT clock_id FROM qa_matter_clock WHERE matter_id = ${id}`)[0][0]}`;
      },
      see: board,
      sees: board,
    },
  ],

  'news-office GET /quan-tri/tin-bai/': [{ url: '/quan-tri/tin-bai/', see: staff }],
  'news-office GET /quan-tri/tin-bai/moi': [{ url: '/quan-tri/tin-bai/moi', see: writers }],
  'news-office POST /quan-tri/tin-bai/moi': [{ may: writers, make: (w, actor) => ['/quan-tri/tin-bai/moi', () => articleFields(w.site, { title: `Bài ${unique()}`, unit: w.actors[actor].unit })] }],
  // Drafts are their person's alone: of another's nobody learns that it exists.
  'news-office POST /quan-tri/tin-bai/moi/nhap': [
    { may: writers, ok: 200, make: () => ['/quan-tri/tin-bai/moi/nhap', () => ({ draft: formKey(), sequence: '1', title: 'Bài mới gõ dở' })] },
  ],
  'news-office GET /quan-tri/tin-bai/xem-lai': [{ url: '/quan-tri/tin-bai/xem-lai', see: staff }],
  'news-office POST /quan-tri/tin-bai/xem-lai/luu-tru': [{ may: boardMembers, make: (w) => { const id = pastRetention(w); return ['/quan-tri/tin-bai/xem-lai/luu-tru', () => ({ 'items[]': id })]; } }],
  'news-office POST /quan-tri/tin-bai/xem-lai/bao/{report#}/chuyen': [{ may: ['secretary'], make: (w) => [`/quan-tri/tin-bai/xem-lai/bao/${newReport(w)}/chuyen`, () => ({})] }],
  'news-office POST /quan-tri/tin-bai/xem-lai/bao/{report#}/bo': [{ may: ['secretary'], make: (w) => [`/quan-tri/tin-bai/xem-lai/bao/${newReport(w)}/bo`, () => ({})] }],
  'news-office GET /quan-tri/tin-bai/nhap/{key}': [{ url: (w) => `/quan-tri/tin-bai/nhap/${newDraft(w, 'contributor')}`, see: ['contributor'], denied: 404 }],
  'news-office POST /quan-tri/tin-bai/nhap/{key}/bo': [
    { may: ['contributor'], sees: ['contributor'], make: (w) => [`/quan-tri/tin-bai/nhap/${newDraft(w, 'contributor')}/bo`, () => ({})] },
  ],
  // Each item is authorized by itself: who may give nothing away sees an empty preview.
  'news-office GET /quan-tri/tin-bai/giao': [{ url: (w) => `/quan-tri/tin-bai/giao?bai%5B%5D=${w.items.editing}`, see: staff }],
  'news-office POST /quan-tri/tin-bai/giao': [
    {
      may: ['secretary'],
      sees: seesSubmitted,
      make: (w) => {
        const id = w.newItem('editing');
        return ['/quan-tri/tin-bai/giao', () => ({ 'bai[]': `${id}:${rowVersion(w, 'core_item', `id = ${id}`)}`, assignee: w.actors.board_head.person })];
      },
    },
  ],
  'news-office GET /quan-tri/tin-bai/hang-loat': [{ url: (w) => `/quan-tri/tin-bai/hang-loat?viec=tra-lai&bai%5B%5D=${w.items.editing}`, see: staff }],
  'news-office POST /quan-tri/tin-bai/hang-loat': [
    {
      may: ['secretary'],
      sees: seesSubmitted,
      make: (w) => {
        const id = w.newItem('submitted');
        return ['/quan-tri/tin-bai/hang-loat', () => ({ viec: 'tiep-nhan', 'bai[]': `${id}:${rowVersion(w, 'core_item', `id = ${id}`)}`, purpose: 'Thông tin cho người dân', assignee: w.actors.board_head.person })];
      },
    },
  ],
  'news-office GET /quan-tri/tin-bai/{id#}': [itemGet('', 'draft', seesDraft), itemGet('', 'unit_review', seesUnitReview), itemGet('', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/sua': [itemGet('/sua', 'draft', seesDraft), itemGet('/sua', 'unit_review', seesUnitReview, ['unit_head'])],
  'news-office POST /quan-tri/tin-bai/{id#}/sua': [
    ['draft', seesDraft, ['contributor']],
    ['unit_review', seesUnitReview, ['unit_head']],
  ].map(([state, sees, may]) => ({
    may,
    sees,
    make: (w) => {
      const id = w.newItem(state);
      return [`/quan-tri/tin-bai/${id}/sua`, () => ({ ...articleFields(w.site, { title: `Bài sửa ${unique()}` }), row_version: rowVersion(w, 'core_item', `id = ${id}`) })];
    },
  })),
  // The files of an item are for who may see it: another unit's draft answers 404, its pictures too (D12.3b: of a hidden item to nobody).
  'news-office GET /quan-tri/tin-bai/{id#}/tep.json': [itemGet('/tep.json', 'draft', seesDraft), itemGet('/tep.json', 'submitted', seesSubmitted), itemGet('/tep.json', 'hidden', [])],
  'news-office POST /quan-tri/tin-bai/{id#}/tep.json': [
    ['draft', seesDraft, ['contributor']],
    ['unit_review', seesUnitReview, ['unit_head']],
  ].map(([state, sees, may]) => ({
    may,
    sees,
    ok: 200,
    make: (w) => [`/quan-tri/tin-bai/${w.items[state]}/tep.json`, () => ({ anh: { name: 'anh.png', bytes: png(8, 8, { text: unique() }) } })],
  })),
  'news-office GET /quan-tri/tin-bai/{id#}/tep/{file#}/{width#}.jpg': [fileGet('480.jpg', 'draft', seesDraft), fileGet('480.jpg', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/tep/{file#}/{width#}.webp': [fileGet('480.webp', 'draft', seesDraft), fileGet('480.webp', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/tep/{file#}/tai-ve': [fileGet('tai-ve', 'draft', seesDraft), fileGet('tai-ve', 'submitted', seesSubmitted)],
  // A Word file is looked at by who may see the item (D9.1a); its text is taken over by who may save it.
  'news-office GET /quan-tri/tin-bai/{id#}/tai-lieu/{file#}': [documentGet('', 'draft', seesDraft), documentGet('', 'submitted', seesSubmitted), documentGet('', 'hidden', [])],
  'news-office GET /quan-tri/tin-bai/{id#}/tai-lieu/{file#}/ban-goc.pdf': [
    documentGet('/ban-goc.pdf', 'draft', seesDraft),
    documentGet('/ban-goc.pdf', 'submitted', seesSubmitted),
    documentGet('/ban-goc.pdf', 'hidden', []),
  ],
  'news-office POST /quan-tri/tin-bai/{id#}/tai-lieu/{file#}/lay': [
    ['draft', seesDraft, ['contributor']],
    ['unit_review', seesUnitReview, ['unit_head']],
  ].map(([state, sees, may]) => ({
    may,
    sees,
    make: (w) => {
      const number = plantDocument(w.site, w.items[state]);
      return [`/quan-tri/tin-bai/${w.items[state]}/tai-lieu/${number}/lay`, () => ({ cach: 'thay', draft: '' })];
    },
  })),
  'news-office POST /quan-tri/tin-bai/{id#}/gop': [
    {
      may: ['contributor'],
      sees: seesDraft,
      make: (w) => {
        const id = w.newItem('draft');
        return [`/quan-tri/tin-bai/${id}/gop`, () => ({ ...articleFields(w.site, { title: `Bài gộp ${unique()}` }), base: '1', theirs: '1' })];
      },
    },
  ],
  'news-office POST /quan-tri/tin-bai/{id#}/nhap': [
    ['draft', seesDraft, ['contributor']],
    ['unit_review', seesUnitReview, ['unit_head']],
  ].map(([state, sees, may]) => ({
    may,
    sees,
    ok: 200,
    make: (w) => [`/quan-tri/tin-bai/${w.items[state]}/nhap`, () => ({ draft: formKey(), sequence: '1', base: '1', title: 'Đang gõ' })],
  })),
  'news-office GET /quan-tri/tin-bai/{id#}/dang-sua.json': [itemGet('/dang-sua.json', 'draft', seesDraft), itemGet('/dang-sua.json', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/so-sanh': [itemGet('/so-sanh', 'draft', seesDraft), itemGet('/so-sanh', 'unit_review', seesUnitReview), itemGet('/so-sanh?cu=1&moi=1', 'submitted', seesSubmitted)],
  'news-office POST /quan-tri/tin-bai/{id#}/phien-ban/{version#}/lay-lai': [
    {
      may: ['unit_head'],
      sees: seesUnitReview,
      make: (w) => {
        const id = w.newItem('unit_review');
        // Something to take back: a second version with other words.
        w.site.sql(`INSERT INTO core_item_version SELECT item_id, 2, person_id, account_id, step, content_digest, created_at FROM core_item_version WHERE item_id = ${id} AND version = 1;
          INSERT INTO news_article_version (item_id, version, title, body_json) SELECT item_id, 2, 'Bản hai', body_json FROM news_article_version WHERE item_id = ${id} AND version = 1;
          UPDATE core_item SET working_version = 2 WHERE id = ${id}`);
        return [`/quan-tri/tin-bai/${id}/phien-ban/1/lay-lai`, () => ({ row_version: rowVersion(w, 'core_item', `id = ${id}`) })];
      },
    },
  ],
  'news-office GET /quan-tri/tin-bai/{id#}/xem-truoc': [itemGet('/xem-truoc', 'draft', seesDraft), itemGet('/xem-truoc', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/phien-ban/{version#}': [itemGet('/phien-ban/1', 'draft', seesDraft), itemGet('/phien-ban/1', 'submitted', seesSubmitted)],
  'news-office GET /quan-tri/tin-bai/{id#}/viec/{act}': [
    itemGet('/viec/submit-to-unit', 'draft', seesDraft),
    itemGet('/viec/return-from-unit', 'unit_review', seesUnitReview, ['unit_head']),
    itemGet('/viec/receive', 'submitted', seesSubmitted, ['secretary']),
    itemGet('/viec/refuse', 'submitted', seesSubmitted, ['board_head']),
  ],
  'news-office POST /quan-tri/tin-bai/{id#}/viec/{act}': [
    act('submit-to-unit', 'draft', seesDraft, ['contributor']),
    act('approve-unit', 'unit_review', seesUnitReview, ['unit_head']),
    act('receive', 'submitted', seesSubmitted, ['secretary'], (w) => ({ section: w.section, origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: w.actors.board_member.person })),
    act('finish-edit', 'editing', seesSubmitted, ['board_member']),
    act('verify', 'verifying', seesSubmitted, ['board_head'], (w) => ({ 'checks[]': w.checks })),
    act('pass-final', 'final_check', seesSubmitted, ['board_head'], (w) => ({ 'checks[]': w.checks })),
    act('publish', 'ready', seesSubmitted, ['secretary']),
    ...otherActs,
  ],
  'news-office GET /quan-tri/tin-bai/{id#}/xac-nhan/moi': [itemGet('/xac-nhan/moi', 'verifying', seesSubmitted, ['board_head'])],
  'news-office POST /quan-tri/tin-bai/{id#}/xac-nhan/moi': [
    {
      may: ['board_head'],
      sees: seesSubmitted,
      make: (w) => {
        const id = w.newItem('verifying');
        return [`/quan-tri/tin-bai/${id}/xac-nhan/moi`, () => ({ row_version: rowVersion(w, 'core_item', `id = ${id}`), to: 'unit', unit: w.actors.units[1], question: 'Số liệu có đúng không?' })];
      },
    },
  ],
  'news-office GET /quan-tri/tin-bai/{id#}/xac-nhan/{request#}': [{ url: newRequest, see: seesRequest, sees: seesRequest }],
  'news-office POST /quan-tri/tin-bai/{id#}/xac-nhan/{request#}': [{ may: ['other_unit_head'], sees: seesRequest, make: (w) => [newRequest(w), () => ({ answer: 'Số liệu đúng.' })] }],
  'news-office POST /quan-tri/tin-bai/{id#}/xac-nhan/{request#}/rut': [{ may: ['board_head'], sees: seesRequest, make: (w) => [`${newRequest(w)}/rut`, () => ({})] }],
  'news-office GET /quan-tri/tin-bai/{id#}/thu/{letter#}': [{ url: newLetter, see: seesSubmitted, sees: seesSubmitted }],
  // D15.3: who may post sets the time of posting; D12.3: who may withdraw sets the end.
  'news-office GET /quan-tri/tin-bai/{id#}/hen-dang': [itemGet('/hen-dang', 'ready', seesSubmitted, ['secretary'])],
  'news-office POST /quan-tri/tin-bai/{id#}/hen-dang': [timed('hen-dang', 'ready', ['secretary'])],
  'news-office POST /quan-tri/tin-bai/{id#}/hen-dang/bo': [untimed('hen-dang', 'ready', 'publish', ['secretary'])],
  'news-office GET /quan-tri/tin-bai/{id#}/het-han': [itemGet('/het-han', 'published', seesSubmitted, boardMembers)],
  'news-office POST /quan-tri/tin-bai/{id#}/het-han': [timed('het-han', 'published', boardMembers)],
  'news-office POST /quan-tri/tin-bai/{id#}/het-han/bo': [untimed('het-han', 'published', 'expire', boardMembers)],
  'news-office GET /quan-tri/tin-bai/{id#}/thoi-han/{clock#}': [
    { url: (w) => `/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted)}`, see: seesSubmitted, sees: seesSubmitted },
    { url: (w) => `/quan-tri/tin-bai/${w.items.draft}/thoi-han/${newClock(w, w.items.draft)}`, see: seesDraft, sees: seesDraft },
  ],
  // Nobody stops the time that they answer for: the secretary a supplier's clock, the board's own and any extension its head.
  'news-office GET /quan-tri/tin-bai/{id#}/thoi-han/{clock#}/{act}': [
    { url: (w) => `/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted)}/tam-dung`, see: ['secretary', 'board_head'], sees: seesSubmitted },
    { url: (w) => `/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted)}/gia-han`, see: ['board_head'], sees: seesSubmitted },
    { url: (w) => `/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted, "(SELECT id FROM core_duty WHERE code = 'D9.3-ban')")}/tam-dung`, see: ['board_head'], sees: seesSubmitted },
  ],
  'news-office POST /quan-tri/tin-bai/{id#}/thoi-han/{clock#}/{act}': [
    {
      may: ['secretary', 'board_head'],
      sees: seesSubmitted,
      make: (w) => {
        const url = `/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted)}/tam-dung`;
        return [url, () => ({ from: when(), ground: 'Chờ đơn vị xác nhận', evidence: 'Công văn thử' })];
      },
    },
    {
      may: ['board_head'],
      sees: seesSubmitted,
      make: (w) => [`/quan-tri/tin-bai/${w.items.submitted}/thoi-han/${newClock(w, w.items.submitted)}/gia-han`, () => ({ amount: '10', reason: 'Xin ý kiến Bộ Tư pháp' })],
    },
  ],
  'news-office POST /quan-tri/tin-bai/{id#}/phieu-kiem-tra': [
    {
      may: ['board_head'],
      sees: seesSubmitted,
      make: (w) => {
        const id = w.newItem('verifying');
        return [`/quan-tri/tin-bai/${id}/phieu-kiem-tra`, () => ({ row_version: rowVersion(w, 'core_item', `id = ${id}`), 'checks[]': w.checks.slice(0, 1) })];
      },
    },
  ],
};

const article = '/hoi-nghi-tap-huan/tap-huan-ky-nang-hoa-giai-cho-120-hoa-giai-vien-co-so';

// [address, status] of each public route; readers and staff get the same answer.
export const publicRoutes = {
  // Without a token: 401; the description is everybody's. What is posted is import_api.test.mjs's.
  'import-api GET /api/v1/tiep-nhan/openapi.json': [['/api/v1/tiep-nhan/openapi.json', 200]],
  'import-api GET /api/v1/tiep-nhan/{code^}': [['/api/v1/tiep-nhan/TN-2026-0001', 401]],
  'import-api POST /api/v1/tiep-nhan': [],
  // Nothing is published in this test that has a file: files.test.mjs asks for those that are there.
  'news GET /tep/{file#}/{name}.webp': [['/tep/1/0123456789ab-480.webp', 404]],
  'news GET /tep/{file#}/{name}.jpg': [['/tep/1/0123456789ab-480.jpg', 404]],
  'news GET /tep/{file#}/{name}.pdf': [['/tep/1/tai-lieu.pdf', 404]],
  'news GET /': [['/', 200]],
  'news GET /_fragment/news/latest': [['/_fragment/news/latest', 404]],
  'news GET /_fragment/news/section/{slug}': [['/_fragment/news/section/tin-tuc', 404]],
  'news GET /rss.xml': [['/rss.xml', 200]],
  'news GET /atom.xml': [['/atom.xml', 200]],
  'news GET /robots.txt': [['/robots.txt', 200]],
  'news GET /sitemap.xml': [['/sitemap.xml', 200]],
  'news GET /sitemap/trang.xml': [['/sitemap/trang.xml', 200]],
  'news GET /sitemap/{month}.xml': [['/sitemap/2026-11.xml', 200], ['/sitemap/2026-13.xml', 404]],
  'news GET /gioi-thieu/co-cau-to-chuc': [['/gioi-thieu/co-cau-to-chuc', 200]],
  'news GET /gioi-thieu/lanh-dao': [['/gioi-thieu/lanh-dao', 200]],
  'news GET /gioi-thieu/danh-ba': [['/gioi-thieu/danh-ba', 200]],
  'news GET /so-do-trang': [['/so-do-trang', 200]],
  'news GET /lich-lam-viec': [['/lich-lam-viec', 200]],
  'news GET /lich-lam-viec/{year#}': [['/lich-lam-viec/2027', 200], ['/lich-lam-viec/2099', 404]],
  'news GET /lich-lam-viec.ics': [['/lich-lam-viec.ics', 200]],
  'news GET /api/v1/lich-lam-viec/{year#}.json': [['/api/v1/lich-lam-viec/2027.json', 200], ['/api/v1/lich-lam-viec/2099.json', 404]],
  'news GET /tinh-thoi-han': [['/tinh-thoi-han', 200]],
  'news GET /tinh-thoi-han/ket-qua': [['/tinh-thoi-han/ket-qua?so=3&don-vi=working_days&tu=29%2F01%2F2027%2016:30', 200], ['/tinh-thoi-han/ket-qua', 422]],
  'news GET /robots.txt': [['/robots.txt', 200]],
  'news GET /kenh-tin': [['/kenh-tin', 200]],
  'news GET /tuyen-bo-kha-nang-tiep-can': [['/tuyen-bo-kha-nang-tiep-can', 200]],
  'news GET /bao-ve-du-lieu-ca-nhan': [['/bao-ve-du-lieu-ca-nhan', 200]],
  'news GET /en/': [['/en/', 200]],
  // What readers send in and ask for is tried in contribution.test.mjs.
  'news GET /bo-sung/da-nhan': [['/bo-sung/da-nhan', 200]],
  'news GET /bo-sung/{token}': [],
  'news POST /bo-sung/{token}': [],
  'news GET /gui-tin-bai': [['/gui-tin-bai', 200]],
  'news POST /gui-tin-bai': [],
  'news POST /gui-tin-bai/tep.json': [],
  'news GET /gui-tin-bai/tra-cuu': [['/gui-tin-bai/tra-cuu', 200]],
  'news POST /gui-tin-bai/tra-cuu': [],
  'news GET /{path*}rss.xml': [['/tin-tuc/rss.xml', 200], ['/khong-co/rss.xml', 404]],
  'news GET /{path*}atom.xml': [['/tin-tuc/atom.xml', 200], ['/khong-co/atom.xml', 404]],
  'news GET /{path*}nam/{year#}/{month}/': [['/tin-tuc/nam/2026/11/', 200], ['/tin-tuc/nam/2026/13/', 404]],
  'news GET /{path*}nam/{year#}/': [['/tin-tuc/nam/2026/', 200], ['/tin-tuc/nam/1900/', 404]],
  'news GET /{path*}/bao-cu': [[`${article}/bao-cu`, 200], ['/tin-tuc/khong-co/bao-cu', 404]],
  'news POST /{path*}/bao-cu': [],
  'news GET /{path*}/bao-cu/da-nhan': [[`${article}/bao-cu/da-nhan`, 200], ['/tin-tuc/khong-co/bao-cu/da-nhan', 404]],
  'news GET /{path*}/in': [[`${article}/in`, 200], ['/tin-tuc/khong-co/in', 404]],
  'news GET /{path*}': [['/tin-tuc/', 200], ['/tin-tuc', 301], [article, 200], ['/khong-co', 404]],
};
