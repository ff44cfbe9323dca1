/** What is expected of the parameters that the observatory's files have beside those of the API; those of one name mean the same. */
export const FILE_EXPECTED: Readonly<Record<string, string>> = {
  territoire: 'departement=94 ou region=11 ; d-94 et r-11 sont compris aussi',
  theme: 'le code d’un thème de cette charte, tel que dans l’adresse de la page',
  texte: 'modifie',
  alinea: 'le numéro d’un alinéa du niveau, 0 pour sa première phrase',
  ecart: 'excepte ou reformule',
  organisme: 'un numéro SIREN, ou les mots du pacte',
  avant: 'oui',
  lieux: 'signataires, evalues ou avec-bilan',
  chiffre: 'signataires, pactes, evalues ou mesure (avec le numéro d’une mesure de cette charte)',
  avec: 'le code d’une autre édition, comme coorace-2020',
};
