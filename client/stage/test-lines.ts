/** One line of a script on the test card, with what the browser has to know to draw it: missing fonts show as boxes. */
interface TestLine {
  lang: string;
  dir: 'ltr' | 'rtl';
  text: string;
}

/** The scripts that questions come in: the same sentence, then what papers are full of. */
export const testLines: readonly TestLine[] = [
  { lang: 'zh', dir: 'ltr', text: '中文 问题会显示在这里' },
  { lang: 'ja', dir: 'ltr', text: '日本語 質問はここに表示されます' },
  { lang: 'ar', dir: 'rtl', text: 'العربية ستظهر الأسئلة هنا' },
  { lang: 'hi', dir: 'ltr', text: 'हिन्दी प्रश्न यहाँ दिखाई देंगे' },
  { lang: 'ru', dir: 'ltr', text: 'Русский Вопросы появятся здесь' },
  { lang: 'zxx', dir: 'ltr', text: '∀ε>0 ∃δ>0: ‖∇ƒ(x)‖² ≤ ½·∑ᵢ λᵢ, x∈ℝⁿ' },
  { lang: 'zxx', dir: 'ltr', text: '👩🏽‍🔬 🔬 📊 🧪 ❓ 🙂' },
];

/** The steps of the test card's ramp, in percent of white. */
export const ramp = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** What a wrong black level or a clipped white swallows, in percent of white. */
export const nearBlack = [0, 1, 2, 3, 4, 5] as const;
export const nearWhite = [95, 96, 97, 98, 99, 100] as const;
