/** What a route asks for and a token may carry. `admin` includes the others. */
export const SCOPES = ['read', 'ingest', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks, for which workspace, with which rights: the first argument of every service. */
export interface Ctx {
  workspaceId: number;
  actor: string;
  permissions: readonly Scope[];
  language: 'en' | 'fr';
}
