import type { RequestHandler } from './$types';
import { publicSheet } from '../public-sheet.ts';

export const GET: RequestHandler = (event) => publicSheet(event, 'xlsx');
