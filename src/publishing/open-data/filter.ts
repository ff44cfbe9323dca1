/**
 * What one may ask of a resource, as it stands in an address: each filter is a schema from the text that was typed to the
 * value it means. The description of the API is made from the same schemas. Sentences are not here: what was wrong is
 * said from the name of the filter (#ui/messages/api.fr.ts).
 */
import * as v from 'valibot';
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import { MOST_ROWS } from '#domain/open-data/page-size.ts';
import { SIZES, STANDINGS } from '#domain/observatory/cell.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { isDay } from '#domain/shared/local-day.ts';

export type Filter = v.GenericSchema<string, string | number | boolean>;
export type Filters = Readonly<Record<string, Filter>>;
export type Wanted<F extends Filters> = { readonly [Name in keyof F]?: v.InferOutput<F[Name]> };

/** Numbers of the database: 32 bits. */
const LARGEST = 2_147_483_647;

const integer = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}$/u),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
  );

const yesOrNo = v.pipe(
  v.picklist(['oui', 'non']),
  v.transform((said) => said === 'oui'),
);

const yes = v.pipe(
  v.picklist(['oui']),
  v.transform(() => true),
);

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u), v.check(isDay));
const slug = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u));

/** Names are those of the columns that hold the value, or say the thing in French. */
export const FILTER = {
  commune: v.pipe(v.string(), v.regex(/^(?:\d{2}|2[AB])\d{3}$/u)),
  siren: v.pipe(v.string(), v.regex(/^\d{9}$/u)),
  departement: v.pipe(v.string(), v.regex(/^(?:\d{2,3}|2[AB])$/u)),
  region: v.pipe(v.string(), v.regex(/^\d{2}$/u)),
  taille: v.picklist(SIZES),
  situation: v.picklist(STANDINGS),
  slug,
  number: integer(1, LARGEST),
  measure: integer(1, 999),
  level: integer(1, 3),
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/u)),
  stance: v.picklist(STANCES),
  voice: v.picklist(VOICES),
  status: v.picklist(ASSESSMENT_STATUSES),
  day,
  yesOrNo,
  /** Those alone of which it is true. */
  yes,
  item: v.pipe(v.string(), v.regex(/^(?:m\d{1,3}|p[A-Z]|l\d{1,10})$/u)),
  /** A correspondence: two promises at most in one code. */
  relation: v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
  goal: integer(1, 17),
  /** An event of the follow-up, or a meeting of a committee. */
  event: v.pipe(v.string(), v.regex(/^\d{1,10}(?:-\d{1,5})?$/u)),
} as const satisfies Filters;

/** Of how many rows a page is. */
export const PAGE_SIZE = integer(1, MOST_ROWS);
