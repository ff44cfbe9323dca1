/** What a role is asked of, as the end of an address: `liste-12`, `commune-94017`, `intercommunalite-200057941`, `equipe`. */
import type { PlaceCode } from '#domain/shared/place.ts';

export type RoleOf =
  | { readonly kind: 'list'; readonly list: number }
  | { readonly kind: 'place'; readonly place: PlaceCode }
  | { readonly kind: 'team' };

export function roleOfIn(segment: string): RoleOf | null {
  const [, kind = '', key = ''] = /^([a-z]+)(?:-([0-9AB]{1,9}))?$/.exec(segment) ?? [];
  switch (kind) {
    case 'liste':
      return /^[1-9]\d{0,8}$/.test(key) ? { kind: 'list', list: Number(key) } : null;
    case 'commune':
      return /^(\d{5}|2[AB]\d{3})$/.test(key) ? { kind: 'place', place: { kind: 'municipality', code: key } } : null;
    case 'intercommunalite':
      return /^\d{9}$/.test(key) ? { kind: 'place', place: { kind: 'grouping', siren: key } } : null;
    case 'equipe':
      return key === '' ? { kind: 'team' } : null;
    default:
      return null;
  }
}

export function askAddress(of: RoleOf): string {
  const path = '/compte/roles/demander';
  switch (of.kind) {
    case 'list':
      return `${path}/liste-${of.list}`;
    case 'place':
      return of.place.kind === 'municipality'
        ? `${path}/commune-${of.place.code}`
        : `${path}/intercommunalite-${of.place.siren}`;
    case 'team':
      return `${path}/equipe`;
  }
}
