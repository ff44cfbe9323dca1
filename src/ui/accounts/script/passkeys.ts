/**
 * Adds a passkey, and signs in with one: the browser speaks with the device, the site checks what the device answers
 * (src/routes/connexion/cle, src/routes/compte/cle).
 */
export function addPasskeys(page: Document): void {
  // A key belongs to a name, never to the number of a machine.
  if (/^[\d.]+$|:/.test(location.hostname)) return;
  // Only browsers that can turn JSON into keys and back: all of them since 2025.
  if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return;
  offer(page.querySelector('[data-passkey-sign-in]'), signIn);
  offer(page.querySelector('[data-passkey-add]'), add);
  for (const without of page.querySelectorAll('[data-without-passkeys]')) without.remove();
}

function offer(place: HTMLElement | null, act: (place: HTMLElement) => Promise<string>): void {
  const button = place?.querySelector('button');
  const status = place?.querySelector('[role=status]');
  if (place === null || !button || !status) return;
  place.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = '';
    act(place)
      .then((next) => {
        location.assign(next);
      })
      .catch(() => {
        status.textContent = place.dataset['failed'] ?? '';
        button.disabled = false;
      });
  });
}

async function signIn(place: HTMLElement): Promise<string> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('/connexion/cle');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  await send('/connexion/cle', await navigator.credentials.get({ publicKey }));
  return place.dataset['next'] ?? '/compte';
}

async function add(place: HTMLElement): Promise<string> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('/compte/cle');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  await send('/compte/cle', await navigator.credentials.create({ publicKey }));
  return place.dataset['next'] ?? '/compte';
}

async function ask<Options>(address: string): Promise<Options> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Options;
}

async function send(address: string, credential: Credential | null): Promise<void> {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no key');
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credential.toJSON()),
  });
  if (!answer.ok) throw new Error(String(answer.status));
}
