// `npm ci` in the folder given as the only argument, unless it was done since the lock changed.
import {spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';

const folder = process.argv[2];
const done = join(folder, 'node_modules', '.package-lock.json');
const lock = join(folder, 'package-lock.json');
if (!existsSync(done) || statSync(done).mtimeMs < statSync(lock).mtimeMs) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    console.error('npm is not on the PATH: Node.js with npm is needed to build.');
  }
  process.exit(npm.status ?? 1);
}
