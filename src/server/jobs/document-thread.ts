/** The thread in which a DOCX or an ODT is made: ./make-document-in-worker.ts starts it for one file and can kill it. */
import { parentPort, workerData } from 'node:worker_threads';
import { accept } from '#domain/shared/result.ts';
import type { PrintedDocument } from '#publishing/document/document.ts';
import type { DocumentToMake } from './make-document-in-worker.ts';

const { document, format } = workerData as DocumentToMake;
parentPort?.postMessage(accept(await make(document)));

/** Each writer is loaded alone: that of DOCX is a megabyte. */
async function make(printed: PrintedDocument): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return await (await import('#publishing/document/document-docx.ts')).documentDocx(printed);
    case 'odt':
      return (await import('#publishing/document/document-odt.ts')).documentOdt(printed);
  }
}
