/** The description of the API as it is given: the same object for its address and for its page, made once. */
import { openApi } from '#publishing/open-data/openapi.ts';
import { OPEN_RESOURCES } from '../../open-data/open-resources.ts';

export type ApiDescription = ReturnType<typeof openApi>;

let made: ApiDescription | undefined;

export function apiDescription(): ApiDescription {
  return (made ??= openApi(OPEN_RESOURCES));
}
