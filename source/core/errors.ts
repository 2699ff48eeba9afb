/** Why nothing could be done at all. A region that fails is not an error but a `RegionResult`. */
export type CapacityErrorReason =
	/** The SDK's credential chain found nothing. */
	| 'no_credentials'
	/** The credentials, the SSO session or the login are expired. */
	| 'expired_credentials'
	/** A region was asked for that EC2 does not list. */
	| 'unknown_region'
	/** A setting (profile, endpoint, CA bundle, option) cannot be used. */
	| 'bad_setting';

/** `message` says what failed and where, `hint` what to do next. */
export class CapacityError extends Error {
	override readonly name = 'CapacityError';
	readonly reason: CapacityErrorReason;
	readonly hint: string | null;

	constructor(reason: CapacityErrorReason, message: string, {hint = null, cause}: {hint?: string | null; cause?: unknown} = {}) {
		super(message, cause === undefined ? undefined : {cause});
		this.reason = reason;
		this.hint = hint;
	}
}

/** `region` is not among the regions EC2 lists; `known` are those it does, `nearest` the one that was most likely meant (`null`: none is near). */
export class UnknownRegionError extends CapacityError {
	readonly region: string;
	readonly known: readonly string[];
	readonly nearest: string | null;

	constructor(region: string, known: readonly string[], nearest: string | null = null) {
		super('unknown_region', `Unknown region "${region}".${nearest === null ? '' : ` Did you mean ${nearest}?`}`);
		this.region = region;
		this.known = known;
		this.nearest = nearest;
	}
}
