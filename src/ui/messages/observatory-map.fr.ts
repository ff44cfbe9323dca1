/** Words of the map and of its table. */
import {
  FEWEST_COMPARED,
  isOfFew,
  valueOf,
  type MapFigure,
  type MapFigureKind,
  type MapValue,
} from '#domain/observatory/map-figure.ts';
import type { MapClass } from '#ui/observatory/map-shown.ts';
import { count, figure as written } from './format.fr.ts';
import { fineShare, outOf } from './observatory-overview.fr.ts';

export const MAP_TITLE = 'Le pays, département par département';
export const MAP_DESCRIPTION =
  'Carte des départements, outre-mer compris : communes signataires, pactes, communes évaluées, ou une mesure. La même chose en tableau, et les communes de chaque département.';
export const CHOOSE_FIGURE = 'Choisir un autre chiffre, une mesure, une taille';
export const WHICH_FIGURE = 'Chiffre';
export const WHICH_MEASURE = 'Mesure (si le chiffre est « une mesure »)';
export const FIGURE_CHOICE: Readonly<Record<MapFigureKind, string>> = {
  signed: 'communes signataires, sur toutes les communes',
  pacts: 'nombre de pactes',
  assessed: 'communes évaluées, sur les signataires',
  measure: 'pactes qui promettent une mesure',
};
export function figureShown(
  figure: MapFigure,
  measures: readonly { readonly number: number; readonly title: string }[],
): string {
  switch (figure.kind) {
    case 'signed':
      return 'Part des communes qui ont signé au moins un pacte';
    case 'pacts':
      return 'Nombre de pactes';
    case 'assessed':
      return 'Part des communes signataires évaluées';
    case 'measure':
      return `Part des pactes qui promettent la mesure ${figure.measure} : ${measures.find(({ number }) => number === figure.measure)?.title ?? ''}`;
  }
}
export const ABOUT_MAP =
  'Chaque département mène à ses communes. Plus le motif est plein, plus le chiffre est haut ; le tableau dit la même chose en nombres.';
export const GROUPINGS_OFF_MAP =
  'Les intercommunalités signataires n’ont pas de département : elles ne sont pas sur la carte.';
export const MAP_CREDIT_BEFORE = 'Contours :';
export const MAP_CREDIT = 'svg-maps, Victor Cazanave';
export const MAP_CREDIT_LICENCE = 'CC BY 4.0';
export const MAP_CREDIT_AFTER = ', simplifiés ici. L’outre-mer est dessiné en carreaux, sans échelle.';
export const NEAR_PARIS = 'Paris et petite couronne';
export const OVERSEAS = 'Outre-mer';
export const LEGEND = 'Légende';
export const SEE_TABLE = 'La même chose en tableau';
export const TABLE_TITLE = 'Les départements en tableau';
export const TABLE_DESCRIPTION =
  'Département par département, outre-mer compris : communes signataires, pactes, communes évaluées, ou une mesure, avec le nombre et la part. La même chose en carte et en fichier.';
export const SEE_MAP = 'La même chose en carte';
export const COLUMN_DEPARTMENT = 'Département, région';
export const COLUMN_FIGURE = 'Chiffre';

const CLASS_WORD: Readonly<Record<MapClass, string>> = {
  none: 'rien à compter',
  few: 'tirets',
  zero: 'aucun',
  1: 'points',
  2: 'rayures',
  3: 'quadrillage',
  4: 'plein',
};

/** « moins de 10 pactes »: what the share is out of. */
const FEW: Readonly<Record<MapFigureKind, string>> = {
  signed: `moins de ${FEWEST_COMPARED} communes`,
  pacts: '',
  assessed: `moins de ${FEWEST_COMPARED} signataires`,
  measure: `moins de ${FEWEST_COMPARED} pactes`,
};

/** « points : de 1 % à 4 % (24 départements) ». */
export function legendLine(
  line: { readonly class: MapClass; readonly range: readonly [number, number] | null; readonly departments: number },
  { kind }: MapFigure,
): string {
  const many = count(line.departments, 'département', 'départements');
  const isShare = kind !== 'pacts';
  if (line.class === 'few') return `${CLASS_WORD.few} : ${FEW[kind]}, trop peu pour comparer une part (${many})`;
  if (line.range === null) return `${CLASS_WORD[line.class]} (${many})`;
  const [low, high] = line.range.map((value) => (isShare ? fineShare(value) : written(value)));
  return `${CLASS_WORD[line.class]} : ${low === high ? low : `de ${low} à ${high}`} (${many})`;
}

/** « Ain (01) : 12 communes signataires sur 393, 3,1 % ». */
export function departmentLine(
  { code, name, value }: { readonly code: string; readonly name: string; readonly value: MapValue },
  figure: MapFigure,
): string {
  return `${name} (${code}) : ${valueLine(value, figure)}`;
}

const PART_WORD: Readonly<Record<MapFigureKind, readonly [one: string, many: string]>> = {
  signed: ['commune signataire', 'communes signataires'],
  pacts: ['pacte', 'pactes'],
  assessed: ['commune évaluée', 'communes évaluées'],
  measure: ['pacte', 'pactes'],
};

export function valueLine(value: MapValue, figure: MapFigure): string {
  const [one, many] = PART_WORD[figure.kind];
  const share = valueOf(value);
  if (value.whole === null) return count(value.part, one, many);
  if (share === null) return CLASS_WORD.none;
  const said = `${count(value.part, one, many)} sur ${written(value.whole)}`;
  return isOfFew(value) ? `${said}, trop peu pour une part` : `${said}, ${fineShare(share)}`;
}
/** « 12 sur 393 · 3,1 % »; « 2 sur 3 · trop peu ». */
export function valueCell(value: MapValue): string {
  const { part, whole } = value;
  const share = valueOf(value);
  if (whole === null) return written(part);
  if (share === null) return outOf(part, whole);
  return `${outOf(part, whole)} · ${isOfFew(value) ? 'trop peu' : fineShare(share)}`;
}
/** Over the table; '' of a count. */
export function fewLine({ kind }: MapFigure): string {
  return FEW[kind] === '' ? '' : `Sur ${FEW[kind]}, une part tient à une signature près : elle n’est pas comparée.`;
}
