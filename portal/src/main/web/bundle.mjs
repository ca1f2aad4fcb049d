// Writes what pages bring to the browser into the folder given as the only argument: one style sheet, one script and the pictures, each named
// after its content so that a browser may keep it for ever, and assets.properties with those names.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, extname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createHash} from 'node:crypto';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const assets = join(target, 'META-INF', 'resources', 'assets');
const theme = join(target, '..', 'theme');
rmSync(target, {recursive: true, force: true});
mkdirSync(assets, {recursive: true});
mkdirSync(theme, {recursive: true});

// The theme's variables, from our few colours.
const tool = join(here, 'node_modules', '@digdir', 'designsystemet', 'dist', 'bin', 'designsystemet.js');
const config = join(here, 'designsystemet.config.json');
const quiet = {cwd: theme, stdio: ['ignore', 'ignore', 'inherit']};
execFileSync(process.execPath, [tool, 'tokens', 'create', '--clean', '--config', config, '--out-dir', 'tokens'], quiet);
execFileSync(process.execPath, [tool, 'tokens', 'build', '--clean', '-t', 'tokens', '-o', 'build'], quiet);

const names = {};

function write(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  writeFileSync(join(assets, file), content);
  names[name] = file;
}

async function bundled(entry) {
  const result = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome115', 'firefox115', 'safari16'],
    alias: {theme: join(theme, 'build', 'mikromerit.css')},
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.outputFiles[0].contents;
}

write('app.css', await bundled('app.css'));
write('app.js', await bundled('app.js'));
write('mark.svg', readFileSync(join(here, 'mark.svg')));
writeFileSync(
  join(target, 'assets.properties'),
  Object.entries(names).map(([name, file]) => `${name}=/assets/${file}\n`).join(''),
);
