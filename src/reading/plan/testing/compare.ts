/** What two layouts of one plan must share: everything but offsets, typography of lists and line breaks. For tests only. */
import type { PlanReading } from '#reading/contract.ts';

export function essence(read: PlanReading) {
  return {
    title: squeeze(read.title),
    council: [read.council.date, read.council.item, read.council.rapporteur, read.council.decision].map(squeeze),
    axes: read.axes.map((axis) => [axis.number, squeeze(axis.title), axis.subAxes.map((sub) => squeeze(sub.title))]),
    actions: read.actions.map((action) => ({
      number: action.number,
      printed: action.printedNumber,
      title: squeeze(action.title),
      axis: action.axis,
      subAxis: squeeze(action.subAxis),
      labels: action.labels,
      fields: Object.fromEntries(Object.entries(action.fields).map(([field, text]) => [field, squeeze(text)])),
      amounts: action.amounts.map((amount) => [squeeze(amount.text), amount.euros]),
      dates: action.dates.map((date) => [squeeze(date.text), date.day]),
      related: action.relatedActions,
    })),
  };
}

/** Blank runs as one space, list signs gone. */
function squeeze(text: string | null): string | null {
  return text === null
    ? null
    : text
        .replace(/(?<=^|\s)[>➤•–-]\s?(?=\p{L})/gu, '')
        .replace(/[\s\u00a0]+/gu, ' ')
        .trim();
}

/** Characters of the text, blanks apart, that stand neither in a finding nor in `unread`. */
export function lostCharacters(read: PlanReading): string {
  const covered = new Uint8Array(read.text.length);
  const spans = [...read.axes, ...read.actions, read.council].flatMap((finding) => finding.spans);
  for (const { start, end } of [...spans, ...read.unread]) covered.fill(1, start, end);
  return [...Array(read.text.length).keys()]
    .filter((at) => covered[at] === 0 && /\S/.test(read.text[at] ?? ''))
    .map((at) => read.text[at])
    .join('');
}
