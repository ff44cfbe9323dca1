/** A realistic agreed text for tests: the 2020 edition with choices like those of the pact signed in Champigny. */
import { editionById } from '#server/charters.ts';
import {
  AGREED_TEXT_FORMAT,
  type AgreedMeasure,
  type AgreedStance,
  type AgreedText,
} from '#domain/pact/agreed-text.ts';

const ACCEPTED: AgreedStance = { kind: 'accepted' };
const REFUSED: AgreedStance = { kind: 'refused' };
const EXCEPTED: AgreedStance = { kind: 'excepted' };
const PUBLIC_TERRITORY: AgreedStance = {
  kind: 'delegated',
  body: 'Établissement public territorial Paris-Est-Marne et Bois',
  siren: '200057941',
};

/** Levels taken, refused, left to another body; levels not named were not spoken of. */
type Choice = {
  readonly take?: readonly number[];
  readonly refuse?: readonly number[];
  readonly leave?: readonly number[];
};

const CHOICES: Readonly<Record<number, Choice>> = {
  1: { take: [1, 2, 3] },
  2: { take: [2, 3], refuse: [1] },
  4: { take: [1] },
  5: { take: [1, 2, 3] },
  7: { take: [1] },
  9: { take: [2], refuse: [1] },
  12: { take: [1, 2] },
  14: { take: [1, 2], leave: [3] },
  15: { take: [1, 2, 3] },
  18: { leave: [2], refuse: [1] },
  19: { leave: [1] },
  21: { take: [1, 2] },
  27: { take: [1] },
  29: { take: [1] },
};

const OBSERVATIONS: Readonly<Record<number, string>> = {
  7: 'Nous voulons aller plus loin dès que le marché de restauration sera renouvelé, en 2022.',
  15: 'Le plan vélo sera élaboré avec les associations d’usagers.',
};

export function champignyAgreedText(changes: Partial<AgreedText> = {}): AgreedText {
  const edition = editionById('pacte-transition-2020');
  if (edition === null) throw new Error('the 2020 edition is gone');
  const measures = edition.measures.flatMap((measure): readonly AgreedMeasure[] => {
    const choice = CHOICES[measure.number];
    if (choice === undefined) return [];
    const levels = measure.levels.flatMap(({ level, label, clauses }) => {
      const stance = stanceOfLevel(choice, level);
      if (stance === null) return [];
      const agreed = clauses.map(({ clause, text }) => ({
        clause,
        stance: measure.number === 15 && level === 3 && clause === 3 ? EXCEPTED : stance,
        reference: text,
        text:
          measure.number === 12 && level === 1
            ? text.replace('Créer ou renforcer', 'Renforcer') + ' Un bilan est publié.'
            : text,
        observation: null,
      }));
      return [{ level, label: label ?? null, clauses: agreed }];
    });
    return [
      {
        number: measure.number,
        title: measure.title,
        stance: null,
        levels,
        observation: OBSERVATIONS[measure.number] ?? null,
      },
    ];
  });
  return {
    format: AGREED_TEXT_FORMAT,
    code: 'K7M2P9XQ4T',
    edition: { id: edition.id, title: edition.title },
    place: { kind: 'municipality', code: '94017', name: 'Champigny-sur-Marne' },
    term: { from: 2026, to: 2032 },
    frozenOn: '2026-03-09',
    carrier: { kind: 'collective', collective: 1, name: 'Collectif Transition Champigny' },
    counterpart: {
      kind: 'list',
      list: 7,
      name: 'Champigny Alternance',
      leader: 'Camille Roussel',
      election: 'Élections municipales de 2026',
    },
    principles: edition.principles.map(({ letter, title, text }) => ({
      letter,
      title,
      text,
      stance: ACCEPTED,
      observation: letter === 'B' ? 'Une réunion publique par an au moins.' : null,
    })),
    measures,
    localMeasures: [
      {
        number: 1,
        text: 'Ouvrir une maison de la transition dans l’ancienne poste du Plant.',
        stance: ACCEPTED,
        relatedMeasures: [31],
        observation: null,
      },
    ],
    addendumTo: null,
    ...changes,
  };
}

function stanceOfLevel(choice: Choice, level: number): AgreedStance | null {
  if (choice.take?.includes(level) === true) return ACCEPTED;
  if (choice.refuse?.includes(level) === true) return REFUSED;
  return choice.leave?.includes(level) === true ? PUBLIC_TERRITORY : null;
}
