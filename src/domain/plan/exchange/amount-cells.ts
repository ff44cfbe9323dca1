/**
 * Sums of a budget in one cell, one a line:
 *
 *     Dépense prévue · investissement · 2027 : 12 000 €
 *     Recette réelle : «10 000 à 15 000 €»
 *
 * A sum is a figure only when it is exact; words stand between « and », beside the figure when there are both.
 */
import type { AmountLine } from '../action-sheet.ts';
import { isQuoted, quoted, splitItems, splitParts, unquoted } from './items.ts';
import { exactSum, sumWritten } from './sums.ts';
import { AMOUNT_WORDS, codeOfWord, NATURE_WORDS } from './words.ts';

export function amountsWritten(amounts: readonly AmountLine[]): string {
  return amounts.map(amountWritten).join('\n');
}

/** `unclear`: the pieces that do not say whether they are spent or received, forecast or real. */
export function amountsIn(cell: string): {
  readonly amounts: readonly AmountLine[];
  readonly unclear: readonly string[];
} {
  const amounts: AmountLine[] = [];
  const unclear: string[] = [];
  for (const item of splitItems(cell, 'semicolon')) {
    const amount = amountIn(item);
    if (amount === null) unclear.push(item);
    else amounts.push(amount);
  }
  return { amounts, unclear };
}

function amountWritten({ direction, stage, nature, year, euros, words }: AmountLine): string {
  const head = [AMOUNT_WORDS[`${direction} ${stage}`], nature === null ? null : NATURE_WORDS[nature], year];
  const said = [euros === null ? null : sumWritten(euros), words === '' && euros !== null ? null : quoted(words)];
  return `${head.filter((part) => part !== null).join(' · ')} : ${said.filter((part) => part !== null).join(' ')}`;
}

function amountIn(item: string): AmountLine | null {
  const [, head, said] = /^([^«:]+?)\s*:\s*(.*)$/s.exec(item) ?? [];
  if (head === undefined || said === undefined) return null;
  const [kind = '', ...parts] = splitParts(head);
  const code = codeOfWord(kind, AMOUNT_WORDS);
  if (code === null) return null;
  const [direction, stage] = code.split(' ') as [AmountLine['direction'], AmountLine['stage']];
  const natures = parts.map((part) => codeOfWord(part, NATURE_WORDS));
  const years = parts.map((part) => (/^(?:19|20|21)\d\d$|^2200$/.test(part) ? Number(part) : null));
  if (parts.some((_, at) => natures[at] === null && years[at] === null)) return null;
  const nature = natures.find((one) => one !== null) ?? null;
  const year = years.find((one) => one !== null) ?? null;
  return { direction, stage, nature, year, ...valueIn(said.trim()) };
}

/** A figure, words, or a figure then words. */
function valueIn(said: string): { readonly euros: number | null; readonly words: string } {
  if (isQuoted(said)) return { euros: null, words: unquoted(said) };
  const [, figure, words] = /^([^«]*?)\s*(«.*»)$/s.exec(said) ?? [];
  if (figure !== undefined && words !== undefined && isQuoted(words)) {
    const euros = exactSum(figure);
    if (euros !== null) return { euros, words: unquoted(words) };
  }
  const euros = exactSum(said);
  return euros === null ? { euros: null, words: said } : { euros, words: '' };
}
