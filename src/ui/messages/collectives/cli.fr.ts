/** Words of `cli collective`. */
import { dayOf } from '../format.fr.ts';

export const collectiveMessages = {
  summary: 'confirme ou refuse les collectifs demandés',
  usage: 'list | confirm NUMÉRO | decline NUMÉRO --reason "…" | tend [--by NOM]',
  argumentsMissing: 'Dites ce qu’il faut faire : list, confirm NUMÉRO, decline NUMÉRO --reason "…", ou tend.',
  nothing: 'Aucun collectif n’attend d’être confirmé.',
  confirmed: 'Le collectif est confirmé ; ses membres et celles et ceux qui souhaitaient un pacte ici sont prévenus.',
  declined: 'Le collectif n’est pas confirmé ; ses membres lisent pourquoi.',
  line: (one: {
    readonly id: number;
    readonly name: string;
    readonly requestedAt: Date;
    readonly places: readonly { readonly name: string }[];
  }): string =>
    `${String(one.id)}  ${one.name} (${one.places.map(({ name }) => name).join(', ')}), demandé le ${dayOf(one.requestedAt)}`,
  tended: (done: { counted: number; found: number; asleep: number; forgotten: number }): string =>
    `Votes comptés : ${String(done.counted)}. Noms trouvés sur des listes : ${String(done.found)}. Collectifs mis en sommeil : ${String(done.asleep)}. Invitations oubliées : ${String(done.forgotten)}.`,
} as const;
