import {type Deadline, withDeadline} from '../regions/abort.js';
import {listed} from '../words/listed.js';
import type {OfferingsSource} from './offerings-source.js';

export type TypeQuestion = Deadline & {
	readonly source: Pick<OfferingsSource, 'knowsType'>;
	readonly instanceType: string;
	readonly regions: readonly string[];
};

/**
The regions that say that EC2 has no type of the name there; empty when some region knows it, and when none could tell.

One region is asked first: a type that it knows is no slip of the fingers. Rejects only with the reason of the signal.
*/
export async function regionsWithoutType({regions, ...question}: TypeQuestion): Promise<readonly string[]> {
	const [first, ...rest] = regions;
	if (first === undefined) {
		return [];
	}

	const answers = [{region: first, isKnown: await ask(question, first)}];
	if (answers[0]?.isKnown !== true) {
		answers.push(...(await Promise.all(rest.map(async (region) => ({region, isKnown: await ask(question, region)})))));
	}

	return answers.some(({isKnown}) => isKnown === true) ? [] : answers.filter(({isKnown}) => isKnown === false).map(({region}) => region);
}

/** `null`: the region does not tell, which is no failure of its own: what is wrong there has been said of what was asked before. */
async function ask({source, instanceType, ...deadline}: Omit<TypeQuestion, 'regions'>, region: string): Promise<boolean | null> {
	try {
		return await withDeadline(deadline, async (signal) => source.knowsType(region, instanceType, signal));
	} catch {
		deadline.signal.throwIfAborted();
		return null;
	}
}

/** Regions that a sentence names before it counts the rest. */
const mostNamed = 5;

/** `EC2 knows no instance type p5.47xlarge in us-east-1 and us-west-2`. */
export function unknownTypeWords(instanceType: string, regions: readonly string[]): string {
	return `EC2 knows no instance type ${instanceType} in ${listed(regions, mostNamed)}`;
}
