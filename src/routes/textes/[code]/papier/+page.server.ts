import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { dayIn } from '#domain/shared/local-day.ts';
import { formText } from '#server/http/form-text.ts';
import { partyName } from '#ui/messages/agreed-text.fr.ts';
import { bringPaper, type BringPaper, type CannotBring } from '#use-cases/signature/bring-paper.ts';
import { enterInside, insider, refusedAct } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { seen } = await enterInside(event);
  const { signing, state } = seen;
  return {
    text: signing.text,
    code: signing.code,
    state,
    today: dayIn(new Date(), signing.zone),
    frozenOn: dayIn(signing.frozenAt, signing.zone),
    council: signing.text.counterpart.kind === 'council',
    awaited: signing.signatories
      .filter((signatory) => signatory.state === 'invited')
      .map(({ id, name, role, side }) => ({ id, name, role, party: partyName(signing.text, side) })),
  };
};

/** What was signed, when and by whom: kept before any file is sent, so that a file that is refused loses none of it. */
export const actions: Actions = {
  default: async (event) => {
    const { stores, actor, code } = await insider(event);
    const form = await event.request.formData();
    const signedOn = formText(form, 'signedOn', 20);
    const number = formText(form, 'number', 200);
    const kind = form.get('kind') === 'deliberation' ? 'deliberation' : 'paper';
    const signatories = form.getAll('signatory').map((id) => Number(id));
    const request: BringPaper =
      kind === 'paper' ? { code, signedOn, kind, signatories } : { code, signedOn, kind, number };
    const brought = await bringPaper(stores, actor, request, new Date());
    if (!brought.ok) {
      return refusedAct(brought.refusal, {
        typed: { signedOn, number, kind, signatories },
        form: kind,
        field: fieldOf(brought.refusal, kind),
      });
    }
    redirect(303, `/textes/${code}/papier/${String(brought.value.paper)}`);
  },
};

function fieldOf({ kind }: CannotBring, form: 'paper' | 'deliberation'): string | null {
  switch (kind) {
    case 'not-a-day':
    case 'day-to-come':
    case 'before-the-text':
      return `${form}-day`;
    case 'bad-number':
      return 'number';
    case 'nobody-signed-it':
    case 'signed-otherwise':
    case 'unknown-signatory':
      return 'who';
    default:
      return null;
  }
}
