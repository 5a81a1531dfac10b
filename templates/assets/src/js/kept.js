// What was typed and is not with the server yet, kept on this machine: in two places. localStorage answers at once, also while a page is being left, but a
// browser writes it to the disk when it likes (Chromium about once a minute); IndexedDB is there for what a killed browser must not lose.
const kCopies = "portal.nhap:";
const kTable = "copies";

let opening = null;
function database() {
  opening = opening || new Promise((resolve) => {
    try {
      const asked = indexedDB.open("portal.nhap", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(kTable);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);  // forbidden: localStorage alone
    }
  });
  return opening;
}

// The result of one request to the table; undefined where there is none.
async function on_disk(mode, ask) {
  const db = await database();
  if (!db) return undefined;
  return new Promise((resolve) => {
    try {
      const asked = ask(db.transaction(kTable, mode).objectStore(kTable));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;  // damaged
  }
}

function here(key) {
  try {
    return parsed(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function put_here(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch { /* forbidden or full */ }
}

export const key_of = (owner, subject) => kCopies + owner + ":" + subject;

export const is_kept = (key) => here(key) !== null;

export function keep(key, copy) {
  const text = JSON.stringify(copy);
  put_here(key, text);
  on_disk("readwrite", (table) => table.put(text, key));
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch { /* nothing is kept */ }
  on_disk("readwrite", (table) => table.delete(key));
}

// [key, copy] of everything that localStorage has.
export function copies() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(kCopies)).map((key) => [key, here(key) || {}]);
  } catch {
    return [];
  }
}

export function drop_all() {
  for (const [key] of copies()) drop(key);
  on_disk("readwrite", (table) => table.clear());
}

const newer = (a, b) => (!b || (a && a.at >= b.at) ? a : b);

// The newest copy of `key`, or null.
export async function newest(key) {
  return newer(here(key), parsed((await on_disk("readonly", (table) => table.get(key))) || "null"));
}

// After a browser was killed localStorage may lack what the disk has.
export async function restore() {
  for (const key of (await on_disk("readonly", (table) => table.getAllKeys())) || []) {
    const copy = await newest(key);
    if (copy && copy !== here(key)) put_here(key, JSON.stringify(copy));
  }
}
