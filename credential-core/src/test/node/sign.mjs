// Signs a credential as a did:key of its own making and prints it; the issuer's id in it is replaced by that DID.
//
//   node sign.mjs <unsigned credential> <created> --context <file> [--suite <cryptosuite>] [--curve <P-256 or P-384>]
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {sign} from './library.mjs';

const {values: {context, suite, curve}, positionals: [unsigned, created]} = parseArgs({
  allowPositionals: true,
  options: {
    context: {type: 'string'},
    suite: {type: 'string', default: 'eddsa-rdfc-2022'},
    curve: {type: 'string'},
  },
});
if (!context || !created) {
  console.error('usage: sign.mjs <unsigned credential> <created> --context <file>');
  process.exit(2);
}
const documents = new Map([[
  'https://w3id.org/mikromerit/credential/v1', JSON.parse(readFileSync(context, 'utf8')),
]]);
const credential = JSON.parse(readFileSync(unsigned, 'utf8'));
console.log(JSON.stringify(await sign(credential, {suite, curve}, created, documents)));
