import type {Ec2SourceOptions} from '../../aws/ec2-source.js';
import {type Examination, openExamination} from '../../aws/examine/open-examination.js';
import type {RequestLog, RequestRecord} from '../../aws/request-log.js';
import type {Clock, Timers} from '../../core/ports.js';
import {untilAborted} from '../../core/regions/abort.js';
import {askAws} from './ask-aws.js';
import {
	caBundleCheck,
	clockCheck,
	credentialsCheck,
	credentialsProblem,
	endpointCheck,
	homeRegionCheck,
	proxyCheck,
	settingsProblem,
} from './aws-checks.js';
import type {Check} from './check.js';
import {examinePermissions} from './examine-permissions.js';

export type AwsExamination = {
	/** For a section about the way to AWS. */
	readonly checks: readonly Check[];
	/** For a section about what is allowed there, asked when it is called; `null`: there is nobody to be. */
	readonly permissions: (() => Promise<readonly Check[]>) | null;
	readonly close: () => void;
};

export type AwsExaminationOptions = {
	readonly settings: Ec2SourceOptions;
	readonly clock: Clock;
	readonly timers: Timers;
	/** For one answer. */
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
};

/** Looks how far one gets. Rejects with the reason of the signal; `permissions` does, too, and with `UnknownRegionError`. */
export async function examineAws(options: AwsExaminationOptions): Promise<AwsExamination> {
	const {settings, clock, signal} = options;
	const records: RequestRecord[] = [];
	let examination: Examination;
	try {
		examination = await openExamination({...settings, requestLog: alsoKept(records, clock, settings.requestLog)});
	} catch (error) {
		return {checks: [settingsProblem(error)], permissions: null, close() {}};
	}

	const {settings: facts, close} = examination;
	const authorities = caBundleCheck(facts);
	const homeRegion = homeRegionCheck(facts);
	let credentials: Check;
	try {
		credentials = credentialsCheck(await untilAborted(examination.credentials(), signal), clock());
	} catch (error) {
		signal.throwIfAborted();
		return {checks: [credentialsProblem(error), homeRegion, authorities], permissions: null, close};
	}

	const questions = askAws(examination, options);
	const verdict = await questions.probe('ec2:DescribeRegions', facts.homeRegion);
	const record = records.find(({action}) => action === 'DescribeRegions') ?? null;
	const proxy = record?.origin == null ? null : await examination.proxyFor(record.origin);
	return {
		checks: [credentials, homeRegion, endpointCheck(facts, record, verdict), proxyCheck(facts, proxy), authorities, clockCheck(record)],
		permissions: async () => examinePermissions(questions, settings.asked, verdict),
		close,
	};
}

function alsoKept(records: RequestRecord[], clock: Clock, log: RequestLog | null): RequestLog {
	return {
		clock,
		onRequest(record) {
			records.push(record);
			log?.onRequest(record);
		},
	};
}
