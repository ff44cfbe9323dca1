/** Law 6: the same text comes out of TXT, HTML, DOCX, ODT and PDF. Blanks and list glyphs are no difference. */
import { describe, expect, test } from 'vitest';
import { readingCases } from '#reading/testing/case-folders.ts';
import { makeDocx } from './testing/make-docx.ts';
import { makeHtml } from './testing/make-html.ts';
import { makeOdt } from './testing/make-odt.ts';
import { makePdf } from './testing/make-pdf.ts';
import { sourceDocument } from './testing/source-document.ts';
import { textOf } from './testing/text-of.ts';

const FIXTURE = `CHAMPIGNY ALTERNANCE - Laurent

Principe A : Sensibilisation et formation à la transition
Impulser et soutenir des actions de sensibilisation auprès de différents publics : élu·es, agent·e·s territoriaux, jeunes, habitant·es, acteurs économiques, et mobiliser les citoyen·nes pour co-construire les politiques de Saint-Maur-des-Fossés.

1 – Se doter d’une politique ambitieuse d’achats publics responsables (incluant des dispositions sociales et locales).
N1 • Adopter un schéma de commande publique responsable (c’est une obligation légale pour les collectivités dont le montant d’achats dépasse 100 millions d’euros), en un mot : l’exemple.
N2
• Mettre en œuvre 50 % de « bio » d’ici à 2030, puis 75 % (−40 % de gaz à effet de serre).
- Former les agents aux 25 €/habitant

Un accord se fait sur N2 et N3, mais pas sur N1 (Diversifier les financeurs de la commune.

Pilotes / partenaires\tDéveloppement de l’économie sociale et solidaire, CCAS, Secours catholique, La Croix rouge française
Calendrier de réalisation\t3ème trimestre 2021
\tMéthodologie de l’action
`;

/** The source documents of the cases; each must pass as our own fixture does. */
const documents: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a small pact', text: FIXTURE },
  ...readingCases(),
];

/** The font of the tests has no pictographs: a document that has some is checked in the other formats. */
function canBeDrawn(text: string): boolean {
  // Columns that are drawn with blanks are columns in a PDF too, and are read down.
  if ((text.match(/\S {3,}\S/gu)?.length ?? 0) > 2) return false;
  return !/[\u2190-\u21ff\u25a1\u2611\u2700-\u27bf\u{1f000}-\u{1ffff}]/u.test(text.replaceAll(/[▶►➤●]/gu, ''));
}

function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s•●▪*▶►➤–-]/gu, '');
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(folded)
    .filter((line) => line !== '');
}

describe.for(documents)('$name', ({ text }) => {
  const source = sourceDocument(text);

  test('gives the same text and the same lines from HTML, DOCX and ODT', async () => {
    const made = [
      ['a.txt', new TextEncoder().encode(text)],
      ['a.html', makeHtml(source)],
      ['a.docx', await makeDocx(source)],
      ['a.odt', makeOdt(source)],
    ] as const;
    for (const [filename, bytes] of made) expect(lines(await textOf(bytes, filename)), filename).toEqual(lines(text));
  });
});

describe.for(documents.filter(({ text }) => canBeDrawn(text)))('$name', ({ text }) => {
  const source = sourceDocument(text);

  test('gives the same text from PDF, and the same paragraphs but for a few', async () => {
    const read = await textOf(await makePdf(source), 'a.pdf');
    expect(folded(read)).toBe(folded(text));
    const found = new Set(lines(read));
    const broken = lines(text).filter((line) => !found.has(line));
    expect(broken.length, broken.join('\n')).toBeLessThanOrEqual(Math.max(1, 0.03 * lines(text).length));
  });

  test('gives the same text from a justified PDF once its running lines are taken out', async () => {
    const bytes = await makePdf(source, {
      align: 'justify',
      header: 'Conseil municipal du 30 juin',
      pageNumbers: true,
    });
    const read = (await textOf(bytes, 'a.pdf')).replaceAll(/^(?:Conseil municipal du 30 juin|Page \d+ \/ \d+)$/gmu, '');
    expect(folded(read)).toBe(folded(text));
  });
});
