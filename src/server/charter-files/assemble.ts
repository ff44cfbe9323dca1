/** Puts the words of a charter and the notes on them together as one edition. */
import type { Edition, Level, Measure } from '#domain/charter/edition.ts';
import type { CharterWords } from './words-schema.ts';

export function assemble(words: CharterWords): Edition {
  return {
    ...words,
    measures: words.measures.map(assembleMeasure),
    groupings: [],
    annotations: { status: 'proposal', note: '' },
  };
}

function assembleMeasure({ number, title, introduction, levels }: CharterWords['measures'][number]): Measure {
  return {
    number,
    title,
    ...(introduction === undefined ? {} : { introduction }),
    levels: levels.map(assembleLevel),
  };
}

function assembleLevel({
  level,
  label,
  provenance,
  leadIn,
  clauses,
}: CharterWords['measures'][number]['levels'][number]): Level {
  const texts = clauses.map((text, index) => ({ clause: index + 1, text }));
  return {
    level,
    ...(label === undefined ? {} : { label }),
    ...(provenance === undefined ? {} : { provenance }),
    clauses: [...(leadIn === undefined ? [] : [{ clause: 0, text: leadIn }]), ...texts].map((clause) => ({
      ...clause,
      targets: [],
    })),
  };
}
