import type { RequestHandler } from './$types';
import { workshopSheet } from '../workshop-sheet.ts';

export const GET: RequestHandler = (event) => workshopSheet(event, 'tet');
