/** Steps of an action in one cell, one a line: `Choisir le terrain · Réalisé · 31/12/2027`. */
import type { ActionStep } from '../action-sheet.ts';
import { dayAsWritten, dayWritten } from './days.ts';
import { isClosed, quoted, splitItems, splitParts, unquoted } from './items.ts';
import { codeOfWord, STATUS_WORDS } from './words.ts';

export function stepsWritten(steps: readonly ActionStep[]): string {
  return steps.map(stepWritten).join('\n');
}

/** What is neither a status nor a day, from the end, belongs to the title: nothing is unclear. */
export function stepsIn(cell: string): readonly ActionStep[] {
  return splitItems(cell, 'semicolon').map(stepIn);
}

function stepWritten(step: ActionStep): string {
  const plain = written(step, step.title);
  const [read, ...others] = splitItems(plain, 'semicolon');
  const isPlain = read !== undefined && isClosed(plain) && others.length === 0 && sameStep(stepIn(read), step);
  return isPlain ? plain : written(step, quoted(step.title));
}

function written({ status, endsOn }: ActionStep, title: string): string {
  const parts = [title, status === null ? null : STATUS_WORDS[status], endsOn === null ? null : dayAsWritten(endsOn)];
  return parts.filter((part) => part !== null).join(' · ');
}

function stepIn(item: string): ActionStep {
  const parts = [...splitParts(item)];
  let endsOn: string | null = null;
  let status: ActionStep['status'] = null;
  const last = dayWritten(parts.at(-1) ?? '');
  if (parts.length > 1 && last.kind === 'day') {
    endsOn = last.day;
    parts.pop();
  }
  const word = codeOfWord(parts.at(-1) ?? '', STATUS_WORDS);
  if (parts.length > 1 && word !== null) {
    status = word;
    parts.pop();
  }
  const [only = '', ...others] = parts;
  return { title: others.length === 0 ? unquoted(only) : parts.join(' · '), status, endsOn };
}

function sameStep(one: ActionStep, other: ActionStep): boolean {
  return one.title === other.title && one.status === other.status && one.endsOn === other.endsOn;
}
