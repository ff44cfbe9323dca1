/**
 * What a machine can check of the habits in CONTRIBUTING.md. Layout is Prettier's, the direction of imports is the
 * cruiser's (dependency-cruiser.config.js), names are bin/names.ts's.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const SPEAKS_TO_A_TERMINAL = ['bin/**', 'bench/**', 'audit/**', 'src/cli/**'];

export default defineConfig(
  globalIgnores(['build/', '.svelte-kit/', '.data/', 'reports/', 'test-results/', 'coverage/', 'static/']),

  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.strict],
    languageOptions: {
      globals: { ...globals.node },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression.expression',
          message: 'A double cast hides a wrong type. Check the value, or mend the type.',
        },
        { selector: 'TSEnumDeclaration', message: 'Types are erased at run time: use a union of strings.' },
      ],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },

  // Rules that need types. Svelte files get theirs from svelte-check.
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeCheckedOnly],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.site.json'],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Kysely and the parsers hand out functions that are meant to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // A parameter used once still names what a caller gives.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The reader goes through texts by code points, on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // A store or a rule may be asynchronous by contract without awaiting anything today.
      '@typescript-eslint/require-await': 'off',
    },
  },

  { files: ['**/*.svelte', '**/*.svelte.ts'], extends: [svelte.configs.recommended] },
  {
    files: ['**/*.svelte'],
    languageOptions: { globals: { ...globals.browser }, parserOptions: { parser: ts.parser } },
    rules: {
      // Addresses are written whole: the site lives at the root of its origin.
      'svelte/no-navigation-without-resolve': 'off',
      // `{' '}` keeps a space that the layout of the file would lose.
      'svelte/no-useless-mustaches': 'off',
      // Properties are declared with `let`, by Svelte's convention.
      'prefer-const': 'off',
    },
  },

  // Makers of test documents use whatever writes the file; declarations describe what others wrote.
  { files: ['**/testing/**'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },

  { files: SPEAKS_TO_A_TERMINAL, rules: { 'no-console': 'off' } },
  // The operator reads what broke; nothing else is said there.
  {
    files: ['src/hooks.server.ts', 'src/server/operator-log.ts'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
);
