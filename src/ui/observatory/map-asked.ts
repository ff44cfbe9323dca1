/** Which figure the map shows, as its address says it. */
import type { Edition } from '#domain/charter/edition.ts';
import { MAP_FIGURES, type MapFigure, type MapFigureKind } from '#domain/observatory/map-figure.ts';
import { numberIn } from '#ui/addresses.ts';

const CODES = {
  signed: 'signataires',
  pacts: 'pactes',
  assessed: 'evalues',
  measure: 'mesure',
} as const satisfies Record<MapFigureKind, string>;

export const MAP_FIELD = { figure: 'chiffre', measure: 'mesure' } as const;
export const mapFigureCode = (kind: MapFigureKind): string => CODES[kind];

/** What it says wrongly, a measure that the charter does not have: the communes that signed. */
export function mapFigureAsked(fields: URLSearchParams, edition: Edition): MapFigure {
  const kind = MAP_FIGURES.find((known) => CODES[known] === fields.get(MAP_FIELD.figure)) ?? 'signed';
  if (kind !== 'measure') return { kind };
  const measure = numberIn(fields.get(MAP_FIELD.measure) ?? '');
  return measure !== null && edition.measures.some(({ number }) => number === measure)
    ? { kind, measure }
    : { kind: 'signed' };
}

export function fieldsOfMap(figure: MapFigure): Readonly<Record<string, string>> {
  return {
    [MAP_FIELD.figure]: CODES[figure.kind],
    ...(figure.kind === 'measure' ? { [MAP_FIELD.measure]: String(figure.measure) } : {}),
  };
}
