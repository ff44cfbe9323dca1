import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { SourceBlock } from './source-document.ts';

/** A Word document with styles, a real bullet list and real tables. */
export async function makeDocx(blocks: readonly SourceBlock[]): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '\u2022', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [{ children: blocks.map(element) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function element(block: SourceBlock): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.text) });
    case 'paragraph':
      return new Paragraph({ children: runs(block.text) });
    case 'bullet':
      return new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: runs(block.text) });
    case 'blank':
      return new Paragraph({});
    case 'table':
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: block.rows.map(
          (row) =>
            new TableRow({
              children: row.map((cell) => new TableCell({ children: [new Paragraph({ children: runs(cell) })] })),
            }),
        ),
      });
  }
}

/** Word cuts a paragraph into runs anywhere: at a correction, at a change of weight, in the middle of a word. */
function runs(text: string): TextRun[] {
  const third = Math.floor(text.length / 3);
  return [
    new TextRun(text.slice(0, third)),
    new TextRun({ text: text.slice(third, 2 * third), bold: true }),
    new TextRun({ text: text.slice(2 * third), italics: true }),
  ];
}
