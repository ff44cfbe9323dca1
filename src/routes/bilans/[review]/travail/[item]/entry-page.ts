/** What the page of one promise in a review shows: what was promised, what was said of it, and the form as it stands. */
import { emptyEntry } from '#domain/review/review-entry.ts';
import { pointsToCheck } from '#domain/review/points-to-check.ts';
import { proposedStatus } from '#domain/review/proposed-status.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { isPromised, promisedLevels } from '#domain/follow-up/promised.ts';
import { clauseSigned } from '#domain/pact/clause-signed.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { ReviewedPromise } from '#domain/review/reviewed-pact.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { sealFor } from '#server/follow-up/read-evidence.ts';
import { fromEvidence, type TypedEvidence } from '#ui/follow-up/evidence-form.ts';
import { evidenceShown, saidShown } from '#ui/follow-up/voices-shown.ts';
import { leftOutOf, proposalLine, proposedSentence } from '#ui/messages/reviews/work.fr.ts';
import {
  answersOf,
  formDataOf,
  formOfEntry,
  formTyped,
  type EntryForm,
  type LevelToCheck,
} from '#ui/review-work/entry-form.ts';
import { wayThrough } from '#ui/review-work/rows.ts';
import type { Stores } from '#use-cases/stores.ts';
import type { enterWork } from '../enter.ts';

type Work = Awaited<ReturnType<typeof enterWork>>;

export async function entryPage(work: Work, promise: ReviewedPromise, now: Date) {
  const { stores, person, entries, scratches, edition, rows, pact, nameOf } = work;
  const { item } = promise;
  const today = await dayHere(stores, pact.place, now);
  const levels = levelsToCheck(promise, edition);
  const stored = entries.find((entry) => entry.item === item) ?? null;
  const own = scratches.find((scratch) => scratch.item === item && scratch.person === person.id) ?? null;
  const saved = formOfEntry(stored?.words ?? emptyEntry(today), {
    version: stored?.version ?? 0,
    levels,
    evidence: await evidenceForm(stores, stored?.words.evidence ?? [], person.id),
  });
  const found = own === null ? null : formTyped(formDataOf(own.typed), { levels });
  const form = found ?? saved;
  const versions = stored === null ? [] : await stores.reviews.entryVersions(work.id, item);
  const promised = promisedLevels(promise);
  const { startedFrom } = work.review;
  const last = startedFrom === null ? null : await stores.reviews.published(startedFrom);
  return {
    today,
    form,
    levels,
    promised,
    proposal: proposalFor(form, levels),
    foundAgain: own?.at ?? null,
    // The page tells apart what was saved from what was typed.
    savedVersion: stored?.version ?? 0,
    way: wayThrough(rows, item),
    latest: {
      collective: promise.latest.collective === null ? null : saidShown(promise.latest.collective, promised),
      townHall: promise.latest['town-hall'] === null ? null : saidShown(promise.latest['town-hall'], promised),
    },
    versions: versions.slice(1).map((version) => ({
      version: version.version,
      name: nameOf(version.by),
      at: version.at,
      status: version.words.status,
      sentence: version.words.sentence,
      evidence: evidenceShown(version.words.evidence, { files: '' }).map(({ line, quotation }) => ({
        line,
        quotation,
      })),
    })),
    charter: charterWords(promise, edition),
    lastTime: {
      on: last?.publishedOn ?? null,
      checks: last?.promises.find((one) => one.item === item)?.said?.checks ?? [],
    },
  };
}

/** Levels that were promised, with their points; a promise without levels has none to check. */
export function levelsToCheck(promise: ReviewedPromise, edition: Edition): readonly LevelToCheck[] {
  const key = commitmentKeyOf(promise.item);
  const measure = key?.kind === 'measure' ? edition.measures.find(({ number }) => number === key.measure) : undefined;
  return promise.levels.filter(isPromised).map((taken) => ({
    level: taken.level,
    ...pointsToCheck(measure?.levels.find(({ level }) => level === taken.level)?.checks ?? [], taken),
  }));
}

export function proposalFor(form: EntryForm, levels: readonly LevelToCheck[]) {
  const proposed = proposedStatus({
    levels: levels.map(({ level, checks }) => ({ level, checks: checks.map(({ text }) => text) })),
    answers: answersOf(form, { levels }),
  });
  return proposed === null
    ? null
    : {
        status: proposed.status,
        levels: proposed.levels.map(({ level, status }) => ({ level, status })),
        line: proposalLine(proposed),
        sentence: proposedSentence(proposed),
      };
}

export async function dayHere(stores: Stores, place: Work['pact']['place'], now: Date): Promise<string> {
  return dayIn(now, (await stores.places.facts(place))?.zone ?? 'Europe/Paris');
}

/** Files that stand in it may be carried on with by this member, under their names. */
async function evidenceForm(
  stores: Stores,
  evidence: readonly EvidenceItem[],
  person: string,
): Promise<readonly TypedEvidence[]> {
  return await Promise.all(
    evidence.map(async (proof) => {
      const document =
        proof.kind === 'photo'
          ? proof.document
          : 'where' in proof && proof.where.kind === 'file'
            ? proof.where.document
            : null;
      const file = document === null ? null : await stores.documents.fetch(document);
      const kept = document === null || file === null ? null : { seal: sealFor(document, person), name: file.filename };
      return fromEvidence(proof, kept);
    }),
  );
}

/** The words of the charter, for the levels promised, what was left out of them told; of a principle its text. */
function charterWords(promise: ReviewedPromise, edition: Edition) {
  const key = commitmentKeyOf(promise.item);
  switch (key?.kind) {
    case 'measure': {
      const measure = edition.measures.find(({ number }) => number === key.measure);
      return (measure?.levels ?? []).flatMap(({ level, clauses }) => {
        const taken = promise.levels.find((one) => one.level === level && isPromised(one));
        if (taken === undefined) return [];
        const lines = clauses.map(({ clause, text }) =>
          clauseSigned(taken, clause).kind === 'left-out' ? leftOutOf(text) : text,
        );
        return [{ level, lines }];
      });
    }
    case 'principle': {
      const text = edition.principles.find(({ letter }) => letter === key.letter)?.text ?? '';
      return text === '' ? [] : [{ level: null, lines: [text] }];
    }
    default:
      return [];
  }
}
