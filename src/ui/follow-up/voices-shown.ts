/** What two voices said of one promise, in words and in order, so that the components only set it. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import { freshness, latestDay } from '#domain/follow-up/freshness.ts';
import { lookedOn, type SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { thumbnailAddress } from '#ui/addresses.ts';
import { evidenceLine, evidenceUrl, HIDDEN_FILE } from '#ui/messages/evidence.fr.ts';
import * as words from '#ui/messages/follow-up.fr.ts';

export type EvidenceShown = {
  readonly line: string;
  /** Null: nothing opens. */
  readonly href: string | null;
  /** It leaves this site. */
  readonly outside: boolean;
  readonly quotation: string | null;
  /** Its small picture, and what one sees on it; null: it is no photograph, or it is out of sight. */
  readonly photo: { readonly thumbnail: string; readonly caption: string } | null;
  /** Where anybody reports a file kept here; null: it is not one, or it is out of sight. */
  readonly report: string | null;
  /** Why its file is out of sight. */
  readonly hidden: string | null;
};

export type SaidShown = {
  readonly id: number;
  readonly state: SaidAssessment['status'];
  readonly before: boolean;
  readonly levels: string;
  readonly sentence: string;
  readonly evidence: readonly EvidenceShown[];
  readonly by: string;
  readonly on: string;
  readonly published: string;
  /** « Toujours exact au … »; null: nobody said so again. */
  readonly still: string | null;
  /** « En réponse au collectif »; null: to nobody. */
  readonly reply: string | null;
  /** Said after what stands above it, of a day before; null: it was not. */
  readonly older: string | null;
  readonly review: number | null;
  readonly method: string;
};

export type VoiceShown = {
  readonly voice: Voice;
  readonly name: string;
  /** Of a list that does not govern. */
  readonly note: string | null;
  readonly said: SaidShown | null;
  readonly earlier: readonly SaidShown[];
  readonly fresh: string;
  readonly unknown: boolean;
  /** What to say when nothing was said. */
  readonly silence: string;
};

export type VoicesShown = {
  readonly voices: readonly [VoiceShown, VoiceShown];
  /** Beside both, once both spoke. */
  readonly gap: string | null;
  /** For the lede of the page. */
  readonly done: string;
  /** The last day anybody looked; null: never. */
  readonly lookedOn: string | null;
};

export type FollowUpFacts = {
  /** Each voice's by the day looked at, latest first. */
  readonly said: readonly SaidAssessment[];
  /** Levels that were promised. */
  readonly promised: readonly number[];
  readonly speaking: words.Speaking;
  /** The day at the place. */
  readonly today: string;
};

export function voicesShown({ said, promised, speaking, today }: FollowUpFacts): VoicesShown {
  const of = (voice: Voice) => said.filter((one) => one.voice === voice);
  const collective = of('collective');
  const townHall = of('town-hall');
  const shown = (voice: Voice, own: readonly SaidAssessment[], other: readonly SaidAssessment[]): VoiceShown => {
    const [last, ...earlier] = own;
    const fresh = freshness(last === undefined ? null : lookedOn(last), today);
    return {
      voice,
      name: words.voiceName(voice, last === undefined ? speaking : words.speakingThen(last, speaking)),
      note: voice === 'town-hall' ? noteOf(last, speaking) : null,
      said: last === undefined ? null : saidShown(last, promised),
      earlier: earlier.map((one) => ({
        ...saidShown(one, promised),
        older: last !== undefined && one.id > last.id ? words.SAID_LATER_OF_BEFORE : null,
      })),
      fresh: capital(words.freshnessWords(fresh)),
      unknown: fresh.kind !== 'fresh',
      silence: silenceOf(voice, other.length > 0),
    };
  };
  const [c, t] = [collective[0], townHall[0]];
  const then = t === undefined ? speaking : words.speakingThen(t, speaking);
  const latest = [c, t].flatMap((one) => (one === undefined ? [] : [{ ...one, lookedOn: lookedOn(one) }]));
  return {
    voices: [shown('collective', collective, townHall), shown('town-hall', townHall, collective)],
    gap: c === undefined || t === undefined ? null : words.gapWords(c, t, then),
    done: words.doneInWords(latest, then),
    lookedOn: latestDay(latest.map((one) => one.lookedOn)),
  };
}

export function saidShown(one: SaidAssessment, promised: readonly number[]): SaidShown {
  return {
    id: one.id,
    state: one.status,
    before: one.beforeMandate,
    levels: words.levelsInWords(promised, one.levels),
    sentence: withHiddenSigns(one.sentence),
    evidence: evidenceShown(one.evidence, { files: `/preuves/e${one.id}`, hidden: one.hidden }),
    by: withHiddenSigns(words.spokenBy(one.saidFor, one.saidAs)),
    on: words.looked(one.assessedOn),
    published: words.published(one.saidAt),
    still: one.confirmedOn === null ? null : words.stillTrue(one.confirmedOn),
    reply: one.answersTo === null ? null : words.IN_REPLY[one.voice],
    older: null,
    review: one.review,
    method: one.method,
  };
}

/** `files`: the address under which its own files are given; empty: they are not. */
export function evidenceShown(
  evidence: readonly EvidenceItem[],
  {
    files,
    hidden = [],
  }: {
    readonly files: string;
    readonly hidden?: readonly { readonly document: number; readonly reason: string }[];
  },
): readonly EvidenceShown[] {
  return evidence.map((item) => {
    const document =
      item.kind === 'photo'
        ? item.document
        : 'where' in item && item.where.kind === 'file'
          ? item.where.document
          : null;
    const taken = hidden.find((one) => one.document === document);
    const url = evidenceUrl(item);
    const file = document === null || taken !== undefined || files === '' ? null : `${files}/${document}`;
    return {
      line: withHiddenSigns(evidenceLine(item)),
      href: taken !== undefined ? null : (url ?? file),
      report: file === null ? null : `${file}/signaler`,
      outside: url !== null,
      quotation: 'quotation' in item && item.quotation !== null ? withHiddenSigns(item.quotation) : null,
      photo:
        item.kind === 'photo' && file !== null
          ? { thumbnail: thumbnailAddress(file), caption: withHiddenSigns(item.caption) }
          : null,
      hidden: taken === undefined ? null : `${HIDDEN_FILE} : ${withHiddenSigns(taken.reason)}`,
    };
  });
}

/** Of a list that does not govern: that it answers, or that it does since what stands there was said. */
function noteOf(last: SaidAssessment | undefined, speaking: words.Speaking): string | null {
  if (speaking.state === 'in-office') return null;
  const then = last === undefined ? speaking : words.speakingThen(last, speaking);
  return then.state === 'in-office' ? words.answersSince(speaking) : words.OUT_OF_OFFICE;
}

function silenceOf(voice: Voice, otherSpoke: boolean): string {
  if (voice === 'collective') return words.COLLECTIVE_SILENT;
  return otherSpoke ? words.TOWN_HALL_UNANSWERED : words.TOWN_HALL_SILENT;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
