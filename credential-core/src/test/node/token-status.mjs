// Token Status Lists with the library `@sd-jwt/jwt-status-list`.
//
//   node token-status.mjs read <token> <index>...            prints the values at those indexes
//   node token-status.mjs write <bits> <size> <index>=<value>...   prints `lst`
import {readFileSync} from 'node:fs';
import {StatusList, getListFromStatusListJWT} from '@sd-jwt/jwt-status-list';

const [command, ...rest] = process.argv.slice(2);
if (command === 'read') {
  const [file, ...indexes] = rest;
  const list = getListFromStatusListJWT(readFileSync(file, 'utf8').trim());
  console.log(JSON.stringify(indexes.map((index) => list.getStatus(Number(index)))));
} else if (command === 'write') {
  const [bits, size, ...set] = rest;
  const values = new Array(Number(size)).fill(0);
  for (const [index, value] of set.map((pair) => pair.split('='))) {
    values[Number(index)] = Number(value);
  }
  console.log(new StatusList(values, Number(bits)).compressStatusList());
} else {
  console.error('usage: token-status.mjs read|write …');
  process.exit(2);
}
