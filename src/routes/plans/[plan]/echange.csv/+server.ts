import type { RequestHandler } from './$types';
import { publicSheet } from '../public-sheet.ts';

export const GET: RequestHandler = ({ params }) => publicSheet(params, 'csv');
