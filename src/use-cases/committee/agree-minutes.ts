/**
 * Minutes of a meeting: both sides write in one text, and each says yes to its words. With both it is public, its decisions
 * are followed, and nobody changes it any more. Until then it is the committee's alone, whoever said yes.
 */
import { pass, type Act, type Actor } from '#domain/access/gate.ts';
import { otherVoice } from '#domain/committee/committee.ts';
import { agreeing, MINUTES_LIMITS, type Decision, type Minutes } from '#domain/committee/minutes.ts';
import { concernsOf } from '#domain/committee/speaking-voice.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import type { KeptMinutes, Meeting } from '#domain/committee/meeting.ts';
import {
  committeePath,
  enterCommittee,
  recordInCommittee,
  type CannotEnterCommittee,
  type InCommittee,
} from './enter-committee.ts';
import type { AboutMeeting } from './meet.ts';
import { tellCommittee, tellSide } from './tell-committee.ts';

export type CannotWriteMinutes =
  | CannotEnterMinutes
  | BadText
  | { readonly kind: 'meeting-to-come' }
  | { readonly kind: 'too-many-decisions'; readonly most: number }
  | { readonly kind: 'unknown-commitment' }
  | { readonly kind: 'decision-not-a-day'; readonly row: number }
  /** Somebody wrote meanwhile: what they wrote, to be compared with what you typed. */
  | { readonly kind: 'minutes-changed'; readonly now: KeptMinutes };

/** `revision`: the one that the person saw, 0 when nothing was written. Rows of decisions without words are left out. */
export async function writeMinutes(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting & { readonly revision: number; readonly content: Minutes },
  now: Date,
): Promise<Result<{ readonly revision: number }, CannotWriteMinutes>> {
  return await stores.together<{ revision: number }, CannotWriteMinutes>(async (all) => {
    const entered = await enterMinutes(all, actor, { act: 'write-minutes', ...request });
    if (!entered.ok) return entered;
    const { meeting, by } = entered.value;
    if (meeting.startsAt > now) return refuse({ kind: 'meeting-to-come' });
    const content = readMinutes(request.content);
    if (!content.ok) return content;
    const written = { revision: request.revision, content: content.value, by, at: now };
    if (!(await all.committees.meetings.writeMinutes(meeting.id, written))) {
      const there = (await all.committees.meetings.find(request.committee, request.meeting))?.minutes;
      return there === undefined || there === null
        ? refuse({ kind: 'unknown-meeting' })
        : refuse({ kind: 'minutes-changed', now: there });
    }
    const revision = request.revision + 1;
    const says = { meeting: meeting.number, revision };
    await recordInCommittee(all, entered.value, { act: 'write-minutes', says, at: now });
    return accept({ revision });
  });
}

export type CannotAgree =
  Exclude<CannotWriteMinutes, BadText> | { readonly kind: 'no-minutes' } | { readonly kind: 'agreed-by-you' };

/** `revision`: of the words that the person read. */
export async function agreeMinutes(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting & { readonly revision: number },
  now: Date,
): Promise<Result<{ readonly agreed: boolean }, CannotAgree>> {
  return await stores.together<{ agreed: boolean }, CannotAgree>(async (all) => {
    const entered = await enterMinutes(all, actor, { act: 'agree-minutes', ...request });
    if (!entered.ok) return entered;
    const { committee, meeting, voice, by, placeName } = entered.value;
    const { minutes } = meeting;
    if (minutes === null) return refuse({ kind: 'no-minutes' });
    if (minutes.revision !== request.revision) return refuse({ kind: 'minutes-changed', now: minutes });
    if (voice === null) return refuse({ kind: 'not-allowed', act: 'agree-minutes' });
    const before = agreeing(minutes.said, minutes.revision);
    if (before.includes(voice)) return refuse({ kind: 'agreed-by-you' });

    await all.committees.meetings.sayYes(meeting.id, { voice, revision: minutes.revision, person: by, at: now });
    const agreed = before.includes(otherVoice(voice));
    const path = `${committeePath(committee.place)}/seances/${committee.id}-${meeting.number}`;
    const here = { place: placeName, placeKind: committee.place.kind, path } as const;
    if (agreed) {
      const edition = await all.committees.editionHere(committee.place);
      await all.committees.meetings.agree(meeting.id, { at: now, content: minutes.content, edition });
      const content = { kind: 'minutes-agreed', ...here } as const;
      await tellCommittee(all, { committee, content, at: now, but: by });
    } else {
      const content = { kind: 'minutes-to-agree', by: voice, ...here } as const;
      await tellSide(all, { committee, voice: otherVoice(voice), content, at: now });
    }
    const says = { meeting: meeting.number, revision: minutes.revision, voice, agreed };
    await recordInCommittee(all, entered.value, { act: 'agree-minutes', says, at: now });
    return accept({ agreed });
  });
}

