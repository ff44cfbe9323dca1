/** Columns of communes and intercommunalités. */
import { said } from './column-words.ts';

export const COMMUNE_WORDS = {
  code_commune: said('Code commune', 'code INSEE : un texte de cinq caractères, zéros compris'),
  nom: said('Nom', 'nom de la commune'),
  code_departement: said('Code du département', 'code INSEE du département'),
  departement: said('Département', 'nom du département'),
  code_region: said('Code de la région', 'code INSEE de la région ; vide pour une collectivité qui n’en a pas'),
  region: said('Région', 'nom de la région'),
  habitants: said('Habitants', 'population municipale ; vide si aucun recensement ne la donne'),
  siren_intercommunalite: said('SIREN de l’intercommunalité', 'EPCI à fiscalité propre ; vide s’il n’y en a pas'),
  intercommunalite: said('Intercommunalité', 'nom de l’EPCI à fiscalité propre'),
  siren_ept: said('SIREN de l’EPT', 'établissement public territorial, dans la métropole du Grand Paris seulement'),
  ept: said('EPT', 'nom de l’établissement public territorial'),
  actuelle: said('Actuelle', 'faux : elle a disparu depuis, par fusion le plus souvent'),
  pactes: said('Pactes', 'nombre de pactes publiés ici pour cette commune'),
  plans: said('Plans', 'nombre de plans publiés ici pour cette commune'),
} as const;

export const GROUPING_WORDS = {
  siren_intercommunalite: said('SIREN', 'numéro SIREN : un texte de neuf chiffres'),
  nom: said('Nom', 'nom de l’intercommunalité'),
  nature: said(
    'Nature',
    'cc communauté de communes, ca d’agglomération, cu communauté urbaine, metropole, metropole-de-lyon, ept établissement public territorial',
  ),
  habitants: said('Habitants', 'population des communes membres'),
  actuelle: said('Actuelle', 'faux : elle a disparu depuis'),
  communes: said('Communes', 'nombre de communes membres aujourd’hui'),
  pactes: said('Pactes', 'nombre de pactes qu’elle a signés elle-même'),
  plans: said('Plans', 'nombre de plans qu’elle a publiés elle-même'),
} as const;
