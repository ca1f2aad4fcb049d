// SD-JWTs with the library `@sd-jwt/core`, from files alone.
//
//   node sd-jwt.mjs issue <credential> <alg> [<holder's public JWK>]
//       signs as a did:key of its own making, with decoys, and prints the SD-JWT; name, result, criteria and
//       evidence can be withheld; the issuer's id in the credential is replaced by that DID
//   node sd-jwt.mjs present <SD-JWT> <what, as JSON> [<holder's private JWK> <audience> <nonce> <seconds>]
//   node sd-jwt.mjs verify <SD-JWT> <issuer's public JWK> [<nonce>]
//       prints what is disclosed, or why not and exit 1
import {
  createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes,
  sign as signBytes, verify as verifyBytes,
} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {SDJwtInstance} from '@sd-jwt/core';
import {didKeyOf} from './library.mjs';

const HASHES = {ES256: 'sha256', ES384: 'sha384', EdDSA: null};
const CURVES = {ES256: 'P-256', ES384: 'P-384'};

const setup = {
  hasher: (data) => createHash('sha256').update(data).digest(),
  saltGenerator: () => randomBytes(16).toString('base64url'),
};

const signer = (key, alg) => (data) =>
  signBytes(HASHES[alg], Buffer.from(data), {key, dsaEncoding: 'ieee-p1363'}).toString('base64url');

const verifier = (key) => (data, signature) => {
  const {alg} = JSON.parse(Buffer.from(data.split('.')[0], 'base64url'));
  return verifyBytes(
    HASHES[alg], Buffer.from(data), {key, dsaEncoding: 'ieee-p1363'},
    Buffer.from(signature, 'base64url'));
};

const publicKey = (jwk) => createPublicKey({key: jwk, format: 'jwk'});
const algOf = ({crv}) => ({'P-256': 'ES256', 'P-384': 'ES384', Ed25519: 'EdDSA'})[crv];
const read = (file) => readFileSync(file, 'utf8').trim();

const [command, ...rest] = process.argv.slice(2);
try {
  if (command === 'issue') {
    const [file, alg, holder] = rest;
    const credential = JSON.parse(read(file));
    const pair = alg === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', {namedCurve: CURVES[alg]});
    const {did, fragment} = await didKeyOf(pair.publicKey.export({format: 'jwk'}));
    credential.issuer = {...credential.issuer, id: did};
    if (holder) {
      credential.cnf = {jwk: JSON.parse(read(holder))};
    }
    const frame = {
      credentialSubject: {
        _sd: ['result'],
        _sd_decoy: 2,
        identifier: {_sd: [0]},
        achievement: {_sd: ['criteria'], criteria: {_sd: ['narrative']}},
      },
      evidence: {_sd: [0]},
    };
    const issuer = new SDJwtInstance({...setup, signer: signer(pair.privateKey, alg), signAlg: alg});
    console.log(await issuer.issue(
      credential, frame, {header: {typ: 'vc+sd-jwt', kid: `${did}#${fragment}`}}));
  } else if (command === 'present') {
    const [file, what, holder, aud, nonce, iat] = rest;
    const jwk = holder && JSON.parse(read(holder));
    const instance = new SDJwtInstance(!jwk ? setup : {
      ...setup,
      kbSigner: signer(createPrivateKey({key: jwk, format: 'jwk'}), algOf(jwk)),
      kbSignAlg: algOf(jwk),
    });
    console.log(await instance.present(
      read(file), JSON.parse(what), jwk && {kb: {payload: {iat: Number(iat), aud, nonce}}}));
  } else if (command === 'verify') {
    const [file, issuer, keyBindingNonce] = rest;
    const instance = new SDJwtInstance({
      ...setup,
      verifier: verifier(publicKey(JSON.parse(read(issuer)))),
      kbVerifier: (data, signature, {cnf}) => verifier(publicKey(cnf.jwk))(data, signature),
    });
    const {payload} = await instance.verify(read(file), {keyBindingNonce});
    console.log(JSON.stringify(payload));
  } else {
    console.error('usage: sd-jwt.mjs issue|present|verify …');
    process.exit(2);
  }
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
