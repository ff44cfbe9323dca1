/**
 * Which part of the country somebody wants to see, as the address says it: the same fields on every page of the observatory, in the
 * words of the API (older ones: ./former-words.ts). What it says wrongly is as if it were not said, and is told.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { areaIn, SIZES, STANDINGS, type Area, type Cell, type Size, type Standing } from '#domain/observatory/cell.ts';
import { isBounded, type Period } from '#domain/observatory/listed.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { answersOf, narrowedTo } from './answers.ts';

export type ObservatoryAsked = {
  readonly edition: string;
  readonly area: Area;
  readonly size: Size | null;
  readonly standing: Standing | null;
  /** A theme of the edition's first grouping. */
  readonly theme: string | null;
  readonly period: Period;
};

/** The names of fields, the same as those of the API. */
export const FIELD = {
  edition: 'charte',
  region: 'region',
  department: 'departement',
  size: 'taille',
  standing: 'situation',
  theme: 'theme',
  since: 'signe_depuis',
  until: 'signe_jusqu_au',
} as const;

export type Understood = {
  readonly asked: ObservatoryAsked;
  /** What of these fields was said and means nothing; as if it were not said. */
  readonly faults: readonly Fault[];
};

/** `fields`: in shared words; `usual`: the edition shown to who names none. */
export function observatoryAsked(
  fields: URLSearchParams,
  { editions, usual }: { readonly editions: readonly Edition[]; readonly usual: Edition },
): Understood {
  const faults: Fault[] = [];
  const said = <Value>(parameter: string, meant: (text: string) => Value | null | undefined): Value | null => {
    const [text, ...more] = fields.getAll(parameter);
    if (text === undefined) return null;
    if (more.length > 0) faults.push({ parameter, fault: 'twice' });
    const value = meant(text) ?? null;
    if (value === null) faults.push({ parameter, fault: 'misunderstood' });
    return value;
  };
  const edition = said(FIELD.edition, (text) => editions.find(({ id }) => id === text)) ?? usual;
  const department = said(FIELD.department, (text) => areaIn(`d-${text}`));
  const region = said(FIELD.region, (text) => areaIn(`r-${text}`));
  if (department !== null && region !== null) faults.push({ parameter: FIELD.region, fault: 'not-with-department' });
  const asked = {
    edition: edition.id,
    area: department ?? region ?? { kind: 'country' as const },
    size: said(FIELD.size, (text) => SIZES.find((size) => size === text)),
    standing: said(FIELD.standing, (text) => STANDINGS.find((standing) => standing === text)),
    theme: said(FIELD.theme, (text) => edition.groupings[0]?.themes.find(({ id }) => id === text)?.id),
    period: { since: said(FIELD.since, dayIn), until: said(FIELD.until, dayIn) },
  };
  return { asked, faults };
}

function dayIn(text: string): string | null {
  return isDay(text) ? text : null;
}

export function cellOf({ edition, area, size, standing }: ObservatoryAsked): Cell {
  return { edition, area, size, standing };
}

/** Fields and values, in one order: an address is the same for everybody who asks the same. */
export function fieldsOf(asked: ObservatoryAsked): readonly (readonly [string, string])[] {
  const { area, size, standing, theme, period } = asked;
  const fields: readonly (readonly [string, string | null])[] = [
    [FIELD.edition, asked.edition],
    [FIELD.region, area.kind === 'region' ? area.code : null],
    [FIELD.department, area.kind === 'department' ? area.code : null],
    [FIELD.size, size],
    [FIELD.standing, standing],
    [FIELD.theme, theme],
    [FIELD.since, period.since],
    [FIELD.until, period.until],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** `page`: what follows `/observatoire`, '' for the first one. What its figures do not answer stays behind. */
export function observatoryAddress(
  page: string,
  asked: ObservatoryAsked,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(
    [...fieldsOf(narrowedTo(asked, answersOf(page))), ...Object.entries(more)].map(([name, value]) => [name, value]),
  );
  return `/observatoire${page}?${query.toString()}`;
}

export function isFiltered({ area, size, standing, theme, period }: ObservatoryAsked): boolean {
  return area.kind !== 'country' || size !== null || standing !== null || theme !== null || isBounded(period);
}
