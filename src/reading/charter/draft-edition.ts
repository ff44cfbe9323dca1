/**
 * A first draft of data/charters/<id>.yaml, made from the text of a charter.
 *
 * A draft and nothing more: a person compares it with the source line by line before it becomes
 * an edition (data/README.md says how). It holds the charter's words, never our notes on them.
 */
import { understandCharter } from './read-charter.ts';
import type { FoundLevel } from './structure.ts';

export type EditionDraft = {
  readonly preamble: readonly string[];
  readonly principles: readonly { readonly letter: string; readonly title: string; readonly text: string }[];
  readonly measures: readonly {
    readonly number: number;
    readonly title: string;
    readonly introduction?: readonly string[];
    readonly levels: readonly {
      readonly level: number;
      readonly label?: string;
      readonly leadIn?: string;
      readonly clauses: readonly string[];
    }[];
  }[];
};

export function draftEdition(text: string): EditionDraft {
  const { lines, principles, measures, say } = understandCharter(text);
  const starts = [...principles, ...measures].flatMap((finding) => finding.spans.map((span) => span.start));
  const first = starts.reduce((least, start) => Math.min(least, start), text.length);
  const draftLevel = ({ level, opening, clauses }: FoundLevel): EditionDraft['measures'][number]['levels'][number] => {
    const leadIn = clauses.find(({ clause }) => clause === 0);
    const label = opening === null ? '' : text.slice(opening.start, opening.end).trim();
    return {
      level,
      // "2" and "N2" say the number and nothing else; "Niveau unique :" says more.
      ...(/\p{L}{3}/u.test(label) ? { label } : {}),
      ...(leadIn === undefined ? {} : { leadIn: say(leadIn.pieces) }),
      clauses: clauses.filter(({ clause }) => clause > 0).map(({ pieces }) => say(pieces)),
    };
  };
  return {
    preamble: lines.filter((line) => line.start < first).map((line) => line.text),
    principles: principles.map(({ letter, title, text: words }) => ({ letter, title: say(title), text: say(words) })),
    measures: measures.map(({ number, title, introduction, levels }) => ({
      number,
      title: say(title),
      ...(introduction.length === 0 ? {} : { introduction: introduction.map(say) }),
      levels: levels.map(draftLevel),
    })),
  };
}
