// One process at a time: a lock of the kernel on a file (flock), which ends with the process that holds it, however that dies, and never by its
// age: a slow machine may take long over what is guarded. The file says who holds it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

// Takes the lock without waiting: {release()}, or nothing while another process holds it.
export function tryLock(file) {
  const fd = fs.openSync(file, 'a+'); // closed on exec: programs that the holder starts do not hold it on
  const { status, error } = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'inherit', fd] });
  if (error || status !== 0) {
    fs.closeSync(fd);
    if (error) throw error;
    return undefined;
  }
  fs.ftruncateSync(fd);
  fs.writeSync(fd, `${process.pid}\n`);
  return { release: () => fs.closeSync(fd) };
}

// The process that holds the lock, or held it last.
export const holderOf = (file) => Number(fs.readFileSync(file, 'utf8'));
