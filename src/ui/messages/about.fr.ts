/** What this is, how it works, what it is not. Sections have stable anchors: other pages link to them. */
export const ABOUT_TITLE = 'Qui parle ici, et comment';
export const ABOUT_LEDE =
  'Parole tenue est un logiciel libre qui suit une promesse municipale, de la première négociation au dernier résultat.';
export const ABOUT_DESCRIPTION =
  'Méthode, limites, données ouvertes, accessibilité, vie privée et sécurité de Parole tenue.';

type Section = {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** How to reach who runs the site follows. */
  readonly contact?: true;
};

export const SECTIONS: readonly Section[] = [
  {
    id: 'principe',
    title: 'Ce que c’est',
    paragraphs: [
      'En France, des collectifs d’habitant·es proposent aux listes candidates une charte de mesures. Une liste en choisit, discute, modifie, signe : c’est un pacte. Ensuite commence le mandat, et six ans pour voir ce que la promesse devient.',
      'Chaque promesse a ici une page par commune et par mesure. On y lit, dans l’ordre : ce que dit la charte, ce qui a été signé, les actions du plan de la mairie, puis ce qu’en disent le collectif et la mairie.',
      'Ce site n’est pas un service de l’État ni d’une commune, et n’appartient à aucune liste.',
    ],
  },
  {
    id: 'valeur',
    title: 'Un pacte n’a pas de valeur juridique',
    paragraphs: [
      'Signer un pacte n’oblige pas en droit. C’est une parole donnée en public. Sa mémoire fait sa force, et c’est cette mémoire que nous tenons.',
    ],
  },
  {
    id: 'methode',
    title: 'Comment les textes sont lus',
    paragraphs: [
      'Un programme lit le document publié et le compare, mot à mot, au texte de la charte. Il ne devine rien : un niveau n’est dit pris que si le document le nomme ou le cite, et ce qu’il ne comprend pas est signalé.',
      'Une personne relit ensuite chaque proposition. Chaque page dit si cette relecture a eu lieu, et quand. Le document d’origine, avec son empreinte, reste à télécharger : c’est lui qui fait foi.',
      'Les niveaux d’une mesure sont gradués mais ne se cumulent pas. Une liste peut prendre le deuxième sans le premier, excepter un alinéa, changer un mot ou laisser un niveau à une autre collectivité.',
      'Ce que personne n’a vérifié est dit « inconnu ». Inconnu n’est ni zéro, ni un reproche.',
    ],
  },
  {
    id: 'erreur',
    title: 'Vous voyez une erreur ?',
    paragraphs: [
      'Comparez avec le document d’origine, lié au bas de chaque pacte et de chaque plan. S’il dit autre chose, signalez-le à l’équipe qui tient ce site, avec l’adresse de la page.',
    ],
    contact: true,
  },
  {
    id: 'donnees',
    title: 'Données ouvertes',
    paragraphs: [
      'Tout ce qui est montré peut être emporté : un lien « Télécharger » suit chaque liste, en CSV et en JSON, sans compte ni clé. Les programmes lisent la même chose à /api. Les adresses des pages sont permanentes et peuvent être citées.',
      'Chaque nuit, tout est aussi mis en fichiers à la page « Données ouvertes », liée au bas de chaque page : CSV, JSON Lines et Parquet, avec leurs empreintes. Les données que nous ajoutons sont sous Licence Ouverte 2.0 ; les textes restent à leurs auteurs.',
      'Les communes, leurs codes et leurs populations viennent du découpage administratif publié par Etalab (2026).',
      'Les contours des départements sont ceux de svg-maps (Victor Cazanave, licence CC BY 4.0), simplifiés.',
      'Le logiciel est libre, sous licence AGPL-3.0-or-later.',
    ],
  },
  {
    id: 'accessibilite',
    title: 'Accessibilité : non évaluée par un tiers',
    paragraphs: [
      'Les pages publiques se lisent sans JavaScript, au clavier, avec un lecteur d’écran, agrandies quatre fois, en clair et en sombre, et sur papier.',
      'Elles sont vérifiées automatiquement selon les règles WCAG 2.2 niveau AA. Aucun audit RGAA n’a encore été fait par un tiers : la conformité n’est donc pas déclarée.',
      'Les documents d’origine sont donnés tels qu’ils ont été publiés, et peuvent ne pas être accessibles ; leur texte lu, lui, l’est.',
      'Une page vous résiste ? Dites-le à l’équipe qui tient ce site : avec quel appareil, quel navigateur, quel lecteur d’écran. Sans réponse, vous pouvez saisir le Défenseur des droits.',
    ],
    contact: true,
  },
  {
    id: 'vie-privee',
    title: 'Vie privée',
    paragraphs: [
      'Aucun traceur, aucun appel à un autre site, aucun compte nécessaire pour lire. Les pages publiques ne déposent pas de cookie.',
      'Un compte sert à agir : collectif, liste, mairie. Il garde votre adresse électronique, jamais montrée, et le nom que vous choisissez de donner. Un seul cookie vous garde connecté·e trente jours. Vous pouvez à tout moment télécharger tout ce que le site garde de vous, et effacer votre compte.',
      'Les codes demandés sont oubliés le lendemain, la trace des mails envoyés au bout de trente jours. Les journaux du serveur ne contiennent ni adresses, ni noms.',
      'Un document déposé pour être lu reste à une adresse privée, puis est effacé après trente jours s’il n’est pas publié.',
      'Les noms des habitant·es ne sont pas publiés. Ceux des signataires publics d’un pacte le sont, parce qu’un pacte est une parole publique.',
    ],
  },
  {
    id: 'securite',
    title: 'Signaler une faille',
    paragraphs: [
      'Décrivez-la à l’équipe qui tient ce site, sans la publier d’abord. Donnez l’adresse de la page, ce que vous avez fait et ce que vous avez vu. Ne consultez ni ne modifiez les données d’autrui pour la démontrer.',
    ],
    contact: true,
  },
];
export const MARKS_TITLE = 'Lire les marques';
export const WHO_RUNS_TITLE = 'Qui tient ce site';
export const WHO_RUNS =
  'Le logiciel est le même partout ; ce site-ci est tenu par la personne ou l’organisation qui l’a installé.';
export const WRITE_TO = 'Pour écrire à l’équipe :';
export const NOBODY_TO_WRITE_TO = 'L’équipe qui tient ce site n’a pas encore donné d’adresse où lui écrire.';
export const NO_SECURITY_TXT = [
  'Ce site n’a pas de security.txt : qui le tient n’a pas donné d’adresse où écrire (réglage CONTACT).',
  'This site has no security.txt: whoever runs it gave no address to write to (setting CONTACT).',
].join('\n');
