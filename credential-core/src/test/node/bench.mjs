// Signs and verifies the documents of a folder as often as it is told, and says what processor time that took: the
// other side of CoreBench.
//
//   node bench.mjs <folder>
//
// The folder: documents.json (an array, unsigned), context.json (ours), did.json (the issuer's), and what is to be
// verified, rdfc.json, jcs.json, jwt.json, sd-jwt.json, each an array of texts. A line on standard input, `<what> <how often>`, is
// answered by the microseconds of the whole process, user and system.
import {createHash, createPublicKey, generateKeyPairSync, randomBytes, sign as signBytes, verify as verifyBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createSignCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {SDJwtInstance} from '@sd-jwt/core';
import {CompactSign, compactVerify, generateKeyPair, importJWK} from 'jose';
import {loader, verify} from './library.mjs';

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

const documents = new Map([['https://w3id.org/mikromerit/credential/v1', read('context.json')]]);
const did = read('did.json');
documents.set(did.id, did);
for (const method of did.verificationMethod) {
  documents.set(method.id, {'@context': 'https://w3id.org/security/multikey/v1', ...method});
}
const documentLoader = loader(documents);

// A key of its own under the issuer's name: what it signs is not verified by anybody.
const pair = await Ed25519Multikey.generate();
pair.id = did.verificationMethod[0].id;
pair.controller = did.id;
const {privateKey} = await generateKeyPair('EdDSA', {extractable: true});
const issuersKey = await Ed25519Multikey.from(did.verificationMethod[0]);
const publicKey = await importJWK(await Ed25519Multikey.toJwk({keyPair: issuersKey}), 'EdDSA');

const unsigned = read('documents.json');
const posted = {rdfc: read('rdfc.json'), jcs: read('jcs.json'), jwt: read('jwt.json'), sdJwt: read('sd-jwt.json')};

const issue = (cryptosuite) => (credential) => vc.issue({
  credential: {...credential},
  suite: new DataIntegrityProof({signer: pair.signer(), date: '2026-03-02T09:30:15Z', cryptosuite}),
  documentLoader,
});
const holds = async (text) => {
  const result = await verify(JSON.parse(text), documents, {withStatus: false});
  if (!result.verified) {
    throw new Error(result.errors.join());
  }
};
const encoder = new TextEncoder();

// Node's own keys, which are the fastest that it has; what can be kept back is what HolderChoice lets be.
const nodesKey = generateKeyPairSync('ed25519').privateKey;
const nodesPublicKey = createPublicKey({key: await Ed25519Multikey.toJwk({keyPair: issuersKey}), format: 'jwk'});
const sdJwt = new SDJwtInstance({
  hasher: (data) => createHash('sha256').update(data).digest(),
  saltGenerator: () => randomBytes(16).toString('base64url'),
  signAlg: 'EdDSA',
  signer: (data) => signBytes(null, Buffer.from(data), nodesKey).toString('base64url'),
  verifier: (data, signature) =>
    verifyBytes(null, Buffer.from(data), nodesPublicKey, Buffer.from(signature, 'base64url')),
});
const CHOICES = [
  'description', 'criteria', 'creditsAvailable', 'resultDescription', 'localizedDescription', 'workload',
  'participation', 'benefit', 'prerequisites',
];
const those = (object, names) => names.filter((name) => name in object);
const each = (array) => ({
  _sd: array.map((_, index) => index),
  ...Object.fromEntries(array.map((element, index) => [index, {_sd: those(element, ['outcomeSkill'])}])),
});
const frame = ({credentialSubject, evidence}) => ({
  credentialSubject: {
    _sd: those(credentialSubject, ['result']),
    identifier: each(credentialSubject.identifier),
    achievement: {
      _sd: those(credentialSubject.achievement, CHOICES),
      ...Object.fromEntries(
        those(credentialSubject.achievement, ['alignment', 'learningOutcome'])
          .map((name) => [name, each(credentialSubject.achievement[name])])),
    },
  },
  ...(evidence && {evidence: each(evidence)}),
});
const tasks = {
  'issue-rdfc': {over: unsigned, each: issue(rdfc)},
  'issue-jcs': {over: unsigned, each: issue(createSignCryptosuite())},
  'issue-jwt': {
    over: unsigned,
    each: (credential) => new CompactSign(encoder.encode(JSON.stringify(credential)))
      .setProtectedHeader({alg: 'EdDSA', typ: 'vc+jwt', kid: pair.id})
      .sign(privateKey),
  },
  'issue-sd-jwt': {
    over: unsigned,
    each: (credential) => sdJwt.issue(credential, frame(credential), {header: {typ: 'vc+sd-jwt', kid: pair.id}}),
  },
  'verify-rdfc': {over: posted.rdfc, each: holds},
  'verify-jcs': {over: posted.jcs, each: holds},
  'verify-jwt': {
    over: posted.jwt,
    each: async (token) => JSON.parse(new TextDecoder().decode((await compactVerify(token, publicKey)).payload)),
  },
  'verify-sd-jwt': {over: posted.sdJwt, each: (text) => sdJwt.verify(text)},
};

for await (const line of createInterface({input: process.stdin})) {
  const [what, times] = line.split(' ');
  const {over, each} = tasks[what];
  const before = process.cpuUsage();
  for (let i = 0; i < Number(times); i++) {
    await each(over[i % over.length]);
  }
  const {user, system} = process.cpuUsage(before);
  console.log(user + system);
}
