/** The answer about one pact in one line: what was promised, what was kept, what nobody knows. Each with its denominator. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import { ambitionOf, shareKept, tallyOf, type CountedPromise } from '#domain/follow-up/tally.ts';
import { isPromised, type Promised } from '#domain/follow-up/promised.ts';
import type { Stance } from '#domain/pact/stance.ts';
import * as words from '#ui/messages/commune-done.fr.ts';
import { accordingToAll, type Speaking } from '#ui/messages/follow-up.fr.ts';
import { signatory } from '#ui/messages/pact.fr.ts';

type Fact = { readonly figure: string; readonly words: string; readonly unknown?: boolean };
export type PactAnswer = {
  /** Where several lists signed. */
  readonly name: string | null;
  readonly facts: readonly Fact[];
  /** What is counted apart, and by which method; '' when there is nothing of it. */
  readonly apart: string;
};

type Done = {
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly before: boolean;
  readonly on: string;
  readonly saidAs: Role;
};
export type AnsweredPact = {
  readonly listName: string | null;
  readonly leader: string | null;
  readonly publishedAt: Date;
  readonly state: Speaking['state'];
  readonly principles: readonly { readonly letter: string; readonly stance: Stance }[];
  readonly localCommitments: readonly { readonly id: number }[];
  readonly commitments: readonly (Promised & { readonly measure: number })[];
  readonly done: readonly Done[];
};

/** `of`: how many pacts stand on the page. */
export function pactAnswer(
  pact: AnsweredPact,
  {
    edition,
    of,
    today,
    place = 'municipality',
  }: {
    readonly edition: Pick<Edition, 'measures'> | null;
    readonly of: number;
    readonly today: string;
    readonly place?: Speaking['place'];
  },
): PactAnswer {
  const promises = countedPromises(pact);
  const collective = tallyOf(promises, { voice: 'collective', today });
  const townHall = tallyOf(promises, { voice: 'town-hall', today });
  const speaking = { place, state: pact.state, list: pact.listName };
  const told = [
    {
      tally: collective,
      share: shareKept(collective),
      according: accordingToAll(pact.done, { voice: 'collective', speaking }),
    },
    {
      tally: townHall,
      share: shareKept(townHall),
      according: accordingToAll(pact.done, { voice: 'town-hall', speaking }),
    },
  ];
  const signed = promises.filter(isPromised);
  return {
    name: of > 1 ? signatory(pact) : null,
    facts: [
      words.promisedFact(ambitionOf(pact.commitments, edition?.measures ?? pact.commitments), {
        who: signatory(pact),
        principles: pact.principles.filter(isPromised).length,
        local: pact.localCommitments.length,
      }),
      ...words.keptFacts(told, signed.length),
      words.unknownFact({
        signed: signed.length,
        never: signed.filter(({ latest }) => latest.collective === null && latest['town-hall'] === null).length,
        stale: signed.filter((promise) => isStale(promise, today)).length,
        publishedAt: pact.publishedAt,
      }),
    ],
    apart: words.apart(told),
  };
}

/** Measures, principles and local commitments alike. */
export function countedPromises(pact: AnsweredPact): readonly CountedPromise[] {
  const latest = (item: string): CountedPromise['latest'] => {
    const of = (voice: Voice) => {
      const said = pact.done.find((one) => one.item === item && one.voice === voice);
      return said === undefined ? null : { status: said.status, beforeMandate: said.before, lookedOn: said.on };
    };
    return { collective: of('collective'), 'town-hall': of('town-hall') };
  };
  return [
    ...pact.commitments.map(({ measure, stance, levels }) => ({ stance, levels, latest: latest(`m${measure}`) })),
    ...pact.principles.map(({ letter, stance }) => ({ stance, levels: [], latest: latest(`p${letter}`) })),
    ...pact.localCommitments.map(({ id }) => ({
      stance: 'accepted' as const,
      levels: [],
      latest: latest(`l${id}`),
    })),
  ];
}

/** Both voices together: nobody looked for a year. */
function isStale(promise: CountedPromise, today: string): boolean {
  const voices = (['collective', 'town-hall'] as const).filter((voice) => promise.latest[voice] !== null);
  return voices.length > 0 && voices.every((voice) => tallyOf([promise], { voice, today }).stale > 0);
}
