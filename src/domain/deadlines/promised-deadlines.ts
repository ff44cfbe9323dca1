/** The deadlines of one pact: those of the charter in the clauses that were taken, and those that its own words give. */
import type { Clause, Measure } from '../charter/edition.ts';
import type { When } from '../charter/target.ts';
import { clauseSigned } from '../pact/clause-signed.ts';
import type { SignedLevel } from '../pact/commitment.ts';
import type { Stance } from '../pact/stance.ts';
import { lastDayOf, type Deadline, type MandateEnd } from './deadline.ts';
import { writtenTerms, type WrittenTerm, type WrittenWhen } from './written-terms.ts';

export type DatedPact = {
  readonly id: number;
  readonly publishedAt: Date;
  readonly list: string | null;
  readonly edition: string;
  readonly term: { readonly from: number; readonly to: number };
  /** Null: nobody knows the day. */
  readonly signedOn: string | null;
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
  const counted = { ...mandate, from: pact.term.from, signedOn: pact.signedOn };
  const measures = pact.commitments.flatMap(({ measure, levels }) =>
    levels.filter(({ stance }) => isTaken(stance)).flatMap((level) => levelDeadlines(measure, level)),
  );
  const locals = pact.locals.flatMap(({ id, text }) =>
    writtenTerms(text).flatMap((found, index) => ofWords(`l${id}`, found, `w:${pact.id}:l${id}:${index}`)),
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
        return writtenTerms(signed.text).flatMap((found, index) => ofWords(`m${measure}`, found, `w:${key}:${index}`));
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
          from: lastDayOf(when, counted).from,
          list: pact.list,
        },
      }));
    });
  }

  /** A day before the mandate is told of the past: « les logements bâtis avant 2015 ». */
  function ofWords(item: string, { when, quote }: WrittenTerm, key: string): readonly Deadline[] {
    const { from, on } = lastDayOf(when, counted);
    if (Number(on.slice(0, 4)) < pact.term.from) return [];
    const about = { kind: 'pact-words', edition: pact.edition, item, quote, from, list: pact.list } as const;
    return [{ key, ...at(when), settled: false, changedAt: pact.publishedAt, hours: null, about }];
  }

  function at(when: WrittenWhen): Pick<Deadline, 'on' | 'precision'> {
    const { on, precision } = lastDayOf(when, counted);
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
