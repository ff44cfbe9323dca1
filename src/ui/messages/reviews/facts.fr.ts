/** The figures of a review as the facts at the top of its page. */
import type { ReviewTally } from '#domain/review/review-tally.ts';
import { figure } from '../format.fr.ts';
import { ofCounted } from '../share.fr.ts';

type Fact = { readonly figure: string; readonly words: string; readonly unknown?: boolean };

export function keptFact({ byStatus, counted, signed, lookedAt }: ReviewTally): Fact {
  if (lookedAt === signed - counted || counted === 0) {
    return { figure: '?', words: 'rien n’a pu être compté', unknown: true };
  }
  return {
    figure: figure(byStatus.kept),
    words: `${byStatus.kept < 2 ? 'tenu' : 'tenus'} sur ${ofCounted({ counted, signed })}`,
  };
}

export function otherFacts({ byStatus, counted, signed, notLookedAt, ambition }: ReviewTally): readonly Fact[] {
  const moving = byStatus['partly-kept'] + byStatus.underway;
  const not = byStatus['not-started'] + byStatus.broken;
  return [
    { figure: figure(moving), words: `en partie ou en cours, sur ${figure(counted)}` },
    {
      figure: figure(not),
      words: `${not < 2 ? 'pas commencé ou rompu' : 'pas commencés ou rompus'}, sur ${figure(counted)}`,
    },
    ...(notLookedAt === 0
      ? []
      : [
          {
            figure: figure(notLookedAt),
            words: `${notLookedAt < 2 ? 'non examiné' : 'non examinés'}, sur ${figure(signed)}`,
            unknown: true,
          },
        ]),
    ...(ambition.ofMeasures === 0
      ? []
      : [
          {
            figure: figure(ambition.measures),
            words: `${ambition.measures < 2 ? 'mesure promise' : 'mesures promises'} sur les ${figure(ambition.ofMeasures)} de la charte`,
          },
        ]),
  ];
}
