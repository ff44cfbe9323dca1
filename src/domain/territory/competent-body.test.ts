import { describe, expect, test } from 'vitest';
import { resolveCompetentBody, type NamedGrouping } from './competent-body.ts';
import type { GroupingKind, Siren } from './grouping.ts';

const grouping = (name: string, kind: GroupingKind): NamedGrouping => ({ siren: name as Siren, name, kind });
const paris = grouping('Métropole du Grand Paris', 'metropole');
const marneEtBois = grouping('Paris Est Marne et Bois', 'ept');
const lyon = grouping('Métropole de Lyon', 'metropole-de-lyon');
const nice = grouping("Métropole Nice Côte d'Azur", 'metropole');
const rennes = grouping('Rennes Métropole', 'metropole');
const grasse = grouping('du Pays de Grasse', 'ca');
const estLyonnais = grouping("de l'Est Lyonnais (CCEL)", 'cc');
const laVallee = grouping('de la Vallée Verte', 'cc');
const otherValley = { ...grouping('de la Vallée Verte', 'cc'), siren: 'another' as Siren };
const arras = grouping("d'Arras", 'cu');
const all = [paris, marneEtBois, lyon, nice, rennes, grasse, estLyonnais, laVallee, otherValley, arras];

const inChampigny = (words: string) =>
  resolveCompetentBody(words, { all, own: [paris, marneEtBois], members: ['Champigny-sur-Marne', 'Paris'] });
const inCommuneOf = (own: NamedGrouping, words: string) =>
  resolveCompetentBody(words, { all, own: [own], members: ['Arras', 'Achicourt'] });
const anywhere = (words: string) => resolveCompetentBody(words, { all, own: [], members: [] });

describe('a whole name', () => {
  test.each([
    'Établissement public territorial Paris-Est-Marne et Bois',
    'l’ Établissement public territorial Paris-Est-Marne et Bois.',
    "l'EPT Paris Est Marne et Bois",
    'Paris Est Marne & Bois',
    'ParisEstMarne&Bois',
    'PARIS-EST-MARNE-ET-BOIS',
    "avec l'établissement public territorial (EPT) Paris Est Marne et Bois (PEMB)",
  ])('“%s” is the EPT, from its commune or from anywhere', (words) => {
    expect(inChampigny(words)).toBe(marneEtBois.siren);
    expect(anywhere(words)).toBe(marneEtBois.siren);
  });

  test.each([
    ['la métropole de Lyon', lyon],
    ['Métropole du Grand Paris', paris],
    ['la Métropole Grand Paris (MGP)', paris],
    ['Rennes Métropole', rennes],
    ["la communauté d'agglomération du Pays de Grasse", grasse],
    ['la CA du pays de Grasse', grasse],
    ["Communauté de communes de l'Est Lyonnais", estLyonnais],
  ])('“%s” names one grouping of the country', (words, expected) => {
    expect(anywhere(words)).toBe(expected.siren);
  });

  test('borne by two is nobody, but for a commune of one of them', () => {
    expect(anywhere('la communauté de communes de la Vallée Verte')).toBeNull();
    expect(inCommuneOf(laVallee, 'la communauté de communes de la Vallée Verte')).toBe(laVallee.siren);
  });
});

describe('within the groupings of the commune', () => {
  test.each([
    ['la métropole', paris],
    ["l'EPT", marneEtBois],
    ["l'établissement public territorial", marneEtBois],
    ['PEMB', marneEtBois],
    ['avec PEMB', marneEtBois],
    ['la MGP', paris],
  ])('“%s” is clear', (words, expected) => {
    expect(inChampigny(words)).toBe(expected.siren);
    expect(anywhere(words)).toBeNull();
  });

  test('a kind and a part of the name are enough', () => {
    expect(inCommuneOf(nice, 'la métropole de Nice')).toBe(nice.siren);
    expect(inCommuneOf(estLyonnais, 'la CCEL')).toBe(estLyonnais.siren);
  });

  test('an old kind does not hide one of ours, and is no proof elsewhere', () => {
    expect(inCommuneOf(grasse, 'la communauté de communes du Pays de Grasse')).toBe(grasse.siren);
    expect(anywhere('la communauté de communes du Pays de Grasse')).toBeNull();
  });

  test('a town is not its grouping', () => {
    expect(inCommuneOf(arras, 'Arras')).toBeNull();
    expect(inCommuneOf(arras, "la communauté urbaine d'Arras")).toBe(arras.siren);
    expect(anywhere('Lyon')).toBeNull();
    expect(anywhere('Grand Paris')).toBeNull();
    expect(anywhere('Pays de Grasse')).toBeNull();
  });

  test('the métropole of others is not ours', () => {
    expect(inChampigny('la métropole de Nice')).toBeNull();
    expect(inChampigny('la métropole de Lyon')).toBe(lyon.siren);
  });
});

describe('no guess', () => {
  test.each([
    '',
    '   ',
    'le département',
    'la Région Île-de-France',
    "l'intercommunalité",
    "l'agglomération",
    'Grand Paris Aménagement',
    'Paris',
    'Marne',
    'Est',
    'les Bois',
    'PEMB et MGP',
    'Paris Est Marne et Bois et la Métropole du Grand Paris',
    'Paris Est Marne et Bio',
    'Bois et Marne',
    'pemb’s',
    'EPT Grand Paris Sud',
    '%',
    'a'.repeat(10_000),
  ])('for “%s”', (words) => {
    expect(inChampigny(words)).toBeNull();
  });
});
