import {
  MESSAGE_EVENT_KINDS,
  type CanonicalEvent,
  type EventKind,
  type MessageEventKind,
  type PersonEventKind,
} from '@tallysheet/contract';
import { isoInstant, judgeInstant, readInstant } from '../time/read-instant';
import { type EventReading, reading, Rejection } from '../reading';
import type { Activity, ActivityColumn } from './activity';
import { EVENT_KIND_OF_TYPE } from './activity-types';
import { type Attributes, flagOf, readAttributes, textOf } from './attributes';
import { bounceReasonCode } from './bounce-reason';
import { clickKind } from './click-kind';

const ID_LIMIT = 128;
const NAME_LIMIT = 255;

type Event = CanonicalEvent;
const messageKinds: ReadonlySet<EventKind> = new Set(MESSAGE_EVENT_KINDS);

/**
 * One activity as a canonical event.
 *
 * Types 6 sent, 7 delivered, 8 hardBounced, 27 softBounced, 9 unsubscribed, 10 opened, 11 clicked (or optOutClicked,
 * mirrorViewed, by its link) and 111 forwarded happen to a message; 12 personCreated, 32 personMerged, 37 personDeleted
 * and 104 programStatusChanged to a person. Every other type is passed over, and so is an action that was skipped or
 * failed (`6 skipped`): nothing happened. A row of a kept type is rejected when its person, date, asset (message
 * types) or own facts (merge, status) are missing or no such thing. Names and texts over the contract's limits are cut;
 * ids over them are rejected, since a cut id could be another's.
 */
export function readActivity(activity: Activity, now: number): EventReading {
  return reading(() => {
    const type = activity.activityTypeId ?? '';
    if (!/^\d{1,9}$/.test(type)) throw new Rejection('bad-activity-type', 'activityTypeId', type.slice(0, 200));
    const kind = EVENT_KIND_OF_TYPE[String(Number(type))];
    if (kind === undefined) return { kind: 'passed-over', type };
    const result = (activity.actionResult ?? 'succeeded').toLowerCase();
    if (result === 'skipped' || result === 'failed') return { kind: 'passed-over', type: `${type} ${result}` };
    if (result !== 'succeeded') throw new Rejection('invalid-field', 'actionResult', result.slice(0, 200));
    return { kind: 'event', event: readEvent(activity, kind, now) };
  });
}

function readEvent(activity: Activity, kind: EventKind, now: number): Event {
  const personId = idIn(activity, 'leadId');
  if (personId === undefined) throw new Rejection('missing-person', 'leadId', '');
  const date = activity.activityDate ?? '';
  const instant = readInstant(date);
  const fault = judgeInstant(instant, now);
  if (fault !== null || instant === null) throw new Rejection(fault ?? 'bad-date', 'activityDate', date.slice(0, 200));
  const attributes = readAttributes(activity.attributes ?? '');
  if (attributes === null) {
    throw new Rejection('attributes-not-json', 'attributes', (activity.attributes ?? '').slice(0, 200));
  }
  const event: Event = { kind, at: isoInstant(date, instant), person: { id: personId } };
  const id = idIn(activity, 'marketoGUID');
  if (id !== undefined) event.id = id;
  if (isMessageKind(kind)) addMessagePart(event, kind, activity, attributes);
  else addPersonPart(event, kind, activity, attributes);
  return event;
}

function isMessageKind(kind: EventKind): kind is MessageEventKind {
  return messageKinds.has(kind);
}

/** What a message event carries beside its person and date. */
function addMessagePart(event: Event, kind: MessageEventKind, activity: Activity, attributes: Attributes): void {
  event.channel = 'email';
  event.asset = assetOf(kind, activity, attributes);
  const campaignId = idIn(activity, 'campaignId') ?? idOf(attributes, 'Campaign ID');
  if (campaignId !== undefined) event.campaign = named(campaignId, textOf(attributes, 'Campaign'));
  const run = idOf(attributes, 'Campaign Run ID');
  if (run !== undefined) event.run = { id: run };
  const messageId = idOf(attributes, 'Message ID');
  if (messageId !== undefined) event.messageId = messageId;
  const variant = textOf(attributes, 'Test Variant');
  if (variant !== undefined && variant !== '0') event.variant = variant.slice(0, 128);
  const agent = agentOf(attributes);
  if (agent) event.agent = agent;
  const bot = flagOf(attributes, 'Is Bot Activity');
  if (bot !== undefined) event.bot = bot;
  if (kind === 'clicked') addLink(event, attributes);
  if (kind === 'hardBounced' || kind === 'softBounced') event.reason = reasonOf(kind, attributes);
}

