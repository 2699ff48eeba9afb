import {dayText} from '../words/moment-text.js';

/** A need, what answers it, and how to look. */
export type Scenario = {
	readonly title: string;
	readonly need: string;
	readonly answer: string;
	readonly why: readonly string[];
	/** The line that looks whether it can be had. */
	readonly line: string;
};

const day = 86_400_000;

/** The four scenarios of the guide, with dates that lie ahead of `now`. */
export function guideScenarios(now: Date): readonly Scenario[] {
	const ahead = (days: number): string => dayText(new Date(now.getTime() + days * day));
	return [
		{
			title: 'Train a large model',
			need: '512 GPUs for ten days, four weeks from now.',
			answer: 'A Capacity Block of 64 p5.48xlarge.',
			why: [
				'The schedule is known, and all nodes must be close together.',
				'It is bought up to 8 weeks ahead and paid up front; it can be extended, not cancelled.',
				'AWS begins to terminate its instances 30 min before the end: write the last checkpoint before.',
			],
			line: `truffle advise --workload training --instance-type p5.48xlarge --count 64 --days 10 --start ${ahead(28)}`,
		},
		{
			title: 'Serve a model around the clock',
			need: 'An API that needs 20 instances at all times, and up to 100 at peaks.',
			answer: 'An ODCR for the 20; On-Demand for what is added.',
			why: [
				'It has no end, and its base load must always be launchable.',
				'Reserved instances are billed at the On-Demand rate whether they run or not: reserve no more than always runs.',
			],
			line: 'truffle advise --workload inference --instance-type inf2.xlarge --count 20',
		},
		{
			title: 'Research and experiments',
			need: 'A few GPUs for a team, at any hour, without a plan.',
			answer: 'A targeted ODCR, cancelled when nobody works.',
			why: [
				'Instances can be launched at any moment, and the reservation can be cancelled at any time.',
				'An idle night is billed like a busy one.',
			],
			line: 'truffle advise --workload development --instance-type g6.xlarge --count 8',
		},
		{
			title: 'Retrain every quarter',
			need: 'Seven days of 16 nodes, four times a year.',
			answer: 'A Capacity Block each quarter, bought when AWS sells it.',
			why: [
				'AWS sells blocks 8 weeks ahead: next year cannot be booked today, so note the day from which each one can be.',
				'Ask early on that day: what others buy is gone.',
			],
			line: `truffle advise --workload training --instance-type p5.48xlarge --count 16 --days 7 --start ${ahead(140)}`,
		},
	];
}
