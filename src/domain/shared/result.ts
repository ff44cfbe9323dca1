/**
 * The outcome of an act that the rules may refuse.
 *
 * A refusal is data (`{ kind, … }`), never a sentence: its French words are in src/ui/messages.
 * Bugs and broken machines are thrown, they never travel in a Result.
 */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
