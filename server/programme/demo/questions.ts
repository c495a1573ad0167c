/** What has become of a simulated question by the time somebody looks. */
export type Fate =
  | { kind: 'waiting' }
  | { kind: 'listed'; upNext?: number }
  | { kind: 'answered'; at: number; reply?: string }
  | { kind: 'kept'; at: number }
  | { kind: 'dismissed'; at: number; why: string }
  | { kind: 'archived'; at: number }
  | { kind: 'withdrawn'; at: number }
  | { kind: 'merged'; at: number; into: string };

/** A simulated question: who asks it when, how many support it, and its fate. */
export interface DemoQuestion {
  /** Its name within the demo, for merges. */
  key: string;
  session: string;
  /** Minutes from the start of Invited Talk 2 at which it is asked; all moments below likewise. */
  at: number;
  /** Number of the simulated participant who asks; null for the microphone in the room. */
  asker: number | null;
  named?: boolean;
  /** The id of the speaker it is for. */
  to?: string;
  text: string;
  upvotes: number;
  labels?: readonly string[];
  fate: Fate;
}

/** How many people take part in the demo. */
export const demoPeople = 40;

/** The names of those who give one; nobody of this name is meant. */
export const demoNames = [
  'Inês',
  'Tomás',
  'Wei',
  'Amara',
  'Jonas',
  'Priya',
  'Lucía',
  'Kofi',
  'Hana',
  'Rafael',
];

const written =
  'In short: with constant depth and log precision a number of steps that grows with the problem is needed for ' +
  'inherently sequential tasks, under the usual complexity assumptions. It is a lower bound on steps, not on ' +
  'what training finds. (demo)';

