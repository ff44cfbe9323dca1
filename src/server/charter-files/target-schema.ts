/** The shape of one target in a notes file: where it stands, the words it quotes, and its figures. */
import * as v from 'valibot';
import { COUNTED_UNITS, PERIODS, SUBJECTS } from '#domain/charter/target.ts';
import { placed } from './note-schema.ts';

const positive = v.pipe(v.number(), v.gtValue(0));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const percent = v.pipe(v.number(), v.gtValue(0), v.maxValue(100));
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));
const unit = v.picklist(COUNTED_UNITS);
const period = v.picklist(PERIODS);
const subject = v.picklist(SUBJECTS);

const when = v.variant('kind', [
  v.strictObject({ kind: v.literal('by-year'), year }),
  v.strictObject({ kind: v.literal('in-year'), year }),
  v.strictObject({ kind: v.literal('from-year'), year }),
  v.strictObject({ kind: v.literal('before-year'), year }),
  v.strictObject({ kind: v.literal('during-mandate') }),
  v.strictObject({ kind: v.literal('end-of-mandate') }),
]);

export const targetSchema = v.variant('kind', [
  v.strictObject({ ...placed, kind: v.literal('count'), atLeast: whole, unit }),
  v.strictObject({ ...placed, kind: v.literal('count-per-period'), atLeast: whole, unit, period }),
  v.strictObject({
    ...placed,
    kind: v.literal('one-per-inhabitants'),
    inhabitants: whole,
    unit,
    within: v.picklist(['commune', 'basin']),
  }),
  v.strictObject({ ...placed, kind: v.literal('at-most-one-per-inhabitants'), inhabitants: whole, unit }),
  v.strictObject({ ...placed, kind: v.literal('euros-per-inhabitant'), atLeastEuros: positive, period, subject }),
  v.strictObject({
    ...placed,
    kind: v.literal('area-per-inhabitants'),
    squareMetres: positive,
    inhabitants: whole,
    role: v.picklist(['limit', 'condition']),
    subject,
  }),
  v.strictObject({
    ...placed,
    kind: v.literal('share'),
    percent,
    bound: v.picklist(['at-least', 'equal']),
    subject,
    when: v.nullable(when),
  }),
  v.strictObject({ ...placed, kind: v.literal('share-by-size'), percents: v.array(percent), subject }),
  v.strictObject({ ...placed, kind: v.literal('reduction'), percent, subject, when }),
  v.strictObject({ ...placed, kind: v.literal('multiplication'), factor: positive, subject, withinYears: whole }),
  v.strictObject({ ...placed, kind: v.literal('yearly-increase'), subject }),
  v.strictObject({ ...placed, kind: v.literal('deadline'), when, subject }),
  v.strictObject({ ...placed, kind: v.literal('area-limit'), atMostSquareMetres: positive, subject }),
  v.strictObject({
    ...placed,
    kind: v.literal('size-limit'),
    atMostWidthCentimetres: positive,
    atMostHeightCentimetres: positive,
    subject,
  }),
  v.strictObject({ ...placed, kind: v.literal('speed-limit'), kilometresPerHour: whole }),
  v.strictObject({ ...placed, kind: v.literal('duration'), fromYears: whole, toYears: whole, subject }),
  v.strictObject({ ...placed, kind: v.literal('spending-condition'), moreThanEuros: positive, period, subject }),
  v.strictObject({ ...placed, kind: v.literal('zero'), subject }),
]);
