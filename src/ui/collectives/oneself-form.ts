/** What `OneselfFields` sends, and which of its fields a refusal is about. */
import * as words from '#ui/messages/collectives/joining.fr.ts';

export type TypedOneself = {
  readonly ownName: string;
  readonly namePublic: boolean;
  readonly declaration: string;
  readonly accepted: boolean;
};

export const NOTHING_TYPED: TypedOneself = { ownName: '', namePublic: false, declaration: '', accepted: false };

export function oneselfIn(form: FormData): TypedOneself & { readonly charter: string | null } {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, 500) : '';
  };
  const charter = text('charter');
  return {
    ownName: text('own-name'),
    namePublic: form.has('name-public'),
    declaration: text('declaration'),
    accepted: charter !== '',
    charter: charter === '' ? null : charter,
  };
}

/** Null: none of these. */
export function oneselfFieldOf(refusal: { readonly kind: string; readonly field?: string }): string | null {
  if (refusal.field === 'own-name') return 'own-name';
  switch (refusal.kind) {
    case 'nothing-declared':
    case 'elected':
    case 'on-a-list':
      return 'declaration-neither';
    case 'charter-not-accepted':
    case 'charter-changed':
      return 'charter';
    default:
      return null;
  }
}

export const ONESELF_LABELS: Readonly<Record<string, string>> = {
  'own-name': words.OWN_NAME,
  'declaration-neither': words.DECLARE,
  charter: words.CHARTER,
};
