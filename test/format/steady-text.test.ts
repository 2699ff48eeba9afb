import {expect, test} from 'vitest';
import {steadyText} from '../../source/format/steady-text.js';

test.each([
	['a skin tone goes', '👍🏽 team 👩🏿', '👍 team 👩'],
	['the frame of a keycap goes', '1\u{20E3} #\u{20E3}', '1 #'],
	['the vowel AM of Thai and Lao comes in its parts', 'น้ำ ນ້ຳ', 'น้ํา ນ້ໍາ'],
	['everything else stays', 'train-llm 訓練 é e\u{301} 🇩🇪 ☕ …', 'train-llm 訓練 é e\u{301} 🇩🇪 ☕ …'],
])('%s', (_, text, expected) => {
	expect(steadyText(text)).toBe(expected);
});
