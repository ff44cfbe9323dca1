/** What a form of answer sends, and how it becomes a position. Without script: every field has its name and its value. */
import type { AgreedStance } from '#domain/pact/agreed-text.ts';
import type { Position } from '#domain/negotiation/position.ts';

/** As typed, to be shown again when it is not kept. */
export type TypedAnswer = {
  readonly item: string;
  readonly version: number;
  readonly stance: string;
  readonly wording: string;
  readonly body: string;
  readonly siren: string;
  readonly observation: string;
};

export function typedAnswer(form: FormData): TypedAnswer {
  return {
    item: textOf(form, 'item'),
    version: wholeNumber(form, 'version'),
    stance: textOf(form, 'stance'),
    wording: textOf(form, 'wording'),
    body: textOf(form, 'body'),
    siren: textOf(form, 'siren'),
    observation: textOf(form, 'observation'),
  };
}

/** Null: the answer was not chosen. A remark has no stance. */
export function positionFrom(typed: TypedAnswer): Position | null {
  const { observation } = typed;
  if (typed.item.startsWith('r')) return { stance: null, wording: null, observation };
  const stance = stanceFrom(typed);
  return stance === null ? null : { stance, wording: typed.wording, observation };
}

function stanceFrom({ stance, body, siren }: TypedAnswer): AgreedStance | null {
  switch (stance) {
    case 'accepted':
    case 'refused':
    case 'excepted':
      return { kind: stance };
    case 'delegated':
      return { kind: 'delegated', body, siren };
    default:
      return null;
  }
}

/** What a form begins with: what the side last said, else yes in the words of the reference. */
export function answerToStart(
  { key, reference }: { readonly key: string; readonly reference: string },
  own: { readonly position: Position | null; readonly version: number } | null,
): TypedAnswer {
  const position = own?.position ?? null;
  const stance = position?.stance ?? null;
  const left = stance?.kind === 'delegated' ? stance : null;
  return {
    item: key,
    version: own?.version ?? 0,
    stance: stance?.kind ?? '',
    wording: position?.wording ?? reference,
    body: left?.body ?? '',
    siren: left?.siren ?? '',
    observation: position?.observation ?? '',
  };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** 0 for anything else. */
export function wholeNumber(form: FormData, name: string): number {
  const value = textOf(form, name);
  return /^\d{1,15}$/.test(value) ? Number(value) : 0;
}
