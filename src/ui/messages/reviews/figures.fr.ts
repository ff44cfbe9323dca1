/** The figures of a review in words: each with its denominator; what is left out of it is said. */
import type { ReviewTally } from '#domain/review/review-tally.ts';
import { count, figure } from '../format.fr.ts';
import { ofCounted } from '../share.fr.ts';

type Kept = { readonly kept: number; readonly counted: number };

/** « 12 engagements tenus sur 26 ». */
export function keptOf({ kept, counted }: Kept): string {
  return `${count(kept, 'engagement tenu', 'engagements tenus')} sur ${figure(counted)}`;
}

/** « 12 engagements tenus sur 26 signés »; « sur 23 (26 signés, dont 3 à part) » when some are counted apart. */
export function keptLine({ byStatus, counted, signed, lookedAt }: ReviewTally): string {
  if (lookedAt === 0) return 'Aucun engagement n’a été évalué';
  if (counted === 0) return `Aucun des ${figure(signed)} engagements signés n’a pu être compté`;
  if (lookedAt === signed - counted) return `Aucun des ${figure(counted)} engagements qui comptent n’a été évalué`;
  return `${count(byStatus.kept, 'engagement tenu', 'engagements tenus')} sur ${ofCounted({ counted, signed })}`;
}

/** What was promised, out of what the charter proposes: a timid pact must not look better for being kept. */
export function ambitionLine({ ambition }: ReviewTally): string {
  const { measures, ofMeasures, levels, ofLevels, local } = ambition;
  const beyond = count(local, 'engagement local', 'engagements locaux');
  if (measures === 0) return `Ambition : aucune des ${figure(ofMeasures)} mesures de la charte, ${beyond}`;
  const ofAll = ofLevels === 0 ? '' : `, ${count(levels, 'niveau', 'niveaux')} sur ${figure(ofLevels)}`;
  const promised = count(measures, 'mesure prise', 'mesures prises');
  return `Ambition : ${promised} sur les ${figure(ofMeasures)} de la charte${ofAll}${local === 0 ? '' : `, et ${beyond}`}`;
}

/** Who looked at how much, and what is in no share. */
export function coverageLine({ signed, lookedAt, notLookedAt, byStatus, beforeMandate, besides }: ReviewTally): string {
  const cannot = byStatus['cannot-assess'];
  const outside = byStatus['not-competent'];
  const apart = [
    ...(cannot > 0 ? [`${figure(cannot)} impossible${cannot < 2 ? '' : 's'} à évaluer`] : []),
    ...(outside > 0 ? [`${figure(outside)} hors compétence`] : []),
    ...(beforeMandate > 0 ? [count(beforeMandate, 'déjà fait avant le mandat', 'déjà faits avant le mandat')] : []),
    ...(besides > 0
      ? [
          `${figure(besides)} laissé${besides < 2 ? '' : 's'} à une autre collectivité, ou perdu${besides < 2 ? '' : 's'}`,
        ]
      : []),
  ];
  const all = `${count(lookedAt, 'engagement examiné', 'engagements examinés')} sur ${figure(signed)} ${signed < 2 ? 'signé' : 'signés'}`;
  const left = notLookedAt === 0 ? '' : `, ${count(notLookedAt, 'non examiné', 'non examinés')}`;
  return `${all}${left}${apart.length === 0 ? '' : ` ; à part : ${apart.join(', ')}`}`;
}
