// Prints the canonical N-Quads (RDFC-1.0) of each document of a file of JSON lines, as one JSON string a line.
//
//   node canonise.mjs <file of JSON lines> --context <file>
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';
import {loader} from './library.mjs';

const [file, option, context] = process.argv.slice(2);
if (option !== '--context') {
  console.error('usage: canonise.mjs <file of JSON lines> --context <file>');
  process.exit(2);
}
const documents = new Map([[
  'https://w3id.org/mikromerit/credential/v1', JSON.parse(readFileSync(context, 'utf8')),
]]);
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const quads = await jsonld.canonize(JSON.parse(line), {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    documentLoader: loader(documents),
  });
  console.log(JSON.stringify(quads));
}
