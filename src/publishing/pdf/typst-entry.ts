/**
 * The process that makes one PDF: a request as JSON on its standard input, the PDF on its standard output. Started and,
 * if need be, killed by ./typst-process.ts. It runs from src/, even beside the built server.
 *
 * What people wrote reaches the template as data, never as markup.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

type Request = {
  readonly template: string;
  readonly data: object;
  /** `bytes` in base 64. */
  readonly attached: readonly { readonly name: string; readonly bytes: string }[];
};

const { template, data, attached } = JSON.parse((await buffer(process.stdin)).toString('utf8')) as Request;
const folder = join(import.meta.dirname, 'templates');
const compiler = NodeCompiler.create({ workspace: folder });
const files = attached.map(({ bytes, ...file }, index) => {
  // A file of this process alone: nothing is written to the folder.
  compiler.mapShadow(join(folder, `attached-${index}`), Buffer.from(bytes, 'base64'));
  return { ...file, path: `attached-${index}` };
});
const compiled = compiler.compile({
  mainFileContent: readFileSync(join(folder, `${template}.typ`), 'utf8'),
  inputs: { data: JSON.stringify({ ...data, attached: files }) },
});
if (compiled.result === null) {
  const error = compiled.takeError();
  throw new Error(JSON.stringify(error === null ? 'unknown' : compiler.fetchDiagnostics(error)));
}
process.stdout.write(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
