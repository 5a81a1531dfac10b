// C++ sources: rules that neither the compiler nor clang-format keeps (docs/decisions, style of the house).
import test from "node:test";
import assert from "node:assert/strict";
import { faultsOf, listFiles, read } from "./support.mjs";

const sources = listFiles("modules/**/*.cpp", "modules/**/*.h", "shared/**/*.cpp", "shared/**/*.h");
const kLongest = 160; // beside what stands in string literals: SQL and Vietnamese sentences are not broken for the sake of a column

const layout = (line) => {
  if (line.includes("\t")) return "a tab";
  const length = [...line.replace(/"(?:[^"\\]|\\.)*"/g, '""')].length;
  if (length > kLongest) return `${length} characters beside literals, at most ${kLongest}`;
  return "";
};
// In a comment only: TODO is also a variable of the error pages ("what to do now").
const unfinished = (line) => (/(\/\/|\/\*|\*|#|--|\{\{!|<!--).*\b(TODO|FIXME|XXX)\b(?!\}\})/.test(line) ? "unfinished work is not committed" : "");
const clock = (line, name) =>
  name !== "shared/base/time.cpp" && /system_clock::now|gettimeofday|(?<![\w.>])time\(\s*(nullptr|NULL|0)\s*\)/.test(line) ? "\"now\" comes from a Clock argument" : "";
const foreignTypes = (line, name) => {
  const homes = { "fcgi": "shared/server/", "mysql": "shared/db/", "ctemplate/": "shared/view/" };
  const included = line.match(/^#include <([^>]+)>/)?.[1] ?? "";
  for (const [header, home] of Object.entries(homes))
    if (included.startsWith(header) && !name.startsWith(home)) return `<${included}> is included only in ${home}`;
  return "";
};

// Every name that the trail can hold has words: append_audit takes nothing else (shared/workflow/act_name.h), so nothing else may write there.
const trail = (line, name) => (name !== "shared/workflow/queries.h" && /(INSERT|REPLACE)\s+INTO\s+core_audit\b/i.test(line) ? "the trail is written by workflow::append_audit alone" : "");

test("there are sources", () => assert.ok(sources.length > 100));
test("no tabs, no long lines", () => assert.deepEqual(faultsOf(sources, layout), []));
test("only shared/base/time.cpp asks the system for the time", () => assert.deepEqual(faultsOf(sources, clock), []));
test("library types stay in their folder", () => assert.deepEqual(faultsOf(sources, foreignTypes), []));

test("one function writes the trail", () => assert.deepEqual(faultsOf([...sources, ...listFiles("tools/**/*.cpp", "tools/**/*.h")], trail), []));

test("nothing unfinished", () => {
  const names = listFiles("modules", "shared", "sql", "nginx", "templates", "tools").filter((n) => /\.(cpp|h|sql|conf|tpl|mjs|js|scss|sh|txt|cmake)$|^tools\/[a-z]+$/.test(n));
  assert.ok(names.length > 200);
  assert.deepEqual(faultsOf(names, unfinished), []);
});

// A header says first what it gives: its text is the contract.
const beginsWithComment = (text) => /^\/\/ \S/.test(text);
test("public headers of shared/ begin with a comment", () =>
  assert.deepEqual(listFiles("shared/**/*.h").filter((name) => !beginsWithComment(read(name))), []));

test("shared/ includes no module", () =>
  assert.deepEqual(faultsOf(listFiles("shared/**/*.h", "shared/**/*.cpp"), (l) => (/^#include "modules\//.test(l) ? "shared/ knows no module" : "")), []));

// queries.h: each db::Sql is made of literals alone, and each is in kAllQueries, so that the integration test prepares it.
function queryFaults(text) {
  const faults = [];
  // Comments away, each literal blank, continued lines joined: what is left beside "" is no literal.
  let bare = text.replace(/^\s*\/\/.*$/gm, "").replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\\\n/g, " ").replace(/\/\/[^\n]*/g, "");
  // Columns or conditions that several statements share may be a macro of literals in the same file; its arguments must be literals too.
  const macros = [...bare.matchAll(/^\s*#define (\w+)(?:\((\w+(?:, *\w+)*)\))?[ ]+(.+)$/gm)];
  for (const [line] of macros) bare = bare.replace(line, "");
  // A macro may stand in one that comes after it.
  const known = [];
  const spell = (text) => known.reduce((left, use) => left.replace(use, '""'), text);
  for (const [, macro, parameters = "", body] of macros) {
    const rest = parameters.split(/, */).filter(Boolean).reduce((left, name) => left.replaceAll(new RegExp("\\b" + name + "\\b", "g"), ""), spell(body));
    if (rest.replace(/""|\s/g, "") !== "") faults.push(macro + " is not made of literals alone");
    else known.push(new RegExp("\\b" + macro + (parameters ? '\\((?:""|[\\s,])*\\)' : "\\b"), "g"));
  }
  bare = spell(bare);
  const all = bare.match(/kAllQueries\s*(?:=\s*)?\{([^}]*)\}/)?.[1] ?? "";
  const listed = new Set(all.match(/\bk[A-Z]\w*/g) ?? []);
  for (const [, name, body] of bare.matchAll(/db::Sql\s+(k\w+)\s*\{([^{};]*)\}\s*;/g)) {
    if (body.replace(/""|\s/g, "") !== "") faults.push(name + " is not made of literals alone");
    if (!listed.has(name)) faults.push(name + " is not in kAllQueries");
    listed.delete(name);
  }
  for (const name of listed) faults.push(name + " in kAllQueries is no db::Sql of literals");
  return faults;
}
// Conditions that two files of statements share stand as macros in a header of their own (shared/office/lane_sql.h).
const withConditions = (text) => [...text.matchAll(/^#include "(\w+(?:\/\w+)*_sql\.h)"$/gm)].map(([, header]) => read(header)).join("\n") + "\n" + text;
for (const name of listFiles("modules/**/*queries.h", "shared/**/queries.h", "tools/**/queries.h"))
  test(`queries ${name}`, () => assert.deepEqual(queryFaults(withConditions(read(name))), []));

// A lint that finds nothing proves nothing.
test("the rules can fail", () => {
  assert.ok(layout("\tint a;"));
  assert.ok(layout("x".repeat(kLongest + 1)));
  assert.equal(layout(`a("${"x".repeat(kLongest)}");`), "");
  assert.equal(layout("ấ".repeat(kLongest)), "");
  assert.ok(unfinished("// TO" + "DO later"));
  assert.equal(unfinished("<p>{{TO" + "DO}}</p>"), "");
  assert.ok(clock("auto n = std::chrono::system_clock::now();", "modules/a.cpp"));
  assert.equal(clock("auto n = std::chrono::system_clock::now();", "shared/base/time.cpp"), "");
  assert.ok(clock("auto n = time(nullptr);", "modules/a.cpp"));
  assert.equal(clock("at = row.time(0);", "modules/a.cpp"), "");
  assert.ok(trail('"INSERT INTO core_audit (chain) VALUES (?)"', "modules/admin/queries.h"));
  assert.equal(trail('"INSERT INTO core_audit_note (chain) VALUES (?)"', "modules/admin/queries.h"), "");
  assert.equal(trail('"INSERT INTO core_audit (chain) VALUES (?)"', "shared/workflow/queries.h"), "");
  assert.ok(foreignTypes("#include <mysql.h>", "modules/news/store.cpp"));
  assert.ok(foreignTypes("#include <fcgiapp.h>", "shared/http/request.h"));
  assert.equal(foreignTypes("#include <mysql.h>", "shared/db/connection.cpp"), "");
  assert.equal(beginsWithComment("#pragma once\n"), false);
  const good = 'inline constexpr db::Sql kA{"SELECT {1} "\n    "FROM x"};\ninline constexpr std::array kAllQueries{kA};';
  assert.deepEqual(queryFaults(good), []);
  assert.notDeepEqual(queryFaults(good.replace('"FROM x"', "kTable")), []);
  assert.deepEqual(queryFaults('#define COLUMNS \\\n  "SELECT a "\n' + good.replace('"SELECT {1} "', "COLUMNS")), []);
  assert.deepEqual(queryFaults('#define COLUMNS(X) "SELECT " X " a "\n' + good.replace('"SELECT {1} "', 'COLUMNS("1")')), []);
  assert.notDeepEqual(queryFaults('#define COLUMNS(X) "SELECT " X " a "\n' + good.replace('"SELECT {1} "', "COLUMNS(table)")), []);
  assert.deepEqual(queryFaults('#define A "SELECT "\n#define COLUMNS A " a "\n' + good.replace('"SELECT {1} "', "COLUMNS")), []);
  assert.notDeepEqual(queryFaults('#define A "SELECT " kTable\n#define COLUMNS A " a "\n' + good.replace('"SELECT {1} "', "COLUMNS")), []);
  assert.notDeepEqual(queryFaults('#define COLUMNS "SELECT " kTable\n' + good.replace('"SELECT {1} "', "COLUMNS")), []);
  assert.notDeepEqual(queryFaults(good.replace("kAllQueries{kA}", "kAllQueries{}")), []);
  assert.notDeepEqual(queryFaults(good.replace("kAllQueries{kA}", "kAllQueries{kA, kB}")), []);
});
