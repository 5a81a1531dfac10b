// What runs below a process, whatever namespace it is in: /proc of the machine shows all of them.
import fs from 'node:fs';

// {pid, parent, peakMb} of every process below `pid`.
export function processesBelow(pid) {
  const all = [];
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = fs.readFileSync(`/proc/${name}/status`, 'utf8');
      const number = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      all.push({ pid: Number(name), parent: number('PPid'), peakMb: Math.round(number('VmHWM') / 1024) });
    } catch {
      // It has ended.
    }
  }
  const below = new Set([pid]);
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  return all.filter((one) => below.has(one.pid) && one.pid !== pid);
}
