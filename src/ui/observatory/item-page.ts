/** Everything about one measure or principle in one part of the country, each figure with its list. */
import type { Edition } from '#domain/charter/edition.ts';
import { VOICES, type AssessmentStatus, type Voice } from '#domain/follow-up/assessment.ts';
import type { ListedLevel } from '#domain/observatory/listed.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import type { CellFigures } from '#domain/observatory/figures.ts';
import type { ApartFigures } from '#domain/observatory/figures.ts';
import { heading } from '#ui/messages/format.fr.ts';
import type { ObservatoryAsked } from './asked.ts';
import { listAddress } from './listed-address.ts';
import { takenIn, wordsOf, type Linked } from './overview-shown.ts';

export type StanceRow = {
  /** 0: as a whole. */
  readonly level: ListedLevel;
  readonly taken: number;
  readonly stances: readonly { readonly stance: Stance; readonly pacts: Linked }[];
};

export type ItemPage = {
  readonly item: string;
  readonly title: string;
  readonly promised: Linked;
  readonly rows: readonly StanceRow[];
  /** Taken with other words than the charter's; null of a principle. */
  readonly amended: Linked | null;
  readonly clauses: readonly {
    readonly level: number;
    readonly clause: number;
    readonly words: string;
    /** Pacts that take its level; of the title, the measure. */
    readonly taken: number;
    readonly excepted: Linked;
    readonly reworded: Linked;
  }[];
  /** Where its words were changed, its title and whole levels too; `words`: those of the charter. */
  readonly reworded: readonly {
    readonly level: number;
    readonly clause: number;
    readonly words: string;
    readonly reworded: Linked;
  }[];
  readonly bodies: readonly {
    readonly body: string;
    readonly grouping: ApartFigures['bodies'][number]['grouping'];
    readonly promises: Linked;
  }[];
  readonly done: readonly {
    readonly status: AssessmentStatus;
    readonly beforeMandate: boolean;
    readonly voices: Readonly<Record<Voice, Linked>>;
  }[];
  readonly looked: Readonly<Record<Voice, number>>;
};

/** Null: the charter has no such measure or principle. */
export function itemPage({
  edition,
  item,
  asked,
  figures,
  apart,
}: {
  readonly edition: Edition;
  readonly item: string;
  readonly asked: ObservatoryAsked;
  readonly figures: CellFigures;
  readonly apart: ApartFigures;
}): ItemPage | null {
  const measure = edition.measures.find(({ number }) => `m${number}` === item) ?? null;
  const title = measure?.title ?? edition.principles.find(({ letter }) => `p${letter}` === item)?.title;
  if (title === undefined) return null;
  const of = (level: number, stance: Stance): number =>
    figures.stances.find((row) => row.item === item && row.level === level && row.stance === stance)?.pacts ?? 0;
  const levels = [0, ...(measure?.levels.map(({ level }) => level) ?? [])].filter(
    (level): level is ListedLevel => level === 0 || level === 1 || level === 2 || level === 3,
  );
  return {
    item,
    title: heading(title),
    promised: {
      figure: of(0, 'accepted') + of(0, 'partial'),
      href: listAddress(asked, { kind: 'stance', item, level: 0, stance: 'promised' }),
    },
    rows: levels.map((level) => ({
      level,
      taken: of(level, 'accepted') + of(level, 'partial'),
      stances: STANCES.map((stance) => ({
        stance,
        pacts: { figure: of(level, stance), href: listAddress(asked, { kind: 'stance', item, level, stance }) },
      })),
    })),
    amended:
      measure === null
        ? null
        : {
            figure: apart.amended.find((row) => row.measure === measure.number)?.pacts ?? 0,
            href: listAddress(asked, { kind: 'amended', measure: measure.number }),
          },
    clauses: measure === null ? [] : clausesOf(measure, { asked, apart, stances: figures.stances }),
    reworded: measure === null ? [] : rewordedOf(edition, { measure: measure.number, asked, apart }),
    bodies:
      measure === null
        ? []
        : apart.bodies.map(({ body, grouping, promises }) => ({
            body,
            grouping,
            promises: { figure: promises, href: listAddress(asked, { kind: 'body', body, measure: measure.number }) },
          })),
    ...doneOf({ item, asked, done: figures.done }),
  };
}

function clausesOf(
  measure: Edition['measures'][number],
  {
    asked,
    apart,
    stances,
  }: {
    readonly asked: ObservatoryAsked;
    readonly apart: ApartFigures;
    readonly stances: CellFigures['stances'];
  },
): ItemPage['clauses'] {
  const parts = [
    // Said otherwise, it is a part of the measure as the others are.
    ...(apart.clauses.some(({ level }) => level === 0) ? [{ level: 0, clause: 0, text: heading(measure.title) }] : []),
    ...measure.levels.flatMap(({ level, clauses }) => clauses.map(({ clause, text }) => ({ level, clause, text }))),
  ];
  return parts.map(({ level, clause, text }) => {
    const link = (kind: 'excepted' | 'reworded'): Linked => ({
      figure:
        apart.clauses.find((row) => row.apart === kind && row.level === level && row.clause === clause)?.pacts ?? 0,
      href: listAddress(asked, { kind: 'clause', apart: kind, measure: measure.number, level, clause }),
    });
    return {
      level,
      clause,
      words: text,
      taken: takenIn(stances, { item: `m${measure.number}`, level }),
      excepted: link('excepted'),
      reworded: link('reworded'),
    };
  });
}

function rewordedOf(
  edition: Edition,
  {
    measure,
    asked,
    apart,
  }: { readonly measure: number; readonly asked: ObservatoryAsked; readonly apart: ApartFigures },
): ItemPage['reworded'] {
  return apart.clauses
    .filter((row) => row.apart === 'reworded' && row.measure === measure)
    .toSorted((one, other) => one.level - other.level || one.clause - other.clause)
    .map(({ level, clause, pacts }) => ({
      level,
      clause,
      words: wordsOf(edition, { measure, level, clause }),
      reworded: {
        figure: pacts,
        href: listAddress(asked, { kind: 'clause', apart: 'reworded', measure, level, clause }),
      },
    }));
}

/** From kept to broken, then what counts in no share. */
const IN_ORDER = [
  'kept',
  'partly-kept',
  'underway',
  'not-started',
  'broken',
  'cannot-assess',
  'not-competent',
] as const satisfies readonly AssessmentStatus[];

function doneOf({
  item,
  asked,
  done,
}: {
  readonly item: string;
  readonly asked: ObservatoryAsked;
  readonly done: CellFigures['done'];
}): Pick<ItemPage, 'done' | 'looked'> {
  const here = done.filter((row) => row.item === item);
  const byVoice = <Value>(of: (voice: Voice) => Value): Readonly<Record<Voice, Value>> => ({
    collective: of('collective'),
    'town-hall': of('town-hall'),
  });
  const rows = IN_ORDER.flatMap((status) =>
    [false, true].map((beforeMandate) => ({
      status,
      beforeMandate,
      voices: byVoice((voice) => ({
        figure:
          here.find((row) => row.voice === voice && row.status === status && row.beforeMandate === beforeMandate)
            ?.pacts ?? 0,
        href: listAddress(asked, { kind: 'done', item, voice, status, beforeMandate }),
      })),
    })),
  );
  return {
    // What was done before is a line of its own only where somebody said it.
    done: rows.filter(
      ({ beforeMandate, voices }) => !beforeMandate || VOICES.some((voice) => voices[voice].figure > 0),
    ),
    looked: byVoice((voice) => here.filter((row) => row.voice === voice).reduce((sum, { pacts }) => sum + pacts, 0)),
  };
}
