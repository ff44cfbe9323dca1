/** Partners: an organisation asks, the steering committee accepts it, it supports a measure and writes its sheet. */
import { randomUUID } from 'node:crypto';
import { send } from './forms.ts';

type Cookies = { readonly team: string; readonly partner: string };

/** Addresses that no page leads to. An earlier audit may have named the member and said the rule already. */
export async function partnerJoins(origin: string, { team, partner }: Cookies): Promise<readonly string[]> {
  const desk = '/equipe/comites';
  await send(origin, { page: desk, action: '?/regle', typed: { voix: '1' }, cookie: team }).catch(() => desk);
  const member = { adresse: 'equipe@audit.example', qualite: 'membre' };
  await send(origin, { page: desk, action: '?/nommer', typed: member, cookie: team }).catch(() => desk);
  const decision = { decision: 'Lancer la campagne', pourquoi: 'Les élections approchent.' };
  await send(origin, { page: desk, action: '?/inscrire', typed: decision, cookie: team });
  const once = randomUUID().slice(0, 8);
  const form = {
    ...{
      organisation: `Haies ${once} (exemple)`,
      site: `https://haies.example/${once}`,
      activite: 'Planter des haies.',
    },
    qualite: 'bénévole',
  };
  const space = await send(origin, { page: '/partenaires/demander', typed: form, cookie: partner });
  const own = /\/partenaires\/\d+/.exec(space)?.[0];
  if (own === undefined) throw new Error(`/partenaires/demander led to ${space}`);
  const vote = { voix: 'for', motif: 'Connue du comité.' };
  await send(origin, { page: '/partenaires/demandes', typed: vote, cookie: team });
  const endorsed = { charte: 'pacte-transition-2020', mesure: '15' };
  await send(origin, { page: `${own}/espace`, action: '?/soutenir', typed: endorsed, cookie: partner });
  const sheet = await send(origin, {
    page: `/partenaires/fiches/ecrire?organisation=${own.split('/').at(-1) ?? ''}&charte=pacte-transition-2020&mesure=15`,
    action: '?/publier',
    typed: { titre: 'Tracer une piste', what: 'Des pistes continues.', licence: 'cc-by-4.0' },
    cookie: partner,
  });
  const written = sheet.split('/').at(-1) ?? '';
  return [own, `${own}/espace`, sheet, `/partenaires/fiches/ecrire?fiche=${written}`, '/partenaires/comites/mon-siege'];
}
