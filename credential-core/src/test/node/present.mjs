// Shows a credential as a did:key of its own making and prints the presentation.
//
//   node present.mjs <credential> <created> <challenge> <domain> --context <file>
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {present} from './library.mjs';

const {values: {context}, positionals: [file, created, challenge, domain]} = parseArgs({
  allowPositionals: true,
  options: {context: {type: 'string'}},
});
if (!context || !domain) {
  console.error('usage: present.mjs <credential> <created> <challenge> <domain> --context <file>');
  process.exit(2);
}
const documents = new Map([[
  'https://w3id.org/mikromerit/credential/v1', JSON.parse(readFileSync(context, 'utf8')),
]]);
const credential = JSON.parse(readFileSync(file, 'utf8'));
console.log(JSON.stringify(await present(credential, {challenge, domain}, created, documents)));
