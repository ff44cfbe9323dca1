/**
 * What a machine can check of the habits in CONTRIBUTING.md in pages; .ts files are oxlint's (.oxlintrc.json). Layout is
 * Prettier's, the direction of imports is the cruiser's (dependency-cruiser.config.js), names are bin/names.ts's. Rules that
 * need types are not for pages: they get theirs from svelte-check.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import ours from './bin/lint-rules.ts';

export default defineConfig(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    '.data/',
    'reports/',
    'test-results/',
    'coverage/',
    'static/',
    '**/*.{ts,js}',
  ]),

  {
    files: ['**/*.svelte'],
    extends: [ts.configs.strict, svelte.configs.recommended],
    plugins: { ours },
    languageOptions: { globals: { ...globals.node, ...globals.browser }, parserOptions: { parser: ts.parser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'ours/no-double-cast': 'error',
      'ours/no-enum': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      // Addresses are written whole: the site lives at the root of its origin.
      'svelte/no-navigation-without-resolve': 'off',
      // `{' '}` keeps a space that the layout of the file would lose.
      'svelte/no-useless-mustaches': 'off',
      // Properties are declared with `let`, by Svelte's convention.
      'prefer-const': 'off',
    },
  },
);
