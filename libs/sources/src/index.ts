export { decodeFile } from './text/decode-file';
export type { EventReading } from './reading';
export { activityTypeName } from './marketo/activity-types';
export { readMarketoActivities, type ActivityOptions, type ActivityRow } from './marketo/read-activities';
export type { AssetRecord, AssetResult, AssetRow } from './marketo/asset';
export { readMarketoAssets } from './marketo/read-assets';
export type { NoticeRow, Provider, VerifyTools, WebhookRequest } from './providers/provider';
export { PROVIDERS } from './providers/providers';
