/**
 * A promise left to another authority, put to it: a collective asks a grouping whether it takes a measure that a list left to
 * it. Asked, accepted, refused or silent, each with its day; a late answer ends the silence.
 */
export type BodyQuestion = {
  readonly id: number;
  /** SIREN of the grouping asked. */
  readonly grouping: string;
  /** INSEE code of the municipality whose list left it. */
  readonly municipality: string;
  readonly edition: string;
  readonly measure: number;
  /** Null: the measure as a whole. */
  readonly level: number | null;
  readonly collective: { readonly id: number; readonly name: string };
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly askedOn: string;
  readonly answer: BodyAnswer | null;
};

export type BodyAnswer = {
  readonly kind: 'accepted' | 'refused';
  /** YYYY-MM-DD. */
  readonly on: string;
  /** The body's own words; '' when it gave none. */
  readonly text: string;
  /** Who brought it here. */
  readonly as: 'body' | 'collective' | 'national-team';
};

export type BodyQuestionState =
  | { readonly kind: 'asked'; readonly since: string }
  | { readonly kind: 'silent'; readonly since: string }
  | { readonly kind: 'accepted' | 'refused'; readonly on: string };

/** After two months an administration that did not answer is said to be silent (article L. 231-4 of the code of its relations with the public). */
const SILENT_AFTER_MONTHS = 2;

/** `today`: YYYY-MM-DD at the place. */
export function stateOfQuestion(
  { askedOn, answer }: Pick<BodyQuestion, 'askedOn' | 'answer'>,
  today: string,
): BodyQuestionState {
  if (answer !== null) return { kind: answer.kind, on: answer.on };
  return { kind: today < monthsAfter(askedOn, SILENT_AFTER_MONTHS) ? 'asked' : 'silent', since: askedOn };
}

/** The same day of a later month; the last of it when it is shorter. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10);
}
