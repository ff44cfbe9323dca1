/**
 * An OpenDocument text to text.
 *
 * Lists keep their nesting and numbers, tables their cells, forms their ticks. What tracked changes
 * deleted is stored apart in this format and left there.
 */
import type { Archive } from '../archive/open-archive.ts';
import { parseXmlBranches, parseXmlTree, type XmlElement } from '../archive/xml.ts';
import { childElements, childNamed, descendantsNamed } from '../archive/xml-query.ts';
import type { Block } from '../blocks/block.ts';
import { composeBlocks } from '../blocks/compose.ts';
import { isPageCount } from '../blocks/page-count.ts';
import { ExtractRefused, type Extracted, type ExtractWarning } from '../extracted.ts';
import { readFormStates, type FormStates } from './form-states.ts';
import { ListCounters } from './list-counters.ts';
import { OdtBody, type OdtContext, type OdtNote } from './odt-body.ts';
import { OdtStyles } from './odt-styles.ts';

/** Throws on parts that are damaged; refuses (ExtractRefused) what is encrypted or dangerous. */
export async function readOdt(archive: Archive): Promise<Extracted> {
  const manifest = await archive.read('META-INF/manifest.xml');
  if (manifest !== null && [...descendantsNamed(parseXmlTree(manifest), 'manifest:encryption-data')].length > 0) {
    throw new ExtractRefused({ kind: 'encrypted-office' });
  }
  const content = await archive.read('content.xml');
  if (content === null) throw new Error('no content part');
  const stylesPart = await archive.read('styles.xml');
  const stylesTree = stylesPart === null ? null : parseXmlTree(stylesPart);

  const styles = new OdtStyles();
  for (const group of childElements(stylesTree ?? undefined)) {
    if (/^office:(?:automatic-)?styles$/u.test(group.name)) for (const style of childElements(group)) styles.add(style);
  }
  const notes: OdtNote[] = [];
  const forms: FormStates = new Map();
  const context: OdtContext = { styles, lists: new ListCounters(styles), notes, forms, inMargin: false };
  const body = new OdtBody(context);
  parseXmlBranches(content, {
    parents: ['office:automatic-styles', 'office:text'],
    onBranch(branch, parent) {
      if (parent === 'office:automatic-styles') styles.add(branch);
      else if (branch.name === 'office:forms') readFormStates(branch, forms);
      else body.read(branch);
    },
  });
  const blocks: Block[] = [...body.finish(), ...noteBlocks(context), ...marginBlocks(stylesTree, context)];
  const warnings: ExtractWarning[] = [];
  if (body.struckPassages > 0) warnings.push({ kind: 'struck-text', count: body.struckPassages });
  return { text: composeBlocks(blocks), format: 'odt', warnings };
}

function noteBlocks(context: OdtContext): readonly Block[] {
  return context.notes.flatMap(({ mark, body }, at) => {
    const reader = new OdtBody({ ...context, notes: [] });
    for (const child of childElements(body)) reader.read(child);
    const [first, ...rest] = reader.finish();
    if (first?.kind !== 'paragraph') return first === undefined ? [] : [first, ...rest];
    const spaceBefore = at === 0 ? 12 : first.spaceBefore;
    return [{ ...first, text: `${mark} ${first.text.trimStart()}`, spaceBefore }, ...rest];
  });
}

/** Headers and footers, each text once, at the very end: nothing is lost and no sentence is cut. */
function marginBlocks(styles: XmlElement | null, context: OdtContext): readonly Block[] {
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const page of childElements(childNamed(styles ?? undefined, 'office:master-styles'))) {
    for (const margin of childElements(page)) {
      if (!/^style:(?:header|footer)/u.test(margin.name) || margin.attributes['style:display'] === 'false') continue;
      const reader = new OdtBody({ ...context, notes: [], inMargin: true });
      for (const child of childElements(margin)) reader.read(child);
      for (const block of reader.finish()) {
        const key = JSON.stringify(block);
        if (seen.has(key) || isPageCount(block)) continue;
        seen.add(key);
        blocks.push(blocks.length === 0 && block.kind === 'paragraph' ? { ...block, spaceBefore: 12 } : block);
      }
    }
  }
  return blocks;
}
