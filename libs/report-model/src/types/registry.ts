import { TallysheetError } from '@tallysheet/contract';
import { campaignActivity } from './campaign-activity';
import { campaignEmailPerformance } from './campaign-email-performance';
import { engagementByHour } from './engagement-by-hour';
import { emailLinkPerformance } from './email-link-performance';
import { emailPerformance } from './email-performance';
import { peopleByStatus } from './people-by-status';
import { peoplePerformance } from './people-performance';
import { programPerformance } from './program-performance';
import { pushPerformance } from './push-performance';
import type { ReportType } from './report-type';
import { smsPerformance } from './sms-performance';

/** Every report type, in the order of the home page. */
export const REPORT_TYPES: readonly ReportType[] = [
  campaignEmailPerformance,
  emailPerformance,
  emailLinkPerformance,
  engagementByHour,
  smsPerformance,
  pushPerformance,
  campaignActivity,
  programPerformance,
  peoplePerformance,
  peopleByStatus,
];

/** Throws `unknown-report-type`. */
export function reportTypeById(id: string): ReportType {
  const found = REPORT_TYPES.find((type) => type.id === id);
  if (!found) throw new TallysheetError('unknown-report-type', { reportType: id }, 'reportType');
  return found;
}
