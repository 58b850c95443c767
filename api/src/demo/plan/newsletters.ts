import type { CampaignPlan, ProgramPlan } from './campaign-plan';

const PROGRAM = 'demo-program-trail-notes';

const trailNotes: CampaignPlan = {
  id: 'demo-campaign-trail-notes',
  name: 'Trail notes',
  programId: PROGRAM,
  tags: ['newsletter'],
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-packing-light',
      daysBefore: 318,
      at: 10.5,
      minutes: 26,
      audience: { language: 'en', size: 2_600 },
      response: { open: 0.28, clickToOpen: 0.2, unsubscribe: 0.005, medianHours: 5 },
    },
    {
      kind: 'batch',
      email: 'demo-email-partir-leger',
      daysBefore: 318,
      at: 10.5,
      minutes: 20,
      audience: { language: 'fr', size: 1_800 },
      response: { open: 0.31, clickToOpen: 0.21, unsubscribe: 0.0045, medianHours: 4.5 },
    },
    {
      kind: 'batch',
      email: 'demo-email-hut-to-hut',
      daysBefore: 12,
      at: 10.5,
      minutes: 28,
      audience: { language: 'en', size: 3_400 },
      response: { open: 0.32, clickToOpen: 0.24, unsubscribe: 0.0028, medianHours: 4.5 },
    },
    {
      kind: 'batch',
      email: 'demo-email-de-refuge-en-refuge',
      daysBefore: 12,
      at: 10.75,
      minutes: 22,
      audience: { language: 'fr', size: 2_300 },
      response: { open: 0.36, clickToOpen: 0.25, unsubscribe: 0.0024, medianHours: 4 },
    },
  ],
};

const trailConditions: CampaignPlan = {
  id: 'demo-campaign-trail-conditions',
  name: 'Trail conditions, weekly',
  programId: PROGRAM,
  tags: ['newsletter', 'recurring'],
  sends: [
    {
      kind: 'recurring',
      email: 'demo-email-trail-conditions',
      everyDays: 7,
      times: 5,
      lastDaysBefore: 4,
      at: 14,
      language: 'en',
      share: 0.032,
      response: { open: 0.15, clickToOpen: 0.17, unsubscribe: 0.0009, medianHours: 3 },
    },
  ],
};

export const newsletters: ProgramPlan = {
  id: PROGRAM,
  name: 'Trail notes',
  folderId: 'demo-folder-newsletters',
  tags: ['newsletter'],
  campaigns: [trailNotes, trailConditions],
};
