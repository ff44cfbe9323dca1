/** The machine that seals: the PDF of the text, its page of proof and the key of this site. */
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import type { SealMachine } from '#use-cases/signature/seal-text.ts';
import { publicAddress } from '../config.ts';
import type { Runtime } from '../runtime.ts';
import { instanceKey } from './instance-key.ts';
import { sealPact } from './seal-pact.ts';

export function sealMachine(runtime: Runtime): SealMachine {
  return async ({ text, signatures, events, yesReported }, now) => {
    const address = publicAddress(runtime.config);
    const pdf = await renderPact(text, { address });
    const { timestampAuthority } = runtime.config;
    return await sealPact(
      {
        text,
        signatures,
        events,
        pdf,
        address,
        timestampAuthority,
        ...(yesReported ? { yesReported } : {}),
      },
      await instanceKey(runtime),
      now,
    );
  };
}
