/** Somebody writes in a consultation: a comment, other words for a part of a measure, a measure that is missing. */
import type { Actor } from '#domain/access/gate.ts';
import type { ConsultedMeasure } from '#domain/consultation/consultation.ts';
import {
  CONTRIBUTION_LIMITS,
  CONTRIBUTIONS_A_DAY,
  spotsIn,
  type Contribution,
} from '#domain/consultation/contribution.ts';
import { sameWords } from '#domain/pact/same-words.ts';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import type { KeptContribution } from '#domain/consultation/kept.ts';
import {
  enterConsultation,
  recordConsultation,
  type CannotEnterConsultation,
  type EnteredConsultation,
} from './enter-consultation.ts';

/** As typed. */
export type ContributionTyped =
  | { readonly kind: 'comment'; readonly measure: number; readonly words: string }
  | {
      readonly kind: 'amendment';
      readonly measure: number;
      readonly spot: string;
      readonly words: string;
      readonly because: string;
    }
  | { readonly kind: 'new-measure'; readonly title: string; readonly words: string; readonly because: string };

export type Contribute = {
  readonly consultation: number;
  readonly said: ContributionTyped;
  /** '' : unsigned. */
  readonly name: string;
  /** To be told of the answer once: the address that was confirmed, typed again, since it was not kept. '' : not told. */
  readonly tell: string;
};

export type CannotContribute =
  | CannotEnterConsultation
  | BadText
  | { readonly kind: 'unknown-consulted-measure' }
  | { readonly kind: 'unknown-spot' }
  | { readonly kind: 'same-words' }
  | { readonly kind: 'too-many-contributions'; readonly most: number }
  | { readonly kind: 'not-an-email' }
  | { readonly kind: 'not-own-address' };

export async function contribute(
  stores: Stores,
  actor: Actor,
  request: Sent & Contribute,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotContribute>> {
  const act = 'contribute';
  return await sentOnce<{ id: number }, CannotContribute>(stores, { actor, act, request, now }, async (all) => {
    const { consultation } = request;
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'share' }, now);
    if (!entered.ok) return entered;
    const { participation } = entered.value;
    const contribution = readContribution(request.said, await all.consultations.measures(consultation));
    if (!contribution.ok) return contribution;
    const name = readText(request.name, { field: 'name', most: CONTRIBUTION_LIMITS.name, optional: true });
    if (!name.ok) return name;
    const toldTo = await readTold(all, { consultation, participation, typed: request.tell });
    if (!toldTo.ok) return toldTo;
    const since = new Date(now.getTime() - DAY);
    if ((await all.consultations.contributedSince(participation, since)) >= CONTRIBUTIONS_A_DAY)
      return refuse({ kind: 'too-many-contributions', most: CONTRIBUTIONS_A_DAY });
    const id = await all.consultations.contribute({
      consultation,
      contribution: contribution.value,
      shownName: name.value === '' ? null : name.value,
      participation,
      toldTo: toldTo.value,
      at: now,
    });
    // Its words stand in its row alone, where they can be withdrawn and unsigned.
    const says = { contribution: id, kind: contribution.value.kind };
    await recordConsultation(all, entered.value, { act, actor, says, at: now });
    return accept({ id });
  });
}

function readContribution(
  said: ContributionTyped,
  measures: readonly ConsultedMeasure[],
): Result<Contribution, CannotContribute> {
  const words = readText(said.words, { field: 'words', most: CONTRIBUTION_LIMITS.words });
  if (!words.ok) return words;
  if (said.kind === 'new-measure') {
    const title = readText(said.title, { field: 'title', most: CONTRIBUTION_LIMITS.title });
    if (!title.ok) return title;
    const because = readText(said.because, { field: 'because', most: CONTRIBUTION_LIMITS.because });
    if (!because.ok) return because;
    return accept({ kind: said.kind, title: title.value, words: words.value, because: because.value });
  }
  const measure = measures.find(({ id }) => id === said.measure);
  if (measure === undefined) return refuse({ kind: 'unknown-consulted-measure' });
  if (said.kind === 'comment') return accept({ kind: said.kind, measure: measure.id, words: words.value });
  const because = readText(said.because, { field: 'because', most: CONTRIBUTION_LIMITS.because });
  if (!because.ok) return because;
  const { spot } = said;
  const base = spotsIn(measure).find((one) => one.spot === spot)?.text;
  if (base === undefined) return refuse({ kind: 'unknown-spot' });
  if (sameWords(base, words.value)) return refuse({ kind: 'same-words' });
  return accept({ kind: said.kind, measure: measure.id, spot, base, words: words.value, because: because.value });
}

async function readTold(
  all: Stores,
  of: { readonly consultation: number; readonly participation: number; readonly typed: string },
): Promise<Result<string | null, CannotContribute>> {
  if (of.typed.trim() === '') return accept(null);
  const email = readEmail(of.typed);
  if (email === null) return refuse({ kind: 'not-an-email' });
  const { consultation, participation } = of;
  const own = await all.consultations.isOwnAddress({ consultation, participation, email });
  return own ? accept(email) : refuse({ kind: 'not-own-address' });
}

export type OfContribution = { readonly consultation: number; readonly contribution: number };
export type CannotChangeContribution = CannotEnterConsultation | { readonly kind: 'unknown-contribution' };

/** Whoever wrote it takes it back: its words are shown no longer, that something was withdrawn is. */
export async function withdrawContribution(
  stores: Stores,
  actor: Actor,
  request: OfContribution,
  now: Date,
): Promise<Result<null, CannotChangeContribution>> {
  return await changeOwn(stores, actor, { ...request, act: 'withdraw-contribution' }, now, async (all, { kept }) => {
    await all.consultations.withdrawContribution(kept.id, now);
  });
}

/** The address to be told at is erased. */
export async function stopBeingTold(
  stores: Stores,
  actor: Actor,
  request: OfContribution,
  now: Date,
): Promise<Result<null, CannotChangeContribution>> {
  return await changeOwn(stores, actor, { ...request, act: 'stop-being-told' }, now, async (all, { kept }) => {
    await all.consultations.stopTelling(kept.id);
  });
}

async function changeOwn(
  stores: Stores,
  actor: Actor,
  request: OfContribution & { readonly act: 'withdraw-contribution' | 'stop-being-told' },
  now: Date,
  work: (all: Stores, of: EnteredConsultation & { readonly kept: KeptContribution }) => Promise<void>,
): Promise<Result<null, CannotChangeContribution>> {
  const { act, consultation, contribution } = request;
  return await stores.together<null, CannotChangeContribution>(async (all) => {
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'share' }, now);
    if (!entered.ok) return entered;
    const kept = await all.consultations.lockContribution({ consultation, id: contribution });
    // Of somebody else: as if it were not there.
    if (kept === null || kept.withdrawn || kept.participation !== entered.value.participation)
      return refuse({ kind: 'unknown-contribution' });
    await work(all, { ...entered.value, kept });
    await recordConsultation(all, entered.value, { act, actor, says: { contribution }, at: now });
    return accept(null);
  });
}

const DAY = 86_400_000;
