// Migrations and the grant matrix (docs/operations.md, docs/decisions/0002): what `portal migrate` relies on and what a public program must never have.
import test from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { basename, join } from "node:path";
import { listFiles, read, root } from "./support.mjs";

const owners = ["core", "site", "news", "qa"];
const migrations = owners.flatMap((owner) => listFiles(`sql/${owner}/*.sql`));

function migrationFaults(name, text) {
  const faults = [];
  if (!/^\d{4}_[a-z][a-z0-9_]*\.sql$/.test(basename(name))) faults.push("the name is not NNNN_verb_what.sql");
  const verifies = text.match(/^-- verify: SELECT .+$/gm) ?? [];
  if (verifies.length !== 1) faults.push(`${verifies.length} lines "-- verify: SELECT …", not one`);
  // A procedure's own statements stand between BEGIN and END.
  const statement = text.split("-- verify: ")[0].replace(/^--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''").replace(/^(CREATE (?:OR REPLACE )?PROCEDURE[\s\S]*?)\bBEGIN\b[\s\S]*\bEND;/m, "$1;").trim();
  if ((statement.match(/;/g) ?? []).length !== 1 || !statement.endsWith(";")) faults.push("not exactly one statement");
  if (/^CREATE TABLE/.test(statement) && !/ENGINE=InnoDB/.test(statement)) faults.push("not InnoDB");
  if (/^CREATE TABLE/.test(statement) && !/PRIMARY KEY/.test(statement)) faults.push("no primary key");
  return faults;
}

test("there are migrations", () => assert.ok(migrations.length > 30));
for (const name of migrations) test(`migration ${name}`, () => assert.deepEqual(migrationFaults(name, read(name)), []));
test("numbers are unique per owner", () => {
  const numbers = migrations.map((name) => name.replace(/_.*/, ""));
  assert.equal(new Set(numbers).size, numbers.length);
});

// "core_unit" of CREATE TABLE; a table dropped later does not count.
function tablesOf(names) {
  const tables = new Set();
  for (const name of names) {
    for (const [, table] of read(name).matchAll(/^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gm)) tables.add(table);
    for (const [, routine] of read(name).matchAll(/^CREATE (?:OR REPLACE )?FUNCTION (\w+)/gm)) tables.add(routine);
    for (const [, procedure] of read(name).matchAll(/^CREATE (?:OR REPLACE )?PROCEDURE (\w+)/gm)) tables.add(procedure);
    for (const [, view] of read(name).matchAll(/^CREATE SQL SECURITY DEFINER VIEW (\w+)/gm)) tables.add(view);
    for (const [, table] of read(name).matchAll(/^DROP TABLE (?:IF EXISTS )?(\w+)/gm)) tables.delete(table);
  }
  return tables;
}

const parseGrants = (text) =>
  [...text.matchAll(/db::Grant\{"(\w+)", "(\w+)", ([^}]+)\}/g)].map(([, account, table, verbs]) => ({ account, table, verbs: verbs.trim() }));

function grantFaults(tables, grants) {
  const faults = [];
  for (const table of tables) if (!grants.some((g) => g.table === table)) faults.push(`${table} is granted to nobody`);
  const seen = new Set();
  for (const { account, table, verbs } of grants) {
    if (!tables.has(table)) faults.push(`${account} has a row for ${table}, which no migration makes`);
    if (seen.has(`${account} ${table}`)) faults.push(`${account} × ${table} stands twice`);
    seen.add(`${account} ${table}`);
    // What readers send (D9.3f), and what a sender completes behind a one-time link (D9.1b).
    const isInbox = ["news_report", "core_intake_answer", "core_intake_web"].includes(table);
    // What a receipt's owner is told (D7.3), by a function that opens no table.
    const isAsked = table === "core_track_intake";
    if (account === "portal_news" && verbs !== (isInbox ? "kInsert" : isAsked ? "kCall" : "kSelect")) faults.push(`portal_news may do more than SELECT on ${table}`);
    if (account === "portal_news" && !isInbox && !isAsked && !/^(site_\w+|core_intake_link|news_(published|published_body|published_file|listed|month|gone))$/.test(table)) faults.push(`portal_news reads ${table}, which is not published`);
    if (/^(core_audit|core_audit_note|core_clock_change|core_feed_entry|core_import|core_intake_body|core_intake_file|core_intake_track|core_item_file|core_item_version|core_letter|news_article_version|news_change|qa_event|qa_matter_body)$/.test(table) && /kUpdate|kDelete|kAll/.test(verbs))
      faults.push(`${account} may change ${table}, which is append-only`);
    // Links end by their time; what ended long ago is swept.
    if (table === "core_intake_link" && /kUpdate|kAll/.test(verbs + (account === "portal_scheduler" ? "" : verbs.replace("kDelete", "kAll")))) faults.push(`${account} may change ${table}`);
  }
  return faults;
}

const tables = tablesOf(migrations);
const grants = parseGrants(read("sql/grants.h"));
test("the grant matrix covers the schema and keeps the public account to published tables", () => {
  assert.ok(grants.length > 50);
  assert.deepEqual(grantFaults(tables, grants), []);
});

test("seed files are valid", () => execFileSync(process.execPath, [join(root, "sql/seeds/validate.mjs")], { stdio: "pipe" }));

test("the rules can fail", () => {
  const good = "-- Why.\nCREATE TABLE a (\n  id INT PRIMARY KEY COMMENT 'a; b'\n) ENGINE=InnoDB;\n-- verify: SELECT 1\n";
  assert.deepEqual(migrationFaults("0001_create_a.sql", good), []);
  assert.notDeepEqual(migrationFaults("1_a.sql", good), []);
  assert.notDeepEqual(migrationFaults("0001_create_a.sql", good.replace("-- verify: SELECT 1\n", "")), []);
  assert.notDeepEqual(migrationFaults("0001_create_a.sql", good.replace("InnoDB;", "InnoDB;\nDROP TABLE b;")), []);
  assert.notDeepEqual(migrationFaults("0001_create_a.sql", good.replace("InnoDB", "MyISAM")), []);
  const fine = [{ account: "portal_news", table: "site_unit", verbs: "kSelect" }];
  assert.deepEqual(grantFaults(new Set(["site_unit"]), fine), []);
  assert.notDeepEqual(grantFaults(new Set(["site_unit", "core_item"]), fine), []);
  assert.notDeepEqual(grantFaults(new Set(["site_unit"]), [{ ...fine[0], verbs: "kAppend" }]), []);
  assert.notDeepEqual(grantFaults(new Set(["news_report"]), [{ account: "portal_news", table: "news_report", verbs: "kAppend" }]), []);
  assert.notDeepEqual(grantFaults(new Set(["news_article"]), [{ ...fine[0], table: "news_article" }]), []);
  assert.notDeepEqual(grantFaults(new Set(["core_audit"]), [{ account: "portal_admin", table: "core_audit", verbs: "kAll" }]), []);
  assert.notDeepEqual(grantFaults(new Set(["site_unit"]), [...fine, ...fine]), []);
});
