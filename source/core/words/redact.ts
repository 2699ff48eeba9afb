/** What can be told from its form alone, and what stands in its place. The order matters: an ARN has an account id in it. */
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
	[/\barn(?::|%3a)[^\s"'<>()]*/gi, '<ARN>'],
	// AWS's prefixes of key and principal ids: IAM User Guide, "Understanding unique ID prefixes".
	[/(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|A[BCGIKNPRS][A-Z]A)[A-Z0-9]{12,}/g, '<key id>'],
	// Session tokens by how AWS begins them, JSON web tokens of SSO and web identities, and whatever else is that long.
	[/\b(?:IQoJ|FwoG|FQoG|AQoD|AQoE)[\w+/=%-]{8,}|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|[\w+/=%-]{200,}/g, '<token>'],
	[/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/g, '<secret>'],
	// A proxy's user and password.
	[/(?<=:\/\/)[^\s/@]+@/g, ''],
];

/** A request id may end in twelve digits and is no secret; the AWS console writes account ids in groups. */
const requestIdOrAccount = /(\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b)|(?<!\d)(?:\d{12}|\d{4}-\d{4}-\d{4})(?!\d)/gi;

/**
Text that may be shown to strangers: without credentials, and without what says whose account it is.

Account ids, ARNs, access key ids, secret keys and tokens are known by their form, wherever they came from. Something harmless
of the same form goes too.
*/
export function redact(text: string): string {
	return patterns
		.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), text)
		.replaceAll(requestIdOrAccount, (_, requestId: string | undefined) => requestId ?? '<account id>');
}
