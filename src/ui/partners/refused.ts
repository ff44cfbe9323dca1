/** What the form of a partner page shows when it comes back: why it was not accepted, and which of its fields to mend. */
import { sayPartnerRefusal, type PartnerRefusal } from '#ui/messages/partners-forms.fr.ts';

export type RefusedForm = {
  readonly problem: string;
  /** Id of the field; null: none of them. */
  readonly field: string | null;
};

/** `of`: what tells the form from others of its page, as in `Field`. */
export function refusedForm(refusal: PartnerRefusal, of: string | number = ''): RefusedForm {
  const name = nameOf(refusal);
  return { problem: sayPartnerRefusal(refusal), field: name === null ? null : `${name}${of}` };
}

function nameOf(refusal: PartnerRefusal): string | null {
  switch (refusal.kind) {
    case 'text-missing':
    case 'text-too-long':
      return refusal.field;
    case 'bad-website':
      return 'site';
    case 'organisation-known':
      return 'organisation';
    case 'unknown-account':
    case 'represents-already':
    case 'seat-held':
      return 'adresse';
    case 'unknown-measure':
    case 'endorsed-already':
      return 'mesure';
    case 'vote-missing':
    case 'bad-number':
      return 'voix';
    case 'bad-day':
    case 'rule-of-that-day':
      return 'jour';
    case 'bad-documents':
      return 'documents';
    case 'licence-missing':
      return 'licence';
    case 'sheet-empty':
      return 'what';
    default:
      return null;
  }
}
