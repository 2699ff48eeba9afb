import type {AwsError} from './aws-error.js';

const certificateCodes =
	/^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|ERR_TLS_CERT_ALTNAME_INVALID)/;

/** A sentence for a failure below HTTP, or where something other than AWS answered; `null` when AWS itself answered. */
export function networkSentence({code, message, httpStatus}: AwsError, region: string): string | null {
	const where = addressIn(message, region);
	if (httpStatus === 407) {
		return 'The proxy asks for credentials: put user and password into HTTPS_PROXY.';
	}

	if (certificateCodes.test(code)) {
		return `The server's certificate is not trusted (${code}): name the authority's file in AWS_CA_BUNDLE, or check the proxy.`;
	}

	switch (code) {
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `No address found${where}: check the network, the name server and the name of the region.`;
		case 'ECONNREFUSED':
			return `Connection refused${where}: check the endpoint and the proxy settings.`;
		case 'ECONNRESET':
		case 'EPIPE':
			return 'The connection broke off before the answer was complete: try again, and check the network and the proxy.';
		case 'ETIMEDOUT':
		case 'EHOSTUNREACH':
		case 'ENETUNREACH':
			return `No connection${where} (${code}): check the network and the proxy settings.`;
		case 'EPROTO':
		case 'ERR_SSL_WRONG_VERSION_NUMBER':
			return 'The server does not speak TLS: check whether the endpoint or the proxy is http:// rather than https://.';
		default:
			// Node's HTTP parser.
			if (code.startsWith('HPE_')) {
				return 'The server does not speak HTTP: check the endpoint and the proxy settings.';
			}

			return isForeign(code, httpStatus)
				? 'The answer is broken or not from EC2: check the endpoint, and the proxy or login page on the way.'
				: null;
	}
}

/** A proxy's page, a login page, half an answer; a server error without a word is AWS's own. */
function isForeign(code: string, httpStatus: number | null): boolean {
	return code === 'InvalidResponse' || (code.startsWith('HTTP ') && httpStatus !== null && httpStatus < 500);
}

/** An address is worth naming unless it only repeats the region, which would make each region's sentence another one. */
function addressIn(message: string, region: string): string {
	const address = /(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN) ([\w.:[\]-]{1,80})/.exec(message)?.[1];
	return address === undefined || address.includes(region) ? '' : ` for ${address}`;
}
