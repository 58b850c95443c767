export { decodeFile } from './text/decode-file';
export type { ActivityResult } from './marketo/activity';
export { activityTypeName } from './marketo/activity-types';
export { readMarketoActivities, type ActivityOptions, type ActivityRow } from './marketo/read-activities';
export type { AssetRecord, AssetResult, AssetRow } from './marketo/asset';
export { readMarketoAssets } from './marketo/read-assets';
