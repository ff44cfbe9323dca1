/**
 * Drafts to audit: a pact, a plan and a charter sent on /lire as a person would. Their addresses are private, so no
 * page leads to them; the pages of a draft are then followed from its first one.
 */
import { readFileSync } from 'node:fs';

const DOCUMENTS = [
  'data/documents/pacte-signe-champigny-alternance-2020.txt',
  'data/documents/plan-ess-saint-maur-2021.txt',
  'data/documents/pacte-transition-2020.txt',
];
/** Where no link of a draft leads before somebody searches there. */
const ASKED = ['/commune?q=saint-maur', '/commune?q=zzzzzz'];

/** Sends each document; gives the address of its draft. Throws when one is refused or is not read at once. */
export async function openDrafts(origin: string): Promise<string[]> {
  const addresses: string[] = [];
  for (const path of DOCUMENTS) addresses.push(await openDraft(origin, path));
  const [first = ''] = addresses;
  return [...addresses, ...ASKED.map((asked) => first + asked)];
}

async function openDraft(origin: string, path: string): Promise<string> {
  const form = new FormData();
  const name = path.split('/').at(-1) ?? path;
  form.set('file', new Blob([new Uint8Array(readFileSync(path))], { type: 'text/plain' }), name);
  const response = await fetch(`${origin}/lire`, {
    method: 'POST',
    body: form,
    headers: { origin, accept: 'text/html' },
    redirect: 'manual',
  });
  const address = response.headers.get('location');
  if (response.status !== 303 || address === null || !/^\/lire\/[\w-]{43}$/.test(address)) {
    throw new Error(`${path} sent on /lire answered ${response.status} ${address ?? ''}`);
  }
  return address;
}
