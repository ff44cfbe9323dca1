/** Boxes and fields of an OpenDocument form: their state stands apart from the place where they are drawn. */
import type { XmlElement } from '../archive/xml.ts';
import { childElements } from '../archive/xml-query.ts';
import { CHECKED, UNCHECKED } from '../blocks/symbol-fonts.ts';

/** Control id → what a person sees there. */
export type FormStates = Map<string, string>;

export function readFormStates(element: XmlElement, states: FormStates): void {
  for (const control of childElements(element)) {
    const shown = shownAs(control);
    const id = control.attributes['form:id'] ?? control.attributes['xml:id'];
    if (shown !== null && id !== undefined) {
      states.set(id, shown);
      const other = control.attributes['xml:id'];
      if (other !== undefined) states.set(other, shown);
    }
    readFormStates(control, states);
  }
}

function shownAs(control: XmlElement): string | null {
  const attributes = control.attributes;
  const label = attributes['form:label'] ?? '';
  switch (control.name) {
    case 'form:checkbox': {
      const state = attributes['form:current-state'] ?? attributes['form:state'];
      return `${state === 'checked' ? CHECKED : UNCHECKED} ${label}`.trim();
    }
    case 'form:radio': {
      const selected = attributes['form:current-selected'] ?? attributes['form:selected'];
      return `${selected === 'true' ? CHECKED : UNCHECKED} ${label}`.trim();
    }
    case 'form:text':
    case 'form:textarea':
    case 'form:formatted-text':
    case 'form:combobox':
    case 'form:date':
    case 'form:number':
      return attributes['form:current-value'] ?? attributes['form:value'] ?? '';
    case 'form:fixed-text':
      return label;
    default:
      return null;
  }
}
