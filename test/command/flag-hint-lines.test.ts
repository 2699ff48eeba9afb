import {expect, test} from 'vitest';
import {flagHintLines, waitHintLines} from '../../source/command/flag-hint-lines.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: () => true, names: [], defaultName: 'cluster'};

function hintsFor(line: string): readonly string[] {
	const command = parseOptions(line.split(' '), {name: 'truffle-capacity', version: '0.0.0'}, scenarios);
	switch (command.kind) {
		case 'capacity':
			return flagHintLines(command.options);
		case 'wait':
			return waitHintLines(command.options);
		default:
			return expect.unreachable();
	}
}

test('the two mistakes of the guide are hinted at where they are typed', () => {
	expect(hintsFor('capacity --odcr --instance-types p5.48xlarge')).toEqual([
		expect.stringMatching(
			/^Hint: p5\.48xlarge for a run with a fixed schedule: a Capacity Block may serve better than ODCRs\. .*--no-hints leaves this out\.\)$/,
		),
	]);
	expect(hintsFor('capacity --blocks --instance-types inf2.xlarge')).toEqual([
		expect.stringMatching(
			/^Hint: inf2\.xlarge is not sold as Capacity Blocks\. .*truffle capacity --odcr --instance-types inf2\.xlarge \(--no-hints/,
		),
	]);
});

test.each(['watch', 'wait'])('truffle %s hints at them in the same words, before it takes its time', (command) => {
	for (const flags of ['--odcr --instance-types p5.48xlarge', '--blocks --instance-types inf2.xlarge,p5.48xlarge']) {
		expect(hintsFor(`${command} ${flags}`)).toEqual(hintsFor(`capacity ${flags}`));
		expect(hintsFor(`${command} ${flags}`)).toHaveLength(1);
	}
});

test.each([
	'wait --instance-types inf2.xlarge',
	'wait --blocks --instance-types inf2.xlarge --no-hints',
	'wait --id cr-0123456789abcdef0',
	'watch --blocks --instance-types inf2.xlarge --no-hints',
	'capacity --instance-types p5.48xlarge',
	'capacity --odcr --instance-types inf2.xlarge,g6.xlarge',
	'capacity --blocks --instance-types p5.48xlarge,p4d.24xlarge',
	'capacity --odcr --blocks --instance-types inf2.xlarge',
	'capacity --blocks --instance-types inf*',
	'capacity --blocks --instance-types inf2.xlarge --no-hints',
])('truffle %s is no mistake, or not to be hinted at', (line) => {
	expect(hintsFor(line)).toEqual([]);
});
