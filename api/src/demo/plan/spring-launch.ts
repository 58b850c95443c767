import type { CampaignPlan, ProgramPlan } from './campaign-plan';

const PROGRAM = 'demo-program-spring-launch';

const teaser: CampaignPlan = {
  id: 'demo-campaign-spring-teaser',
  name: '01 Teaser',
  programId: PROGRAM,
  tags: ['launch', 'teaser'],
  success: { status: 'Joined waitlist', chance: 0.35 },
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-something-is-growing',
      daysBefore: 83,
      at: 10,
      minutes: 24,
      audience: { language: 'en', size: 3_600 },
      response: { open: 0.34, clickToOpen: 0.17, unsubscribe: 0.0026, medianHours: 4 },
    },
    {
      kind: 'batch',
      email: 'demo-email-quelque-chose-se-prepare',
      daysBefore: 83,
      at: 10.25,
      minutes: 18,
      audience: { language: 'fr', size: 2_400 },
      response: { open: 0.38, clickToOpen: 0.18, unsubscribe: 0.0022, medianHours: 3.5 },
    },
  ],
};

const earlyAccess: CampaignPlan = {
  id: 'demo-campaign-spring-early-access',
  name: '02 Early access',
  programId: PROGRAM,
  tags: ['launch', 'early access'],
  success: { status: 'Bought early', chance: 0.3 },
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-early-access-code-en',
      daysBefore: 55,
      at: 9.5,
      minutes: 12,
      audience: { language: 'en', size: 1_500, keen: true },
      response: { open: 0.39, clickToOpen: 0.33, unsubscribe: 0.0012, medianHours: 2.2 },
    },
    {
      kind: 'batch',
      email: 'demo-email-early-access-code-fr',
      daysBefore: 55,
      at: 9.5,
      minutes: 10,
      audience: { language: 'fr', size: 1_000, keen: true },
      response: { open: 0.4, clickToOpen: 0.35, unsubscribe: 0.0011, medianHours: 2 },
    },
    {
      kind: 'batch',
      email: 'demo-email-24-hours-left',
      daysBefore: 53,
      at: 16,
      minutes: 10,
      audience: { language: 'en', size: 1_100, keen: true },
      response: { open: 0.34, clickToOpen: 0.26, unsubscribe: 0.0018, medianHours: 2 },
    },
  ],
};

const launchDay: CampaignPlan = {
  id: 'demo-campaign-spring-launch-day',
  name: '03 Launch day',
  programId: PROGRAM,
  tags: ['launch'],
  success: { status: 'Visited the collection', chance: 0.5 },
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-spring-is-here-en',
      daysBefore: 27,
      at: 9,
      minutes: 32,
      audience: { language: 'en', size: 4_400 },
      response: { open: 0.33, clickToOpen: 0.22, unsubscribe: 0.003, medianHours: 3.5 },
      variants: [
        { name: 'A · lighter than ever', lift: 1.08 },
        { name: 'B · three pieces to pack', lift: 0.92 },
      ],
    },
    {
      kind: 'batch',
      email: 'demo-email-spring-is-here-fr',
      daysBefore: 27,
      at: 9,
      minutes: 22,
      audience: { language: 'fr', size: 2_900 },
      response: { open: 0.38, clickToOpen: 0.24, unsubscribe: 0.0026, medianHours: 3 },
    },
  ],
};

const browseReminder: CampaignPlan = {
  id: 'demo-campaign-spring-browse-reminder',
  name: '04 Browse reminder',
  programId: PROGRAM,
  tags: ['launch', 'reminder'],
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-still-thinking-it-over',
      cause: { because: 'visit', language: 'en', total: 1_500, growth: 1.2, fromDaysBefore: 110, again: 0.04 },
      response: { open: 0.33, clickToOpen: 0.27, unsubscribe: 0.0026, medianHours: 1.6 },
    },
    {
      kind: 'trigger',
      email: 'demo-email-toujours-en-tete',
      cause: { because: 'visit', language: 'fr', total: 900, growth: 1.2, fromDaysBefore: 110, again: 0.04 },
      response: { open: 0.35, clickToOpen: 0.28, unsubscribe: 0.0024, medianHours: 1.5 },
    },
  ],
};

const abandonedBasket: CampaignPlan = {
  id: 'demo-campaign-spring-abandoned-basket',
  name: '05 Abandoned basket',
  programId: PROGRAM,
  tags: ['launch', 'reminder', 'basket'],
  success: { status: 'Completed the order', chance: 0.34 },
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-you-left-something',
      cause: { because: 'visit', language: 'en', total: 1_900, growth: 1.6, fromDaysBefore: 120, again: 0.08 },
      response: { open: 0.38, clickToOpen: 0.31, unsubscribe: 0.002, medianHours: 1.1 },
    },
    {
      kind: 'trigger',
      email: 'demo-email-votre-panier-vous-attend',
      cause: { because: 'visit', language: 'fr', total: 1_200, growth: 1.6, fromDaysBefore: 120, again: 0.08 },
      response: { open: 0.4, clickToOpen: 0.33, unsubscribe: 0.0018, medianHours: 1 },
    },
  ],
};

const lastChance: CampaignPlan = {
  id: 'demo-campaign-spring-last-chance',
  name: '06 Last chance',
  programId: PROGRAM,
  tags: ['launch', 'sale'],
  sends: [
    {
      kind: 'batch',
      email: 'demo-email-two-days-left',
      daysBefore: 2,
      exactDay: true,
      at: 10,
      minutes: 30,
      audience: { language: 'en', size: 3_300 },
      response: { open: 0.33, clickToOpen: 0.17, unsubscribe: 0.0036, medianHours: 3.5 },
    },
    {
      kind: 'batch',
      email: 'demo-email-ends-tonight',
      daysBefore: 0,
      exactDay: true,
      at: 17,
      minutes: 70,
      audience: { language: 'en', size: 3_100 },
      response: { open: 0.36, clickToOpen: 0.19, unsubscribe: 0.004, medianHours: 2.6 },
      heldBack: 0.2,
    },
    {
      kind: 'batch',
      email: 'demo-email-dernieres-heures',
      daysBefore: 0,
      exactDay: true,
      at: 11,
      minutes: 55,
      audience: { language: 'fr', size: 2_100 },
      response: { open: 0.4, clickToOpen: 0.2, unsubscribe: 0.0038, medianHours: 2.4 },
      heldBack: 0.06,
    },
  ],
};

export const springLaunch: ProgramPlan = {
  id: PROGRAM,
  name: 'Spring launch',
  folderId: 'demo-folder-launches',
  tags: ['launch', 'spring'],
  campaigns: [teaser, earlyAccess, launchDay, browseReminder, abandonedBasket, lastChance],
};
