/** Roles, how they are confirmed, and why an act about them was refused. */
import type { RequestWay } from '#domain/campaign/role-request.ts';
import type { NamedRole } from '#use-cases/campaign/role-store.ts';

/** « représenter la liste … »: after « Vous demandez à ». */
export function toHold(role: NamedRole): string {
  switch (role.role) {
    case 'list-representative':
      return `représenter la liste « ${role.list} » (${role.place})`;
    case 'municipal-agent':
      return `agir comme agent·e de ${role.place}`;
    case 'elected-official':
      return `agir comme élu·e de ${role.place}`;
    case 'national-team':
      return 'faire partie de l’équipe nationale';
  }
}

/** « représentant·e de la liste … »: a title. */
export function roleTitle(role: NamedRole): string {
  switch (role.role) {
    case 'list-representative':
      return `Représentant·e de la liste « ${role.list} », ${role.place}`;
    case 'municipal-agent':
      return `Agent·e, ${role.place}`;
    case 'elected-official':
      return `Élu·e, ${role.place}`;
    case 'national-team':
      return 'Équipe nationale';
  }
}

/** How a role was confirmed: after its name. */
export const CONFIRMED_BY: Readonly<Record<RequestWay, string>> = {
  'public-address': 'confirmé par un code envoyé à l’adresse publique',
  holder: 'confirmé par une personne qui tenait déjà ce rôle ou agit pour la même mairie',
  'national-team': 'confirmé par l’équipe nationale',
  operator: 'confirmé par l’équipe technique du site',
};
