import { zoneIds } from '../../settings/time-zones';

/** The zones to choose from: the workspace's and the report's own first, then all that the browser knows. */
export function zoneNames(...first: string[]): string[] {
  return [...new Set([...first, ...zoneIds()])];
}
