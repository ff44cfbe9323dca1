/** The numbers that OpenDocument lists show and do not store. Rules: ODF 1.3 part 3, section 5.3. */
import { formatOrdinal } from '../blocks/number-formats.ts';
import { OUTLINE, type OdtStyles } from './odt-styles.ts';

/** One list as it is being read; the lists inside of it share its counts. */
export type OpenList = { readonly style: string | undefined; readonly counts: (number | undefined)[] };

export type ListStart = {
  readonly style: string | undefined;
  readonly id: string | undefined;
  /** `text:continue-numbering`: go on where the last list of this style stopped. */
  readonly continues: boolean;
  /** `text:continue-list`: go on where the list of that id stopped. */
  readonly continuesId: string | undefined;
};

export class ListCounters {
  readonly #styles: OdtStyles;
  readonly #byId = new Map<string, OpenList>();
  readonly #byStyle = new Map<string, OpenList>();
  readonly #outline: OpenList = { style: OUTLINE, counts: [] };

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  open(start: ListStart): OpenList {
    const before =
      this.#byId.get(start.continuesId ?? '') ?? (start.continues ? this.#byStyle.get(start.style ?? '') : undefined);
    const list: OpenList = { style: start.style ?? before?.style, counts: before?.counts ?? [] };
    if (start.id !== undefined) this.#byId.set(start.id, list);
    this.#byStyle.set(list.style ?? '', list);
    return list;
  }

  /** The marker of the next item, with its space; `''` when it shows none. */
  next(list: OpenList, at: { readonly level: number; readonly startValue: number | null }): string {
    const level = this.#styles.listLevel(list.style, at.level);
    if (level === undefined) return list.style === undefined ? '• ' : '';
    const first = level.kind === 'number' ? level.start : 1;
    const before = list.counts[at.level];
    list.counts[at.level] = at.startValue ?? (before === undefined ? first : before + 1);
    list.counts.length = at.level + 1;
    if (level.kind === 'bullet') return `${level.bullet} `;
    const shown = this.#number(list, at.level);
    return shown === '' ? '' : `${shown} `;
  }

  /** @param level 0 for the first outline level. */
  nextHeading(level: number): string {
    return this.#styles.listLevel(OUTLINE, level) === undefined
      ? ''
      : this.next(this.#outline, { level, startValue: null });
  }

  #number(list: OpenList, at: number): string {
    const level = this.#styles.listLevel(list.style, at);
    if (level?.kind !== 'number' || level.format === 'none') return '';
    if (level.pattern !== undefined) {
      return level.pattern.replaceAll(/%(\d+)%/gu, (_, digits: string) => this.#count(list, Number(digits) - 1));
    }
    const counts: string[] = [];
    for (let which = Math.max(0, at - level.shownLevels + 1); which <= at; which += 1) {
      const count = this.#count(list, which);
      if (count !== '') counts.push(count);
    }
    return level.prefix + counts.join('.') + level.suffix;
  }

  #count(list: OpenList, which: number): string {
    const level = this.#styles.listLevel(list.style, which);
    if (level?.kind !== 'number') return '';
    return formatOrdinal(list.counts[which] ?? level.start, level.format);
  }
}
