import { deepStrictEqual } from 'node:assert/strict';
import type { Check } from '../check';
import { counts } from '../counts';
import { story, type Line } from '../story';

const HUMAN_ONLY = { humanOnly: true } as const;
const TWO_SECONDS = { humanOnly: true, proximitySeconds: 2 } as const;

/** Rule 7: opens and clicks that are too close together to be a person's. */
export const rule7Proximity: Check[] = [
  counts(
    'Two clicks on different links in the same second are a bot’s',
    [
      ['clicked', '10:00:05.000', { link: 'a' }],
      ['clicked', '10:00:05.999', { link: 'b' }],
    ],
    { opened: 0, clicked: 0, totalClicks: 0, sent: 1, delivered: 1 },
    HUMAN_ONLY,
  ),
  counts(
    'With bots they count',
    [
      ['clicked', '10:00:05.000', { link: 'a' }],
      ['clicked', '10:00:05.999', { link: 'b' }],
    ],
    { opened: 1, clicked: 1, totalClicks: 2 },
  ),
  // 5.999 and 6.000 are 1 ms apart but in two seconds of the clock.
  counts(
    'Two clicks on different links in neighbouring seconds are not',
    [
      ['clicked', '10:00:05.999', { link: 'a' }],
      ['clicked', '10:00:06.000', { link: 'b' }],
    ],
    { clicked: 1, totalClicks: 2 },
    HUMAN_ONLY,
  ),
  counts(
    'Two clicks on one link in the same second are a double click',
    [
      ['clicked', '10:00:05.000', { link: 'a' }],
      ['clicked', '10:00:05.100', { link: 'a' }],
    ],
    { clicked: 1, totalClicks: 2 },
    HUMAN_ONLY,
  ),
  counts(
    'Clicks of two messages are no evidence against each other',
    [
      ['clicked', '10:00:05', { link: 'a', person: 'ada' }],
      ['clicked', '10:00:05', { link: 'b', person: 'ben' }],
    ],
    { clicked: 2, totalClicks: 2 },
    HUMAN_ONLY,
  ),
  counts(
    'A click without a link is no evidence',
    [
      ['clicked', '10:00:05', { link: null }],
      ['clicked', '10:00:05', { link: 'a' }],
    ],
    { clicked: 1, totalClicks: 2 },
    HUMAN_ONLY,
  ),
  // Whatever a sender names as its link, an open has none: the person clicked at once.
  counts(
    'An open is no evidence against a click of the same second',
    [
      ['opened', '10:00:05', { link: 'picture' }],
      ['clicked', '10:00:05', { link: 'a' }],
    ],
    { opened: 1, totalOpens: 1, clicked: 1, totalClicks: 1 },
    HUMAN_ONLY,
  ),
  // The bot's two clicks take the open of their second with them; the open of 10:01 is Ada's.
  counts(
    'An open in the second of two such clicks is a bot’s, another is not',
    [
      ['opened', '10:00:05.400'],
      ['clicked', '10:00:05.500', { link: 'a' }],
      ['clicked', '10:00:05.600', { link: 'b' }],
      ['opened', '10:01'],
    ],
    { opened: 1, totalOpens: 1, clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  // a, a and b within one second: each a has the b, and the b has an a: all three.
  counts(
    'Every click with another link beside it is a bot’s',
    [
      ['clicked', '10:00:05.1', { link: 'a' }],
      ['clicked', '10:00:05.2', { link: 'a' }],
      ['clicked', '10:00:05.3', { link: 'b' }],
    ],
    { clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  counts(
    'A click on a mailto link is evidence like any other',
    [
      ['clicked', '10:00:05', { link: 'mailto:us', tracked: false }],
      ['clicked', '10:00:05', { link: 'a' }],
    ],
    { opened: 0, clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  // Bot if any rule says so: the privacy proxy's click becomes a bot's, and it is evidence against the other.
  counts(
    'Proximity judges whatever the agent was',
    [
      ['clicked', '10:00:05', { link: 'a', verdict: 'privacyProxy' }],
      ['clicked', '10:00:05', { link: 'b' }],
    ],
    { opened: 0, clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  // Two seconds allowed: 5 and 7 are two apart.
  counts(
    'Within so many seconds includes the last of them',
    [
      ['clicked', '10:00:05.000', { link: 'a' }],
      ['clicked', '10:00:07.999', { link: 'b' }],
      ['opened', '10:00:09.999'],
    ],
    { opened: 0, clicked: 0, totalOpens: 0 },
    TWO_SECONDS,
  ),
  counts(
    'An open up to so many seconds before the clicks is a bot’s',
    [
      ['opened', '10:00:03.000'],
      ['clicked', '10:00:05.000', { link: 'a' }],
      ['clicked', '10:00:05.000', { link: 'b' }],
    ],
    { opened: 0, totalOpens: 0 },
    TWO_SECONDS,
  ),
  // 5 and 8 are three apart; the open of 10 is two from the click of 8, which is no bot's.
  counts(
    'One second more is outside',
    [
      ['clicked', '10:00:05.999', { link: 'a' }],
      ['clicked', '10:00:08.000', { link: 'b' }],
      ['opened', '10:00:10.000'],
    ],
    { opened: 1, clicked: 1, totalClicks: 2, totalOpens: 1 },
    TWO_SECONDS,
  ),
  // The open of 9 is two after the click of 7, the open of 11 four.
  counts(
    'An open three seconds after the clicks is not, where two are allowed',
    [
      ['clicked', '10:00:05', { link: 'a' }],
      ['clicked', '10:00:06', { link: 'b' }],
      ['opened', '10:00:09'],
    ],
    { opened: 1, totalOpens: 1, clicked: 0 },
    TWO_SECONDS,
  ),
  // The clicks on one link stand between the two on different ones: the 5 still meets the 7.
  counts(
    'A click on the same link between them hides nothing',
    [
      ['clicked', '10:00:05', { link: 'a' }],
      ['clicked', '10:00:06', { link: 'a' }],
      ['clicked', '10:00:07', { link: 'b' }],
    ],
    { clicked: 0, totalClicks: 0 },
    TWO_SECONDS,
  ),
  verdicts(
    'A bot by its agent stays one, however far from other clicks',
    [
      ['clicked', '10:00:05', { link: 'a', verdict: 'bot' }],
      ['clicked', '10:01:05', { link: 'b', verdict: 'privacyProxy' }],
      ['opened', '10:02:05'],
    ],
    ['bot', 'privacyProxy', 'human'],
  ),
];

function verdicts(sentence: string, lines: readonly Line[], expected: string[]): Check {
  return {
    sentence,
    run: (counting) => {
      const { engagements } = counting.factsOf(story(lines), counting.DEFAULT_RULES);
      deepStrictEqual(
        engagements.map((engagement) => engagement.verdict),
        expected,
        sentence,
      );
    },
  };
}
