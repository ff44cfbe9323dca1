/** What opens a part of a pact: a principle, a measure, or a line that speaks for what follows. */
import type { TitleFound } from '#reading/align/title.ts';
import type { GroupKind } from './group-heading.ts';
import type { LineStart } from './line-start.ts';

type Place = {
  /** Index of the line among `lines`. */
  readonly line: number;
  readonly start: number;
  /** Offset where the body begins: after the title. */
  readonly bodyStart: number;
};

export type MeasureHeading = Place & {
  readonly kind: 'measure';
  readonly opening: LineStart;
  /** Null when the line is printed like a heading and no title is recognised. */
  readonly found: TitleFound | null;
};

export type PrincipleHeading = Place & { readonly kind: 'principle'; readonly letter: string };

/** A line that speaks for what follows it: « Engagements locaux », « Mesures non retenues ». */
export type GroupHeading = Place & { readonly kind: 'group'; readonly group: GroupKind };

export type Heading = MeasureHeading | PrincipleHeading | GroupHeading;
