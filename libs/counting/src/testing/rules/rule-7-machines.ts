import * as counting from '../../index';
import type { Counted } from '../../oracle/brute-force';
import type { Check, Counting } from '../check';
import { counts } from '../counts';
import type { Line } from '../story';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const YAHOO = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';
const PREFETCH = 'Mozilla/5.0';
const BARRACUDA = 'Barracuda Sentinel (EE)';

/** A data centre with scanners in it, one with mail proxies, a relay, and where Ada lives. */
const SCANNERS = '203.0.113.20';
const PROXIES = '203.0.113.200';
const RELAY = '2001:db8:cafe::17';
const HOME = '198.51.100.4';
const LIST = '203.0.113.0/24   # the data centres\n2001:db8:cafe::/48 privacyProxy # the relay\n';

/** What somebody did, and with what from where. */
type Act = readonly [kind: 'opened' | 'clicked', time: string, userAgent: string, ip: string, link?: string];

type Figures = Pick<Counted, 'opened' | 'clicked' | 'totalOpens' | 'totalClicks'>;

/** The figures with bots; of people alone, as they are, with `proximity` seconds, and by the list above. */
interface Expected {
  withBots: Figures;
  people: Figures;
  proximity?: [seconds: number, Figures];
  listed: Figures;
}

/**
 * Rule 7 as it meets the machines that really read mail. Each story goes out at 10:00:00 and is delivered a second
 * later, whatever the machines do.
 */
export const rule7Machines: Check[] = [
  machine('Gmail’s picture proxy opens for Ada, though its data centre is on the list', {
    acts: [['opened', '10:20:00', GMAIL, PROXIES]],
    withBots: figures(1, 0, 1, 0),
    people: figures(1, 0, 1, 0),
    listed: figures(1, 0, 1, 0),
  }),
  machine('Yahoo’s picture proxy opens for Ada, though its data centre is on the list', {
    acts: [['opened', '10:20:00', YAHOO, PROXIES]],
    withBots: figures(1, 0, 1, 0),
    people: figures(1, 0, 1, 0),
    listed: figures(1, 0, 1, 0),
  }),
  // Two opens on arrival; Ada's click an hour later means opened, but is no open.
  machine('Apple’s prefetch opens for nobody; what Ada clicks later is hers', {
    acts: [
      ['opened', '10:00:02', PREFETCH, RELAY],
      ['opened', '10:00:03', PREFETCH, RELAY],
      ['clicked', '11:00:00', IPHONE, HOME, 'a'],
    ],
    withBots: figures(1, 1, 2, 1),
    people: figures(1, 1, 0, 1),
    listed: figures(1, 1, 0, 1),
  }),
  machine('A relay that shows a telephone’s own agent is a privacy proxy where the list says so', {
    acts: [['opened', '10:00:05', IPHONE, RELAY]],
    withBots: figures(1, 0, 1, 0),
    people: figures(1, 0, 1, 0),
    listed: figures(0, 0, 0, 0),
  }),
  // Three links within one second, by a browser's name: proximity alone tells, as it does of the open beside them.
  machine('A scanner like SafeLinks follows every link at once: a bot by proximity, without any list', {
    acts: [
      ['opened', '10:00:02.100', CHROME, SCANNERS],
      ['clicked', '10:00:02.200', CHROME, SCANNERS, 'a'],
      ['clicked', '10:00:02.500', CHROME, SCANNERS, 'b'],
      ['clicked', '10:00:02.900', CHROME, SCANNERS, 'c'],
    ],
    withBots: figures(1, 1, 1, 3),
    people: figures(0, 0, 0, 0),
    listed: figures(0, 0, 0, 0),
  }),
  // One link a second: never two in one second, so people's until a second is allowed between them.
  machine('One like Mimecast’s takes a second for each link: proximity needs that second, the list does not', {
    acts: [
      ['clicked', '10:00:02', CHROME, SCANNERS, 'a'],
      ['clicked', '10:00:03', CHROME, SCANNERS, 'b'],
      ['clicked', '10:00:04', CHROME, SCANNERS, 'c'],
    ],
    withBots: figures(1, 1, 0, 3),
    people: figures(1, 1, 0, 3),
    proximity: [1, figures(0, 0, 0, 0)],
    listed: figures(0, 0, 0, 0),
  }),
  // One click and no other to be close to: only its address tells.
  machine('One like Proofpoint’s follows the only link there is: nothing but the list tells', {
    acts: [
      ['opened', '10:00:02', CHROME, SCANNERS],
      ['clicked', '10:00:02', CHROME, SCANNERS, 'a'],
    ],
    withBots: figures(1, 1, 1, 1),
    people: figures(1, 1, 1, 1),
    proximity: [60, figures(1, 1, 1, 1)],
    listed: figures(0, 0, 0, 0),
  }),
  machine('One like Barracuda’s says its own name: a bot by its agent', {
    acts: [
      ['clicked', '10:00:02', BARRACUDA, SCANNERS, 'a'],
      ['clicked', '10:00:09', BARRACUDA, SCANNERS, 'b'],
    ],
    withBots: figures(1, 1, 0, 2),
    people: figures(0, 0, 0, 0),
    listed: figures(0, 0, 0, 0),
  }),
  // The scanner's two clicks are a bot's by proximity; its late third only by the list; Ada's open and click stay.
  machine('What Ada does after a scanner is hers, on the same link too', {
    acts: [
      ['clicked', '10:00:02.100', CHROME, SCANNERS, 'a'],
      ['clicked', '10:00:02.600', CHROME, SCANNERS, 'b'],
      ['clicked', '10:00:30', CHROME, SCANNERS, 'a'],
      ['opened', '14:00:00', CHROME, HOME],
      ['clicked', '14:00:10', CHROME, HOME, 'a'],
    ],
    withBots: figures(1, 1, 1, 4),
    people: figures(1, 1, 1, 2),
    listed: figures(1, 1, 1, 1),
  }),
];