export type CannotEnterMinutes =
  | CannotEnterCommittee
  | { readonly kind: 'unknown-meeting' }
  | { readonly kind: 'meeting-cancelled' }
  | { readonly kind: 'minutes-agreed-already' };

/** Through the committee, which must be seen first; then by the state of the minutes themselves. */
export async function enterMinutes(
  all: Stores,
  actor: Actor,
  request: AboutMeeting & {
    readonly act: Extract<Act, 'write-minutes' | 'agree-minutes' | 'settle-committee-decision'>;
  },
): Promise<Result<InCommittee & { readonly meeting: Meeting }, CannotEnterMinutes>> {
  const seen = await enterCommittee(all, actor, { ...request, act: 'see-committee' });
  if (!seen.ok) return seen;
  const meeting = await all.committees.meetings.find(request.committee, request.meeting);
  if (meeting === null) return refuse({ kind: 'unknown-meeting' });
  const { committee, voice } = seen.value;
  const state = (meeting.minutes?.agreedAt ?? null) === null ? 'minutes-open' : 'minutes-agreed';
  const here = { collectives: [committee.collective], places: await all.committees.placesFor(committee.place) };
  const concerns = voice === null ? {} : concernsOf(voice, here);
  const passed = pass(actor, { act: request.act, state, concerns });
  if (!passed.ok) {
    // Whoever could while they were open is told why not now.
    const before = pass(actor, { act: request.act, state: 'minutes-open', concerns }).ok;
    return before ? refuse({ kind: 'minutes-agreed-already' }) : passed;
  }
  if (meeting.cancelledAt !== null) return refuse({ kind: 'meeting-cancelled' });
  return accept({ ...seen.value, role: passed.value, meeting });
}

function readMinutes(typed: Minutes): Result<Minutes, Extract<CannotWriteMinutes, { kind: string }>> {
  const text = readText(typed.text, { field: 'text', most: MINUTES_LIMITS.text });
  if (!text.ok) return text;
  const present = readText(typed.present, { field: 'present', most: MINUTES_LIMITS.present, optional: true });
  if (!present.ok) return present;
  const rows = typed.decisions.map((decision, index) => ({ decision, row: index + 1 }));
  const written = rows.filter(({ decision }) => decision.words.trim() !== '');
  if (written.length > MINUTES_LIMITS.decisions)
    return refuse({ kind: 'too-many-decisions', most: MINUTES_LIMITS.decisions });
  const decisions: Decision[] = [];
  for (const { decision, row } of written) {
    const words = readText(decision.words, { field: `decision-${row}`, most: MINUTES_LIMITS.decision });
    if (!words.ok) return words;
    const who = readText(decision.who, { field: `who-${row}`, most: MINUTES_LIMITS.who, optional: true });
    if (!who.ok) return who;
    if (decision.items.some((item) => commitmentKeyOf(item) === null)) return refuse({ kind: 'unknown-commitment' });
    if (decision.dueOn !== null && !isDay(decision.dueOn)) return refuse({ kind: 'decision-not-a-day', row });
    const items = [...new Set(decision.items)];
    decisions.push({ words: words.value, who: who.value, items, dueOn: decision.dueOn });
  }
  return accept({ text: text.value, present: present.value, decisions });
}
