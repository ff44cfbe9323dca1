import { describe, expect, test } from 'vitest';
import { matchLabel } from './label.ts';

const field = (text: string): string | null => {
  const label = matchLabel(text);
  if (label === null) return null;
  if (label.kind === 'field') return [label.field, ...label.merged].join('+');
  return label.kind === 'role' ? `role:${label.role}` : label.kind;
};

describe('a label', () => {
  test.each([
    ['Contexte', 'context'],
    ["Contexte Description de l'action", 'context+description'],
    ["Contexte de Description de l'action", 'context+description'],
    ['Objectif (s)', 'objectives'],
    ['OBJECTIFS OPÉRATIONNELS', 'objectives'],
    ['Résultats attendus', 'objectives'],
    ['Pilotes / partenaires/ asso', 'leads'],
    ['Élu·e référent·e', 'leads'],
    ['Direction ou service pilote', 'leads'],
    ["Maître d'ouvrage", 'leads'],
    ['Moyens humains, financ, tech', 'means'],
    ['Budget prévisionnel (€ HT)', 'means'],
    ['Plan de financement', 'means'],
    ['Calend de réal', 'calendar'],
    ['Calendrier de mise en œuvre', 'calendar'],
    ['Modalités de mise en œuvre', 'method'],
    ['Actions à mener', 'method'],
    ['Modalités de suivi', 'indicators'],
    ["Indicateurs de suivi et d'évaluation", 'indicators'],
    ['Indic de résultat', 'indicators'],
    ['Public(s) cible(s)', 'description'],
    ['Budget et calendrier', 'means+calendar'],
    ["Méthodologie de l'action", 'part'],
    ["État d'avancement", 'role:status'],
    ["N° de l'action", 'role:number'],
    ['Liens avec les autres actions', 'role:related'],
    ['réalisation', 'tail'],
    ["l'action", 'tail'],
    ['de', 'glue'],
    ['/', 'glue'],
  ])('"%s" is understood', (text, expected) => {
    expect(field(text)).toBe(expected);
  });

  test.each([
    'Court terme',
    'Moyen terme',
    'A définir',
    'Ressources en interne',
    'Communication',
    'Objectif 1',
    'réfèrent.',
    'Le calendrier sera fixé par le conseil',
    'Suivi de la plateforme par prestataire',
    '2021',
    '',
  ])('"%s" is none', (text) => {
    expect(field(text)).toBeNull();
  });
});
