/** What the acts of signing need kept and found, on PostgreSQL. */
import type { SigningStore } from '#use-cases/signature/signing-store.ts';
import { emailDigest } from './secret.ts';
import * as after from './storage/after-signing.ts';
import type { Db } from './storage/connection.ts';
import { eraseFromSigning, keptAboutSigning } from './storage/own-signatures.ts';
import { emailOfPerson } from './storage/people.ts';
import * as sides from './storage/sides.ts';
import * as signatories from './storage/signatories.ts';
import * as papers from './storage/signature-papers.ts';
import * as signings from './storage/signings.ts';

export function signingOn(db: Db): SigningStore {
  return {
    find: (key) => signings.findSigning(db, key, { lock: false }),
    lock: (key) => signings.findSigning(db, key, { lock: true }),
    byLink: (token) => signatories.signatoryByLink(db, token),
    name: (text, signatory) => signatories.nameSignatory(db, text, signatory),
    makeLink: (signatory, at) => signatories.makeSignatoryLink(db, signatory, at),
    lastLinkAt: (signatory) => signatories.lastLinkAt(db, signatory),
    dropLinks: (signatory) => signatories.dropLinks(db, signatory),
    keepProof: (signatory, asked) => signatories.keepProof(db, signatory, asked),
    sign: (signatory, signed) => signatories.signSignatory(db, signatory, signed),
    decline: (signatory, declined) => signatories.declineSignatory(db, signatory, declined),
    contest: (signatory, contested) => signatories.contestSignatory(db, signatory, contested),
    settle: (signatory, settled) => signatories.settleSignatory(db, signatory, settled),
    remove: (signatory, at) => signatories.removeSignatory(db, signatory, at),
    invite: (signatory, invited) => signatories.inviteSignatory(db, signatory, invited),
    remind: (signatory, reminder) => signatories.remindSignatory(db, signatory, reminder),
    setDeadline: (text, deadline) => signings.setDeadline(db, text, deadline),
    askCancel: (text, asked) => signings.askCancel(db, text, asked),
    dropCancel: (text) => signings.dropCancel(db, text),
    cancel: (text, at) => signings.cancelSigning(db, text, at),
    complete: (text, at) => signings.completeSigning(db, text, at),
    markSealed: (text, sealed) => signings.markSealed(db, text, sealed),
    missSeal: (text, now) => signings.missSeal(db, text, now),
    waiting: (now) => signings.waitingSignings(db, now),
    expiredUntold: (now) => signings.expiredUntold(db, now),
    markExpiredTold: (text, at) => signings.markExpiredTold(db, text, at),
    toSeal: (now) => signings.signingsToSeal(db, now),
    forgetAddresses: (before) => signatories.forgetSignatoryAddresses(db, before),
    speakers: (text, side) => sides.speakersOfSide(db, text, side),
    people: (text, side) => sides.peopleOfSide(db, text, side),
    nationalTeam: () => sides.nationalTeam(db),
    whoIs: async (one) => {
      const email = 'email' in one ? one.email : await emailOfPerson(db, one.person);
      // An account that is gone is nobody else than itself.
      return email === null ? `person ${'person' in one ? one.person : ''}` : emailDigest(email, 'witness');
    },
    refusedMails: (text) => signatories.refusedMails(db, text),
    keptAbout: (own) => keptAboutSigning(db, own),
    eraseOf: (own) => eraseFromSigning(db, own),
    papers: {
      bring: (paper) => papers.bringPaper(db, paper),
      of: (text) => papers.papersOf(db, text),
      addPage: (paper, page) => papers.addPaperPage(db, paper, page),
      shownPage: (paper, ordinal) => papers.shownPage(db, paper, ordinal),
      witness: (paper, witness) => papers.addWitness(db, paper, witness),
      confirm: (paper, at) => papers.confirmPaper(db, paper, at),
      drop: (paper, dropped) => papers.dropPaper(db, paper, dropped),
      showScans: (text, chosen) => papers.showScans(db, text, chosen),
      hideScans: (text, side) => papers.hideScans(db, text, side),
      scansShownBy: (text) => papers.scansShownBy(db, text),
    },
    after: {
      renounce: (text, renounced) => after.renounce(db, text, renounced),
      renunciations: (text) => after.renunciationsOf(db, text),
      addenda: (text) => after.addendaOf(db, text),
      addendumUnderWay: (text) => after.addendumUnderWay(db, text),
      pact: (text) => after.pactOfText(db, text),
      report: (signatory, report) => after.reportSignature(db, signatory, report),
      settleReport: (text, report, settled) => after.settleReport(db, text, report, settled),
      reports: (text) => after.reportsAbout(db, text),
    },
    events: (text) => signings.eventsOfSigning(db, text),
  };
}
