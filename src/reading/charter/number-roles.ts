/**
 * Which numbered lines open a measure, which open a level, which are neither.
 *
 * In the Pacte pour la Transition "1 ", "2 ", "3 " open levels exactly as they open measures, and
 * no line alone tells which. The whole sequence does: measures count up from one end of the
 * document to the other, levels count up inside a measure. So every reading of the sequence gets
 * a cost (a number skipped, a number left unexplained, a count that starts again) and the
 * cheapest one wins: dynamic programming over the numbered lines, with a bounded set of states,
 * once for each way in which the document dresses its numbers.
 */
export type NumberedLine =
  | { readonly kind: 'level'; readonly level: number }
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly style: string;
      readonly explicit: boolean;
      readonly weak: boolean;
    };

export type NumberRole = 'measure' | 'level' | 'text';

const COST = {
  /** A numbered line that is neither measure nor level. */
  unexplained: 1,
  /** Same, for what no list nor sentence writes by accident ("Mesure 7 :"). */
  unexplainedExplicit: 2,
  /** Same, when the sentence goes on in lower case ("2 ou 3 ans"). */
  unexplainedWeak: 0.1,
  weak: 1.5,
  skippedMeasures: 0.5,
  lateStart: 0.5,
  /** The count of measures starts again: a table of contents came before. */
  restart: 3,
  outOfOrder: 3,
  outOfOrderExplicit: 0.4,
  level: 0.05,
  skippedLevels: 0.6,
} as const;

/** Charters have three levels; a few more are let in before a number stops looking like one. */
const HIGHEST_LEVEL = 5;
/** States kept after each line: the bound that makes the cost linear. */
const KEPT_STATES = 16;

type State = {
  readonly measure: number;
  readonly level: number;
  readonly cost: number;
  readonly role: NumberRole;
  readonly before: State | null;
};

/** One role a line, in order. Cost: lines × styles × a constant. */
export function numberRoles(lines: readonly NumberedLine[]): readonly NumberRole[] {
  const styles = new Set<string>();
  for (const line of lines) {
    if (line.kind === 'level') continue;
    // A document dresses its measures in one way; beyond a few ways, the rest are lists.
    if (styles.size < 12) styles.add(line.style);
  }
  // Where levels are labelled ("N1", "Niveau 2"), a bare number is no level; one lone "Niveau unique" is not enough.
  const labelled = lines.filter((line) => line.kind === 'level').length;
  const bareLevels = labelled * 4 < lines.length;
  let best: State | null = null;
  for (const measureStyle of styles) {
    const last = cheapest(lines, { measureStyle, bareLevels });
    if (best === null || last.cost < best.cost) best = last;
  }
  if (best === null) return lines.map((line) => (line.kind === 'level' ? 'level' : 'text'));
  return rolesUpTo(best);
}

function cheapest(
  lines: readonly NumberedLine[],
  { measureStyle, bareLevels }: { readonly measureStyle: string; readonly bareLevels: boolean },
): State {
  let states: readonly State[] = [{ measure: 0, level: 0, cost: 0, role: 'text', before: null }];
  for (const line of lines) {
    const next = new Map<number, State>();
    const reach = (from: State, to: { measure: number; level: number; cost: number; role: NumberRole }): void => {
      const key = to.measure * 16 + to.level;
      const cost = from.cost + to.cost;
      const known = next.get(key);
      if (known === undefined || cost < known.cost) next.set(key, { ...to, cost, before: from });
    };
    for (const state of states) {
      if (line.kind === 'level') {
        reach(state, { measure: state.measure, level: line.level, cost: 0, role: 'level' });
        continue;
      }
      reach(state, { measure: state.measure, level: state.level, cost: unexplained(line), role: 'text' });
      const weak = line.weak ? COST.weak : 0;
      if (line.style === measureStyle) {
        reach(state, { measure: line.number, level: 0, cost: weak + asMeasure(line, state), role: 'measure' });
      }
      if (
        bareLevels &&
        state.measure > 0 &&
        line.number > state.level &&
        line.number <= HIGHEST_LEVEL &&
        !line.explicit
      ) {
        const skipped = line.number === state.level + 1 ? 0 : COST.skippedLevels;
        reach(state, { measure: state.measure, level: line.number, cost: weak + COST.level + skipped, role: 'level' });
      }
    }
    states = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, KEPT_STATES);
  }
  const [last] = states;
  if (last === undefined) throw new Error('a sequence always keeps one state');
  return last;
}

function unexplained(line: Extract<NumberedLine, { kind: 'number' }>): number {
  if (line.explicit) return COST.unexplainedExplicit;
  return line.weak || line.number > 200 ? COST.unexplainedWeak : COST.unexplained;
}

function asMeasure(line: Extract<NumberedLine, { kind: 'number' }>, { measure }: State): number {
  if (line.number === measure + 1) return 0;
  if (measure === 0) return COST.lateStart;
  if (line.number > measure) return COST.skippedMeasures + Math.min(0.4, (line.number - measure) * 0.02);
  if (line.explicit) return COST.outOfOrderExplicit;
  return line.number === 1 ? COST.restart : COST.outOfOrder;
}

function rolesUpTo(last: State): readonly NumberRole[] {
  const roles: NumberRole[] = [];
  for (let state = last; state.before !== null; state = state.before) roles.push(state.role);
  return roles.reverse();
}
