/** A printed document as the file asked for. */
import { error } from '@sveltejs/kit';
import { documentDocx } from '#publishing/document/document-docx.ts';
import { documentOdt } from '#publishing/document/document-odt.ts';
import { documentPdf } from '#publishing/document/document-pdf.ts';
import type { PrintedDocument } from '#publishing/document/document.ts';

const TYPES = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** 404 for another format. `name` without its ending, in ASCII. */
export async function documentFile(
  document: PrintedDocument,
  { format, name }: { readonly format: string; readonly name: string },
): Promise<Response> {
  if (!isFormat(format)) error(404);
  const bytes =
    format === 'pdf'
      ? await documentPdf(document)
      : format === 'odt'
        ? documentOdt(document)
        : await documentDocx(document);
  return new Response(Buffer.from(bytes), {
    headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}.${format}"` },
  });
}

function isFormat(format: string): format is keyof typeof TYPES {
  return Object.hasOwn(TYPES, format);
}
