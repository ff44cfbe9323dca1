/** Small plans for tests of views. */
import type { PlanAxis, PlanOverview, PlanRow, RowName } from '#domain/plan/plan-row.ts';

export function planRow(said: Partial<PlanRow> & Pick<PlanRow, 'id'>): PlanRow {
  return {
    number: String(said.id),
    title: `Action ${said.id}`,
    axisPath: [],
    axis: null,
    status: null,
    blocked: null,
    priority: null,
    startsOn: null,
    endsOn: null,
    visibility: 'public',
    leads: [],
    referents: [],
    services: [],
    newsAt: null,
    amounts: [],
    fundings: [],
    forecastEuros: null,
    realEuros: null,
    linked: 0,
    steps: { done: 0, all: 0 },
    version: 1,
    ...said,
  };
}

export function planAxis(said: Partial<PlanAxis> & Pick<PlanAxis, 'id'>): PlanAxis {
  return { parent: null, number: String(said.id), title: `Axe ${said.id}`, description: '', ...said };
}

export function service(name: string): RowName {
  return { kind: 'service', name, entry: null, left: false };
}

/** `size` actions in ten axes, of every status, with dates, money and hostile titles among them. */
export function largePlan(size: number): PlanOverview {
  const axes = Array.from({ length: 10 }, (_, index) => planAxis({ id: index + 1, title: `Axe numéro ${index + 1}` }));
  const statuses = ['planned', 'ongoing', 'done', 'paused', 'abandoned', null] as const;
  const priorities = ['high', 'medium', 'low', null] as const;
  const rows = Array.from({ length: size }, (_, index) => {
    const axis = Math.floor((index * axes.length) / size);
    const year = 2026 + (index % 5);
    return planRow({
      id: index + 1,
      number: `${axis + 1}.${index + 1}`,
      title: index % 97 === 0 ? `<script>alert(${index})</script> & "piège"` : `Rénover l’école numéro ${index + 1}`,
      axis: axis + 1,
      axisPath: [`Axe numéro ${axis + 1}`],
      status: statuses[index % statuses.length] ?? null,
      priority: priorities[index % priorities.length] ?? null,
      startsOn: index % 7 === 0 ? null : `${year}-01-15`,
      endsOn: index % 5 === 0 ? null : `${year + 1}-06-30`,
      leads: [service(`Service ${index % 23}`)],
      services: [service(`Direction ${index % 11}`)],
      newsAt: index % 3 === 0 ? null : new Date(Date.UTC(2028, index % 12, 1)),
      amounts: [
        { direction: 'spending', stage: 'forecast', nature: 'investment', year, euros: 1000 + index, words: '' },
        { direction: 'spending', stage: 'forecast', nature: null, year: null, euros: null, words: '10 000 à 15 000' },
      ],
      forecastEuros: 1000 + index,
      linked: index % 4 === 0 ? 1 : 0,
    });
  });
  return { axes, rows };
}
