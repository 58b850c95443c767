import type { CampaignPlan, ProgramPlan } from './campaign-plan';

const PROGRAM = 'demo-program-customer-lifecycle';

const welcome: CampaignPlan = {
  id: 'demo-campaign-welcome-series',
  name: 'Welcome series',
  programId: PROGRAM,
  tags: ['welcome'],
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-welcome-to-northfold',
      cause: { because: 'signedUp', language: 'en', share: 0.45 },
      response: { open: 0.46, clickToOpen: 0.26, unsubscribe: 0.0028, medianHours: 0.5 },
    },
    {
      kind: 'trigger',
      email: 'demo-email-bienvenue-chez-northfold',
      cause: { because: 'signedUp', language: 'fr', share: 0.45 },
      response: { open: 0.49, clickToOpen: 0.27, unsubscribe: 0.0024, medianHours: 0.5 },
    },
    {
      kind: 'trigger',
      email: 'demo-email-how-to-layer',
      cause: { because: 'earlierEmail', email: 'demo-email-welcome-to-northfold', daysLater: 3, share: 0.62 },
      response: { open: 0.38, clickToOpen: 0.25, unsubscribe: 0.004, medianHours: 2.5 },
    },
  ],
};

const backInStock: CampaignPlan = {
  id: 'demo-campaign-back-in-stock',
  name: 'Back in stock',
  programId: PROGRAM,
  tags: ['stock'],
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-back-in-your-size',
      cause: { because: 'visit', language: 'en', total: 1_500, growth: 0.8, fromDaysBefore: 364, again: 0.03 },
      response: { open: 0.35, clickToOpen: 0.3, unsubscribe: 0.0012, medianHours: 0.9 },
    },
    {
      kind: 'trigger',
      email: 'demo-email-de-retour-en-stock',
      cause: { because: 'visit', language: 'fr', total: 900, growth: 0.8, fromDaysBefore: 364, again: 0.03 },
      response: { open: 0.3, clickToOpen: 0.3, unsubscribe: 0.001, medianHours: 0.9 },
    },
  ],
};

const orders: CampaignPlan = {
  id: 'demo-campaign-order-and-delivery',
  name: 'Order and delivery',
  programId: PROGRAM,
  tags: ['service'],
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-your-order-is-on-its-way',
      cause: { because: 'visit', language: 'any', total: 1_750, growth: 0.9, fromDaysBefore: 364, again: 0.1 },
      response: { open: 0.38, clickToOpen: 0.28, unsubscribe: 0.0005, medianHours: 0.6 },
    },
  ],
};

const survey: CampaignPlan = {
  id: 'demo-campaign-after-purchase-survey',
  name: 'After-purchase survey',
  programId: PROGRAM,
  tags: ['survey'],
  success: { status: 'Answered', chance: 0.8 },
  sends: [
    {
      kind: 'trigger',
      email: 'demo-email-two-minutes-on-your-new-gear',
      cause: { because: 'earlierEmail', email: 'demo-email-your-order-is-on-its-way', daysLater: 14, share: 0.42 },
      response: { open: 0.37, clickToOpen: 0.31, unsubscribe: 0.0035, medianHours: 4 },
    },
  ],
};

export const customerLifecycle: ProgramPlan = {
  id: PROGRAM,
  name: 'Customer lifecycle',
  folderId: 'demo-folder-always-on',
  tags: ['always on'],
  campaigns: [welcome, backInStock, orders, survey],
};