/** The simulated questions in the order they are asked. Every text says that it is part of the demo. */
export const demoQuestions: readonly DemoQuestion[] = [
  {
    key: 'three-years',
    session: 'panel',
    at: -46,
    asker: 20,
    text: 'Which of the failures shown today will still be with us in three years, and what would prove you wrong? (demo)',
    upvotes: 8,
    fate: { kind: 'listed' },
  },
  {
    key: 'foreseen',
    session: 'talk-1',
    at: -31,
    asker: 0,
    named: true,
    text: "Which failure of today's language models would the theory have predicted before anybody saw it? (demo)",
    upvotes: 15,
    labels: ['Reasoning'],
    fate: { kind: 'answered', at: -7 },
  },
  {
    key: 'steps',
    session: 'talk-1',
    at: -29,
    asker: 7,
    text: 'Is there a proof that chain of thought needs a number of steps that grows with the problem, or can a fixed-depth model get around it? (demo)',
    upvotes: 11,
    labels: ['Reasoning'],
    fate: { kind: 'answered', at: -1.5, reply: written },
  },
  {
    key: 'architecture',
    session: 'talk-1',
    at: -26,
    asker: 13,
    text: 'If a limit is provable for transformers of any size, is it worth attacking by scale at all, or only by another architecture? (demo)',
    upvotes: 7,
    labels: ['Efficiency and Scaling'],
    fate: { kind: 'kept', at: -3 },
  },
  {
    key: 'hiring',
    session: 'talk-1',
    at: -24,
    asker: 16,
    text: 'Are you hiring postdocs for next year, and may I send you my CV? (demo)',
    upvotes: 0,
    fate: { kind: 'dismissed', at: -23, why: 'off-topic' },
  },
  {
    key: 'scratchpad',
    session: 'talk-1',
    at: -22,
    asker: 3,
    text: 'Does the depth limit still hold once the model may write to a scratchpad? (demo)',
    upvotes: 4,
    fate: { kind: 'merged', at: -18, into: 'steps' },
  },
  {
    key: 'tight',
    session: 'talk-1',
    at: -20,
    asker: 22,
    text: 'Is the second bound tight, or is there a gap between the upper and the lower one? (demo)',
    upvotes: 1,
    fate: { kind: 'withdrawn', at: -16 },
  },
  {
    key: 'slide',
    session: 'talk-1',
    at: -15,
    asker: 25,
    text: 'On which slide did the assumption of logarithmic precision come in? (demo)',
    upvotes: 0,
    fate: { kind: 'archived', at: -2 },
  },
  {
    key: 'temperature',
    session: 'talk-1',
    at: -5,
    asker: null,
    text: 'Does the argument survive when the model samples instead of taking the likeliest word? (demo)',
    upvotes: 0,
    fate: { kind: 'answered', at: -4 },
  },
  {
    key: 'retrieves',
    session: 'talk-2',
    at: 3,
    asker: 2,
    named: true,
    text: 'How would you tell a model that reasons from one that retrieves a similar training example, when the training data is not public? (demo)',
    upvotes: 23,
    labels: ['Reasoning'],
    fate: { kind: 'listed', upNext: 1 },
  },
  {
    key: 'wrong-labels',
    session: 'talk-2',
    at: 4.5,
    asker: 11,
    text: 'Demonstrations with wrong labels often work nearly as well as right ones. Which experiment would change your mind about what they do? (demo)',
    upvotes: 17,
    fate: { kind: 'listed' },
  },
  {
    key: 'left-out',
    session: 'talk-2',
    at: 6,
    asker: 5,
    named: true,
    text: 'Checking a text claim by claim rewards short and safe answers. How would you score what a model left out? (demo)',
    upvotes: 14,
    labels: ['Hallucinations'],
    fate: { kind: 'listed' },
  },
  {
    key: 'portuguese',
    session: 'talk-2',
    at: 8,
    asker: 9,
    named: true,
    text: 'As falhas que aparecem em inglês também aparecem em português, ou mudam de natureza em línguas com menos dados? (demo)',
    upvotes: 12,
    fate: { kind: 'listed', upNext: 2 },
  },
  {
    key: 'chinese',
    session: 'talk-2',
    at: 9,
    asker: 17,
    text: '使用检索增强之后，模型仍然会产生幻觉。主要原因是检索出错，还是模型不采信检索到的内容？(demo)',
    upvotes: 9,
    labels: ['Hallucinations'],
    fate: { kind: 'listed' },
  },
  {
    key: 'contamination',
    session: 'talk-2',
    at: 11,
    asker: 30,
    text: 'Suppose a benchmark leaked into pretraining in paraphrase only, so that no n-gram filter finds it: is there any test on the finished model that tells memory from skill, or must we write a fresh benchmark for each new model from now on? (demo)',
    upvotes: 6,
    fate: { kind: 'listed' },
  },
  {
    key: 'unpublished',
    session: 'talk-2',
    at: 13,
    asker: 14,
    text: 'Which negative result of your own group was never published and should have been? (demo)',
    upvotes: 19,
    fate: { kind: 'listed' },
  },
  {
    key: 'small-models',
    session: 'talk-2',
    at: 14.5,
    asker: 33,
    text: 'Does any of this change for models small enough to train from scratch in a university? (demo)',
    upvotes: 2,
    fate: { kind: 'listed' },
  },
  {
    key: 'abstain',
    session: 'talk-2',
    at: 15.6,
    asker: 6,
    named: true,
    to: 'sewon-min',
    text: 'Models rarely say "I do not know". Is that a matter of the training data, of preference tuning, or of how we grade them? (demo)',
    upvotes: 0,
    fate: { kind: 'waiting' },
  },
  {
    key: 'agents',
    session: 'talk-2',
    at: 16.4,
    asker: 19,
    text: 'In agents one wrong step spoils all that follow. Is a better model the remedy, or a better way to notice the error? (demo)',
    upvotes: 0,
    fate: { kind: 'waiting' },
  },
  {
    key: 'long-context',
    session: 'talk-2',
    at: 17.2,
    asker: 28,
    text: 'Why do models miss facts in the middle of a long context that they find at its ends? (demo)',
    upvotes: 0,
    fate: { kind: 'waiting' },
  },
  {
    key: 'filler',
    session: 'talk-2',
    at: 17.7,
    asker: 35,
    text: 'could you go back one slide pls (demo)',
    upvotes: 0,
    fate: { kind: 'waiting' },
  },
];
