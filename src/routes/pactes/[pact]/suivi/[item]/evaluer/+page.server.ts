import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass, type Person } from '#domain/access/gate.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { promisedLevels } from '#domain/follow-up/promised.ts';
import { pointsToCheck } from '#domain/review/points-to-check.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { readEvidence, tooMuchEvidence } from '#server/follow-up/read-evidence.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { followUpOf } from '#server/storage/thread-follow-up.ts';
import { typedAssessment, type TypedAssessment } from '#ui/follow-up/assessment-form.ts';
import { slotAsked, typedProofs, withSlot } from '#ui/follow-up/evidence-form.ts';
import { filesShown } from '#ui/follow-up/files-shown.ts';
import { saidShown } from '#ui/follow-up/voices-shown.ts';
import { sayFollowUpRefusal, whereIs, type FollowUpRefusal } from '#ui/messages/follow-up-refusals.fr.ts';
import { voiceName } from '#ui/messages/follow-up.fr.ts';
import { assess, confirmAssessment } from '#use-cases/follow-up/assess.ts';
import { enterFollowUp, voicesOf } from '#use-cases/follow-up/enter-follow-up.ts';
import { promiseAsked, type PromiseAsked } from '../../promise-asked.ts';

type Event = Asking & { readonly params: { readonly pact: string; readonly item: string } };

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { person, voice, asked } = await enter(event);
  const { pact, promised, key, edition, stores, item } = asked;
  const levels = promisedLevels(promised);
  const latest = async (of: Voice) => await stores.assessments.latest({ pact: pact.id, item, voice: of });
  const [own, other, newest] =
    voice === null
      ? [null, null, null]
      : await Promise.all([
          latest(voice),
          latest(voice === 'collective' ? 'town-hall' : 'collective'),
          stores.assessments.newest({ pact: pact.id, item, voice }),
        ]);
  const measure = key.kind === 'measure' ? edition?.measures.find(({ number }) => number === key.measure) : undefined;
  const reviewed = measure === undefined ? null : await stores.reviews.pact(pact.id);
  const signed = reviewed?.promises.find((promise) => promise.item === item)?.levels ?? [];
  const speaking = { place: pact.place.kind, state: pact.state, list: pact.listName };
  return {
    title: asked.title,
    step: asked.step,
    place: { name: asked.place.name },
    back: asked.thread,
    pactName: pact.listName ?? pact.placeName,
    today: asked.today,
    voice,
    voiceName: voice === null ? '' : voiceName(voice, speaking),
    otherName: voice === null ? '' : voiceName(voice === 'collective' ? 'town-hall' : 'collective', speaking),
    inOpposition: pact.state === 'in-opposition',
    hasCollective: pact.collectives.length > 0,
    levels: (measure?.levels ?? []).map((level) => {
      const stance = promised.levels.find((said) => said.level === level.level)?.stance ?? ('unspecified' as const);
      const taken = signed.find((one) => one.level === level.level);
      const points = pointsToCheck(level.checks ?? [], taken ?? { level: level.level, stance, clauses: [] });
      return { level: level.level, promised: stance, text: level.clauses.map(({ text }) => text), ...points };
    }),
    files: await filesToHide(person, asked),
    own: own === null ? null : { shown: saidShown(own, levels), id: own.id },
    /** How many times this voice spoke of it. */
    seen: newest?.said.version ?? 0,
    /** They spoke last: what comes now is an answer, unless one says that it is not. */
    repliesByDefault: other !== null && (own === null || other.id > own.id),
    other: other === null ? null : { shown: saidShown(other, levels), id: other.id },
  };
};

