// `npm ci` in the folder given as the only argument, unless exactly this lock was installed there before.
import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = process.argv[2];
const lock = join(folder, 'package-lock.json');
// A copy of our own: npm touches its hidden lock even when it installs nothing.
const installed = join(folder, 'node_modules', '.installed-lock.json');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== readFileSync(lock, 'utf8')) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    console.error('npm is not on the PATH: Node.js with npm is needed to build.');
  }
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  copyFileSync(lock, installed);
}
