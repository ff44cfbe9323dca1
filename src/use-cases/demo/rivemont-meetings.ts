/** Between the two voices of the invented mandate: the committee, its minutes, meetings and letters. */

export const COMMITTEE_WORDS =
  'Après le bilan de mi-mandat, nous proposons de nous retrouver deux fois par an pour regarder ensemble ce qui avance.';
export const MEETING_PLACE = 'Salle du conseil, mairie de Rivemont-l’Exemple';
export const COMMITTEE_MEMBERS = [
  { by: 'collective', quality: 'collective', name: 'Bastien Orsini', organisation: '' },
  { by: 'town-hall', quality: 'elected', name: 'Aminata Sylla', organisation: '' },
  { by: 'town-hall', quality: 'agent', name: 'Farid Lemoine', organisation: '' },
  { by: 'collective', quality: 'association', name: 'Odile Marchetti', organisation: 'AMAP du Moulin (exemple)' },
] as const;

export const MEETINGS = [
  {
    day: '2023-11-16',
    present: 'Le collectif (3), la mairie (2), l’AMAP du Moulin.',
    text: 'Première séance. La piste du Moulin et la cantine sont regardées ensemble, les menus à l’appui.',
    decisions: [
      {
        words: 'Les menus seront publiés chaque mois.',
        items: ['m7'],
        who: 'Restauration scolaire',
        dueOn: '2024-01-31',
      },
      {
        words: 'Un point sur les terrains de la piste à chaque séance.',
        items: ['m15'],
        who: 'Voirie et mobilités',
        dueOn: null,
      },
    ],
  },
  {
    day: '2025-03-20',
    present: 'Le collectif (4), la mairie (3), deux habitant·es.',
    text: 'La commission du temps long ne reviendra pas avant les élections. Le collectif maintient que la promesse est rompue.',
    decisions: [
      {
        words: 'Le désaccord sur la mesure 29 est écrit tel quel dans le bilan.',
        items: ['m29'],
        who: '',
        dueOn: null,
      },
    ],
  },
] as const;

export const EVENTS = [
  {
    day: '2020-10-08',
    by: 'collective',
    title: 'Première rencontre après l’élection',
    words: 'La municipalité confirme les seize promesses et annonce un plan d’action pour 2021.',
    who: 'Claude Vernier, Aminata Sylla, le collectif',
    items: [],
  },
  {
    day: '2022-12-03',
    by: 'town-hall',
    title: 'Plantation de la haie de l’école du Pré',
    words: 'Deux classes, des parents et les services ont planté 300 mètres de haie.',
    who: 'Aminata Sylla, les classes de CM1',
    items: [],
  },
] as const;

export const LETTERS = [
  {
    addressee: 'Madame la maire',
    subject: 'La commission du temps long',
    opening:
      'Le pacte que vous avez signé promet une commission extra-municipale du temps long. Elle ne s’est réunie qu’une fois.',
    closing: 'Nous vous remercions de votre réponse, que nous publierons à côté de cette lettre.',
    signedBy: 'Maïa Rousselin, pour le collectif',
    question: { words: 'Quand la commission du temps long se réunira-t-elle de nouveau ?', item: 'm29' },
    sentOn: '2022-03-07',
    reply: {
      day: '2022-04-19',
      title: 'Réponse de la mairie sur la commission du temps long',
      words: 'Faute de candidatures, la commission n’est pas reconduite. Une autre forme sera proposée.',
      who: 'Claude Vernier',
      items: ['m29'],
    },
  },
  {
    addressee: 'Madame la maire',
    subject: 'Le plan contre la précarité énergétique',
    opening:
      'La mesure 12, niveau 2, promet un plan d’action contre la précarité énergétique. Nous n’en trouvons pas trace.',
    closing: 'Nous vous remercions de nous dire où il en est.',
    signedBy: 'Maïa Rousselin, pour le collectif',
    question: { words: 'Qui écrit le plan contre la précarité énergétique, et pour quand ?', item: 'm12' },
    sentOn: '2024-11-12',
    reply: null,
  },
] as const;