export const actions: Actions = {
  dire: async (event) => {
    const { person, sent: voice, asked } = await enter(event);
    const form = await event.request.formData().catch(() => null);
    // Past what the site takes at once, nothing of it came.
    if (form === null) return fail(413, problem({ kind: 'form-too-big' }, null));
    const now = new Date();
    const { stores, pact, item, today } = asked;
    // Whoever may not speak here keeps no file here either.
    if (voice === null) return fail(403, problem(NOT_THEIRS, typedAssessment(form, typedProofs(form))));
    const entered = await enterFollowUp(stores, person, { pact: pact.id, item, voice });
    if (!entered.ok) {
      return fail(statusOf(entered.refusal), problem(entered.refusal, typedAssessment(form, typedProofs(form))));
    }
    if (tooMuchEvidence(event)) {
      return fail(429, problem({ kind: 'too-many-files' }, typedAssessment(form, typedProofs(form))));
    }
    const { typed: evidence, evidence: read } = await readEvidence(form, { stores, person: person.id, today, now });
    const typed = typedAssessment(form, withSlot(evidence, slotAsked(form)));
    if (slotAsked(form) !== null) return { typed, problem: null, where: null, wrong: null };
    if (typed.status === '') return fail(400, problem({ kind: 'status-missing' }, typed));
    if (!read.ok) return fail(400, problem(read.refusal, typed));
    const other = await stores.assessments.latest({
      pact: pact.id,
      item,
      voice: voice === 'collective' ? 'town-hall' : 'collective',
    });
    const said = await assess(
      stores,
      person,
      {
        pact: pact.id,
        item,
        voice,
        status: typed.status,
        levels: typed.levels,
        beforeMandate: typed.before,
        sentence: typed.sentence,
        evidence: read.value,
        assessedOn: typed.on,
        answersTo: typed.reply && other !== null ? other.id : null,
        seen: typed.seen,
      },
      now,
    );
    if (said.ok) redirect(303, `${asked.thread}#regards`);
    const { refusal } = said;
    // They were shown what was said since: what they say next is said on purpose.
    const again = refusal.kind === 'said-meanwhile' ? { ...typed, seen: refusal.newest.version } : typed;
    return fail(statusOf(refusal), problem(refusal, again));
  },
  confirmer: async (event) => {
    const { person, sent: voice, asked } = await enter(event);
    const form = await event.request.formData();
    const assessment = Number(formText(form, 'evaluation', 10));
    if (voice === null) return fail(403, problem(NOT_THEIRS, null));
    const request = { pact: asked.pact.id, item: asked.item, voice, assessment };
    const confirmed = await confirmAssessment(asked.stores, person, request, new Date());
    if (confirmed.ok) redirect(303, `${asked.thread}#regards`);
    return fail(statusOf(confirmed.refusal), problem(confirmed.refusal, null));
  },
};

const NOT_THEIRS = { kind: 'not-allowed', act: 'assess-as-collective' } as const;

/**
 * `voice`: the one asked for in the address when it is theirs, otherwise the one they have; null: none. `sent`: the one that a
 * form may speak with: what was written for one voice is never said with another.
 */
async function enter(event: Event) {
  const person = await requirePerson(event);
  const asked = await promiseAsked(event.params);
  const voices = voicesOf(person, asked.pact);
  const wanted = event.url.searchParams.get('voix');
  const theirs = voices.find((voice) => voice === wanted) ?? null;
  const own = voices[0] ?? null;
  return { person, asked, voice: theirs ?? own, sent: wanted === null ? own : theirs };
}

/** Of both voices and of remarks, for who may take them out of sight; nothing for anybody else. */
async function filesToHide(person: Person, { db, pact, item }: PromiseAsked) {
  if (!pass(person, { act: 'hide-evidence', state: pact.state }).ok) return [];
  const [followUp] = await followUpOf(db, [{ pact: pact.id, item }]);
  return followUp === undefined ? [] : filesShown(followUp);
}

function problem(refusal: FollowUpRefusal, typed: TypedAssessment | null) {
  return {
    typed,
    problem: sayFollowUpRefusal(refusal),
    where: whereIs(refusal),
    wrong: 'which' in refusal ? refusal.which : null,
  };
}

function statusOf({ kind }: FollowUpRefusal): number {
  if (kind === 'not-allowed') return 403;
  return kind === 'said-meanwhile' || kind === 'not-the-last' ? 409 : 400;
}
