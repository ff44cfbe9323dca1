/** What each resource of open data is, for pages, descriptions of formats and the API. */
export type ResourceWords = {
  readonly title: string;
  /** One line of it is… */
  readonly line: string;
  readonly about: string;
};

export const RESOURCE_WORDS = {
  communes: {
    title: 'Communes',
    line: 'une commune de France',
    about:
      'Toutes les communes, avec ce qu’on suit ici de chacune. Découpage : INSEE et Etalab ; celles qui ont fusionné gardent leur ligne.',
  },
  intercommunalites: {
    title: 'Intercommunalités',
    line: 'un EPCI à fiscalité propre ou un établissement public territorial',
    about: 'Les groupements de communes, avec leurs propres pactes et plans.',
  },
  chartes: {
    title: 'Éditions de chartes',
    line: 'une édition d’une charte',
    about: 'Les textes que les listes signent ou auxquels elles répondent. Une édition publiée ne change plus.',
  },
  mesures: {
    title: 'Mesures et leurs décomptes',
    line: 'une mesure d’une édition, ou un de ses niveaux',
    about:
      'Combien de pactes disent quoi de chaque mesure et de chaque niveau, pour le pays, une région, un département, une taille de commune ou une situation de liste. « pactes » est le dénominateur, « compte_le » la date.',
  },
  listes: {
    title: 'Listes candidates',
    line: 'une liste à une élection municipale',
    about:
      'Les listes connues ici, leurs résultats et ce qu’elles ont signé. De leurs membres, la tête de liste seulement.',
  },
  pactes: {
    title: 'Pactes',
    line: 'un pacte signé',
    about: 'Ce qu’une liste ou un conseil a signé, un jour, face à une édition. Le document signé fait foi.',
  },
  engagements: {
    title: 'Engagements mesure par mesure',
    line: 'un niveau d’une mesure dont un pacte parle',
    about:
      'La position de chaque pacte, niveau par niveau. Une mesure promise sans niveau a une ligne sans « niveau ».',
  },
  alineas: {
    title: 'Alinéas signés',
    line: 'un alinéa comparé à celui de la charte',
    about: 'Les mots signés et ce qu’ils changent à la charte, alinéa par alinéa.',
  },
  principes: {
    title: 'Principes signés',
    line: 'un principe dont un pacte parle',
    about: 'Ce que chaque pacte dit des principes de sa charte.',
  },
  'engagements-locaux': {
    title: 'Engagements locaux',
    line: 'une promesse qui n’est pas dans la charte',
    about: 'Ce qu’une liste a promis en plus, dans ses mots.',
  },
  plans: {
    title: 'Plans d’action',
    line: 'un plan publié d’une mairie ou d’une intercommunalité',
    about: 'Les plans tels qu’ils sont publiés ; rien de ce qui est encore en préparation.',
  },
  actions: {
    title: 'Actions des plans',
    line: 'une fiche action d’un plan publié',
    about: 'Les actions publiques de chaque plan, dans l’ordre du plan.',
  },
  evaluations: {
    title: 'Évaluations',
    line: 'ce qu’une voix a dit un jour d’un engagement',
    about:
      'Le collectif et la mairie disent chacun où en est une promesse. Ce qui a été dit avant reste, avec son rang ; « derniere » marque la parole en cours.',
  },
  remarques: {
    title: 'Remarques',
    line: 'une remarque sous une promesse',
    about:
      'Ce que d’autres que le collectif et la mairie disent d’une promesse. Une remarque masquée garde sa ligne, sans ses mots. Qui en a écrit une peut la retirer, ou son nom : elles ne sont dans aucune copie du jour, qui se garde.',
  },
  bilans: {
    title: 'Bilans publiés',
    line: 'un bilan d’un pacte par un collectif',
    about: 'Chaque bilan avec son total et son dénominateur, tel qu’il a été figé à sa publication.',
  },
  evenements: {
    title: 'Suivi depuis la signature',
    line: 'une réunion, une lettre, une réponse ou une séance du comité',
    about: 'Ce que chaque côté raconte publiquement. Un récit retiré garde sa ligne, sans ses mots.',
  },
  questions: {
    title: 'Questions à d’autres collectivités',
    line: 'une question d’un collectif sur une mesure laissée à une intercommunalité',
    about: 'Ce que des collectifs ont demandé à l’intercommunalité compétente, et ce qu’elle a répondu.',
  },
  indicateurs: {
    title: 'Chiffres des indicateurs',
    line: 'un résultat ou un objectif chiffré, à une date',
    about: 'Les chiffres que les mairies montrent à tous, avec leur unité et leur source.',
  },
  collectifs: {
    title: 'Collectifs locaux',
    line: 'un collectif confirmé',
    about: 'Les collectifs actifs ou en sommeil. De leurs membres, le nombre seulement.',
  },
  consultations: {
    title: 'Consultations',
    line: 'une consultation sur une édition en préparation',
    about:
      'Ce qui est demandé au pays, ou par un collectif pour son édition locale, de quand à quand, et combien ont répondu. Des votes, rien avant le décompte.',
  },
  'resultats-de-consultations': {
    title: 'Résultats des consultations',
    line: 'un choix sur une mesure ou une contribution, une fois les votes décomptés',
    about:
      'Combien ont choisi quoi. Une consultation dit qui veut bien répondre, pas ce que pense le pays ; ses bulletins, sans personne, sont sur sa page.',
  },
  contributions: {
    title: 'Contributions aux consultations',
    line: 'un commentaire, un amendement ou une mesure proposée, avec sa réponse',
    about:
      'Ce que les gens ont écrit. Ce qui est masqué ou retiré garde sa ligne, sans ses mots. Qui a écrit peut retirer ses mots : ils ne sont dans aucune copie du jour, qui se garde.',
  },
  correspondances: {
    title: 'Correspondances entre chartes',
    line: 'une relation entre deux promesses, ou d’une promesse à un objectif de développement durable',
    about:
      'Ce qu’une personne a confirmé, et ce qu’une édition publiée dit de celle dont elle est faite. Chaque relation une fois, comme elle a été dite.',
  },
  partenaires: {
    title: 'Organisations partenaires',
    line: 'une organisation dont le comité de pilotage a décidé',
    about: 'Acceptées, refusées ou parties depuis. Une demande qui attend n’y est pas ; personne n’est nommé.',
  },
  soutiens: {
    title: 'Soutiens',
    line: 'une édition ou une mesure qu’une organisation soutient',
    about: 'Un soutien n’est pas une promesse et n’entre dans aucun décompte. Un soutien retiré garde sa ligne.',
  },
  'fiches-techniques': {
    title: 'Fiches techniques',
    line: 'une fiche d’une mesure',
    about:
      'Comment tenir une mesure : ce que les partenaires et l’équipe nationale en écrivent, tel que montré. Une fiche retirée garde sa ligne, sans ses mots.',
  },
  'decisions-nationales': {
    title: 'Décisions des comités nationaux',
    line: 'une décision du comité de pilotage ou du comité de suivi',
    about: 'Ce que les deux comités nationaux ont décidé, avec leurs raisons et leurs documents.',
  },
  'comites-de-suivi': {
    title: 'Comités de suivi',
    line: 'un comité qu’un collectif et une mairie ont voulu tous deux',
    about: 'Les comités de suivi des communes et intercommunalités, ouverts ou clos. Leurs membres n’y sont pas.',
  },
  'decisions-de-comites': {
    title: 'Décisions des comités de suivi',
    line: 'une décision d’un compte rendu que les deux côtés ont accepté',
    about: 'Ce que collectifs et mairies ont décidé ensemble, et où cela en est.',
  },
} as const satisfies Readonly<Record<string, ResourceWords>>;
