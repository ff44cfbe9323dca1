import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '#publishing/document/document.ts';
import { planSheetFile } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { textOf } from '#reading/extract/testing/text-of.ts';
import { TypstFailure } from '#publishing/pdf/typst-process.ts';
import { DocumentNotMade } from '#server/jobs/make-document-in-worker.ts';
import { TOO_LONG_FOR_FILE } from '#ui/messages/printed-document.fr.ts';
import { planSheetResponse } from './plan-sheet.ts';
import { printed, printedFile } from './printed-file.ts';

const DOCUMENT: PrintedDocument = {
  title: 'Lettre',
  subtitle: null,
  footer: 'Lettre',
  madeAt: new Date('2027-01-01T12:00:00Z'),
  blocks: [],
};

/** Somebody at this address, and the headers that they were given. */
function visitor(address: string) {
  const headers = new Map<string, string>();
  const setHeaders = (given: Record<string, string>) => {
    for (const [name, value] of Object.entries(given)) headers.set(name, value);
  };
  return { headers, asking: { getClientAddress: () => address, setHeaders } };
}

const made = () => Promise.resolve(new Uint8Array([1]));
const failing = (reason: TypstFailure['reason']) => () => Promise.reject(new TypstFailure(reason, 'test'));

describe('a file that takes a second to make', () => {
  test('says when to come back while too many are being made', async () => {
    const { asking, headers } = visitor('192.0.2.1');
    await expect(printed(asking, failing('busy'))).rejects.toMatchObject({ status: 503 });
    expect(headers.get('retry-after')).toBe('60');
  });

  test.each(['too-large', 'too-long'] as const)('is refused when it is %s for one PDF', async (reason) => {
    const { asking } = visitor('192.0.2.2');
    await expect(printed(asking, failing(reason))).rejects.toMatchObject({ status: 413 });
  });

  test('is refused in the same way when it is an office file, and it is not sent to another format of the same length', async () => {
    const held = (refusal: DocumentNotMade['refusal']) => () => Promise.reject(new DocumentNotMade(refusal));
    const { asking, headers } = visitor('192.0.2.5');
    await expect(printed(asking, held({ kind: 'reading-took-too-long', seconds: 60 }))).rejects.toMatchObject({
      status: 413,
      body: { message: TOO_LONG_FOR_FILE },
    });
    await expect(printed(asking, held({ kind: 'reader-busy' }))).rejects.toMatchObject({ status: 503 });
    expect(headers.get('retry-after')).toBe('60');
  });

  test('hides no failure of ours', async () => {
    await expect(printed(visitor('192.0.2.3').asking, failing('failed'))).rejects.toThrow(TypstFailure);
  });

  test('is made thirty times for one network in ten minutes, whatever file it is, and for the next network still', async () => {
    const { asking, headers } = visitor('2001:db8:1:2::1');
    for (let times = 1; times < 30; times += 1) await printed(asking, made);
    await printedFile(asking, DOCUMENT, { format: 'odt', name: 'lettre' });
    expect(headers.size).toBe(0);
    const neighbour = visitor('2001:db8:1:2::2');
    await expect(printed(neighbour.asking, made)).rejects.toMatchObject({ status: 429 });
    expect(Number(neighbour.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await printed(visitor('2001:db8:1:3::1').asking, made)).toHaveLength(1);
  });

  test('has its name and its type, and no other format than those', async () => {
    const { asking } = visitor('192.0.2.4');
    const { headers } = await printedFile(asking, DOCUMENT, { format: 'odt', name: 'lettre-1' });
    expect(headers.get('content-type')).toBe('application/vnd.oasis.opendocument.text');
    expect(headers.get('content-disposition')).toBe('attachment; filename="lettre-1.odt"');
    const docx = await printedFile(asking, DOCUMENT, { format: 'docx', name: 'lettre-1' });
    expect(await textOf(new Uint8Array(await docx.arrayBuffer()), 'lettre-1.docx')).toContain('Lettre');
    const unknown = printedFile(asking, DOCUMENT, { format: 'toString', name: 'lettre-1' });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });
});

describe('a spreadsheet of a plan', () => {
  const roles = { lead: [], referent: [], service: [], structure: [], partner: [] };
  const plan = (actions: number) => ({
    title: 'Plan vélo',
    lines: Array.from({ length: actions }, (_, at) => ({
      kind: 'action' as const,
      id: at + 1,
      number: String(at + 1),
      axisPath: [],
      sheet: { ...emptySheet(`Piste ${String(at)}`), roles, fundings: [] },
    })),
  });

  test('that is large is the same to the byte, made aside as the other long files are; a small one never waits', async () => {
    const { asking } = visitor('192.0.2.6');
    const large = { id: 7, plan: plan(301) };
    const answer = await planSheetResponse(asking, { ...large, format: 'ods' });
    expect(Buffer.from(await answer.arrayBuffer()).equals(planSheetFile(large.plan, 'ods'))).toBe(true);
    for (let times = 1; times < 30; times += 1) await printed(asking, made);
    await expect(planSheetResponse(asking, { ...large, format: 'xlsx' })).rejects.toMatchObject({ status: 429 });
    expect((await planSheetResponse(asking, { id: 7, plan: plan(300), format: 'xlsx' })).status).toBe(200);
  });
});
