/** Whether the HTML is valid, by html-validate's recommended rules less those that are a matter of taste. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Made by the compiler, not by hand: both forms are valid HTML.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // A button in a form submits it, a field without type is a text: the standard says so.
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    // Choices of one list come under one name, which the standard allows.
    'form-dup-name': 'off',
    // Two words for the same thing.
    'presentation-role-style': 'off',
    // Titles say the place; the bound is for search engines.
    'long-title': 'off',
    // Narrow spaces stand in their own right in French text.
    'no-raw-characters': 'off',
  },
});

/** One sentence an error: rule, line, message. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `html ${message.ruleId} (line ${message.line}): ${message.message}`),
  );
}
