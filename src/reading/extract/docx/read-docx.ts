/**
 * A Word document to text.
 *
 * Our own reader and not mammoth, which loses list numbers, boxes and the columns of tables
 * (docs/reading-formats.md). Parts are found through their relations; what is not understood
 * is walked through, so that its words stay.
 */
import type { Archive } from '../archive/open-archive.ts';
import { parseXmlBranches, parseXmlTree, type XmlElement } from '../archive/xml.ts';
import { composeBlocks } from '../blocks/compose.ts';
import { isPageCount } from '../blocks/page-count.ts';
import type { Block } from '../blocks/block.ts';
import type { Extracted, ExtractWarning } from '../extracted.ts';
import { BodyReader } from './body.ts';
import { readNumbering } from './numbering.ts';
import type { NoteReference } from './paragraph-text.ts';
import { readRelations, type Relations } from './relations.ts';
import { readStyles } from './styles.ts';

/** Throws on parts that are damaged; refuses (ExtractRefused) what is dangerous. */
export async function readDocx(archive: Archive): Promise<Extracted> {
  const main = (await readRelations(archive, '')).target('officeDocument') ?? 'word/document.xml';
  const document = await archive.read(main);
  if (document === null) throw new Error('no main part');
  const relations = await readRelations(archive, main);
  const part = async (kind: string): Promise<XmlElement | null> => tree(archive, relations.target(kind));

  const styles = readStyles(await part('styles'));
  const numbering = readNumbering(await part('numbering'), styles.linkedLists);
  const noteMarks = new NoteMarks();
  const body = new BodyReader({ styles, numbering, noteMark: (note) => noteMarks.markOf(note) });
  parseXmlBranches(document, { parents: ['w:body'], onBranch: (branch) => body.read(branch) });
  const blocks: Block[] = [...body.finish()];

  const notes = { footnote: await part('footnotes'), endnote: await part('endnotes') };
  for (const note of noteMarks.inOrder) {
    const content = notes[note.kind]?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.attributes['w:id'] === note.id,
    );
    if (content === undefined) continue;
    const reader = new BodyReader({ styles, numbering, noteMark: () => '' });
    for (const child of content.children) if (typeof child !== 'string') reader.read(child);
    blocks.push(...withMark(reader.finish(), noteMarks.markOf(note)));
  }
  blocks.push(...(await readMargins(archive, relations, { styles, numbering, noteMark: () => '' })));

  const warnings: ExtractWarning[] = [];
  if (body.struckPassages > 0) warnings.push({ kind: 'struck-text', count: body.struckPassages });
  return { text: composeBlocks(blocks), format: 'docx', warnings };
}

async function tree(archive: Archive, name: string | undefined): Promise<XmlElement | null> {
  const bytes = name === undefined ? null : await archive.read(name);
  return bytes === null ? null : parseXmlTree(bytes);
}

/** Notes are numbered in the order in which the text calls them, endnotes after footnotes' own count. */
class NoteMarks {
  readonly inOrder: NoteReference[] = [];
  readonly #marks = new Map<string, string>();

  markOf(note: NoteReference): string {
    const key = `${note.kind} ${note.id}`;
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    this.inOrder.push(note);
    const mark = `[${this.inOrder.length}]`;
    this.#marks.set(key, mark);
    return mark;
  }
}

function withMark(blocks: readonly Block[], mark: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocks;
  return [{ ...first, text: `${mark} ${first.text.trimStart()}` }, ...rest];
}

/**
 * Headers and footers, each text once, at the very end: nothing is lost and no sentence is cut.
 * Page numbers are no words of the document.
 */
async function readMargins(
  archive: Archive,
  relations: Relations,
  context: ConstructorParameters<typeof BodyReader>[0],
): Promise<readonly Block[]> {
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const name of [...relations.targets('header'), ...relations.targets('footer')]) {
    const part = await tree(archive, name);
    if (part === null) continue;
    const reader = new BodyReader({ ...context, dropField: /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u });
    for (const child of part.children) if (typeof child !== 'string') reader.read(child);
    for (const block of reader.finish()) {
      const key = JSON.stringify(block);
      if (seen.has(key) || isPageCount(block)) continue;
      seen.add(key);
      blocks.push(blocks.length === 0 && block.kind === 'paragraph' ? { ...block, spaceBefore: 12 } : block);
    }
  }
  return blocks;
}
