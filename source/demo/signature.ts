/** Who a request says it is for. */
export type CredentialScope = {readonly region: string; readonly service: string};

/**
The scope of a Signature Version 4 header, `null` when there is none.

The signature itself is not checked: any key opens the demo, and the scope tells which region was meant although one port serves all.
*/
export function readCredentialScope(authorization: string | undefined): CredentialScope | null {
	const match = /^AWS4-HMAC-SHA256\s.*?Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/.exec(authorization ?? '');
	const [, region, service] = match ?? [];
	return region === undefined || service === undefined ? null : {region, service};
}
