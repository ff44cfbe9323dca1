/** Which figure the map shows, as its address says it. */
import type { Edition } from '#domain/charter/edition.ts';
import { MAP_FIGURES, type MapFigure, type MapFigureKind } from '#domain/observatory/map-figure.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
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

/** What of it means nothing: an unknown figure, a measure that the charter does not have, a measure beside another figure. */
export function mapFigureFaults(fields: URLSearchParams, edition: Edition): readonly Fault[] {
  const [said, measure] = [fields.get(MAP_FIELD.figure), fields.get(MAP_FIELD.measure)];
  if (said !== null && !MAP_FIGURES.some((known) => CODES[known] === said)) {
    return [{ parameter: MAP_FIELD.figure, fault: 'misunderstood' }];
  }
  const figure = mapFigureAsked(fields, edition);
  if (said === CODES.measure && figure.kind !== 'measure')
    return [{ parameter: MAP_FIELD.measure, fault: 'misunderstood' }];
  return measure !== null && figure.kind !== 'measure'
    ? [{ parameter: MAP_FIELD.measure, fault: 'not-counted-here' }]
    : [];
}

export function fieldsOfMap(figure: MapFigure): Readonly<Record<string, string>> {
  return {
    [MAP_FIELD.figure]: CODES[figure.kind],
    ...(figure.kind === 'measure' ? { [MAP_FIELD.measure]: String(figure.measure) } : {}),
  };
}
