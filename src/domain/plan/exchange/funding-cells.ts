/**
 * Who is asked for money, in one cell, one a line, in any order after the name:
 *
 *     Région Île-de-France · appel : Fonds vert · avant le 30/06/2027 · demandé · 40 000 €
 */
import type { EntryKind } from '../directory-entry.ts';
import { dayAsWritten, dayWritten } from './days.ts';
import { isClosed, quoted, splitItems, splitParts, unquoted } from './items.ts';
import { nameIn, nameWritten } from './name-cells.ts';
import type { NamedFunding } from './plan-lines.ts';
import { exactSum, sumWritten } from './sums.ts';
import { codeOfWord, FUNDING_STATE_WORDS, KIND_WORDS } from './words.ts';

const USUAL: EntryKind = 'organisation';

export function fundingsWritten(fundings: readonly NamedFunding[]): string {
  return fundings.map(fundingWritten).join('\n');
}

/** `unclear`: the pieces that say something else than a call, a day, a state or a sum. */
export function fundingsIn(cell: string): {
  readonly fundings: readonly NamedFunding[];
  readonly unclear: readonly string[];
} {
  const fundings: NamedFunding[] = [];
  const unclear: string[] = [];
  for (const item of splitItems(cell, 'semicolon')) {
    const funding = fundingIn(item);
    if (funding === null) unclear.push(item);
    else fundings.push(funding);
  }
  return { fundings, unclear };
}

/** As plainly as it reads back: what would be misread stands between « and ». */
function fundingWritten(funding: NamedFunding): string {
  const name = nameWritten(funding.funder, USUAL);
  const named =
    quoted(funding.funder.name) + (funding.funder.kind === USUAL ? '' : ` [${KIND_WORDS[funding.funder.kind]}]`);
  const plain = [written(funding, [name, funding.call]), written(funding, [name, quoted(funding.call)])];
  return plain.find((item) => isReadBack(item, funding)) ?? written(funding, [named, quoted(funding.call)]);
}

function written(
  { call: said, deadline, state, euros }: NamedFunding,
  [name, call]: readonly [string, string],
): string {
  const parts = [
    name,
    said === '' ? null : `appel : ${call}`,
    deadline === null ? null : `avant le ${dayAsWritten(deadline)}`,
    state === null ? null : FUNDING_STATE_WORDS[state],
    euros === null ? null : sumWritten(euros),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function isReadBack(item: string, { funder, call, deadline, state, euros }: NamedFunding): boolean {
  const [only, ...others] = splitItems(item, 'semicolon');
  const read = only === undefined || others.length > 0 || !isClosed(item) ? null : fundingIn(only);
  if (read === null || read.funder.name !== funder.name || read.funder.kind !== funder.kind) return false;
  return read.call === call && read.deadline === deadline && read.state === state && read.euros === euros;
}

function fundingIn(item: string): NamedFunding | null {
  const [name, ...parts] = splitParts(item);
  if (name === undefined) return null;
  let funding: NamedFunding = { funder: nameIn(name, USUAL), call: '', deadline: null, state: null, euros: null };
  for (const part of parts) {
    const said = partIn(part);
    if (said === null) return null;
    funding = { ...funding, ...said };
  }
  return funding;
}

function partIn(part: string): Partial<NamedFunding> | null {
  const call = /^appel\s*:\s*(.+)$/is.exec(part)?.[1];
  if (call !== undefined) return { call: unquoted(call) };
  const day = dayWritten(part.replace(/^(?:avant le|jusqu['’]au)\s+/i, ''));
  if (day.kind === 'day') return { deadline: day.day };
  const state = codeOfWord(part, FUNDING_STATE_WORDS);
  if (state !== null) return { state };
  const euros = exactSum(part);
  return euros === null ? null : { euros };
}
