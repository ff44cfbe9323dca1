/** The charter's own words beside what a pact says of them: a file that is taken away must be readable alone. */
import type { Edition } from '#domain/charter/edition.ts';
import { clausesOf } from '#domain/charter/edition.ts';
import { editionById } from './charters.ts';
import type { Rows } from './storage/downloads.ts';

type Measured = { readonly edition: string; readonly measure: number };

/** `measureTitle` null: the edition left the data. */
export function withMeasureTitle<Row extends Measured>({ rows, next }: Rows<Row>) {
  return { next, rows: rows.map((row) => ({ ...row, measureTitle: measureTitle(row) })) };
}

export function withClauseWords<Row extends Measured & { readonly level: number; readonly clause: number }>(
  page: Rows<Row>,
) {
  const { rows, next } = withMeasureTitle(page);
  return { next, rows: rows.map((row) => ({ ...row, charterText: charterText(row) })) };
}

export function withPrincipleTitle<Row extends { readonly edition: string; readonly letter: string }>({
  rows,
  next,
}: Rows<Row>) {
  const titleOf = ({ edition, letter }: Row): string | null =>
    editionById(edition)?.principles.find((principle) => principle.letter === letter)?.title ?? null;
  return { next, rows: rows.map((row) => ({ ...row, principleTitle: titleOf(row) })) };
}

export function measureTitle({ edition, measure }: Measured): string | null {
  return editionById(edition)?.measures.find(({ number }) => number === measure)?.title ?? null;
}

function charterText({ edition, measure, level, clause }: Measured & { level: number; clause: number }): string | null {
  const known = editionById(edition);
  return known === null ? null : (clauseTexts(known).get(`${measure}.${level}.${clause}`) ?? null);
}

/** Editions never change while the program runs. */
const texts = new WeakMap<Edition, ReadonlyMap<string, string>>();

function clauseTexts(edition: Edition): ReadonlyMap<string, string> {
  const known = texts.get(edition);
  if (known !== undefined) return known;
  const made = new Map(
    clausesOf(edition).map(({ measure, level, clause, words }) => [`${measure}.${level}.${clause}`, words.text]),
  );
  texts.set(edition, made);
  return made;
}
