/**
 * The numbers and bullets that Word computes and does not store in the text.
 *
 * A signed pact says "3." only in its numbering part; without it a promise loses its measure. Rules
 * are those of ECMA-376 part 1, section 17.9.
 */
import type { XmlElement } from '../archive/xml.ts';
import { childNamed, childrenNamed, integerAttribute } from '../archive/xml-query.ts';
import { bulletCharacter } from '../blocks/symbol-fonts.ts';
import { formatOrdinal } from '../blocks/number-formats.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  /** Such as `%1.%2)`; for a bullet the bullet itself. */
  readonly text: string;
  readonly font: string | undefined;
  readonly separator: string;
  readonly legal: boolean;
  /** 0: never restarts; n: restarts after level n (from 1); null: after any level above. */
  readonly restart: number | null;
  readonly style: string | undefined;
};

type List = {
  readonly abstractId: string;
  readonly levels: readonly (Level | undefined)[];
  readonly startOverrides: readonly (number | undefined)[];
};

export type Numbering = {
  /** The marker of the next paragraph of that list and level, with its space; `''` when it shows none. */
  next(numId: string, level: number): string;
  /** The level that a paragraph style stands for in its list, 0 when none says. */
  levelOfStyle(numId: string, styleId: string): number;
};

/** @param linkedLists numbering styles: style id → the list that defines it. */
export function readNumbering(part: XmlElement | null, linkedLists: ReadonlyMap<string, string>): Numbering {
  const lists = part === null ? new Map<string, List>() : readLists(part, linkedLists);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    levelOfStyle: (numId, styleId) =>
      Math.max(0, lists.get(numId)?.levels.findIndex((level) => level?.style === styleId) ?? 0),
    next(numId, at) {
      const list = lists.get(numId);
      const level = list?.levels[at];
      if (list === undefined || level === undefined) return '';
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      if (!begun.has(numId)) {
        begun.add(numId);
        list.startOverrides.forEach((start, where) => {
          if (start !== undefined) counts[where] = start - 1;
        });
      }
      counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
      for (let deeper = at + 1; deeper < list.levels.length; deeper += 1) {
        const restart = list.levels[deeper]?.restart ?? null;
        if (restart === null || (restart > 0 && at < restart)) counts[deeper] = undefined;
      }
      return marker(list, at, counts);
    },
  };
}

function marker(list: List, at: number, counts: readonly (number | undefined)[]): string {
  const level = list.levels[at];
  if (level === undefined) return '';
  if (level.format === 'none') return '';
  if (level.format === 'bullet') return level.text === '' ? '' : `${bulletCharacter(level.text, level.font)} `;
  const shown = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const which = Number(digit) - 1;
    const shownLevel = list.levels[which];
    const count = counts[which] ?? shownLevel?.start ?? 1;
    return formatOrdinal(count, level.legal ? 'decimal' : (shownLevel?.format ?? 'decimal'));
  });
  return shown === '' ? '' : shown + level.separator;
}

function readLists(part: XmlElement, linkedLists: ReadonlyMap<string, string>): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(part, 'w:abstractNum').map((e) => [e.attributes['w:abstractNumId'] ?? '', e]),
  );
  const nums = new Map(childrenNamed(part, 'w:num').map((e) => [e.attributes['w:numId'] ?? '', e]));
  const abstractIdOf = (numId: string, hops = 0): string | undefined => {
    const id = childNamed(nums.get(numId), 'w:abstractNumId')?.attributes['w:val'];
    const link = childNamed(abstracts.get(id ?? ''), 'w:numStyleLink')?.attributes['w:val'];
    const linked = link === undefined ? undefined : linkedLists.get(link);
    return linked === undefined || linked === numId || hops > 4 ? id : abstractIdOf(linked, hops + 1);
  };
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    const abstractId = abstractIdOf(numId) ?? '';
    const levels: (Level | undefined)[] = [];
    const startOverrides: (number | undefined)[] = [];
    for (const level of childrenNamed(abstracts.get(abstractId), 'w:lvl'))
      levels[levelNumber(level)] = readLevel(level);
    for (const override of childrenNamed(num, 'w:lvlOverride')) {
      const at = levelNumber(override);
      const replaced = childNamed(override, 'w:lvl');
      if (replaced !== undefined) levels[at] = readLevel(replaced);
      const start = integerAttribute(childNamed(override, 'w:startOverride'), 'w:val');
      if (start !== null) startOverrides[at] = start;
    }
    lists.set(numId, { abstractId, levels, startOverrides });
  }
  return lists;
}

function levelNumber(element: XmlElement): number {
  return Math.min(8, Math.max(0, integerAttribute(element, 'w:ilvl') ?? 0));
}

function readLevel(level: XmlElement): Level {
  const value = (name: string): string | undefined => childNamed(level, name)?.attributes['w:val'];
  const fonts = childNamed(childNamed(level, 'w:rPr'), 'w:rFonts')?.attributes;
  return {
    start: integerAttribute(childNamed(level, 'w:start'), 'w:val') ?? 0,
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    separator: value('w:suff') === 'nothing' ? '' : ' ',
    legal: childNamed(level, 'w:isLgl') !== undefined,
    restart: integerAttribute(childNamed(level, 'w:lvlRestart'), 'w:val'),
    style: value('w:pStyle'),
  };
}
