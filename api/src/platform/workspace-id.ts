import { SCOPES, type Ctx } from '@tallysheet/contract';

/** Until there are accounts there is one workspace. */
export const WORKSPACE_ID = 1;

/** The one local user: whoever sits at the machine. */
export const LOCAL_CTX: Ctx = {
  workspaceId: WORKSPACE_ID,
  actor: 'local user',
  permissions: SCOPES,
  language: 'en',
};
