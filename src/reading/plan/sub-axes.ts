/**
 * The sub-axes of one axis, each named once: "Achats responsables" above a sheet is the "Des achats responsables" of the contents list.
 */
import { foldedLetters, foldedWords } from './fold.ts';
import { STOP_WORDS } from './label-lexicon.ts';

/** Above this many, only the same letters meet: real plans have a handful. */
const FEW = 60;

export class SubAxes {
  readonly #titles = new Map<string, string>();
  readonly #known = new Map<string, string | undefined>();

  get titles(): readonly string[] {
    return [...this.#titles.values()];
  }

  /** Adds a sub-axis unless the same letters are known; its first wording stays. */
  add(title: string): void {
    const letters = foldedLetters(title);
    if (letters === '' || this.#titles.has(letters)) return;
    this.#titles.set(letters, title);
    this.#known.clear();
  }

  /** The known sub-axis that `part` names, in full or shortened. */
  match(part: string): string | undefined {
    const letters = foldedLetters(part);
    const exact = this.#titles.get(letters);
    if (exact !== undefined || this.#titles.size > FEW) return exact;
    if (!this.#known.has(letters)) this.#known.set(letters, this.#shortened(part));
    return this.#known.get(letters);
  }

  #shortened(part: string): string | undefined {
    const words = contentWords(part);
    return this.titles.find((title) => {
      const others = contentWords(title);
      const [few, many] = words.size < others.size ? [words, others] : [others, words];
      return few.size > 0 && [...few].every((word) => many.has(word));
    });
  }
}

function contentWords(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => word.replace(/s$/, '')),
  );
}
