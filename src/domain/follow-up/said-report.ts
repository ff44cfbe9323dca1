/** Somebody tells the national team that a remark, or a file that something said rests on, should not be seen. */
export type Said = { readonly assessment: number } | { readonly remark: number };

export type NewSaidReport = {
  readonly said: Said;
  /** Null: the words of the remark. */
  readonly document: number | null;
  readonly reason: string;
  readonly at: Date;
};

export type SaidReport = {
  readonly id: number;
  readonly pact: number;
  readonly item: string;
  readonly placeName: string;
  readonly said: Said;
  /** The sentence of the remark or of the assessment. */
  readonly words: string;
  /** Null: it is about the words. */
  readonly file: { readonly document: number; readonly filename: string } | null;
  readonly reason: string;
  readonly reportedAt: Date;
};

/** « assessment 12 », « remark 3 »: what the files of something said are kept for. */
export function saidKey(said: Said): string {
  return 'assessment' in said ? `assessment ${said.assessment}` : `remark ${said.remark}`;
}
