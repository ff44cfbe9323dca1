/**
 * The papers of a meeting about a pact, from what is known today: agenda, what was decided, the state in one page, the dates
 * that come, letters without reply, questions for the council, and lines to write on. Nothing private but what is handed in.
 */
import type { DecisionStanding } from '#domain/committee/decision-state.ts';
import type { Deadline } from '#domain/deadlines/deadline.ts';
import type { FollowUpTally } from '#domain/follow-up/tally.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { councilQuestions, type KitPromise } from '#domain/meeting-kit/council-questions.ts';
import { stateGroups } from '#domain/meeting-kit/state-groups.ts';
import { standingLine } from '#ui/messages/committee/committee.fr.ts';
import { deadlineSource, deadlineTitle, whenLine } from '#ui/messages/deadlines/deadlines.fr.ts';
import * as words from '#ui/messages/meeting-kit.fr.ts';
import type { Speaking } from '#ui/messages/follow-up.fr.ts';
import { day } from '#ui/messages/format.fr.ts';
import type { PlaceKind } from '#ui/messages/town-hall.fr.ts';
import type { Block, Inline, PrintedDocument } from '../document/document.ts';

export type MeetingKit = {
  readonly place: string;
  readonly placeKind: PlaceKind;
  /** YYYY-MM-DD there. */
  readonly today: string;
  /** Where all of it can be read. */
  readonly address: string;
  /** « mardi 3 juin 2029 à 18 h 30, salle du conseil »; null: no meeting in particular. */
  readonly meeting: string | null;
  /** Empty: nobody wrote one. */
  readonly agenda: readonly string[];
  readonly decisions: readonly {
    readonly words: string;
    readonly who: string;
    readonly dueOn: string | null;
    readonly standing: DecisionStanding;
  }[];
  readonly pacts: readonly KitPact[];
  /** Soonest first; those of the next six months. */
  readonly deadlines: readonly Deadline[];
  readonly letters: readonly { readonly title: string; readonly sentOn: string; readonly days: number }[];
  readonly questions: readonly { readonly words: string; readonly about: string | null; readonly askedOn: string }[];
};

export type KitPact = {
  /** Who answers for it: named, never « la mairie » where a list in opposition or an intercommunality signed. */
  readonly speaking: Speaking;
  readonly promises: readonly KitPromise[];
  readonly tallies: Readonly<Record<Voice, FollowUpTally>>;
};

/** Longer lists say how many are left out: it is read in an evening. */
const MOST = { decisions: 12, deadlines: 12, letters: 10, questions: 15, fromState: 12, differences: 5 } as const;

export function meetingKit(kit: MeetingKit): PrintedDocument {
  const { place, today, address, meeting } = kit;
  return {
    title: words.kitTitle(place),
    subtitle: words.kitSubtitle(place, today, meeting),
    footer: words.kitFooter(address, today),
    madeAt: new Date(`${today}T00:00:00Z`),
    blocks: [
      heading(1, words.AGENDA),
      list(kit.agenda.length === 0 ? words.USUAL_AGENDA : kit.agenda),
      heading(1, words.DECIDED),
      ...decided(kit),
      heading(1, words.STATE),
      ...(kit.pacts.length === 0 ? [paragraph(words.NO_PACT)] : kit.pacts.flatMap((pact) => state(pact, today))),
      { kind: 'page-break' },
      heading(1, words.NEAR),
      ...near(kit.deadlines),
      heading(1, words.LETTERS),
      ...(kit.letters.length === 0
        ? [paragraph(words.NO_LETTER)]
        : cut(
            kit.letters.map(({ title, sentOn, days }) => words.letterLine(title, sentOn, days)),
            MOST.letters,
          )),
      heading(1, words.QUESTIONS),
      ...questions(kit),
      heading(1, words.NOTES),
      { kind: 'writing-lines', label: words.DECISIONS_TAKEN, lines: 12 },
      ...(kit.pacts.length === 0 ? [] : [{ kind: 'page-break' } as const, heading(1, words.DETAIL)]),
      ...kit.pacts.flatMap(detail),
    ],
  };
}

