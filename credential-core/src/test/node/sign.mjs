// Signs a credential as a did:key of its own making and prints it; the issuer's id in it is replaced by that DID.
//
//   node sign.mjs <unsigned credential> <created> --context <file>
import {readFileSync} from 'node:fs';
import {generate, sign} from './library.mjs';

const [unsigned, created, option, context] = process.argv.slice(2);
if (option !== '--context') {
  console.error('usage: sign.mjs <unsigned credential> <created> --context <file>');
  process.exit(2);
}
const documents = new Map([[
  'https://w3id.org/mikromerit/credential/v1', JSON.parse(readFileSync(context, 'utf8')),
]]);
const credential = JSON.parse(readFileSync(unsigned, 'utf8'));
const key = await generate();
credential.issuer = {...credential.issuer, id: key.did};
console.log(JSON.stringify(await sign(credential, key, created, documents)));
