import { expect, test } from 'vitest';
import { sourceOf } from '#reading/text/lines.ts';
import { findSignatory } from './signatory.ts';

function signatoryOf(text: string): { list: string | null; leader: string | null } {
  const { list, leader, spans } = findSignatory(sourceOf(text), text.length);
  for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe('');
  return { list, leader };
}

test.each([
  ['VALBELLE ALTERNANCE- Laurent PETIT\n', 'VALBELLE ALTERNANCE', 'Laurent PETIT'],
  ['Pacte signé avec la liste VIVRE MIEUX À ARCUEIL - Carine DELMAS', 'VIVRE MIEUX À ARCUEIL', 'Carine DELMAS'],
  [
    'Voici le Pacte signé avec la liste Vivre mieux à Arcueil comprenant les 3 principes',
    'Vivre mieux à Arcueil',
    null,
  ],
  [
    "Liste : Lanester 2020, l'écologie solidaire (Gilles Carric)",
    "Lanester 2020, l'écologie solidaire",
    'Gilles Carric',
  ],
  ['Liste : Ramonville pour tous – Christophe Lubin', 'Ramonville pour tous', 'Christophe Lubin'],
  ['Pacte signé par la liste « X, autrement », conduite par Mme Anne Le Goff', 'X, autrement', 'Mme Anne Le Goff'],
  ['Emmanuel Denis (« Pour demain, Tours 2020 ») a signé mardi', 'Pour demain, Tours 2020', 'Emmanuel Denis'],
  ['QUESTIONNAIRE – RÉPONSES DE « BIEN VIVRE À CARQUEFOU »', 'BIEN VIVRE À CARQUEFOU', null],
  ['# Pacte pour la Transition — Liste *Die autrement*', 'Die autrement', null],
  ['Pacte pour la transition — Liste Villebois en commun\n', 'Villebois en commun', null],
  ['Candidat : Jean-Marc Pommier, liste « Ensemble pour Vitré »', 'Ensemble pour Vitré', 'Jean-Marc Pommier'],
])('%s', (text, list, leader) => {
  expect(signatoryOf(text)).toEqual({ list, leader });
});

test.each([
  ['Formulaire à remplir par la liste\nCommune : ........   Liste : ........\n'],
  ['La liste des 32 mesures se trouve au dos.'],
  ['Une liste que nous ne nommons pas a signé le Pacte.'],
  ['Tête de liste : à compléter'],
])('names nobody: %s', (text) => {
  expect(signatoryOf(text)).toEqual({ list: null, leader: null });
});
