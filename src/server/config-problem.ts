/**
 * What is wrong with a setting (./config.ts): every one found is told at once, in the words of src/ui/messages/start-up.fr.ts.
 * A setting that may hold a secret is named, never repeated.
 */
export type ConfigProblem =
  | {
      readonly kind: 'not-an-integer';
      readonly variable: string;
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'not-an-origin'; readonly variable: string; readonly value: string }
  | { readonly kind: 'not-a-postgres-url'; readonly variable: string }
  | { readonly kind: 'not-a-host'; readonly variable: string; readonly value: string }
  | { readonly kind: 'not-a-header'; readonly variable: string; readonly value: string }
  | { readonly kind: 'not-a-contact'; readonly variable: string; readonly value: string }
  | { readonly kind: 'short-secret'; readonly variable: string; readonly least: number }
  | { readonly kind: 'not-an-smtp-url'; readonly variable: string }
  | { readonly kind: 'not-an-email'; readonly variable: string; readonly value: string }
  | { readonly kind: 'not-a-web-address'; readonly variable: string; readonly value: string }
  | { readonly kind: 'missing-beside'; readonly variable: string; readonly beside: string }
  | { readonly kind: 'not-a-path'; readonly variable: string }
  | { readonly kind: 'not-a-switch'; readonly variable: string; readonly value: string };
