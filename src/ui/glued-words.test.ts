/**
 * Svelte drops the spaces at both ends of an element: in `Changer<span> la liste</span>` a screen reader reads
 * "Changerla liste". The space belongs between the two.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b cite code del em i ins kbd q s small span strong sub sup'.split(' '),
);

describe('words stay apart', () => {
  test('where an element begins or ends with a space that Svelte drops', () => {
    expect(gluedIn('Changer<span> la liste</span>')).toEqual([' la liste']);
    expect(gluedIn('{words.CHANGE}<span> la liste</span>')).toEqual([' la liste']);
    expect(gluedIn('<b>Niveau </b>{level}')).toEqual(['Niveau ']);
    expect(gluedIn('{#if open}Changer<b> un </b>mot{/if}')).toEqual([' un ', ' un ']);
    expect(gluedIn('<a>un</a>{#if more} · deux{/if}')).toEqual([' · deux']);
    expect(gluedIn("Changer{' '}<span>la liste</span> <b> un</b>")).toEqual([]);
    expect(gluedIn('<p> Un </p><p> Deux </p>')).toEqual([]);
  });

  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
  test.each(files)('in %s', (file) => {
    expect(gluedIn(readFileSync(join('src', file), 'utf8'))).toEqual([]);
  });
});

/** The beginnings and ends of elements whose space is lost beside a word. */
function gluedIn(source: string): string[] {
  const glued: string[] = [];
  walk(parse(source, { modern: true }).fragment, glued);
  return glued;
}

function walk({ nodes }: AST.Fragment, glued: string[]): void {
  nodes.forEach((node, at) => {
    if (node.type === 'RegularElement' && INLINE.has(node.name)) {
      const first = node.fragment.nodes[0];
      const last = node.fragment.nodes.at(-1);
      if (first?.type === 'Text' && /^\s+\S/.test(first.data) && isWord(nodes[at - 1], 'end')) glued.push(first.data);
      if (last?.type === 'Text' && /\S\s+$/.test(last.data) && isWord(nodes[at + 1], 'start')) glued.push(last.data);
    }
    const opening = node.type === 'IfBlock' ? node.consequent.nodes[0] : undefined;
    if (opening?.type === 'Text' && /^\s+\S/.test(opening.data) && touches(nodes[at - 1])) glued.push(opening.data);
    for (const fragment of fragmentsOf(node)) walk(fragment, glued);
  });
}

/** Whether what stands just before a block ends with a word. */
function touches(before: AST.Fragment['nodes'][number] | undefined): boolean {
  if (before?.type === 'RegularElement') return INLINE.has(before.name);
  return before?.type === 'EachBlock' || before?.type === 'IfBlock' || isWord(before, 'end');
}

/** Whether a sibling touches with a word: text without a space there, or a value. */
function isWord(sibling: AST.Fragment['nodes'][number] | undefined, side: 'start' | 'end'): boolean {
  if (sibling?.type === 'Text') return side === 'end' ? /\S$/.test(sibling.data) : /^\S/.test(sibling.data);
  return (
    sibling?.type === 'ExpressionTag' && !(sibling.expression.type === 'Literal' && sibling.expression.value === ' ')
  );
}

function fragmentsOf(node: AST.Fragment['nodes'][number]): AST.Fragment[] {
  switch (node.type) {
    case 'IfBlock':
      return [node.consequent, ...(node.alternate === null ? [] : [node.alternate])];
    case 'EachBlock':
      return [node.body, ...(node.fallback === undefined ? [] : [node.fallback])];
    case 'SnippetBlock':
      return [node.body];
    default:
      return 'fragment' in node ? [node.fragment] : [];
  }
}
