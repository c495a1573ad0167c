const english =
  'How sensitive are these results to the prompt, and would you expect the same ranking of the models if the tasks were ' +
  'written by people who have never used one, in languages that the training data hardly contain, and with graders who ' +
  'do not know which of the many answers came from which model, and why?';
const german =
  'Sie haben gezeigt, dass das kleine Modell bei wenigen Daten besser ist als das große. Gilt das auch, wenn man es länger ' +
  'trainiert, oder ist das nur eine Frage der Zeit und der Mittel, die man dafür hat? Und was würden Sie heute anders ' +
  'machen, wenn Sie mit allem, was Sie wissen, noch einmal von vorn anfangen könnten?';
const chinese =
  '这些结果对提示词的选择有多敏感如果任务是由从未使用过语言模型的人用训练数据中很少出现的语言编写的并且评分者不知道哪个答案来自哪个模型您是否期望模型的排名保持不变为什么';

/** A text cut to so many units, full-width characters counted twice. */
const first = (text: string, units: number, each = 1) =>
  text
    .repeat(Math.ceil(units / (text.length * each)))
    .slice(0, units / each)
    .trim();

/** [D1] The fit matrix: texts of so many units, and the size (percent of the height) that each has to reach. */
export const fitMatrix: readonly { name: string; text: string; least: number }[] = [
  { name: 'en, 160 units', text: first(english, 160), least: 9 },
  { name: 'en, 300 units', text: first(english, 300), least: 6.5 },
  { name: 'de, 300 units', text: first(german, 300), least: 6.5 },
  { name: 'zh, 160 units', text: first(chinese, 160, 2), least: 9 },
  { name: 'zh, 300 units', text: first(chinese, 300, 2), least: 6.5 },
  { name: '300 × W', text: 'W'.repeat(300), least: 5 },
];
