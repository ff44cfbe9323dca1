/**
 * A web page to text, as a person would select and copy it.
 *
 * Nothing visible is judged to be unimportant: menus and footers stay (the reader lists what it does
 * not use), only what no browser shows is left out. Nothing is fetched, no script runs.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { composeBlocks } from '../blocks/compose.ts';
import { decodeMarked, decodeNamed, decodeStrictUtf8, decodeText } from '../decode-text.ts';
import type { Extracted, ExtractWarning } from '../extracted.ts';
import { HtmlBlocks } from './html-blocks.ts';

/** Browsers flatten below 512; deeper is an attack on the parser, which would take quadratic time. */
const MAX_DEPTH = 2_000;

/** @param mediaType may carry a charset. Throws on pages nested too deep. */
export function readHtml(bytes: Uint8Array, mediaType: string | undefined): Extracted {
  const blocks = new HtmlBlocks();
  blocks.read(parseBounded(decodeHtml(bytes, mediaType)));
  const warnings: ExtractWarning[] = [];
  if (blocks.struckPassages > 0) warnings.push({ kind: 'struck-text', count: blocks.struckPassages });
  return { text: composeBlocks(blocks.finish()), format: 'html', warnings };
}

function parseBounded(source: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  return parse(source, {
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        depth += 1;
        if (depth > MAX_DEPTH) throw new Error('nested too deep');
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}

/**
 * Strict UTF-8 comes before the declared charset: bytes of another encoding hardly ever pass it,
 * while pages that lost their right declaration are common.
 */
function decodeHtml(bytes: Uint8Array, mediaType: string | undefined): string {
  const known = decodeMarked(bytes) ?? decodeStrictUtf8(bytes);
  if (known !== null) return known;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared =
    /charset\s*=\s*["']?([\w-]+)/iu.exec(mediaType ?? '')?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ??
    /^<\?xml[^>]*encoding=["']([\w-]+)/u.exec(head)?.[1];
  const named = declared === undefined || /^utf-?8$/iu.test(declared) ? null : decodeNamed(bytes, declared);
  return named ?? decodeText(bytes);
}
