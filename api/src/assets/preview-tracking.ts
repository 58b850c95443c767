/**
 * Addresses that senders load to learn that a mail was opened. They are never fetched, not even when remote
 * pictures are allowed: a preview must not count as an open. The list is by habit of the sending services; what it
 * does not know is caught by size and by being hidden (see `preview-pictures.ts`).
 */
const TRACKING_PATHS: readonly RegExp[] = [
  /\/trk(?:[/?]|$)/i, // Marketo
  /\/wf\/open(?:[/?]|$)/i, // SendGrid
  /\/track\/open(?:\.php)?(?:[/?]|$)/i, // Mailchimp, Mandrill
  /\/o\/eJ[\w-]+/i, // Mailgun
  /\/e[23]t\/(?:B?to|o)\//i, // HubSpot
  /\/__ptq\.gif/i, // HubSpot
  /\/open\.(?:aspx|ashx|php|html?|jsp|gif|png)(?:[/?]|$)/i, // Salesforce Marketing Cloud, GetResponse and many
  /\/on\.jsp(?:[/?]|$)/i, // Constant Contact
  /\/t\/[\w-]+\/o\.gif/i, // Campaign Monitor
  /\/r\/\?id=h?[0-9a-f]+,[0-9a-f]+,1(?:$|&)/i, // Adobe Campaign
  /^\/(?:tr|mk)\/op\//i, // Brevo
  /^\/oo\/[\w-]+/i, // Mailjet
  /^\/I0\/[\w-]+/, // Amazon SES
  /^\/e\/(?:o|eo|open)(?:[/?]|$)/i, // Customer.io, Iterable
  /\/(?:pixel|track|tracker|tracking|beacon|imp|impression|1x1|o)\.(?:gif|png|php|aspx?|ashx)(?:\?|$)/i,
  /\/(?:g\/|r\/)?collect\?/i, // Google Analytics
  /\/__utm\.gif/i,
];

/** Names that a folder of ordinary pictures may carry too: they count only where no picture's name follows. */
const TRACKING_FOLDERS: readonly RegExp[] = [
  /^\/o\/[\w-]{16,}/, // Mailgun, Drip, Substack
  /^\/q\/[\w~-]{8,}/, // SparkPost
  /\/(?:email[-_]?)?(?:open|opens|opened|opentrack|open[-_]tracking|track[-_]open)(?:[/?]|$)/i,
  /\/(?:beacon|pixel)(?:[/?]|$)/i,
];
const NAMED_PICTURE = /\.(?:jpe?g|png|webp|avif|svg)$/i;

const TRACKING_HOSTS: readonly RegExp[] = [
  /(?:^|\.)awstrack\.me$/i, // Amazon SES
  /(?:^|\.)pstmrk\.it$/i, // Postmark
  /(?:^|\.)emltrk\.com$/i, // Litmus
  /(?:^|\.)sidekickopen\d*\.com$/i, // HubSpot
  /^track\.hubspot\.com$/i,
  /(?:^|\.)yesware\.com$/i,
  /(?:^|\.)mailtrack\.io$/i,
  /(?:^|\.)bananatag\.com$/i,
  /(?:^|\.)google-analytics\.com$/i,
  /(?:^|\.)doubleclick\.net$/i,
  /(?:^|\.)2o7\.net$/i,
  /(?:^|\.)omtrdc\.net$/i, // Adobe Analytics
  /(?:^|\.)demdex\.net$/i,
  /(?:^|\.)scorecardresearch\.com$/i,
  /^(?:pixel|beacon|open|opens)\./i,
];

/** Whether a picture's address is a sender's way of counting opens. */
export function isTrackingAddress(address: URL): boolean {
  const path = address.pathname + address.search;
  return (
    TRACKING_HOSTS.some((host) => host.test(address.hostname)) ||
    TRACKING_PATHS.some((pattern) => pattern.test(path)) ||
    (!NAMED_PICTURE.test(address.pathname) && TRACKING_FOLDERS.some((pattern) => pattern.test(path))) ||
    (/(?:^|\.)facebook\.com$/i.test(address.hostname) && address.pathname === '/tr')
  );
}
