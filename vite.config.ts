/**
 * How the site is built. SvelteKit 3 takes its configuration here; there is no svelte.config.js.
 *
 * No page runs the scripts of Kit: the policy below is for the day one does. Public pages run
 * none and get the constant, stricter policy of src/server/http/security-headers.ts.
 */
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devWithoutPolicy } from './bin/dev-without-policy.ts';
import { leaveOutWrongNotice } from './bin/kit-notice.ts';
import manifest from './package.json' with { type: 'json' };

leaveOutWrongNotice(console);

export default defineConfig({
  plugins: [
    devWithoutPolicy(),
    sveltekit({
      adapter: adapter(),
      version: { name: manifest.version },
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      compilerOptions: { runes: true },
    }),
  ],
  build: { target: 'es2022' },
});
