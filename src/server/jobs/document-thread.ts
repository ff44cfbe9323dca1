/** The thread in which a DOCX, an ODT or a spreadsheet is made: ./make-document-in-worker.ts starts it for one file and can kill it. */
import { parentPort, workerData } from 'node:worker_threads';
import { accept } from '#domain/shared/result.ts';
import type { DocumentToMake } from './make-document-in-worker.ts';

parentPort?.postMessage(accept(await make(workerData as DocumentToMake)));

/** Each writer is loaded alone: that of DOCX is a megabyte. */
async function make(task: DocumentToMake): Promise<Uint8Array> {
  if (task.kind === 'sheet')
    return (await import('#publishing/spreadsheet/plan-sheet-file.ts')).planSheetFile(task.plan, task.format);
  switch (task.format) {
    case 'docx':
      return await (await import('#publishing/document/document-docx.ts')).documentDocx(task.document);
    case 'odt':
      return (await import('#publishing/document/document-odt.ts')).documentOdt(task.document);
  }
}
