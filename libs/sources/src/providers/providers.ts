import type { ProviderId } from '@tallysheet/contract';
import type { Provider } from './provider';
import { sendgrid } from './sendgrid';

/** All senders of webhooks that are understood. A new one is one more file and one more line here. */
export const PROVIDERS: Readonly<Partial<Record<ProviderId, Provider>>> = { sendgrid };
