import type { FactTable } from './fact-table';

/**
 * Someone addressed. `person_id` is the hash of the person key, so that it is known without asking. `created_at` is the
 * earliest that a source told of, `first_at` the earliest event, each with where that was: `c` and a campaign's id, or `p`
 * and a program's (`ingest/person-starts`).
 */
export const PERSON: FactTable = {
  name: 'person',
  key: ['workspace_id', 'person_id'],
  columns: {
    workspace_id: ['int'],
    person_id: ['hash'],
    person_key: ['longText'],
    address: ['longText', 'null'],
    created_at: ['big', 'null'],
    created_in: ['longText', 'null'],
    first_at: ['big', 'null'],
    first_in: ['longText', 'null'],
  },
  indexes: {},
};

/**
 * People who were merged or deleted, and nobody else. All who are one have the same `root_id`: the smallest of their
 * ids, whichever came first. `deleted` is 1 once anybody among them was deleted, `merged_away` once this very id was
 * told to be part of another one.
 */
export const PERSON_IDENTITY: FactTable = {
  name: 'person_identity',
  key: ['workspace_id', 'person_id'],
  columns: {
    workspace_id: ['int'],
    person_id: ['hash'],
    root_id: ['hash'],
    deleted: ['tiny'],
    merged_away: ['count'],
  },
  indexes: { person_identity_root: { columns: ['workspace_id', 'root_id'], unique: false } },
};

/**
 * What is known of one person under one attribute: all values of an attribute stand together, so that a condition on it
 * reads one range. `number_value` is a number, 1 or 0 for yes and no, or a date in ms: an instant, or (`is_day`) the
 * midnight of a day in UTC. `text_key` is a text as texts are compared.
 */
export const PERSON_ATTRIBUTE: FactTable = {
  name: 'person_attribute',
  key: ['workspace_id', 'attribute_id', 'person_id'],
  columns: {
    workspace_id: ['int'],
    attribute_id: ['int'],
    person_id: ['hash'],
    number_value: ['number', 'null'],
    is_day: ['tiny'],
    text_value: ['longText', 'null'],
    text_key: ['longText', 'null'],
  },
  indexes: {},
};

/**
 * Which status somebody got in a program, and when: what the event said, or not, of success. The key has a program's
 * statuses together.
 */
export const PROGRAM_STATUS: FactTable = {
  name: 'program_status',
  key: ['workspace_id', 'program_id', 'happened_at', 'source_id', 'event_hash'],
  columns: {
    workspace_id: ['int'],
    program_id: ['id'],
    happened_at: ['big'],
    source_id: ['int'],
    event_hash: ['hash'],
    person_id: ['hash'],
    status: ['longText', 'null'],
    success: ['tiny'],
  },
  indexes: {},
};
