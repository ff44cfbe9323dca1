/** What a column of a plan's spreadsheet can say. The names of columns are elsewhere: ./columns.ts writes, reading finds. */
import { SHEET_TEXTS, type SheetRole, type SheetText } from '../action-sheet.ts';

/** Texts are columns under their own name; `participation` is how far, `participationWords` what was written of it. */
export const LINE_FIELDS = [
  'id',
  'number',
  'axisNumber',
  'axis',
  'subAxisNumber',
  'subAxis',
  'subSubAxisNumber',
  'subSubAxis',
  'axisDescription',
  'title',
  'status',
  'blockedWhy',
  'blockedUnblocks',
  'priority',
  'startsOn',
  'endsOn',
  'visibility',
  'leads',
  'referents',
  'services',
  'structures',
  'partners',
  'context',
  'description',
  'objectives',
  'governance',
  'means',
  'calendar',
  'method',
  'participation',
  'participationWords',
  'indicators',
  'funding',
  'amounts',
  'fundings',
  'steps',
  // What other layouts say in columns of their own.
  'forecastSpending',
  'forecastInvestment',
  'forecastOperation',
  'realSpending',
  'forecastReceipts',
  'funder1',
  'funder1Sum',
  'funder2',
  'funder2Sum',
  'funder3',
  'funder3Sum',
  'subAction',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

export const ROLE_OF_FIELD = {
  leads: 'lead',
  referents: 'referent',
  services: 'service',
  structures: 'structure',
  partners: 'partner',
} as const satisfies Partial<Record<LineField, SheetRole>>;
export type RoleField = keyof typeof ROLE_OF_FIELD;

/** The text that a column of words fills. */
export const TEXT_OF_FIELD = {
  context: 'context',
  description: 'description',
  objectives: 'objectives',
  governance: 'governance',
  means: 'means',
  calendar: 'calendar',
  method: 'method',
  participationWords: 'participation',
  indicators: 'indicators',
  funding: 'funding',
} as const satisfies Partial<Record<LineField, SheetText>>;
export type TextField = keyof typeof TEXT_OF_FIELD;

export function isTextField(field: LineField): field is TextField {
  return field in TEXT_OF_FIELD;
}

export function isRoleField(field: LineField): field is RoleField {
  return field in ROLE_OF_FIELD;
}

/** Every text of a sheet has its column. */
export const TEXTS_HELD: Readonly<Record<SheetText, TextField>> = Object.fromEntries(
  Object.entries(TEXT_OF_FIELD).map(([field, text]) => [text, field]),
) as Record<SheetText, TextField>;
export const ALL_TEXTS = SHEET_TEXTS;
