// Credentials in JWTs with the library `jose`, from files alone.
//
//   node jwt.mjs verify <token> <public JWK>      prints the claims, exit 1 if the signature does not hold
//   node jwt.mjs sign <credential> <alg> <typ> [jwk]
//       signs as a did:key of its own making and prints the token, whose header names the key or brings it along;
//       the issuer's id in the credential is replaced by that DID
import {readFileSync} from 'node:fs';
import {
  CompactSign, compactVerify, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK,
} from 'jose';
import {didKeyOf} from './library.mjs';

const [command, ...rest] = process.argv.slice(2);
if (command === 'verify') {
  const [token, jwk] = rest.map((file) => readFileSync(file, 'utf8').trim());
  const key = await importJWK(JSON.parse(jwk), decodeProtectedHeader(token).alg);
  try {
    const {payload} = await compactVerify(token, key);
    console.log(new TextDecoder().decode(payload));
  } catch (error) {
    console.log(error.code);
    process.exit(1);
  }
} else if (command === 'sign') {
  const [file, alg, typ, brings] = rest;
  const credential = JSON.parse(readFileSync(file, 'utf8'));
  const pair = await generateKeyPair(alg, {extractable: true});
  const jwk = await exportJWK(pair.publicKey);
  const {did, fragment} = await didKeyOf(jwk);
  credential.issuer = {...credential.issuer, id: did};
  const payload = new TextEncoder().encode(JSON.stringify(credential));
  console.log(await new CompactSign(payload)
    .setProtectedHeader({alg, typ, ...(brings ? {jwk} : {kid: `${did}#${fragment}`})})
    .sign(pair.privateKey));
} else {
  console.error('usage: jwt.mjs verify|sign …');
  process.exit(2);
}
