/**
 * Which part of the country somebody wants to see, as the address says it: the same fields on every page of the observatory.
 * What it says wrongly is as if it were not said.
 */
import type { Edition } from '#domain/charter/edition.ts';
import {
  areaIn,
  codeOfArea,
  SIZES,
  STANDINGS,
  type Area,
  type Cell,
  type Size,
  type Standing,
} from '#domain/observatory/cell.ts';
import { isBounded, type Period } from '#domain/observatory/listed.ts';
import { isDay } from '#domain/shared/local-day.ts';

export type ObservatoryAsked = {
  readonly edition: string;
  readonly area: Area;
  readonly size: Size | null;
  readonly standing: Standing | null;
  /** A theme of the edition's first grouping. */
  readonly theme: string | null;
  readonly period: Period;
};

/** The names of fields that the form of filters uses. */
export const FIELD = {
  edition: 'charte',
  area: 'territoire',
  size: 'taille',
  standing: 'situation',
  theme: 'theme',
  since: 'depuis',
  until: 'jusque',
} as const;

const SIZE_CODES = {
  'under-500': 'moins-de-500',
  '500-to-1999': '500-a-1999',
  '2000-to-9999': '2000-a-9999',
  '10000-to-49999': '10000-a-49999',
  '50000-and-more': '50000-et-plus',
  grouping: 'intercommunalites',
  unknown: 'inconnue',
} as const satisfies Record<Size, string>;
const STANDING_CODES = {
  majority: 'majorite',
  opposition: 'opposition',
  'not-elected': 'non-elue',
  unknown: 'inconnu',
} as const satisfies Record<Standing, string>;

export const sizeCode = (size: Size): string => SIZE_CODES[size];
export const standingCode = (standing: Standing): string => STANDING_CODES[standing];

/** `usual`: the edition shown to who names none. */
export function observatoryAsked(
  fields: URLSearchParams,
  { editions, usual }: { readonly editions: readonly Edition[]; readonly usual: Edition },
): ObservatoryAsked {
  const said = (name: string) => fields.get(name) ?? '';
  const edition = editions.find(({ id }) => id === said(FIELD.edition)) ?? usual;
  const themes = edition.groupings[0]?.themes ?? [];
  return {
    edition: edition.id,
    area: areaIn(said(FIELD.area)) ?? { kind: 'country' },
    size: SIZES.find((size) => sizeCode(size) === said(FIELD.size)) ?? null,
    standing: STANDINGS.find((standing) => standingCode(standing) === said(FIELD.standing)) ?? null,
    theme: themes.find(({ id }) => id === said(FIELD.theme))?.id ?? null,
    period: { since: dayIn(said(FIELD.since)), until: dayIn(said(FIELD.until)) },
  };
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
    [FIELD.area, area.kind === 'country' ? null : codeOfArea(area)],
    [FIELD.size, size === null ? null : sizeCode(size)],
    [FIELD.standing, standing === null ? null : standingCode(standing)],
    [FIELD.theme, theme],
    [FIELD.since, period.since],
    [FIELD.until, period.until],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** `page`: what follows `/observatoire`, '' for the first one. */
export function observatoryAddress(
  page: string,
  asked: ObservatoryAsked,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(
    [...fieldsOf(asked), ...Object.entries(more)].map(([name, value]) => [name, value]),
  );
  return `/observatoire${page}?${query.toString()}`;
}

export function isFiltered({ area, size, standing, theme, period }: ObservatoryAsked): boolean {
  return area.kind !== 'country' || size !== null || standing !== null || theme !== null || isBounded(period);
}
