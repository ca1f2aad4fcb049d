// Credentials in JWTs with the library `jose`, from files alone.
//
//   node jwt.mjs verify <token> <public JWK>      prints the claims, exit 1 if the signature does not hold
//   node jwt.mjs sign <credential> <alg> <typ> [jwk]
//       signs as a did:key of its own making and prints the token, whose header names the key or brings it along;
//       the issuer's id in the credential is replaced by that DID
//   node jwt.mjs present <credential> <alg> <nonce> <aud> <iat>
//       shows it as a did:jwk of its own making and prints the vp+jwt
import {readFileSync} from 'node:fs';
import {
  base64url, CompactSign, compactVerify, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, SignJWT,
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
} else if (command === 'present') {
  const [file, alg, nonce, aud, iat] = rest;
  const pair = await generateKeyPair(alg, {extractable: true});
  const did = `did:jwk:${base64url.encode(JSON.stringify(await exportJWK(pair.publicKey)))}`;
  console.log(await new SignJWT({
    '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: did,
    verifiableCredential: [JSON.parse(readFileSync(file, 'utf8'))], nonce, aud, iat: Number(iat),
  }).setProtectedHeader({alg, typ: 'vp+jwt', kid: `${did}#0`}).sign(pair.privateKey));
} else {
  console.error('usage: jwt.mjs verify|sign|present …');
  process.exit(2);
}
