/** Small readings for the world of tests: made by hand, so that a test of what is kept does not depend on the reader. */
import type {
  ActionFinding,
  CommitmentFinding,
  LevelFinding,
  PactReading,
  PlanReading,
  Span,
} from '#reading/contract.ts';
import type { Stance } from '#domain/pact/stance.ts';

/** `levels` such as `{ 1: 'refused', 2: 'accepted' }`. */
export type WrittenCommitment = {
  readonly measure: number | null;
  readonly words: string;
  readonly levels?: Readonly<Record<number, Stance>>;
  readonly observations?: readonly string[];
  readonly competentBody?: string;
  readonly confidence?: number;
};

export type WrittenPact = {
  readonly list: string | null;
  readonly leader?: string;
  readonly charter?: string;
  readonly commitments: readonly WrittenCommitment[];
  readonly locals?: readonly { readonly text: string; readonly relatedMeasures: readonly number[] }[];
  readonly unread?: readonly string[];
};

/** Every part is written on a line of its own, and its finding points at that line. */
export function writePact(pact: WrittenPact): PactReading {
  const page = newPage();
  const signatory = page.write(pact.list ?? 'Pacte signé');
  const principles = ['A', 'B', 'C'].map((principle) => ({
    principle,
    stance: 'accepted' as const,
    observations: [],
    spans: [page.write(`Principe ${principle}`)],
  }));
  const commitments = pact.commitments.map((written): CommitmentFinding => {
    const span = page.write(written.words);
    const levels = Object.entries(written.levels ?? {}).map(([level, stance]): LevelFinding => ({
      level: Number(level),
      stance,
      wording: 'same',
      spans: [page.write(`N${level} : ${stance}`)],
      clauses: [{ clause: 1, stance, wording: 'same', spans: [], changes: [] }],
    }));
    const stances = new Set(levels.map((level) => level.stance));
    return {
      measure: written.measure,
      localNumber: written.measure === null ? null : String(written.measure),
      title: written.measure === null ? 'unmatched' : 'exact',
      stance: stances.size === 0 ? 'accepted' : stances.size === 1 ? ([...stances][0] ?? 'accepted') : 'partial',
      levels,
      competentBody: written.competentBody ?? null,
      observations: written.observations ?? [],
      confidence: written.confidence ?? 1,
      reasons: ['titre identique'],
      spans: [span],
    };
  });
  const localCommitments = (pact.locals ?? []).map((local, index) => ({
    localNumber: `${33 + index}`,
    ...local,
    spans: [page.write(local.text)],
  }));
  const unread = (pact.unread ?? []).map((text) => ({ ...page.write(text), text }));
  return {
    kind: 'pact',
    text: page.text(),
    unread,
    warnings: [],
    charter: pact.charter ?? 'pacte-transition-2020',
    signatory: { list: pact.list, leader: pact.leader ?? null, spans: [signatory] },
    principles,
    commitments,
    localCommitments,
  };
}

export type WrittenAction = {
  readonly number: string;
  readonly printedNumber?: string;
  readonly title: string;
  readonly calendar?: string;
  readonly amount?: string;
  readonly relatedActions?: readonly string[];
};

export function writePlan(title: string | null, actions: readonly WrittenAction[]): PlanReading {
  const page = newPage();
  const council = page.write('Conseil municipal du 30 juin 2021, point n° 3');
  const axis = page.write('Axe 1 : Des mobilités pour toutes et tous');
  return {
    kind: 'plan',
    unread: [],
    warnings: [],
    title,
    council: { date: '30 juin 2021', item: '3', rapporteur: null, decision: null, spans: [council] },
    axes: [{ number: '1', title: 'Des mobilités pour toutes et tous', subAxes: [], spans: [axis] }],
    actions: actions.map((written): ActionFinding => ({
      number: written.number,
      printedNumber: written.printedNumber ?? written.number,
      title: written.title,
      axis: '1',
      subAxis: null,
      labels: [],
      fields: {
        context: null,
        description: `Description : ${written.title}`,
        objectives: null,
        leads: 'Service mobilités',
        means: written.amount ?? null,
        calendar: written.calendar ?? null,
        method: null,
        indicators: null,
      },
      amounts: written.amount === undefined ? [] : [{ text: written.amount, euros: null, spans: [] }],
      dates: [],
      relatedActions: written.relatedActions ?? [],
      spans: [page.write(`Fiche ${written.number} : ${written.title}`)],
    })),
    text: page.text(),
  };
}

function newPage(): { write(line: string): Span; text(): string } {
  let written = '';
  return {
    write(line) {
      const start = written.length;
      written += `${line}\n`;
      return { start, end: start + line.length };
    },
    text: () => written,
  };
}
