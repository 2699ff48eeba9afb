import {expect, test} from 'vitest';
import {escapeXml, RawXml, writeElement} from '../../source/demo/xml.js';

test('writes records, lists, dates and plain values as the EC2 Query protocol has them', () => {
	expect(
		writeElement('reservation', {
			id: 'cr-1',
			count: 0,
			isFree: false,
			start: new Date('2026-11-19T11:30:00Z'),
			left: undefined,
			tagSet: [{key: 'a', value: ''}],
			none: [],
		}),
	).toBe(
		'<reservation><id>cr-1</id><count>0</count><isFree>false</isFree><start>2026-11-19T11:30:00.000Z</start>' +
			'<tagSet><item><key>a</key><value></value></item></tagSet><none></none></reservation>',
	);
});

test.each([
	['a & b', 'a &amp; b'],
	['<i>"x"</i>', '&lt;i&gt;&quot;x&quot;&lt;/i&gt;'],
	['line\nfeed\ttab', 'line\nfeed\ttab'],
	['\r', '&#xD;'],
	['\x1b[0m\x00\x9b', '&#x1B;[0m&#x0;&#x9B;'],
	['東京 👩‍👧', '東京 👩‍👧'],
])('escapes %j', (text, escaped) => {
	expect(escapeXml(text)).toBe(escaped);
});

test('leaves raw text alone', () => {
	expect(writeElement('v', new RawXml('\x1b&amp;<b/>'))).toBe('<v>\x1b&amp;<b/></v>');
});
