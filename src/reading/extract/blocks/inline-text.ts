/**
 * The text of one paragraph while it is read, run by run.
 *
 * Struck-through runs stand between `~~` marks: whoever crossed a clause out refused it, and plain
 * text would say the contrary.
 */
export class InlineText {
  #text = '';
  #struck = false;
  #passages = 0;

  add(text: string, struck = false): void {
    if (text === '') return;
    if (struck !== this.#struck && /\S/u.test(text)) {
      this.#mark();
      this.#struck = struck;
      if (struck) this.#passages += 1;
    }
    this.#text += text;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  get struckPassages(): number {
    return this.#passages;
  }

  /** Closes an open mark; call once. */
  finish(): string {
    if (this.#struck) this.#mark();
    this.#struck = false;
    return this.#text;
  }

  /** The mark touches the struck words, the blank stays outside. */
  #mark(): void {
    if (!this.#struck) {
      this.#text += '~~';
      return;
    }
    const trimmed = this.#text.trimEnd();
    this.#text = `${trimmed}~~${this.#text.slice(trimmed.length)}`;
  }
}
