/** Reminders of deadlines: one mail for all that is near, or has moved. */
import type { DeadlineMail } from '#use-cases/deadlines/deadline-mails.ts';
import { deadlineSource, deadlineTitle, whenLine } from '../deadlines/deadlines.fr.ts';
import { day, figure } from '../format.fr.ts';
import type { MailWords } from './said-mail.ts';

export const DEADLINE_MAILS: MailWords<DeadlineMail> = {
  'deadlines-near': ({ place, path, deadlines, stop }) => {
    const [first] = deadlines;
    return {
      subject:
        deadlines.length === 1 && first !== undefined
          ? `${place} : échéance, ${whenLine(first)}`
          : `${place} : ${figure(deadlines.length)} échéances`,
      paragraphs: deadlines.map((deadline) => {
        const moved = deadline.before === null ? '' : ` La date a changé : c’était le ${day(deadline.before)}.`;
        return `${whenLine(deadline)} : ${deadlineTitle(deadline.about)} (${deadlineSource(deadline.about)}).${moved}`;
      }),
      link: { label: 'Toutes les échéances', path },
      stop: { label: 'Ne plus recevoir ces rappels et effacer mon adresse', path: `/echeances/${stop}` },
    };
  },
};
