// Verifies a credential with the libraries of Digital Bazaar, from files alone: what an independent program makes of it.
//
//   node verify.mjs <credential> --did-documents <file>... --context <file>... [--status-lists <file>...]
//
// --did-documents  what each did:web resolves to
// --context        JSON-LD contexts beyond those that the libraries carry; a file's URL is the last part of
//                  `<file>=<url>`, or that of our own context
// --status-lists   status list credentials; with them a set bit is a failure too
//
// Prints one line of JSON and exits with 0 if it verifies, 1 if it does not, 2 if it was called wrongly.
import {readFileSync} from 'node:fs';
import {verify} from './library.mjs';

const OWN_CONTEXT = 'https://w3id.org/mikromerit/credential/v1';

const files = {credential: [], 'did-documents': [], context: [], 'status-lists': []};
let list = 'credential';
for (const argument of process.argv.slice(2)) {
  if (argument.startsWith('--')) {
    list = argument.slice(2);
    if (!(list in files)) {
      wrongly(`unknown option ${argument}`);
    }
  } else {
    files[list].push(argument);
  }
}
if (files.credential.length !== 1) {
  wrongly('name one credential');
}

const documents = new Map();
for (const file of files['did-documents']) {
  const did = read(file);
  documents.set(did.id, did);
  for (const method of did.verificationMethod ?? []) {
    documents.set(method.id, {'@context': 'https://w3id.org/security/multikey/v1', ...method});
  }
}
for (const argument of files.context) {
  const [file, url = OWN_CONTEXT] = argument.split(/=(?=https?:)/);
  documents.set(url, read(file));
}

for (const file of files['status-lists']) {
  const statusList = read(file);
  documents.set(statusList.id, statusList);
}

const result = await verify(
  read(files.credential[0]), documents, {withStatus: files['status-lists'].length > 0});
console.log(JSON.stringify(result));
process.exit(result.verified ? 0 : 1);

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function wrongly(message) {
  console.error(message);
  process.exit(2);
}
