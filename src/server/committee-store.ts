/** The store of follow-up committees that the use cases receive, on PostgreSQL. */
import type { CommitteeStore } from '#use-cases/committee/committee-store.ts';
import { settleDecision } from './storage/committee-decisions.ts';
import * as meetings from './storage/committee-meetings.ts';
import * as members from './storage/committee-members.ts';
import * as committees from './storage/committees.ts';
import type { Db } from './storage/connection.ts';
import { placesOf } from './storage/followed-pacts.ts';

export function committeesOn(db: Db): CommitteeStore {
  return {
    propose: (given) => committees.proposeCommittee(db, given),
    find: (id) => committees.findCommittee(db, id, { lock: false }),
    lock: (id) => committees.findCommittee(db, id, { lock: true }),
    of: (place) => committees.committeesOf(db, place),
    accept: (id, at) => committees.acceptCommittee(db, id, at),
    close: (id, closed) => committees.closeCommittee(db, id, closed),
    placesFor: (place) => placesOf(db, place),
    collectivesAt: (place) => committees.collectivesAt(db, place),
    hasPact: (place) => committees.hasPact(db, place),
    editionHere: (place) => committees.editionHere(db, place),
    speakers: (of, voice) => committees.speakersOf(db, of, voice),
    members: (committee) => members.membersOfCommittee(db, committee),
    name: (member) => members.nameMember(db, member),
    invitation: (token) => members.committeeInvitation(db, token),
    acceptInvitation: (member, by) => members.acceptCommitteeInvitation(db, member, by),
    leave: (member, left) => members.leaveCommitteeRow(db, member, left),
    forgetLate: (now) => members.forgetLateCommitteeInvitations(db, now),
    keptAbout: (about) => members.membershipsKeptAbout(db, about),
    erasePerson: (about, at) => members.eraseFromCommittees(db, about, at),
    meetings: {
      call: (committee, meeting) => meetings.callMeeting(db, committee, meeting),
      of: (committee) => meetings.meetingsOf(db, committee),
      find: async (committee, number) => (await meetings.meetingsOf(db, committee, { number }))[0] ?? null,
      change: (meeting, change) => meetings.changeMeeting(db, meeting, change),
      cancel: (meeting, at) => meetings.cancelMeeting(db, meeting, at),
      addItem: (meeting, item) => meetings.addAgendaItem(db, meeting, item),
      removeItem: (meeting, item, at) => meetings.removeAgendaItem(db, meeting, item, at),
      writeMinutes: (meeting, minutes) => meetings.writeMinutes(db, meeting, minutes),
      sayYes: (meeting, yes) => meetings.sayYes(db, meeting, yes),
      agree: (meeting, agreed) => meetings.agreeMinutes(db, meeting, agreed),
      settleDecision: (meeting, settled) => settleDecision(db, meeting, settled),
    },
  };
}
