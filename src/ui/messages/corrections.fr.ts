/** Words about a reading that was corrected, or a pact or plan that was withdrawn: the signed text itself never changes. */
import type { Role } from '#domain/access/gate.ts';
import { a as at, dayOf } from './format.fr.ts';

export const CORRECTED_TITLE = 'Lecture corrigée';

/** "Notre lecture de ce document a été corrigée le 3 mai 2026. Motif : …" */
export function sayCorrected(correction: { readonly at: Date; readonly reason: string }): string {
  return `Notre lecture de ce document a été corrigée le ${dayOf(correction.at)}. Motif : ${sentence(correction.reason)}`;
}

export const SIGNED_TEXT_UNCHANGED: Readonly<Record<'pact' | 'plan', string>> = {
  pact: 'Le texte signé n’a pas changé : seule notre lecture a changé. Ce que nous montrions avant reste téléchargeable.',
  plan: 'Le document publié n’a pas changé : seule notre lecture a changé. Ce que nous montrions avant reste téléchargeable.',
};
export const EARLIER_READINGS = 'les lectures précédentes';

export function sayWithdrawn(
  what: 'pact' | 'plan',
  { at: instant, reason, placeName }: { readonly at: Date; readonly reason: string; readonly placeName: string },
): string {
  const named = what === 'pact' ? 'Le pacte qui était publié ici' : 'Le plan qui était publié ici';
  return `${named}, ${at(placeName)}, a été retiré le ${dayOf(instant)}. Motif : ${sentence(reason)} Le document d’origine n’a pas changé : il reste gardé, et le journal dit ce qui en était montré.`;
}

export const HISTORY_TITLE = 'Histoire de cette page';

/** "Lecture corrigée le 3 mai 2026 par l’équipe du site. Motif : …" */
export function sayHistory(line: {
  readonly at: Date;
  readonly what: 'published' | 'sealed' | 'corrected' | 'version' | 'adopted';
  readonly by: Role | null;
  readonly reason: string | null;
}): string {
  if (line.what === 'version') return `La mairie a publié une version du plan le ${dayOf(line.at)}.`;
  if (line.what === 'adopted')
    return `La mairie a fait savoir le ${dayOf(line.at)} que le conseil avait adopté ce plan.`;
  if (line.what === 'sealed') return `Signé par tout le monde, scellé et publié le ${dayOf(line.at)}.`;
  const what = line.what === 'published' ? 'Publié' : 'Lecture corrigée';
  const by = line.by === null ? '' : ` ${BY_ROLE[line.by]}`;
  const why = line.reason === null ? '' : ` Motif : ${sentence(line.reason)}`;
  return `${what} le ${dayOf(line.at)}${by}.${why}`;
}

const BY_ROLE: Readonly<Record<Role, string>> = {
  anyone: 'par une personne de passage',
  'draft-holder': 'par une personne qui avait l’adresse du brouillon',
  signatory: 'par une personne invitée à signer',
  lead: 'par qui pilote l’action',
  participant: 'par une personne qui participe à une consultation',
  person: 'par une personne inscrite',
  self: 'par une personne inscrite',
  'collective-member': 'par le collectif',
  'collective-coordinator': 'par le collectif',
  'list-representative': 'par la liste',
  'municipal-agent': 'par la mairie',
  'elected-official': 'par un·e élu·e',
  partner: 'par une organisation partenaire',
  'steering-member': 'par le comité de pilotage',
  'national-team': 'par l’équipe nationale',
  operator: 'par l’équipe du site',
  job: 'automatiquement, avec les premiers contenus du site',
};

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