function addLink(event: Event, attributes: Attributes): void {
  const url = textOf(attributes, 'Link')?.slice(0, 8192);
  if (url === undefined) return;
  event.kind = clickKind(url);
  event.link = { url };
}

/**
 * The email is the activity's primary attribute. A forward names the mailing in an attribute of its own when its
 * primary attribute is the friend.
 */
function assetOf(kind: MessageEventKind, activity: Activity, attributes: Attributes): { id: string; name?: string } {
  const primaryId = idIn(activity, 'primaryAttributeValueId');
  const mailingId = kind === 'forwarded' ? idOf(attributes, 'Mailing ID') : undefined;
  const id = mailingId ?? primaryId;
  if (id === undefined) throw new Rejection('missing-asset', 'primaryAttributeValueId', '');
  return named(id, id === primaryId ? activity.primaryAttributeValue : undefined);
}

function agentOf(attributes: Attributes): Event['agent'] {
  const userAgent = textOf(attributes, 'User Agent')?.slice(0, 2000);
  // One of Adobe's pages spells it with "ID".
  const ip = (textOf(attributes, 'Client IP Address') ?? textOf(attributes, 'Client ID Address'))?.slice(0, 64);
  if (userAgent === undefined && ip === undefined) return undefined;
  return { ...(userAgent !== undefined && { userAgent }), ...(ip !== undefined && { ip }) };
}

function reasonOf(kind: 'hardBounced' | 'softBounced', attributes: Attributes): Event['reason'] {
  const text = textOf(attributes, 'Details')?.slice(0, 2000);
  const failureType = kind === 'hardBounced' ? 'hard' : 'soft';
  return { code: bounceReasonCode(attributes), failureType, ...(text !== undefined && { text }) };
}

/** What an event of a person alone carries. */
function addPersonPart(event: Event, kind: PersonEventKind, activity: Activity, attributes: Attributes): void {
  if (kind === 'personMerged') event.mergedPersons = mergedPersons(activity, attributes);
  if (kind !== 'programStatusChanged') return;
  const programId = idIn(activity, 'primaryAttributeValueId');
  if (programId === undefined) throw new Rejection('missing-id', 'primaryAttributeValueId', '');
  const status = textOf(attributes, 'New Status')?.slice(0, NAME_LIMIT);
  if (status === undefined) throw new Rejection('invalid-field', 'New Status', '');
  const success = flagOf(attributes, 'Success');
  event.program = named(programId, activity.primaryAttributeValue);
  event.status = { name: status, ...(success !== undefined && { success }) };
}

/** Those who were joined into the person: a JSON list, or ids separated by commas, semicolons or spaces. */
function mergedPersons(activity: Activity, attributes: Attributes): string[] {
  const value: unknown = attributes['Merge IDs'];
  const given = Array.isArray(value) ? value.map(String) : (textOf(attributes, 'Merge IDs') ?? '').split(/[\s,;[\]"]+/);
  const losers = new Set(given.map((id) => id.trim()).filter((id) => id !== '' && id !== activity.leadId));
  if (losers.size === 0 || [...losers].some((id) => id.length > ID_LIMIT)) {
    throw new Rejection('invalid-field', 'Merge IDs', given.join(', ').slice(0, 200));
  }
  return [...losers];
}

function named(id: string, name: string | undefined): { id: string; name?: string } {
  return name === undefined ? { id: detached(id) } : { id: detached(id), name: detached(name.slice(0, NAME_LIMIT)) };
}

/**
 * A part of a string keeps the whole string in memory: a name that someone remembers would hold the piece of the file
 * it was cut from. V8 copies parts of up to 12 characters by itself.
 */
function detached(text: string): string {
  return text.length > 12 ? Buffer.from(text, 'utf16le').toString('utf16le') : text;
}

function idIn(activity: Activity, column: ActivityColumn): string | undefined {
  return checkedId(activity[column], column);
}

function idOf(attributes: Attributes, name: string): string | undefined {
  return checkedId(textOf(attributes, name), name);
}

function checkedId(id: string | undefined, field: string): string | undefined {
  if (id !== undefined && id.length > ID_LIMIT) throw new Rejection('invalid-field', field, id.slice(0, 200));
  return id;
}
