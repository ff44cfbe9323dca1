/** The deadlines of one pact: those of the charter in the clauses that were taken, and those that its own words give. */
import type { Clause, Measure } from '../charter/edition.ts';
import type { When } from '../charter/target.ts';
import { clauseSigned } from '../pact/clause-signed.ts';
import type { SignedLevel } from '../pact/commitment.ts';
import type { Stance } from '../pact/stance.ts';
import { lastDayOf, type Deadline, type MandateEnd } from './deadline.ts';
import { writtenYears } from './written-years.ts';

export type DatedPact = {
  readonly id: number;
  readonly publishedAt: Date;
  readonly list: string | null;
  readonly edition: string;
  readonly term: { readonly from: number; readonly to: number };
  readonly commitments: readonly { readonly measure: number; readonly levels: readonly SignedLevel[] }[];
  readonly locals: readonly { readonly id: number; readonly text: string }[];
};

/** `edition` null: it is not among the known charters; its words are not read then, those of the pact are. */
export function promisedDeadlines(
  pact: DatedPact,
  {
    edition,
    mandate,
  }: { readonly edition: { readonly measures: readonly Measure[] } | null; readonly mandate: MandateEnd },
): readonly Deadline[] {
  const measures = pact.commitments.flatMap(({ measure, levels }) =>
    levels.filter(({ stance }) => isTaken(stance)).flatMap((level) => levelDeadlines(measure, level)),
  );
  const locals = pact.locals.flatMap(({ id, text }) =>
    writtenYears(text).map((found, index) => ofWords(`l${id}`, found, `w:${pact.id}:l${id}:${index}`)),
  );
  return [...measures, ...locals];

  function levelDeadlines(measure: number, level: SignedLevel): readonly Deadline[] {
    const clauses =
      edition?.measures.find(({ number }) => number === measure)?.levels.find((one) => one.level === level.level)
        ?.clauses ?? [];
    return clauses.flatMap((clause) => {
      const signed = clauseSigned(level, clause.clause);
      if (signed.kind === 'left-out') return [];
      const key = `${pact.id}:${measure}.${level.level}.${clause.clause}`;
      if (signed.kind === 'own-words')
        return writtenYears(signed.text).map((found, index) => ofWords(`m${measure}`, found, `w:${key}:${index}`));
      return targetsOf(clause).map(({ when, quote }, index) => ({
        key: `c:${key}:${index}`,
        ...at(when),
        settled: false,
        changedAt: pact.publishedAt,
        hours: null,
        about: {
          kind: 'charter-target',
          edition: pact.edition,
          measure,
          level: level.level,
          quote,
          from: lastDayOf(when, mandate).from,
          list: pact.list,
        },
      }));
    });
  }

  function ofWords(item: string, { when, quote }: { when: When; quote: string }, key: string): Deadline {
    const { from } = lastDayOf(when, mandate);
    const about = { kind: 'pact-words', edition: pact.edition, item, quote, from, list: pact.list } as const;
    return { key, ...at(when), settled: false, changedAt: pact.publishedAt, hours: null, about };
  }

  function at(when: When): Pick<Deadline, 'on' | 'precision'> {
    const { on, precision } = lastDayOf(when, mandate);
    return { on, precision };
  }
}

function isTaken(stance: Stance): boolean {
  return stance === 'accepted' || stance === 'partial';
}

function targetsOf(clause: Clause): readonly { readonly when: When; readonly quote: string }[] {
  return clause.targets.flatMap((target) => {
    const when = 'when' in target ? target.when : null;
    return when === null ? [] : [{ when, quote: target.quote }];
  });
}
