/**
 * The sheet that an action has once the file was taken: what the file says, over what is there already. What the file says
 * no more precisely than what is there changes nothing (./project-action.ts).
 */
import type { AmountLine, SheetText } from '#domain/plan/action-sheet.ts';
import { SHEET_ROLES, SHEET_TEXTS } from '#domain/plan/action-sheet.ts';
import type { NamedFunding, NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import { isCovered } from '#domain/plan/exchange/sum-cells.ts';
import type { LineSays } from './line-says.ts';
import type { Projections } from './project-action.ts';

export type Composing = {
  /** Null: the action is new. */
  readonly before: { readonly sheet: NamedSheet; readonly projected: Projections } | null;
  readonly blanks: 'keep' | 'clear';
  /** For a blocked action of which nothing says why. */
  readonly blockedReason: { readonly why: string; readonly unblocks: string } | null;
};

export function composeSheet(says: LineSays, { before, blanks, blockedReason }: Composing): NamedSheet {
  const base = before?.sheet ?? EMPTY;
  const { own, tet } = before?.projected ?? NOTHING_BEFORE;
  /** What is said, unless it is what is there already, or nothing where nothing empties nothing. */
  const take = <Value>(said: Value | undefined, now: Value, as: (says: LineSays) => unknown): Value => {
    if (said === undefined) return now;
    if (isEmpty(said) && blanks === 'keep') return now;
    const isSame = isSaidBy([own, tet], (projected) => sameJson(as(projected) ?? null, said));
    return isSame ? now : said;
  };
  const status = take(says.status, base.status, (one) => one.status);
  const sheet: NamedSheet = {
    title: take(says.title, base.title, (one) => one.title),
    status,
    blocked: status === 'blocked' ? blockedOf(says, { base, blockedReason }) : null,
    priority: take(says.priority, base.priority, (one) => one.priority),
    startsOn: take(says.startsOn, base.startsOn, (one) => one.startsOn),
    endsOn: take(says.endsOn, base.endsOn, (one) => one.endsOn),
    // Nothing said leaves it as it is: an empty cell never makes anything public.
    visibility: says.visibility ?? base.visibility,
    participation: take(says.participation, base.participation, (one) => one.participation),
    texts: fromKeys(SHEET_TEXTS, (text) =>
      withKept(
        take(says.texts[text], base.texts[text], (one) => one.texts[text]),
        text,
        says,
      ),
    ),
    roles: fromKeys(SHEET_ROLES, (role) => take(says.roles[role], base.roles[role], (one) => one.roles[role])),
    amounts: amountsOf(says, { amounts: take(says.amounts, base.amounts, (one) => one.amounts), own, tet, blanks }),
    fundings: fundingsOf(says, {
      fundings: take(says.fundings, base.fundings, (one) => one.fundings),
      own,
      tet,
      blanks,
    }),
    steps: take(says.steps, base.steps, (one) => one.steps),
  };
  return sheet;
}

const EMPTY: NamedSheet = {
  title: '',
  status: null,
  blocked: null,
  priority: null,
  startsOn: null,
  endsOn: null,
  visibility: 'public',
  participation: null,
  texts: fromKeys(SHEET_TEXTS, () => null),
  roles: fromKeys(SHEET_ROLES, () => []),
  amounts: [],
  fundings: [],
  steps: [],
};

function blockedOf(says: LineSays, { base, blockedReason }: Pick<Composing, 'blockedReason'> & { base: NamedSheet }) {
  return {
    why: says.blockedWhy ?? base.blocked?.why ?? blockedReason?.why ?? '',
    unblocks: says.blockedUnblocks ?? base.blocked?.unblocks ?? blockedReason?.unblocks ?? '',
  };
}

/** Words that no typed field holds go after the text, once. */
function withKept(text: string | null, of: SheetText, says: LineSays): string | null {
  return says.kept
    .filter(({ text: kept }) => kept === of)
    .reduce<string | null>((now, { words }) => {
      if (now === null) return words;
      return now.includes(words) ? now : `${now}\n${words}`;
    }, text);
}

type Projected = () => LineSays | null;
type Said = { readonly own: Projected; readonly tet: Projected; readonly blanks: 'keep' | 'clear' };

const NOTHING_BEFORE: { readonly own: Projected; readonly tet: Projected } = { own: () => null, tet: () => null };

/** The second is made only when the first says something else. */
function isSaidBy(projections: readonly Projected[], says: (projected: LineSays) => boolean): boolean {
  return projections.some((make) => {
    const projected = make();
    return projected !== null && says(projected);
  });
}

function amountsOf(says: LineSays, { amounts, own, tet, blanks }: Said & { amounts: readonly AmountLine[] }) {
  return says.sums.reduce((now, { covers, lines }) => {
    if (lines.length === 0 && blanks === 'keep') return now;
    const isSame = isSaidBy([own, tet], (projected) =>
      projected.sums.some((one) => sameJson(one.covers, covers) && sameJson(one.lines, lines)),
    );
    if (isSame) return now;
    return [...now.filter((amount) => !isCovered(amount, covers)), ...lines];
  }, amounts);
}

/** The funders of the columns come first; what was known of them besides, and the other funders, stay. */
function fundingsOf(says: LineSays, { fundings, own, tet, blanks }: Said & { fundings: readonly NamedFunding[] }) {
  const { ranked } = says;
  if (ranked === undefined) return fundings;
  const isSame = isSaidBy(
    [own, tet],
    (projected) => projected.ranked !== undefined && sameJson(projected.ranked, ranked),
  );
  const named = ranked.filter((one) => one !== null);
  if (isSame || (named.length === 0 && blanks === 'keep')) return fundings;
  const taken = new Set<NamedFunding>();
  const first = named.map((funding) => {
    const known = fundings.find((one) => !taken.has(one) && one.funder.name === funding.funder.name);
    if (known === undefined) return funding;
    taken.add(known);
    return { ...known, euros: funding.euros ?? known.euros };
  });
  const rest = fundings.filter((one) => !taken.has(one));
  return [...first, ...(blanks === 'keep' ? rest : rest.slice(Math.max(0, ranked.length - taken.size)))];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fromKeys<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
