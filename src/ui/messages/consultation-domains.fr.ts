/** From which domains the addresses of a consultation come: for moderators, until the count. */
import { count, figure } from './format.fr.ts';

export const DOMAINS = 'D’où viennent les adresses';
export const DOMAINS_DESCRIPTION = 'Les adresses d’une consultation, par domaine, jusqu’au décompte.';
export const DOMAINS_NOTE =
  'Le domaine est celui que quelqu’un achète : s1.exemple.fr et s2.exemple.fr sont à exemple.fr. Aucune adresse n’est gardée, aucune n’est montrée ; le décompte efface aussi les domaines. Les votes déjà retirés n’y sont plus.';
export const NO_DOMAIN = 'Aucune adresse à regarder : personne n’a encore participé, ou le décompte est fait.';
export const COLUMN_DOMAIN = 'Domaine';
export const COLUMN_ADDRESSES = 'Adresses';
export const COLUMN_IN_BURSTS = 'dont afflux';
export const COLUMN_HOSTS = 'Noms derrière le @';
export const COLUMN_FIRST = 'Première';
export const COLUMN_LAST = 'Dernière';
export const OF_EVERYBODY = 'ouvert à tout le monde';
export const CHOOSE = 'Adresses dont retirer les votes';
export const WITHDRAW_CHOSEN = 'Retirer les votes choisis';
export const WITHDRAW_ALL = 'Retirer tous les votes de ce domaine';
export const EVERYBODY_NOTE =
  'N’importe qui ouvre une boîte chez ce fournisseur : ses votes ne se retirent pas tous ensemble. Choisissez.';
export const NEXT = 'Les suivantes';

export function domainsLine(shown: number, all: number): string {
  return shown === all
    ? count(all, 'domaine.', 'domaines.')
    : `Les ${figure(shown)} plus grands, sur ${figure(all)} domaines.`;
}

export function addressesLine(all: number): string {
  return all === 0
    ? 'Aucune adresse de ce domaine, ou leurs votes sont déjà retirés.'
    : count(all, 'adresse confirmée, votes non retirés.', 'adresses confirmées, votes non retirés.');
}

export function addressLine({ id, host }: { readonly id: number; readonly host: string }): string {
  return `Participation ${figure(id)}, …@${host}`;
}