/** What is still to do comes first: it is what the meeting is about. */
function decided({ decisions, placeKind }: MeetingKit): readonly Block[] {
  if (decisions.length === 0) return [paragraph(words.NOTHING_DECIDED)];
  return [
    {
      kind: 'table',
      caption: words.DECIDED_TABLE,
      header: words.DECISION_COLUMNS,
      widths: [3, 1.3, 1, 1.4],
      rows: decisions
        .toSorted((one, other) => Number(one.standing.state !== 'to-do') - Number(other.standing.state !== 'to-do'))
        .slice(0, MOST.decisions)
        .map(({ words: what, who, dueOn, standing }) => [
          text(what),
          text(who === '' ? words.NOBODY : who),
          text(dueOn === null ? words.NO_DAY : day(dueOn)),
          text(standingLine(standing, placeKind)),
        ]),
    },
    ...more(decisions.length - MOST.decisions),
  ];
}

function state({ speaking, promises, tallies }: KitPact, today: string): readonly Block[] {
  const both = promises.filter(({ latest }) => latest.collective !== null && latest['town-hall'] !== null);
  const differ = councilQuestions(promises, today).filter(({ kind }) => kind === 'voices-differ');
  return [
    heading(2, words.stateOf(speaking.list)),
    ...(['collective', 'town-hall'] as const).flatMap((voice): Block[] => [
      heading(3, words.voiceTitle(voice, speaking)),
      paragraph(words.voiceLine(voice, tallies[voice], speaking)),
      {
        kind: 'facts',
        facts: stateGroups(promises, voice).map((group) => ({
          label: words.groupLabel(group),
          inlines: text(words.promisesNamed(group.promises)),
        })),
      },
    ]),
    heading(3, words.DIFFERENCES),
    ...(differ.length > 0
      ? cut(
          differ.map((question) => words.councilQuestion(question, speaking)),
          MOST.differences,
        )
      : [paragraph(both.length === 0 ? words.NOT_COMPARED : words.NO_DIFFERENCE)]),
  ];
}

function detail({ speaking, promises }: KitPact): readonly Block[] {
  return [
    heading(2, words.stateOf(speaking.list)),
    {
      kind: 'table',
      caption: words.STATE_TABLE,
      header: words.stateColumns(speaking),
      widths: [3, 1.5, 1.5],
      rows: promises.map(({ label, latest }) => [
        text(label),
        text(words.saidLine(latest.collective)),
        text(words.saidLine(latest['town-hall'])),
      ]),
    },
  ];
}

function near(deadlines: readonly Deadline[]): readonly Block[] {
  if (deadlines.length === 0) return [paragraph(words.NOTHING_NEAR)];
  return [
    {
      kind: 'table',
      caption: words.NEAR_TABLE,
      header: words.NEAR_COLUMNS,
      widths: [1, 3, 1.5],
      rows: deadlines
        .slice(0, MOST.deadlines)
        .map((one) => [text(whenLine(one)), text(deadlineTitle(one.about)), text(deadlineSource(one.about))]),
    },
    ...more(deadlines.length - MOST.deadlines),
  ];
}

function questions({ questions: open, pacts, today }: MeetingKit): readonly Block[] {
  const asked = open.map(
    ({ words: question, about, askedOn }) =>
      `${about === null ? '' : `${about} : `}${question}${words.askedOn(askedOn)}`,
  );
  const fromState = pacts.flatMap(({ promises, speaking }) =>
    councilQuestions(promises, today).map((question) => words.councilQuestion(question, speaking)),
  );
  if (asked.length + fromState.length === 0) return [paragraph(words.NO_QUESTION)];
  return [
    ...(asked.length === 0 ? [] : [heading(2, words.OPEN_QUESTIONS), ...cut(asked, MOST.questions)]),
    ...(fromState.length === 0 ? [] : [heading(2, words.FROM_STATE), ...cut(fromState, MOST.fromState)]),
  ];
}

function cut(lines: readonly string[], most: number): readonly Block[] {
  return [list(lines.slice(0, most)), ...more(lines.length - most)];
}

function more(left: number): readonly Block[] {
  return left <= 0 ? [] : [paragraph(words.leftOut(left))];
}

function heading(level: 1 | 2 | 3, title: string): Block {
  return { kind: 'heading', level, text: title };
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', inlines: text(words) };
}

function list(lines: readonly string[]): Block {
  return { kind: 'list', ordered: true, items: lines.map(text) };
}

function text(words: string): readonly Inline[] {
  return [{ text: words }];
}
