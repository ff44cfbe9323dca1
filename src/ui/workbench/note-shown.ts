/** A note on the words of a charter, as one line: what it quotes, or what it says to look at. */
import type { Note } from '#domain/workbench/carried-notes.ts';

export function noteShown(note: Note): string {
  switch (note.kind) {
    case 'target':
      return `« ${note.target.quote} »`;
    case 'legal-mention':
      return `« ${note.mention.quote} »`;
    case 'gap':
      return `« ${note.gap.quote} » : ${note.gap.note}`;
    case 'check':
      return note.check.text;
  }
}
