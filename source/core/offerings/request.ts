/** What is to be bought: instances of a type, or whole UltraServers. */
export type OfferingSubject =
	| {readonly kind: 'instances'; readonly instanceType: string; readonly count: number}
	| {readonly kind: 'ultraservers'; readonly ultraserverType: string; readonly count: number};

/** A search for Capacity Blocks to buy. */
export type OfferingRequest = {
	readonly subject: OfferingSubject;
	/** As asked for, before it is rounded to a length that AWS sells. */
	readonly hours: number;
	/** No start before this moment; `null`: any. */
	readonly startAfter: Date | null;
	/** No end after this moment; `null`: any. */
	readonly endBy: Date | null;
	/** Asked for by name; `null`: every enabled one. */
	readonly regions: readonly string[] | null;
};

/** The type that is searched for, whichever kind it is of. */
export function subjectType(subject: OfferingSubject): string {
	return subject.kind === 'instances' ? subject.instanceType : subject.ultraserverType;
}

/** `32 × p5.48xlarge`. */
export function subjectText(subject: OfferingSubject): string {
	return `${subject.count} × ${subjectType(subject)}`;
}
