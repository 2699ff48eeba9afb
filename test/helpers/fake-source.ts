import type {RegionFailure} from '../../source/core/regions/region-result.js';
import {type CapacitySource, type RegionDirectory, RegionError} from '../../source/core/regions/source.js';
import type {AcceleratorFacts} from '../../source/core/reservations/accelerator.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {noOfferings} from './fake-offerings.js';

/** What a region does when it is asked: gives pages, fails, or never answers. */
export type FakeAnswer = readonly (readonly Reservation[])[] | RegionFailure | 'hangs';

export type FakeSource = CapacitySource & {
	/** Changed by a test between refreshes. */
	readonly answers: Map<string, FakeAnswer>;
	/** Regions in the order in which they were asked. */
	readonly calls: string[];
	/** What `connect` throws. */
	connectError: Error | null;
	isClosed: boolean;
};

/** A source whose regions answer as `answers` says; only they exist. */
export function fakeSource(
	answers: Readonly<Record<string, FakeAnswer>>,
	options: {readonly notEnabled?: readonly string[]; readonly accountId?: string | null} = {},
): FakeSource {
	const source: FakeSource = {
		answers: new Map(Object.entries(answers)),
		calls: [],
		connectError: null,
		isClosed: false,
		alwaysEnabledRegions: [],
		async connect() {
			if (source.connectError !== null) {
				throw source.connectError;
			}
		},
		async listRegions(): Promise<RegionDirectory> {
			const enabled = [...source.answers.keys()].map((name) => ({name, isEnabled: true}));
			return {origin: 'ec2', regions: [...enabled, ...(options.notEnabled ?? []).map((name) => ({name, isEnabled: false}))]};
		},
		async *listReservations(region, signal) {
			source.calls.push(region);
			const answer = source.answers.get(region) ?? [];
			if (answer === 'hangs') {
				await new Promise((_, reject) => {
					signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
				});
			} else if ('status' in answer) {
				throw new RegionError(answer);
			} else {
				yield* answer;
			}
		},
		async describeAccelerators(): Promise<AcceleratorFacts> {
			return new Map();
		},
		async listPrices() {},
		...noOfferings,
		async accountId() {
			return options.accountId === undefined ? '123456789012' : options.accountId;
		},
		close() {
			source.isClosed = true;
		},
	};
	return source;
}

export function failure(status: RegionFailure['status'], message = `It ${status}.`): RegionFailure {
	return {status, code: 'Code', message, requestId: null};
}
