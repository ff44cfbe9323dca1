/** What a person typed and was not kept wins over what is shown otherwise. */
export type Typed = (name: string, otherwise: string, index?: number) => string;

export function typedOver(values: Readonly<Record<string, readonly string[]>> | null): Typed {
  return (name, otherwise, index = 0) => values?.[name]?.[index] ?? otherwise;
}