function figures(opened: number, clicked: number, totalOpens: number, totalClicks: number): Figures {
  return { opened, clicked, totalOpens, totalClicks };
}

function machine(sentence: string, { acts, ...expected }: Expected & { acts: readonly Act[] }): Check {
  return {
    sentence,
    run: (used) => {
      for (const check of checksOf(used, sentence, acts, expected)) check.run(used);
    },
    oracle: () => {
      for (const check of checksOf(counting, sentence, acts, expected)) check.oracle?.();
    },
  };
}

/** The same story with bots and without them, by each of the rules. No rule ever touches the delivery. */
function checksOf(used: Counting, sentence: string, acts: readonly Act[], expected: Expected): Check[] {
  const delivery = { sent: 1, delivered: 1 };
  const judged = told(used, acts, used.IpRanges.NONE);
  const listed = told(used, acts, used.IpRanges.parse(LIST));
  const [proximitySeconds, near] = expected.proximity ?? [0, expected.people];
  return [
    counts(`${sentence}: with bots`, judged, { ...delivery, ...expected.withBots }),
    counts(`${sentence}: with bots, by the list`, listed, { ...delivery, ...expected.withBots }),
    counts(`${sentence}: people`, judged, { ...delivery, ...expected.people }, { humanOnly: true }),
    counts(`${sentence}: proximity`, judged, { ...delivery, ...near }, { humanOnly: true, proximitySeconds }),
    counts(`${sentence}: people by the list`, listed, { ...delivery, ...expected.listed }, { humanOnly: true }),
  ];
}

function told(used: Counting, acts: readonly Act[], ranges: counting.IpRanges): Line[] {
  return [
    ['sent', '10:00:00'],
    ['delivered', '10:00:01'],
    ...acts.map(([kind, time, userAgent, ip, link = null]): Line => {
      const { verdict } = used.judge({ agent: { userAgent, ip } }, ranges);
      return [kind, time, { link, verdict }];
    }),
  ];
}
