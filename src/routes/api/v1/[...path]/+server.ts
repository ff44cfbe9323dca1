import type { RequestHandler } from './$types';
import { apiAnswer } from '#server/http/api/answer.ts';

export const GET: RequestHandler = (event) => apiAnswer(event);
export const HEAD = GET;
export const OPTIONS = GET;
export const fallback = GET;
