/**
 * What we note about the words of a charter, beside them and never in them.
 *
 * Every note quotes the words that it comes from, so that anyone can judge it. Quantities have
 * their own file: target.ts.
 */

/**
 * Something to look at to know whether a level is kept, told to a person who is no expert.
 * `look` says where: a decision of the council or the mayor, a public document, a figure to ask
 * for, a place to go and see.
 */
export type Check = {
  readonly look: CheckLook;
  readonly text: string;
  /** The clauses of the level that it looks at. Absent: the level as a whole. */
  readonly clauses?: readonly number[];
};
export const CHECK_LOOKS = ['decision', 'document', 'figure', 'place'] as const;
export type CheckLook = (typeof CHECK_LOOKS)[number];

/** Law named by a clause. `obligation`: the text says that the law already asks for it. `reference`: it only names it. */
export type LegalMention = { readonly kind: 'obligation' | 'reference'; readonly quote: string };

/** "voir la mesure 1": words of a clause that send to another measure of the same edition. */
export type CrossReference = { readonly measure: number; readonly quote: string };

/** Words that refer to something the text does not give. `note` says what is missing, in French. */
export type Gap = { readonly quote: string; readonly note: string };
