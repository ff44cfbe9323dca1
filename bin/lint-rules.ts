/**
 * The two habits of CONTRIBUTING.md that no linter knows by itself, as rules of a plugin: oxlint applies them to the .ts
 * files (.oxlintrc.json), ESLint to the pages (eslint.config.js).
 */
import type { ESLint, Rule } from 'eslint';

const plugin: ESLint.Plugin = {
  meta: { name: 'ours' },
  rules: {
    'no-double-cast': refused(
      'TSAsExpression > TSAsExpression.expression',
      'A double cast hides a wrong type. Check the value, or mend the type.',
    ),
    'no-enum': refused('TSEnumDeclaration', 'Types are erased at run time: use a union of strings.'),
  },
};

export default plugin;

/** Refuses what `selector` finds in a syntax tree, saying `message`. */
function refused(selector: string, message: string): Rule.RuleModule {
  return { create: (context) => ({ [selector]: (node: Rule.Node) => context.report({ node, message }) }) };
}
