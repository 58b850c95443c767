import type { CampaignPlan, ProgramPlan } from './campaign-plan';

const PROGRAM = 'demo-program-autumn-launch';

const previewEvening: CampaignPlan = {
  id: 'demo-campaign-autumn-preview-evening',
  name: '01 Preview evening',
  programId: PROGRAM,
  tags: ['event', 'invitation'],
  success: { status: 'Registered', chance: 0.42 },
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-an-evening-by-the-fire',
      daysBefore: 232,
      at: 11,
      minutes: 10,
      audience: { language: 'en', size: 1_300, keen: true },
      response: { open: 0.35, clickToOpen: 0.24, unsubscribe: 0.0014, medianHours: 3.4 },
    },
    {
      kind: 'batch',
      email: 'demo-email-une-soiree-au-coin-du-feu',
      daysBefore: 232,
      at: 11,
      minutes: 8,
      audience: { language: 'fr', size: 900, keen: true },
      response: { open: 0.37, clickToOpen: 0.26, unsubscribe: 0.0012, medianHours: 3 },
    },
  ],
};

const launchDay: CampaignPlan = {
  id: 'demo-campaign-autumn-launch-day',
  name: '02 Launch day',
  programId: PROGRAM,
  tags: ['launch'],
  success: { status: 'Visited the collection', chance: 0.45 },
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-autumn-is-out',
      daysBefore: 210,
      at: 9,
      minutes: 24,
      audience: { language: 'en', size: 3_000 },
      response: { open: 0.31, clickToOpen: 0.2, unsubscribe: 0.0038, medianHours: 4 },
      variants: [
        { name: 'A · colour', lift: 0.95 },
        { name: 'B · warmth', lift: 1.05 },
      ],
    },
    {
      kind: 'batch',
      email: 'demo-email-l-automne-est-la',
      daysBefore: 210,
      at: 9.25,
      minutes: 16,
      audience: { language: 'fr', size: 2_100 },
      response: { open: 0.35, clickToOpen: 0.22, unsubscribe: 0.0032, medianHours: 3.5 },
    },
  ],
};

export const autumnLaunch: ProgramPlan = {
  id: PROGRAM,
  name: 'Autumn launch',
  folderId: 'demo-folder-launches',
  tags: ['launch', 'autumn'],
  campaigns: [previewEvening, launchDay],
};
